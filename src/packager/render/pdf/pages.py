"""A document arranged for its template: plain data, and the pictures that it names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from packager.document.nodes import Drawing, Image, Runs
from packager.render.drawn import Drawn, for_print
from packager.render.renderer import Context, Trouble

Data = dict[str, Any]
_SPACE = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class Pages:
    """What `write` needs: the template, its settings and content as JSON-able data, picture files by the name used there.

    `patterns` are SVGs by name, besides those of the document's own subject; `drawings` are maps, timelines
    and diagrams as SVG by name, and `troubles` what these had no room for.
    """

    template: str
    settings: Data
    content: Data
    pictures: Mapping[str, str]
    patterns: Mapping[str, str] = field(default_factory=dict)
    drawings: Mapping[str, str] = field(default_factory=dict)
    troubles: tuple[Trouble, ...] = ()


@dataclass(frozen=True, slots=True)
class Pictures:
    """Collects the pictures and drawings of one document. Templates know them by their order of appearance."""

    context: Context
    measure: float
    """The width of the text in millimetres."""
    names: dict[str, str] = field(default_factory=dict)
    """The name of each path."""
    drawn: dict[str, Drawn] = field(default_factory=dict)
    """Each drawing by its name."""

    def picture(self, image: Image | None) -> Data | None:
        """A picture as data; `ratio` is its width over its height."""
        if image is None:
            return None
        kind = ".svg" if self.context.media.is_vector(image.path) else ""
        name = self.names.setdefault(image.path, f"picture-{len(self.names) + 1}{kind}")
        return {"file": name, "alt": line(image.alt), "ratio": round(self.context.media.ratio(image.path), 4)}

    def drawing(self, drawing: Drawing) -> tuple[str, Drawn]:
        """A drawing laid out for the measure, with its name."""
        name = f"drawing-{len(self.drawn) + 1}.svg"
        self.drawn[name] = for_print(drawing, self.measure, self.context)
        return name, self.drawn[name]

    def by_name(self) -> dict[str, str]:
        """The path of each name."""
        return {name: path for path, name in self.names.items()}


def line(text: str | None) -> str:
    """A text as one line; nothing for None."""
    return spaced(text or "").strip()


def spaced(text: str) -> str:
    """A part of a line: each stretch of white space as one space, also at the ends."""
    return _SPACE.sub(" ", text)


def runs(text: Runs) -> list[list[str]]:
    """Runs as pairs of style and text."""
    return [[str(run.style), spaced(run.text)] for run in text]


def lines(texts: Iterable[str]) -> list[str]:
    """Texts as a line each."""
    return [line(text) for text in texts]
