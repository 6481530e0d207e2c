"""What a teacher guide is made of: short sections of running text, points, labelled rows and tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from packager.document import markup
from packager.document.nodes import Run, Runs, Style


@dataclass(frozen=True, slots=True)
class Text:
    """Paragraphs."""

    paragraphs: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class Points:
    """A list without order."""

    items: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A label with what belongs to it, a paragraph each."""

    label: str
    paragraphs: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Labels in a column, and beside each what belongs to it."""

    rows: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """A table: the names of its columns, then its rows."""

    names: tuple[str, ...]
    rows: tuple[tuple[Runs, ...], ...]


Part = Text | Points | Pairs | Columns


@dataclass(frozen=True, slots=True)
class Section:
    """A titled section; `id` leads to what an author wrote of it."""

    id: str
    title: str
    parts: tuple[Part, ...]


def runs(*texts: str) -> Runs:
    """Plain runs."""
    return tuple(Run(text) for text in texts if text)


def strong(text: str) -> Run:
    """A word that stands out."""
    return Run(text, Style.STRONG)


def strong_list(words: Iterable[str]) -> Runs:
    """`**a**, **b** and **c**`."""
    listed = list(words)
    joints = [", "] * (len(listed) - 2) + [" and "] * (len(listed) > 1) + [""]
    return tuple(run for word, joint in zip(listed, joints, strict=False) for run in (strong(word), *runs(joint)))


def prose(text: str) -> Iterator[Part]:
    """An author's text: its paragraphs and quotations as text, its lists as points."""
    paragraphs: list[Runs] = []
    for piece in markup.parse(text):
        if piece.kind != "list":
            paragraphs += piece.runs
            continue
        if paragraphs:
            yield Text(tuple(paragraphs))
            paragraphs = []
        yield Points(piece.runs)
    if paragraphs:
        yield Text(tuple(paragraphs))


def section(id: str, title: str, parts: Iterable[Part | None]) -> Iterator[Section]:
    """A section, unless there is nothing in it."""
    there = tuple(part for part in parts if part is not None)
    if there:
        yield Section(id, title, there)
