"""The story of a word: where it is taught, and every sentence of a lesson that uses it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from packager.diagnostics.span import Span
from packager.sequence.occurrences import Entry, Occurrence, span_of
from packager.sequence.prose import Part
from packager.sequence.teaching import Teaching
from packager.sequence.timeline import Taught


class When(StrEnum):
    """How a place where a word is used lies to the lesson that teaches it."""

    TAUGHT = "introduced"
    """In the lesson that introduces it."""
    AGAIN = "again"
    """Where it is known already."""
    SAME_WEEK = "same week"
    """In another subject in the same week, which cannot count on it yet."""
    EARLY = "early"
    """Before it is introduced, or where nothing introduces it."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A whole sentence, or a short text such as a label, that uses a word; `written` are the forms it stands in."""

    taught: Taught
    part: Part
    sentence: str
    written: tuple[str, ...]
    when: When
    span: Span


@dataclass(frozen=True, slots=True)
class Story:
    """A word with every sentence that uses it, in teaching order, and the lessons whose recall asks for it."""

    entry: Entry
    sentences: tuple[Quoted, ...]
    recalled: tuple[Taught, ...]

    def lessons(self, when: When) -> tuple[Taught, ...]:
        """The lessons that use it then, each once."""
        return tuple({quoted.taught.id: quoted.taught for quoted in self.sentences if quoted.when is when}.values())


def story(teaching: Teaching, entry: Entry) -> Story:
    """The story of one word, or of one sense of it."""
    recalled = teaching.recall.returns().get(entry.key, ())
    lessons = tuple(teaching.timeline.by_lesson[lesson] for lesson in recalled)
    return Story(entry, tuple(_quoted(teaching, entry)), lessons)


def _quoted(teaching: Teaching, entry: Entry) -> Iterator[Quoted]:
    found: dict[tuple[object, ...], list[Occurrence]] = {}
    for occurrence in teaching.occurrences.of[entry.key]:
        place = (occurrence.taught.id, occurrence.passage.path, occurrence.sentence)
        found.setdefault(place, []).append(occurrence)
    for same in found.values():
        first = same[0]
        written = tuple(dict.fromkeys(" ".join(occurrence.written.split()) for occurrence in same))
        span = span_of(teaching.curriculum, first)
        yield Quoted(first.taught, first.passage.part, first.sentence, written, _when(teaching, entry, first.taught), span)


def _when(teaching: Teaching, entry: Entry, taught: Taught) -> When:
    if taught is entry.introduced:
        return When.TAUGHT
    if teaching.occurrences.is_known(entry.key, taught):
        return When.AGAIN
    return When.SAME_WEEK if entry.introduced and entry.introduced.week == taught.week else When.EARLY
