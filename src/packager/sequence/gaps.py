"""What a class has never met although the coming half-term takes it for granted.

A class may have joined late, and it may be taught the content of another year than its own, as while a
school takes the programme up year by year. How far its content lies from its own year is taken to have
been the same since it joined.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from packager.model.curriculum import Curriculum, Slot
from packager.model.topic import Topic
from packager.sequence.occurrences import Entry, Occurrence, Occurrences
from packager.sequence.timeline import Scheduled, Taught

HalfTerm = tuple[int, int]
"""Positions of a year and of a half-term in the programme; the year may lie outside it."""


class UnknownHalfTerm(Exception):
    """A half-term is not written `year-4/autumn-1`, or the programme has no such year or half-term."""


@dataclass(frozen=True, slots=True)
class Cohort:
    """A class: the content it had met when it begins `starting` runs from `joined` up to there."""

    joined: HalfTerm
    starting: HalfTerm

    def has_met(self, half_term: HalfTerm) -> bool:
        """Whether the class was taught what is taught in a half-term."""
        return self.joined <= half_term < self.starting


@dataclass(frozen=True, slots=True)
class MissedWord:
    """A word that the coming lessons use and the class was never taught, with every place that uses it."""

    entry: Entry
    uses: tuple[Occurrence, ...]


@dataclass(frozen=True, slots=True)
class MissedTopic:
    """A topic that the class was never taught: which coming topics build on it, and the words missed from it."""

    topic: Topic
    built_on_by: tuple[Topic, ...]
    words: tuple[MissedWord, ...]


@dataclass(frozen=True, slots=True)
class Gaps:
    """Words in the order they were taught, topics likewise, and the topics of the coming half-term."""

    coming: tuple[Topic, ...]
    words: tuple[MissedWord, ...]
    topics: tuple[MissedTopic, ...]


def cohort(curriculum: Curriculum, joined: str, starting: str, content_year: int | None = None) -> Cohort:
    """The class that joined at `year-3/spring-1` and starts `year-4/autumn-1`, in terms of content.

    `content_year` is the year whose content it is taught when it starts. Raises UnknownHalfTerm.
    """
    start = _half_term(curriculum, starting)
    join = _half_term(curriculum, joined)
    shift = 0
    if content_year is not None:
        if content_year not in curriculum.programme.years:
            raise UnknownHalfTerm(f"the programme has no year {content_year}")
        shift = curriculum.programme.years.index(content_year) - start[0]
    return Cohort((join[0] + shift, join[1]), (start[0] + shift, start[1]))


def find_gaps(occurrences: Occurrences, group: Cohort) -> Gaps:
    """What the half-term that `group` starts takes for granted and the group never met."""
    timeline = occurrences.timeline
    coming = tuple(scheduled for scheduled in timeline.topics.values() if scheduled.half_term == group.starting)
    uses: dict[str, list[Occurrence]] = {}
    for scheduled in coming:
        for taught in scheduled.lessons:
            for occurrence in occurrences.in_lesson(taught):
                if _is_missed(occurrence.entry, group):
                    uses.setdefault(occurrence.entry.key, []).append(occurrence)
    words = tuple(MissedWord(entry, tuple(uses[key])) for key, entry in occurrences.entries.items() if key in uses)
    topics = tuple(_missed_topics(occurrences, group, coming, words))
    return Gaps(tuple(scheduled.topic for scheduled in coming), words, topics)


def coming_slots(curriculum: Curriculum, group: Cohort) -> tuple[Slot, ...]:
    """What the map has for the half-term that `group` starts, written or only planned."""
    programme, (year, half_term) = curriculum.programme, group.starting
    if not 0 <= year < len(programme.years):
        return ()
    wanted = programme.years[year], programme.half_terms[half_term]
    return tuple(slot for slot in curriculum.slots if (slot.year, slot.half_term) == wanted)


def _half_term(curriculum: Curriculum, written: str) -> HalfTerm:
    year, _, half_term = written.strip().partition("/")
    digits = year.removeprefix("year-")
    programme = curriculum.programme
    number = int(digits) if digits.isdecimal() and digits.isascii() and len(digits) < 6 else None
    if number not in programme.years or half_term not in programme.half_terms:
        known = f"`year-{programme.years[0]}/{programme.half_terms[0]}`"
        raise UnknownHalfTerm(f"the programme has no half-term `{written}`: write it as {known}")
    return programme.years.index(number), programme.half_terms.index(half_term)


def _is_missed(entry: Entry, group: Cohort) -> bool:
    """Whether an entry was taught before the coming half-term, but not to this class."""
    return entry.introduced is not None and _was_missed(entry.introduced.half_term, group)


def _was_missed(half_term: HalfTerm, group: Cohort) -> bool:
    return half_term < group.starting and not group.has_met(half_term)


def _missed_topics(
    occurrences: Occurrences, group: Cohort, coming: tuple[Scheduled, ...], words: tuple[MissedWord, ...]
) -> Iterator[MissedTopic]:
    builders: dict[str, list[Topic]] = {}
    for scheduled in coming:
        for target in scheduled.topic.builds_on:
            builders.setdefault(_topic_of(occurrences, target), []).append(scheduled.topic)
    for identity, missed in occurrences.timeline.topics.items():
        own = tuple(word for word in words if word.entry.topic.id == identity)
        built_on_by = tuple(dict.fromkeys(topic.id for topic in builders.get(identity, ())))
        if _was_missed(missed.half_term, group) and (own or built_on_by):
            topics = tuple(occurrences.timeline.topics[builder].topic for builder in built_on_by)
            yield MissedTopic(missed.topic, topics, own)


def _topic_of(occurrences: Occurrences, target: str) -> str:
    lesson: Taught | None = occurrences.timeline.by_lesson.get(target)
    return lesson.topic.id if lesson else target
