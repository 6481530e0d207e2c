"""What an arranged workbook is made of: plain data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Style:
    """How a cell looks; colours are `#RRGGBB`."""

    bold: bool = False
    size: float = 10
    colour: str | None = None
    fill: str | None = None
    border: str | None = None
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A text or a number; `lead` is the first line of a text, in bold."""

    value: str | int
    style: Style = Style()
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, and its width in letters."""

    name: str
    width: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with a heading row. A `table` can be sorted and filtered; `description` says what it holds.

    `fixed` is how many columns stay in sight; `height` is the least height of a row in points, where that is set.
    """

    name: str
    description: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    table: bool = True
    fixed: int = 1
    height: float | None = None


@dataclass(frozen=True, slots=True)
class Workbook:
    """A whole file and what it says of itself. `date` is `YYYY-MM-DD`, or None for an undated file."""

    title: str
    subject: str
    author: str
    licence: str
    licence_url: str | None
    rights: str
    language: str
    date: str | None
    sheets: tuple[Sheet, ...]
