"""What a layout is made of: named places with the type that is set in them, and decoration."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from packager.render.deck import NO_INSET, Box, Inset, Tone

Kind = Literal["title", "body", "picture", "table", "drawing", "footer", "number"]
Anchor = Literal["top", "middle", "bottom"]
Align = Literal["left", "centre", "right"]


@dataclass(frozen=True, slots=True)
class Level:
    """How the paragraphs of one level are set; `pitch` is the exact distance of lines in points."""

    size: float
    pitch: float
    before: float = 0
    tone: Tone = Tone.INK
    bold: bool = False
    display: bool = False
    bullet: str = ""
    indent: float = 0
    """How far the text hangs in from the left, in inches."""
    least: float = 18
    """The smallest size to which it may be set where it does not fit."""

    def at(self, scale: float) -> Level:
        """The level at a part of its size, in whole points, and not below the least."""
        if scale == 1:
            return self
        size = max(min(self.least, self.size), round(self.size * scale))
        return replace(self, size=size, pitch=round(self.pitch * size / self.size))


@dataclass(frozen=True, slots=True)
class Place:
    """A placeholder: its name, its rectangle, and how its text is set."""

    name: str
    kind: Kind
    box: Box
    levels: tuple[Level, ...] = ()
    prompt: str = ""
    anchor: Anchor = "top"
    align: Align = "left"
    inset: Inset = NO_INSET
    fill: Tone | None = None
    outline: Tone | None = None
    rounded: bool = False

    def level(self, number: int) -> Level:
        """The setting of a paragraph level, counted from 1."""
        return self.levels[min(number, len(self.levels)) - 1]


@dataclass(frozen=True, slots=True)
class Decoration:
    """A shape of the layout itself, without meaning: a pattern, or a form filled with a tone."""

    name: str
    form: Literal["spine", "tile", "rectangle", "disc", "bubble"]
    box: Box
    tone: Tone = Tone.ACCENT


@dataclass(frozen=True, slots=True)
class Layout:
    """A named layout. One on paper shows the master's spine; one on the accent is plain."""

    name: str
    places: tuple[Place, ...]
    decorations: tuple[Decoration, ...] = ()
    ground: Tone = Tone.PAPER
    _named: dict[str, Place] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_named", {place.name: place for place in reversed(self.places)})

    def place(self, name: str) -> Place:
        """The place of that name."""
        return self._named[name]

    def has(self, name: str) -> bool:
        """Whether there is a place of that name."""
        return name in self._named
