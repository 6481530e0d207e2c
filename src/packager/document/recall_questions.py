"""The recall questions of a lesson, the author's first, each with where its answer was taught."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from packager.document.places import lesson_place, stretches
from packager.model.lesson import Lesson
from packager.model.topic import Topic
from packager.sequence.teaching import Teaching


@dataclass(frozen=True, slots=True)
class RecallQuestion:
    """A question; `origin` is None where no lesson of the programme taught the answer.

    `id` leads to the author's question in the lesson's file, for a chosen one to its `recall`.
    """

    id: str
    ask: str
    answer: str
    origin: str | None


def recall_questions(teaching: Teaching, topic: Topic, lesson: Lesson) -> tuple[RecallQuestion, ...]:
    """What opens a lesson; of a lesson without a place in time, what its author wrote."""
    return tuple(
        RecallQuestion(f"lesson-{lesson.number}/recall/{number}", ask, answer, origin)
        for number, (ask, answer, origin) in enumerate(_asked(teaching, topic, lesson), 1)
    )


def _asked(teaching: Teaching, topic: Topic, lesson: Lesson) -> Iterator[tuple[str, str, str | None]]:
    planned = teaching.recall.decks.get(lesson.id)
    if planned is None:
        yield from ((question.ask, question.answer, None) for question in lesson.recall)
        return
    for question in planned:
        taught = teaching.timeline.by_lesson.get(question.lesson or "")
        yield question.ask, question.answer, lesson_place(teaching.curriculum, taught, topic) if taught else None


def origins(questions: tuple[RecallQuestion, ...]) -> str:
    """Where the questions come from: `questions 1 to 4 from lesson 1; question 5 from Geography: Rivers, lesson 2`."""
    by_origin: dict[str, list[int]] = {}
    for number, question in enumerate(questions, 1):
        by_origin.setdefault(question.origin or "", []).append(number)
    return "; ".join(
        f"{_questions(numbers)} {f'from {origin}' if origin else 'written for this lesson'}" for origin, numbers in by_origin.items()
    )


def _questions(numbers: list[int]) -> str:
    return f"{'question' if len(numbers) == 1 else 'questions'} {stretches(numbers)}"
