"""What the catalogue has to give besides words: built files, packs, and pictures of what is in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from packager.plan.record import Entry


class Shown(StrEnum):
    """For whom a catalogue is."""

    TEACHERS = "teachers"
    """Everything."""
    PUPILS = "pupils"
    """No file of teachers, and nothing that speaks to them."""
    PUBLIC = "public"
    """A shop window: no file of teachers, and no full text."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A picture of a page or slide: its path from the root of the catalogue, its size, and what it shows."""

    path: str
    width: int
    height: int
    label: str


@dataclass(frozen=True, slots=True)
class Inside:
    """Pictures of what is in a pack: the booklet's cover, and by the numbers of lessons pages and slides.

    `slides_in_all` is how many slides a lesson has, of which some are shown.
    """

    cover: Preview | None = None
    pages: Mapping[int, tuple[Preview, ...]] = field(default_factory=dict)
    slides: Mapping[int, tuple[Preview, ...]] = field(default_factory=dict)
    slides_in_all: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Pack:
    """A topic's files in one: its path from the root of the catalogue, and its size."""

    path: str
    bytes: int


@dataclass(frozen=True, slots=True)
class Stock:
    """What is there to be given out.

    `files_at` leads from the root of the catalogue to the folder that the paths of entries start from;
    `pages` is how many pages a PDF file has, by its path; `cards` are wide pictures of topics.
    """

    entries: tuple[Entry, ...]
    shown: Shown = Shown.TEACHERS
    files_at: str = ""
    packs: Mapping[str, Pack] = field(default_factory=dict)
    inside: Mapping[str, Inside] = field(default_factory=dict)
    cards: Mapping[str, Preview] = field(default_factory=dict)
    pages: Mapping[str, int] = field(default_factory=dict)


FULL_TEXTS = frozenset({"booklet"})
"""The products that hold the whole text of a topic."""


def may_show(entry: Entry, shown: Shown) -> bool:
    """Whether a built file may stand in a catalogue."""
    if shown is Shown.TEACHERS:
        return True
    return entry.audience == "pupils" and not (shown is Shown.PUBLIC and entry.product in FULL_TEXTS)
