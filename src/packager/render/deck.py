"""An arranged deck as plain data: slides of named layouts with filled slots. Lengths are inches, sizes points.

Whatever shows slides takes this: PowerPoint files, pictures of slides, tests. A slot is known by its name
in the layout; what a slide does not say (place, size, colour) is the layout's.

Nothing here is ever changed once it is made. What each deck makes by the hundred is not frozen all the same, for
a frozen instance takes five times as long to make.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, Protocol

from packager.drawing.shapes import Group

WIDTH, HEIGHT = 40 / 3, 7.5
"""The size of a slide in inches, 16:9."""


class Tone(StrEnum):
    """The colours of the theme by what they are for."""

    INK = "ink"
    WHITE = "white"
    DEEP = "deep"
    PAPER = "paper"
    ACCENT = "accent"
    MUTED = "muted"
    T1 = "t1"
    T2 = "t2"
    T3 = "t3"
    RULE = "rule"

    __hash__ = str.__hash__


class Box(NamedTuple):
    """A rectangle on a slide."""

    x: float
    y: float
    w: float
    h: float

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.h

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.w


class Crop(NamedTuple):
    """What is cut off each side of a picture, as fractions of it."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0


WHOLE = Crop()
"""A picture of which nothing is cut off."""


@dataclass(slots=True, unsafe_hash=True)
class Words:
    """A stretch of text. Without a tone it has the colour of its level; without a language, that of its script or of the deck."""

    text: str
    bold: bool = False
    italic: bool = False
    tone: Tone | None = None
    language: str | None = None


@dataclass(slots=True, unsafe_hash=True)
class Line:
    """A paragraph on a slide: `level` counts from 1; `before` is space above in points, where not the level's."""

    words: tuple[Words, ...]
    level: int = 1
    before: float | None = None

    @property
    def text(self) -> str:
        """The paragraph without styles."""
        return "".join(part.text for part in self.words)


def line(text: str, level: int = 1, **style: object) -> Line:
    """A paragraph of one stretch of text."""
    if not text:
        return Line((), level)
    return Line((Words(text, **style) if style else Words(text),), level)  # type: ignore[arg-type]  # the fields of Words


@dataclass(slots=True, unsafe_hash=True)
class TextSlot:
    """A filled text. `scale` below 1 says that it is shown smaller than its layout says."""

    name: str
    id: str
    lines: tuple[Line, ...]
    box: Box | None = None
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class PictureSlot:
    """A filled picture, by its path relative to the root; it fills `box` once cropped."""

    name: str
    id: str
    path: str
    alt: str
    box: Box
    crop: Crop = WHOLE


class Edge(NamedTuple):
    """The line on one side of a table cell, in points; a width of nought hides it."""

    width: float = 0.0
    tone: Tone = Tone.RULE


HIDDEN = Edge()
"""An edge without a line."""


class Inset(NamedTuple):
    """The space between a cell's edges and its text, in points."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0


NO_INSET = Inset()
"""Text that begins at the edge."""


@dataclass(slots=True, unsafe_hash=True)
class Cell:
    """A table cell. It may span further cells to its right and below, which are then left out as None."""

    lines: tuple[Line, ...] = ()
    size: float = 24
    pitch: float = 31
    tone: Tone = Tone.INK
    fill: Tone | None = None
    align: str = "left"
    anchor: str = "middle"
    inset: Inset = NO_INSET
    top: Edge = HIDDEN
    bottom: Edge = HIDDEN
    left: Edge = HIDDEN
    right: Edge = HIDDEN
    columns: int = 1
    rows: int = 1
    hang: float = 0.0
    """How far, in points, text hangs in behind a letter or a tick, which a tab divides from it."""


@dataclass(slots=True, unsafe_hash=True)
class Row:
    """A table row and its height in inches."""

    height: float
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class TableSlot:
    """A filled table at a place; `header` says that its first row is one."""

    name: str
    id: str
    alt: str
    x: float
    y: float
    columns: tuple[float, ...]
    rows: tuple[Row, ...]
    header: bool = False

    @property
    def box(self) -> Box:
        """The place that the whole table takes."""
        return Box(self.x, self.y, sum(self.columns), sum(row.height for row in self.rows))


class Shown(Protocol):
    """A drawing whose shapes may be laid out only when somebody asks for them."""

    @property
    def root(self) -> Group:
        """Its shapes in points, their pictures named by their paths relative to the root."""


@dataclass(frozen=True, slots=True)
class DrawingSlot:
    """A map, timeline or diagram: shapes in points from the corner of `box`, none of them outside it."""

    name: str
    id: str
    alt: str
    box: Box
    shown: Shown

    @property
    def root(self) -> Group:
        """Its shapes."""
        return self.shown.root


Slot = TextSlot | PictureSlot | TableSlot | DrawingSlot


@dataclass(slots=True, unsafe_hash=True)
class Mark:
    """A shape without meaning: a `disc` or a `bar`, drawn behind the slots, or in front of them."""

    kind: str
    id: str
    box: Box
    tone: Tone
    front: bool = False


@dataclass(slots=True, unsafe_hash=True)
class Remark:
    """A labelled passage of the speaker notes; the label may be empty."""

    label: str
    text: str


@dataclass(slots=True, unsafe_hash=True)
class Slide:
    """One slide. `id` is the id of what it shows; `slots` are in reading order behind the title."""

    id: str
    layout: str
    title: TextSlot
    slots: tuple[Slot, ...]
    footer: str
    marks: tuple[Mark, ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck and what its file says of itself."""

    title: str
    author: str
    rights: str
    keywords: str
    language: str
    date: str | None
    slides: tuple[Slide, ...]
