"""Where every term is introduced, and everywhere it is met, in teaching order.

Reading a lesson (`scan`) depends on nothing but the terms and its own texts. What the results mean in time is
worked out afterwards.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from packager.diagnostics.span import Span
from packager.model.curriculum import Curriculum
from packager.model.topic import Topic
from packager.model.vocabulary import Term
from packager.sequence.matching import Match, Matcher, longest
from packager.sequence.prose import Part, Passage, prose_of
from packager.sequence.sentences import sentence_at
from packager.sequence.timeline import Taught, Timeline, is_known
from packager.source.tree import Path

Scanned = tuple[tuple[Match, ...], ...]
"""Every candidate in each passage of a lesson."""
Scan = Callable[[Matcher, tuple[Passage, ...]], Scanned]


@dataclass(frozen=True, slots=True)
class Entry:
    """A term of a topic's vocabulary; `introduced` is None where its lesson is not there or has no place in time."""

    key: str
    topic: Topic
    position: int
    term: Term
    introduced: Taught | None

    @property
    def path(self) -> Path:
        """The path of the entry in its `topic.yaml`."""
        return ("vocabulary", self.position)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """An entry met in a lesson, at `start` to `end` of a passage; `others` are entries spelt alike."""

    entry: Entry
    taught: Taught
    passage: Passage
    start: int
    end: int
    others: tuple[Entry, ...] = ()

    @property
    def written(self) -> str:
        """The term as it stands there."""
        return self.passage.text[self.start : self.end]

    @property
    def sentence(self) -> str:
        """The whole sentence round it."""
        return sentence_at(self.passage.text, self.start)

    @property
    def has_senses(self) -> bool:
        """Whether only a `sense` tells which entry this is."""
        return bool(self.others) and any(entry.term.sense for entry in (self.entry, *self.others))


def scan(matcher: Matcher, passages: tuple[Passage, ...]) -> Scanned:
    """What stands in the passages of one lesson."""
    return tuple(tuple(matcher.candidates(passage.text)) for passage in passages)


@dataclass(frozen=True)
class Occurrences:
    """The entries by key, in teaching order of their topics, and what was found in each lesson."""

    timeline: Timeline
    entries: Mapping[str, Entry]
    matcher: Matcher
    passages: Mapping[str, tuple[Passage, ...]]
    scanned: Mapping[str, Scanned]

    @cached_property
    def by_lesson(self) -> Mapping[str, tuple[Occurrence, ...]]:
        """Every occurrence in each lesson, in reading order; where two entries are spelt alike, the likelier is meant."""
        return {taught.id: tuple(self._in_lesson(taught)) for taught in self.timeline.lessons}

    def in_lesson(self, taught: Taught) -> tuple[Occurrence, ...]:
        """Every occurrence in a lesson, in reading order."""
        return self.by_lesson[taught.id]

    @cached_property
    def known_by_lesson(self) -> Mapping[str, tuple[Occurrence, ...]]:
        """Every occurrence in each lesson of what has been introduced by then, in reading order."""
        return {taught.id: tuple(self._known_in_lesson(taught)) for taught in self.timeline.lessons}

    def known_in_lesson(self, taught: Taught) -> tuple[Occurrence, ...]:
        """Every occurrence of what has been introduced by then.

        A longer phrase that is introduced later hides nothing here, so that what is said of a lesson
        never changes when lessons are added after it.
        """
        return self.known_by_lesson[taught.id]

    @cached_property
    def leaned_on(self) -> Mapping[str, Mapping[str, tuple[Occurrence, ...]]]:
        """What each lesson uses of the words taught before it, by the lesson's id: the places of each, by its key."""
        return {taught.id: self._leaned_on_in(taught) for taught in self.timeline.lessons}

    def is_known(self, key: str, taught: Taught) -> bool:
        """Whether an entry is known in a lesson."""
        introduced = self.entries[key].introduced
        return introduced is not None and is_known(introduced, taught)

    @cached_property
    def of(self) -> Mapping[str, tuple[Occurrence, ...]]:
        """Every occurrence of each entry, by its key, in teaching order."""
        found: dict[str, list[Occurrence]] = {key: [] for key in self.entries}
        for taught in self.timeline.lessons:
            for occurrence in self.in_lesson(taught):
                found[occurrence.entry.key].append(occurrence)
        return {key: tuple(places) for key, places in found.items()}

    @cached_property
    def of_topic(self) -> Mapping[str, tuple[Entry, ...]]:
        """The entries of each topic, by its id, in the author's order."""
        return {topic: tuple(entries) for topic, entries in groupby(self.entries.values(), lambda entry: entry.topic.id)}

    @cached_property
    def rank(self) -> Mapping[str, int]:
        """The place of each entry among all, by its key."""
        return {key: place for place, key in enumerate(self.entries)}

    @cached_property
    def introduced_in(self) -> Mapping[str, tuple[Entry, ...]]:
        """The entries that each lesson introduces, by the lesson's id."""
        found: dict[str, list[Entry]] = {}
        for entry in self.entries.values():
            if entry.introduced:
                found.setdefault(entry.introduced.id, []).append(entry)
        return {lesson: tuple(entries) for lesson, entries in found.items()}

    @cached_property
    def again(self) -> Mapping[str, tuple[Occurrence, ...]]:
        """Where each entry comes back in a lesson after the one that introduces it, by its key, in teaching order."""
        return {key: tuple(self._met_again(self.entries[key].introduced, places)) for key, places in self.of.items()}

    def met_again(self, entry: Entry) -> tuple[Occurrence, ...]:
        """Where an entry comes back in a lesson after the one that introduces it."""
        return self.again[entry.key]

    def named(self, text: str) -> tuple[Entry, ...]:
        """The entries that a reader means by `text`, in any of their forms, whatever its capitals."""
        keys = dict.fromkeys(key for form in (text, text.capitalize(), text.title(), text.upper()) for key in self._whole(form))
        return tuple(self.entries[key] for key in keys)

    def _in_lesson(self, taught: Taught) -> Iterator[Occurrence]:
        for passage, candidates in self._found_in(taught):
            for match in longest(candidates):
                yield self._occurrence(taught, passage, match)

    def _known_in_lesson(self, taught: Taught) -> Iterator[Occurrence]:
        for passage, candidates in self._found_in(taught):
            for match in longest(candidates, lambda key: self.is_known(key, taught)):
                yield self._occurrence(taught, passage, match)

    def _met_again(self, introduced: Taught | None, places: Iterable[Occurrence]) -> Iterator[Occurrence]:
        if introduced:
            yield from (each for each in places if each.taught is not introduced and is_known(introduced, each.taught))

    def _leaned_on_in(self, taught: Taught) -> Mapping[str, tuple[Occurrence, ...]]:
        found: dict[str, list[Occurrence]] = {}
        for occurrence in self.known_in_lesson(taught):
            if occurrence.entry.introduced is not taught and is_leaned_on(occurrence):
                found.setdefault(occurrence.entry.key, []).append(occurrence)
        return {key: tuple(places) for key, places in found.items()}

    def _found_in(self, taught: Taught) -> Iterator[tuple[Passage, tuple[Match, ...]]]:
        """The passages of a lesson in which anything was found."""
        return (pair for pair in zip(self.passages[taught.id], self.scanned[taught.id], strict=True) if pair[1])

    def _whole(self, text: str) -> Iterator[str]:
        text = text.strip()
        for match in self.matcher.candidates(text):
            if match.start == 0 and match.end == len(text):
                yield from match.keys

    def _occurrence(self, taught: Taught, passage: Passage, match: Match) -> Occurrence:
        entries = sorted((self.entries[key] for key in match.keys), key=lambda entry: _unlikely(entry, taught)) if match.others else ()
        first = entries[0] if entries else self.entries[match.key]
        return Occurrence(first, taught, passage, match.start, match.end, tuple(entries[1:]))


def is_leaned_on(occurrence: Occurrence) -> bool:
    """Whether a lesson says the word itself: a recall question brings it back too, but leans on nothing."""
    return occurrence.passage.part is not Part.RECALL


def _unlikely(entry: Entry, taught: Taught) -> tuple[bool, bool, bool, int]:
    """How unlikely an entry is meant: first those of the topic, then known ones, of the subject, the last taught."""
    introduced = entry.introduced
    if introduced is None:
        return True, True, True, 0
    known, elsewhere = is_known(introduced, taught), introduced.subject != taught.subject
    return entry.topic.id != taught.topic.id, not known, elsewhere, -introduced.place if known else introduced.place


def find_occurrences(curriculum: Curriculum, timeline: Timeline, read: Scan = scan) -> Occurrences:
    """All terms of a curriculum in all its lessons."""
    entries = {entry.key: entry for entry in _entries(curriculum, timeline)}
    matcher = Matcher((key, entry.term) for key, entry in entries.items())
    passages = {lesson.id: prose_of(lesson) for lesson in curriculum.lessons()}
    scanned = {lesson: read(matcher, texts) for lesson, texts in passages.items()}
    return Occurrences(timeline, entries, matcher, passages, scanned)


def _entries(curriculum: Curriculum, timeline: Timeline) -> Iterator[Entry]:
    placed = (scheduled.topic for scheduled in timeline.topics.values())
    rest = (topic for topic in curriculum.topics.values() if topic.id not in timeline.topics)
    for topic in (*placed, *rest):
        for position, term in enumerate(topic.vocabulary):
            key = f"{topic.id}/vocabulary/{position + 1}"
            yield Entry(key, topic, position, term, timeline.by_lesson.get(f"{topic.id}/{term.lesson}"))


def span_of(curriculum: Curriculum, occurrence: Occurrence) -> Span:
    """The line and column of an occurrence in its lesson's file."""
    return place_of(curriculum, occurrence.taught.lesson.file, occurrence.passage, occurrence.start)


def place_of(curriculum: Curriculum, file: str, passage: Passage, offset: int) -> Span:
    """The line and column of a letter of a passage."""
    tree = curriculum.trees.get(file)
    return tree.span_in(passage.path, offset) if tree else Span(file)
