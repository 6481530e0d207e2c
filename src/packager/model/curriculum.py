"""The whole curriculum, with its look-ups by id and the place of everything in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from packager.diagnostics.span import Span
from packager.model.lesson import Lesson
from packager.model.programme import ProgrammeFile, Requirement, SlotEntry, Subject
from packager.model.theme import ThemeFile
from packager.model.topic import Topic
from packager.model.unit import Unit
from packager.source.files import Entry, SourceFolder
from packager.source.tree import Path, Tree

PROGRAMME_FILE = "curriculum/curriculum.yaml"
MAP_FILE = "curriculum/map.yaml"
COVERAGE_FILE = "curriculum/coverage.yaml"
THEME_FILE = "curriculum/theme/theme.yaml"


@dataclass(frozen=True, slots=True)
class Slot:
    """One place in the map: a year, a half-term and a subject, and what is taught there.

    `path` leads to it in `curriculum/map.yaml`.
    """

    year: int
    half_term: str
    subject: str
    entry: SlotEntry
    path: Path


@dataclass(frozen=True)
class Curriculum:
    """Everything that was read, in the author's order. `strays` are files that belong nowhere."""

    folder: SourceFolder
    programme: ProgrammeFile
    slots: tuple[Slot, ...]
    requirements: Mapping[str, Requirement]
    units: Mapping[str, Unit]
    topics: Mapping[str, Topic]
    theme: ThemeFile
    trees: Mapping[str, Tree]
    strays: tuple[Entry, ...] = ()
    broken: frozenset[str] = field(default_factory=frozenset)
    """Ids of units, topics and lessons whose files are there but could not be read."""
    unread: frozenset[str] = field(default_factory=frozenset)
    """Files that are there but could not be read."""

    def span(self, file: str, path: Path = (), *, key: bool = False) -> Span:
        """The place of the value at `path` of `file`, or of its key; the file's start if unread."""
        tree = self.trees.get(file)
        return tree.span(path, key=key) if tree else Span(file)

    def let_go(self) -> None:
        """The raw data and places of the files are held no longer: once all is checked, few are asked for, and they are found again."""
        for tree in self.trees.values():
            tree.let_go()

    def span_of_id(self, topic: str, identity: str) -> Span:
        """The place of what a document calls `identity`, such as `lesson-3/chapter/2` or `vocabulary/12`."""
        first, *rest = identity.split("/")
        path = tuple(int(part) - 1 if part.isdecimal() else part for part in rest)
        if first.startswith("lesson-"):
            return self.span(f"units/{topic}/{first}.yaml", path)
        return self.span(f"units/{topic}/topic.yaml", (first, *path))

    def lessons(self) -> Iterator[Lesson]:
        """Every lesson that could be read, topic by topic."""
        for topic in self.topics.values():
            yield from topic.lessons

    def topic_of(self, lesson: Lesson) -> Topic:
        """The topic that a lesson belongs to."""
        return self.topics[lesson.id.rpartition("/")[0]]

    def unit_of(self, topic: Topic) -> Unit | None:
        """The unit of a topic, or None where its file could not be read."""
        return self.units.get(topic.unit)

    def subject_of(self, topic: Topic) -> Subject | None:
        """The subject of a topic, or None where its unit or subject is unknown."""
        unit = self.unit_of(topic)
        return self.programme.subjects.get(unit.subject) if unit else None

    @cached_property
    def slot_by_topic(self) -> Mapping[str, Slot]:
        """The slot of each topic that the map names; the first where it names one twice."""
        return {slot.entry.topic: slot for slot in reversed(self.slots) if slot.entry.topic}

    @cached_property
    def lesson_by_id(self) -> Mapping[str, Lesson]:
        """Every lesson by its id, `unit/topic/3`."""
        return {lesson.id: lesson for lesson in self.lessons()}

    @cached_property
    def _lesson_numbers(self) -> Mapping[str, frozenset[int]]:
        numbers: dict[str, set[int]] = {}
        for identity in (*self.lesson_by_id, *(b for b in self.broken if b.count("/") == 2)):
            topic, _, number = identity.rpartition("/")
            numbers.setdefault(topic, set()).add(int(number))
        return {topic: frozenset(found) for topic, found in numbers.items()}

    def lesson_numbers(self, topic: str) -> frozenset[int]:
        """The numbers of the lesson files of the topic with this id, even of those that could not be read."""
        return self._lesson_numbers.get(topic, frozenset())

    def is_known(self, target: str) -> bool:
        """Whether `target` is the id of a topic or lesson, even of one that could not be read."""
        return target in self.topics or target in self.lesson_by_id or target in self.broken
