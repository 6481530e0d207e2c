"""What a style of the template can say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Side = Literal["top", "left", "bottom", "right"]


@dataclass(frozen=True, slots=True)
class Border:
    """A line on one side, `size` points thick and `space` points off the text."""

    side: Side
    size: float
    colour: str
    space: float = 0


@dataclass(frozen=True, slots=True)
class Stop:
    """A tab stop, in millimetres from the left margin."""

    at: float
    align: Literal["left", "right", "center"] = "left"


@dataclass(frozen=True, slots=True)
class CharacterStyle:
    """Letters: sizes in points; None leaves a property to the style below."""

    name: str
    font: Literal["display", "text"] | None = None
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    colour: str | None = None
    fill: str | None = None
    padding: float | None = None
    """Points of `fill` around the letters."""
    raised: float | None = None
    """Points above the line; negative is below."""
    checked: bool = True
    """Whether the spelling is checked."""
    outline: str | None = None
    """The colour of a line around the letters."""


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """Paragraphs: pitch, before and after in points, indents in millimetres."""

    name: str
    based_on: str | None = "Normal"
    next: str | None = None
    font: Literal["display", "text"] | None = None
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    colour: str | None = None
    pitch: float | None = None
    exact: bool = False
    """Whether lines are never higher than `pitch`, whatever stands in them."""
    before: float | None = None
    after: float | None = None
    left: float | None = None
    right: float | None = None
    first: float | None = None
    """The first line's indent from `left`; negative hangs."""
    align: Literal["left", "center", "right"] | None = None
    keep_next: bool | None = None
    keep_lines: bool | None = None
    page_break_before: bool | None = None
    line_numbers: bool | None = None
    fill: str | None = None
    borders: tuple[Border, ...] = ()
    stops: tuple[Stop, ...] = ()
    outline: int | None = None
    """The level in the outline, from 0."""
    numbering: tuple[int, int] | None = None
    """The numbering definition and its level."""
    tracking: float | None = None
    """Points after each letter."""


@dataclass(frozen=True, slots=True)
class Part:
    """How one part of a table, such as its header row, differs."""

    kind: Literal["firstRow", "firstCol", "lastCol"]
    fill: str | None = None
    borders: tuple[Border, ...] = ()


@dataclass(frozen=True, slots=True)
class TableStyle:
    """Tables: `across` and `down` are the cells' margins in millimetres."""

    name: str
    across: float = 2.4
    down: float = 2.0
    fill: str | None = None
    borders: tuple[Border, ...] = ()
    between: Border | None = None
    """The line between rows; its side does not matter."""
    parts: tuple[Part, ...] = ()


Style = CharacterStyle | ParagraphStyle | TableStyle
