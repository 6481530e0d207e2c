"""A map in the making: what it is to show, its paper, and what could not be placed."""

from __future__ import annotations

from dataclasses import dataclass, field

from packager.drawing.paper import Paper
from packager.drawing.room import Room
from packager.drawing.shapes import Shape, Trouble
from packager.drawing.style import DrawingStyle, Measure
from packager.model.drawings import Map


@dataclass(slots=True)
class Sheet:
    """A map in the making."""

    model: Map
    on: Paper
    style: DrawingStyle
    measure: Measure
    room: Room
    names: list[Shape] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)

    def left_out(self, path: tuple[str | int, ...], name: str) -> None:
        """Reports a name for which there was no room."""
        self.troubles.append(Trouble("labels-left-out", path, f"no room for the name `{name}`"))
