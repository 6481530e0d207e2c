"""The teaching order: which lesson is taught in which week, and how topics hang together.

A week is a year, a half-term and the number of a lesson. Lessons of the same number in the same
half-term are taught in the same week; within it subjects tie and are listed as the map lists them.
What a lesson introduces is known in its own subject from that lesson on, elsewhere from the next week.
Topics that the map does not name, or names in a year or half-term that is not the programme's, have
no place in time and are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from packager.model.curriculum import Curriculum, Slot
from packager.model.lesson import Lesson
from packager.model.topic import Topic


@dataclass(frozen=True, slots=True, order=True)
class Week:
    """A week of teaching: positions of its year and half-term in the programme, and the number of its lessons."""

    year: int
    half_term: int
    lesson: int


class Link(StrEnum):
    """How two topics stand to each other."""

    VERTICAL = "vertical"
    """The same subject at another time."""
    HORIZONTAL = "horizontal"
    """Another subject in the same half-term."""
    DIAGONAL = "diagonal"
    """Another subject at another time."""


@dataclass(frozen=True, slots=True)
class Taught:
    """A lesson in its place: `place` counts all lessons in teaching order from 0."""

    lesson: Lesson
    topic: Topic
    subject: str
    week: Week
    place: int

    @property
    def id(self) -> str:
        """The lesson's id, `unit/topic/3`."""
        return self.lesson.id

    @property
    def half_term(self) -> tuple[int, int]:
        """The year and half-term, as positions in the programme."""
        return self.week.year, self.week.half_term


@dataclass(frozen=True, slots=True)
class Scheduled:
    """A topic in its slot, with its lessons."""

    topic: Topic
    slot: Slot
    half_term: tuple[int, int]
    lessons: tuple[Taught, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """All lessons in teaching order, and look-ups by id.

    `half_terms` is how many a year has; `optional` are the subjects that a school may leave out.
    """

    lessons: tuple[Taught, ...]
    topics: Mapping[str, Scheduled]
    by_lesson: Mapping[str, Taught]
    half_terms: int
    optional: frozenset[str] = frozenset()

    def in_subject(self, subject: str) -> Iterator[Taught]:
        """The lessons of one subject in teaching order."""
        return (taught for taught in self.lessons if taught.subject == subject)

    def distance(self, earlier: tuple[int, int], later: tuple[int, int]) -> int:
        """How many half-terms lie between two; negative where the first is the later."""
        return (later[0] - earlier[0]) * self.half_terms + later[1] - earlier[1]

    def link(self, one: str, other: str) -> Link | None:
        """How two topics hang together; None for a topic and itself, and for one that has no place in time."""
        here, there = self.topics.get(one), self.topics.get(other)
        if not here or not there or one == other:
            return None
        if here.slot.subject == there.slot.subject:
            return Link.VERTICAL
        return Link.HORIZONTAL if here.half_term == there.half_term else Link.DIAGONAL

    def linked(self, topic: str) -> dict[str, Link]:
        """Every other topic, in teaching order, with the way it hangs together with this one."""
        return {other: link for other in self.topics if (link := self.link(topic, other))}

    def target(self, identity: str) -> Week | None:
        """When a topic or lesson is taught, a topic by its first lesson; None where it has no place in time."""
        taught = self.by_lesson.get(identity)
        if taught:
            return taught.week
        topic = self.topics.get(identity)
        return Week(*topic.half_term, 1) if topic else None


def is_known(introduced: Taught, now: Taught) -> bool:
    """Whether what `introduced` teaches is known in the lesson `now`."""
    if introduced.subject == now.subject:
        return introduced.week <= now.week
    return introduced.week < now.week


def lay_out(curriculum: Curriculum) -> Timeline:
    """The timeline of a curriculum."""
    placed = list(_placed(curriculum))
    rows = [(Week(*when, lesson.number), order, lesson, topic, slot) for when, order, topic, slot in placed for lesson in topic.lessons]
    rows.sort(key=lambda row: row[:2])
    lessons = tuple(Taught(lesson, topic, slot.subject, week, place) for place, (week, _, lesson, topic, slot) in enumerate(rows))
    of_topic: dict[str, list[Taught]] = {}
    for taught in lessons:
        of_topic.setdefault(taught.topic.id, []).append(taught)
    placed.sort(key=lambda place: place[:2])
    topics = {topic.id: Scheduled(topic, slot, when, tuple(of_topic.get(topic.id, ()))) for when, _, topic, slot in placed}
    by_lesson = {taught.id: taught for taught in lessons}
    optional = frozenset(name for name, subject in curriculum.programme.subjects.items() if subject.optional)
    return Timeline(lessons, topics, by_lesson, len(curriculum.programme.half_terms), optional)


def _placed(curriculum: Curriculum) -> Iterator[tuple[tuple[int, int], int, Topic, Slot]]:
    """Each topic that has a place in time: its half-term, its rank in the map, the topic and its slot."""
    years = {year: position for position, year in enumerate(curriculum.programme.years)}
    half_terms = {name: position for position, name in enumerate(curriculum.programme.half_terms)}
    for order, slot in enumerate(curriculum.slots):
        topic = curriculum.topics.get(slot.entry.topic or "")
        if topic and curriculum.slot_by_topic[topic.id] is slot and slot.year in years and slot.half_term in half_terms:
            yield (years[slot.year], half_terms[slot.half_term]), order, topic, slot
