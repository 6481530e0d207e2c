"""The nodes that all documents are made of.

Each block carries the id of its source, `lesson-3/chapter/2` for the second block of lesson 3's
chapter, so that an edit made in an office program can be traced back to the YAML.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from packager.model.drawings import Drawing as DrawingModel
from packager.model.theme import Furniture


class Style(StrEnum):
    """How a run of text is meant."""

    PLAIN = "plain"
    EMPHASIS = "emphasis"
    TERM = "term"
    """A word at the one place where it is formally introduced."""
    SAY = "say"
    """The respelling of a new word, in brackets behind it."""
    STRONG = "strong"
    """A word that a teacher looks for."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one style."""

    text: str
    style: Style = Style.PLAIN


Runs = tuple[Run, ...]


def plain(runs: Runs) -> str:
    """The text of `runs` without styles."""
    return "".join(run.text for run in runs)


@dataclass(frozen=True, slots=True)
class Image:
    """A picture file, by its path relative to the root, with what stands for it in words."""

    path: str
    alt: str
    credit: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a chapter."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of prose."""

    id: str
    runs: Runs


@dataclass(frozen=True, slots=True)
class BulletList:
    """A list without order."""

    id: str
    items: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of somebody else, set off."""

    id: str
    paragraphs: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A passage from a historical or sacred source, with where it comes from."""

    id: str
    paragraphs: tuple[Runs, ...]
    attribution: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with its label (`Picture 1`) and caption."""

    id: str
    label: str
    image: Image
    caption: str | None


@dataclass(frozen=True, slots=True)
class Drawing:
    """A map, timeline or diagram with its label (`Map 1`); `model` is what the author wrote."""

    id: str
    kind: str
    label: str
    title: str
    alt: str
    caption: str
    credit: str
    model: DrawingModel
    image: Image | None = None
    """The picture that a labelled diagram names."""


@dataclass(frozen=True, slots=True)
class Table:
    """A small table; the first row of a rendered table is its header."""

    id: str
    title: str | None
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Pause:
    """A question to stop and think about. Pupils' documents have no answer in it."""

    id: str
    ask: str
    how: str | None = None
    answer: str | None = None


Prose = Paragraph | BulletList | Quotation | Source
Block = Heading | Prose | Figure | Drawing | Table | Pause


@dataclass(frozen=True, slots=True)
class Word:
    """A term with everything that is said of it."""

    id: str
    term: str
    say: str | None
    meaning: str
    example: str | None
    translations: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Imprint:
    """What every file of a topic says of itself.

    `half_term` is in words, `Autumn 1`; `date` is the declared date that files carry, or None.
    """

    topic: str
    title: str
    question: str | None
    subject: str
    subject_title: str
    colour: str
    pattern: str | None
    year: int
    half_term: str
    programme: str
    publisher: str
    licence: str
    licence_url: str | None
    language: str
    date: str | None
    furniture: Furniture = field(default_factory=Furniture)
    logo: Image | None = None

    @property
    def kicker(self) -> tuple[str, str, str]:
        """Subject, year and half-term, for the line above a title."""
        return self.subject_title, f"Year {self.year}", self.half_term

    @property
    def rights(self) -> str:
        """The line of rights in a footer."""
        return rights_line(self.publisher, self.licence)


def rights_line(publisher: str, licence: str) -> str:
    """Who holds the rights, and under which licence: `© The publisher, CC BY-NC-SA 4.0`."""
    return ", ".join(part for part in (f"© {publisher}" if publisher else "", licence) if part)
