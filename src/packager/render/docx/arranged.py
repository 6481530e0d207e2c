"""What an arranged Word document is made of: plain data, with styles by their names.

Lengths are millimetres. Nothing here says how a paragraph looks: that is the business of its
style, so that a publisher's own template can say otherwise. Nothing is ever changed once it is made; what a
booklet makes by the thousand is not frozen all the same, for a frozen instance takes five times as long to make.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from packager.render.drawn import Drawn


@dataclass(slots=True, unsafe_hash=True)
class Text:
    """A run of text in a character style; `language` only where it differs from the document's."""

    text: str
    style: str | None = None
    language: str | None = None
    rtl: bool = False


@dataclass(frozen=True, slots=True)
class Tab:
    """A step to the next tab stop of the style."""


@dataclass(frozen=True, slots=True)
class ColumnBreak:
    """The end of a column: what follows stands at the head of the next."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field that Word can update, with the result it is filled in with."""

    code: str
    shown: str
    style: str | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that fills a frame of `width` by `height`, cropped to its proportions.

    `path` is a media file, or `pattern:` or `icon:` and a name. `alt` is None for decoration.
    `at` is where it stands, from the corner of the page, with the text below it; None is in the line.
    """

    path: str
    width: float
    height: float
    alt: str | None
    at: tuple[float, float] | None = None
    focus: float = 0.5
    """What is kept of a picture that is too high: 0 its head, 1 its foot."""
    behind: bool = False
    """Whether text may run over it, as in a header."""
    framed: bool = False
    style: str | None = None
    """The character style of the run that holds it."""
    drawn: Drawn | None = None
    """The drawing that stands beside a picture made of it; `path` then only names it."""
    within: str | None = None
    """The media file that the drawing shows, if it shows one."""


@dataclass(frozen=True, slots=True)
class Link:
    """A jump to a bookmark."""

    to: str
    content: tuple[Text | Tab | Field, ...]


Inline = Text | Tab | ColumnBreak | Field | Picture | Link


@dataclass(slots=True, unsafe_hash=True)
class Paragraph:
    """A paragraph in a paragraph style. `rtl` is set where its text runs from right to left."""

    style: str
    content: tuple[Inline, ...] = ()
    bookmark: str | None = None
    rtl: bool = False


@dataclass(slots=True, unsafe_hash=True)
class Cell:
    """A cell over `span` columns; `fill` only where the table's style cannot say it."""

    blocks: tuple[Paragraph, ...]
    span: int = 1
    fill: str | None = None


@dataclass(slots=True, unsafe_hash=True)
class Row:
    """A row, as high as it needs and at least `height`; a header row is repeated on each page."""

    cells: tuple[Cell, ...]
    id: str | None = None
    header: bool = False
    height: float | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table in a table style; `title` and `description` stand for it in words."""

    style: str
    widths: tuple[float, ...]
    rows: tuple[Row, ...]
    title: str | None = None
    description: str | None = None
    indent: float = 0
    first_column: bool = False


@dataclass(frozen=True, slots=True)
class Contents:
    """A contents field over paragraphs that are filled in already, below its heading."""

    code: str
    heading: Paragraph
    entries: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """What came from one place of the curriculum, in a content control tagged with its id."""

    id: str
    blocks: tuple[Paragraph | Table | Contents, ...]


Block = Paragraph | Table | Contents | Group


@dataclass(frozen=True, slots=True)
class Page:
    """An A4 page: its margins, where header and footer stand, and its numbered lines."""

    left: float
    right: float
    top: float
    bottom: float
    header_at: float = 10
    footer_at: float = 10
    numbered_lines: int = 0
    """Every so manyeth line is numbered, from the top of each page; 0 is none."""
    line_number_gap: float = 7
    columns: int = 1
    column_gap: float = 8

    @property
    def measure(self) -> float:
        """The width of the text."""
        return 210 - self.left - self.right


@dataclass(frozen=True, slots=True)
class Section:
    """Pages that share their setting. Headers and footers left None go on from the section before."""

    page: Page
    blocks: tuple[Block, ...]
    header: tuple[Paragraph, ...] | None = None
    footer: tuple[Paragraph, ...] | None = None
    first_header: tuple[Paragraph, ...] | None = None
    """The header of the first page, where it differs; the footer is the same on all pages."""
    goes_on: bool = False
    """Whether it begins on the page that the section before ends on."""


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says of itself. `date` is `YYYY-MM-DD`, or None for an undated file."""

    title: str
    subject: str
    author: str
    licence: str
    licence_url: str | None
    language: str
    identifier: str
    date: str | None


@dataclass(frozen=True, slots=True)
class Arranged:
    """A whole document."""

    properties: Properties
    sections: tuple[Section, ...] = field(default=())
