"""What a bridge tells a class, topic by topic: the words it has missed, what to know, and a few questions.

Of a topic that a coming one builds on, all lessons or those that it names are told; of any other, those
that taught the words missed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from packager.document.lesson_deck import Asked, asked_in_quiz
from packager.document.nodes import Word
from packager.document.words import words_of
from packager.model.lesson import Lesson
from packager.model.topic import Topic
from packager.sequence.gaps import Gaps, MissedTopic, MissedWord
from packager.sequence.occurrences import Occurrences
from packager.sequence.prose import Part
from packager.sequence.teaching import Teaching

MOST_QUESTIONS = 6
"""Two slides of a quiz, and less than a page."""
_LONGEST_ID = 64
"""Letters in the tag of a content control that Word accepts (Open XML SDK, `w:tag`)."""


@dataclass(frozen=True, slots=True)
class LessonPart:
    """One lesson of a missed topic: the words missed from it, what to know, and its quiz.

    `telling` are the questions that use a missed word, or any where a coming topic builds on the lesson.
    """

    lesson: Lesson
    words: tuple[Word, ...]
    know: tuple[str, ...]
    quiz: tuple[Asked, ...]
    telling: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class TopicPart:
    """A missed topic with the lessons to be told of it; `uses` say what takes its words for granted."""

    topic: Topic
    lessons: tuple[LessonPart, ...]
    missed: tuple[MissedWord, ...]
    built_on_by: tuple[Topic, ...]

    @property
    def words(self) -> tuple[Word, ...]:
        """All words missed from the topic."""
        return tuple(word for part in self.lessons for word in part.words)

    @property
    def know(self) -> tuple[str, ...]:
        """All that is to be known of it."""
        return tuple(point for part in self.lessons for point in part.know)


def bridge_parts(teaching: Teaching, gaps: Gaps) -> tuple[TopicPart, ...]:
    """What a class has to be told, in the order in which it was taught to others."""
    return tuple(_topic(teaching, missed, gaps.coming) for missed in gaps.topics)


def quiz_of(parts: Iterable[TopicPart]) -> tuple[Asked, ...]:
    """A few questions, one of each lesson by turns; of lessons whose quizzes use no missed word only where no other has."""
    told = [part for topic in parts for part in topic.lessons]
    lessons = [part.telling for part in told if part.telling] or [part.quiz for part in told]
    turns = (question for turn in zip_longest(*lessons) for question in turn if question)
    return tuple(dict.fromkeys(turns))[:MOST_QUESTIONS]


def short_id(*parts: str) -> str:
    """An id of a block; the end of one that is longer than Word accepts."""
    return "/".join(parts)[-_LONGEST_ID:].lstrip("/")


def _topic(teaching: Teaching, missed: MissedTopic, coming: tuple[Topic, ...]) -> TopicPart:
    topic = missed.topic
    built_on, words = set(_built_on(topic, coming)), {word.entry.term.lesson for word in missed.words}
    positions = {word.entry.position for word in missed.words}
    lessons = (
        _lesson(teaching.occurrences, topic, lesson, positions, lesson.number in built_on)
        for lesson in topic.lessons
        if lesson.number in built_on | words
    )
    return TopicPart(topic, tuple(lessons), missed.words, missed.built_on_by)


def _built_on(topic: Topic, coming: tuple[Topic, ...]) -> Iterator[int]:
    """The lessons that coming topics name, by themselves or with their whole topic."""
    targets = {target for other in coming for target in other.builds_on}
    yield from (lesson.number for lesson in topic.lessons if topic.id in targets or lesson.id in targets)


def _lesson(occurrences: Occurrences, topic: Topic, lesson: Lesson, positions: set[int], built_on: bool) -> LessonPart:
    missed = {f"vocabulary/{position + 1}" for position in positions}
    words = tuple(replace(word, id=f"{topic.id}/{word.id}") for word in words_of(topic, lesson.number) if word.id in missed)
    using = _questions_with(occurrences, lesson, {f"{topic.id}/{identity}" for identity in missed})
    quiz = tuple(replace(question, id=f"{topic.id}/{question.id}") for question in asked_in_quiz(topic, lesson))
    first = sorted(range(len(quiz)), key=lambda number: number not in using)
    telling = tuple(quiz[number] for number in first if built_on or number in using)
    return LessonPart(lesson, words, lesson.know, quiz, telling)


def _questions_with(occurrences: Occurrences, lesson: Lesson, keys: set[str]) -> set[int]:
    """The places of quiz questions that use some of these words."""
    found = (o for o in occurrences.by_lesson.get(lesson.id, ()) if o.entry.key in keys and o.passage.part is Part.QUIZ)
    return {place for occurrence in found if isinstance(place := occurrence.passage.path[1], int)}
