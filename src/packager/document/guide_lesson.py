"""One lesson in the teacher guide: what to teach, what to say, what to look for, and every answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from packager.document.guide_nodes import Pair, Pairs, Part, Points, Section, Text, prose, runs, section, strong, strong_list
from packager.document.lesson_deck import Asked, asked_in_quiz
from packager.document.markup import inline
from packager.document.nodes import Runs
from packager.document.places import lessons_of_topics, topic_place
from packager.document.recall_questions import origins, recall_questions
from packager.document.vocabulary_sheet import LETTERS
from packager.document.words import words_of
from packager.model.lesson import Lesson
from packager.model.topic import Topic
from packager.sequence.returns import Returning, known_words
from packager.sequence.teaching import Teaching


@dataclass(frozen=True, slots=True)
class GuideLesson:
    """A lesson: `sections` are what is needed in class, `reference` the answers and the background; `materials` are what to bring."""

    id: str
    number: int
    title: str
    question: str | None
    outcome: str | None
    materials: tuple[str, ...]
    sections: tuple[Section, ...]
    reference: tuple[Section, ...]


def guide_lesson(teaching: Teaching, topic: Topic, lesson: Lesson, returning: Iterable[Returning]) -> GuideLesson:
    """The guide to a lesson; `returning` are the topic's words with their later places."""
    id = f"lesson-{lesson.number}"
    reference = (
        *_answers(teaching, topic, lesson),
        *_words(teaching, topic, lesson, returning),
        *section(f"{id}/notes", "Background", prose(lesson.notes or "")),
    )
    return GuideLesson(
        id=id,
        number=lesson.number,
        title=lesson.title,
        question=lesson.question,
        outcome=lesson.outcome,
        materials=lesson.materials,
        sections=(*_teaching(id, lesson), *_saying(id, topic, lesson)),
        reference=reference,
    )


def _teaching(id: str, lesson: Lesson) -> Iterator[Section]:
    yield from section(f"{id}/know", "What pupils should remember", [Points(tuple(inline(k) for k in lesson.know))] if lesson.know else [])
    yield from section(f"{id}/story_cue", "Story cue", prose(lesson.story_cue or ""))
    yield from section(f"{id}/misconceptions", "Misconceptions, and what to say", _misconceptions(lesson))
    if lesson.task:
        task = [Text(((strong("Task:"), *runs(" "), *inline(lesson.task.instruction)),)), *prose(lesson.task.guidance or "")]
        yield from section(f"{id}/task", "Task guidance", task)
    yield from section(f"{id}/content_guidance", "Content guidance", prose(lesson.content_guidance or ""))


def _saying(id: str, topic: Topic, lesson: Lesson) -> Iterator[Section]:
    """The names of the chapter and its new words, in the order of the alphabet."""
    said = {**lesson.say, **{word.term: word.say for word in words_of(topic, lesson.number) if word.say}}
    rows = tuple(Pair(name, (runs(said[name]),)) for name in sorted(said, key=lambda name: (name.casefold(), name)))
    yield from section(f"{id}/say", "Say it", [Pairs(rows)] if rows else [])


def _misconceptions(lesson: Lesson) -> Iterator[Part]:
    for each in lesson.misconceptions:
        yield Text(((strong(f"‘{each.idea.rstrip('.')}.’"),), inline(each.response)))


def _answers(teaching: Teaching, topic: Topic, lesson: Lesson) -> Iterator[Section]:
    questions = recall_questions(teaching, topic, lesson)
    recall = [question.answer for question in questions]
    pauses = [block.pause.answer or "any answer drawn from the chapter" for block in lesson.chapter if block.pause]
    quiz = [_quiz_answer(asked) for asked in asked_in_quiz(topic, lesson)]
    asked_from = (runs(f"({origins(questions)})"),) if any(question.origin for question in questions) else ()
    pairs = (("Recall", (*_numbered(recall), *asked_from)), ("Pause", _numbered(pauses)), ("Quiz", _numbered(quiz)))
    rows = tuple(Pair(label, answers) for label, answers in pairs if answers)
    yield from section(f"lesson-{lesson.number}/quiz", "Answers", [Pairs(rows)] if rows else [])


def _quiz_answer(asked: Asked) -> str:
    return asked.answer if asked.right is None else f"{LETTERS[asked.right]}: {asked.answer}"


def _numbered(answers: list[str]) -> tuple[Runs, ...]:
    if len(answers) == 1:
        return (inline(answers[0]),)
    return tuple((*runs(f"{number}\u2002"), *inline(answer)) for number, answer in enumerate(answers, 1))


def _words(teaching: Teaching, topic: Topic, lesson: Lesson, returning: Iterable[Returning]) -> Iterator[Section]:
    """What the lesson leans on, what it introduces, and where that is met again."""
    taught = teaching.timeline.by_lesson.get(lesson.id)
    before = known_words(teaching.occurrences, (taught,)) if taught else ()
    new = [word for word in returning if word.entry.term.lesson == lesson.number]
    rows = (
        Pair("Before", tuple(_before(teaching, topic, before))),
        Pair("New", (strong_list(word.entry.term.term for word in new),) if new else ()),
        Pair("Next", tuple(_next(teaching, topic, new))),
    )
    there = tuple(row for row in rows if row.paragraphs)
    yield from section(f"lesson-{lesson.number}/words", "Builds on, and sets up", [Pairs(there)] if there else [])


def _before(teaching: Teaching, topic: Topic, words: Iterable[Returning]) -> Iterator[Runs]:
    by_topic: dict[str, list[Returning]] = {}
    for word in words:
        by_topic.setdefault(word.entry.topic.id, []).append(word)
    for found in by_topic.values():
        taught = (word.entry.introduced for word in found if word.entry.introduced)
        yield _words_at(found, lessons_of_topics(teaching.curriculum, taught, topic))


def _next(teaching: Teaching, topic: Topic, words: Iterable[Returning]) -> Iterator[Runs]:
    by_topic: dict[str, list[Returning]] = {}
    for word in words:
        for other in dict.fromkeys(taught.topic.id for taught in word.lessons if taught.topic.id != topic.id):
            by_topic.setdefault(other, []).append(word)
    for other, found in by_topic.items():
        yield _words_at(found, topic_place(teaching.curriculum, teaching.curriculum.topics[other]))


def _words_at(words: Iterable[Returning], place: str) -> Runs:
    return (*strong_list(word.entry.term.term for word in words), *runs(f": {place}"))
