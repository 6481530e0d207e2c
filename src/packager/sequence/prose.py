"""The prose of a lesson: every text that pupils read or are asked, part by part, with its path in the YAML.

Prose are the title and question; of the chapter its texts, headings, sources, captions, pause questions,
tables and the words of drawings; then what to know, recall, talk, task and quiz. Not prose are what
only the teacher sees (notes, cues, guidance, answers to pauses, misconceptions), alt texts, credits,
where a source comes from, respellings, and the bare names of places on a map.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import singledispatch
from typing import Any

from packager.model import drawings
from packager.model.blocks import Block, Pause, Source, Table
from packager.model.lesson import Lesson
from packager.model.picture import Figure
from packager.model.quiz import Question, QuizQuestion
from packager.source.tree import Path


class Part(StrEnum):
    """What a text of a lesson is for."""

    TITLE = "title"
    CHAPTER = "chapter"
    KNOW = "know"
    RECALL = "recall"
    TALK = "talk"
    TASK = "task"
    QUIZ = "quiz"


@dataclass(frozen=True, slots=True)
class Passage:
    """One text of a lesson; `path` leads to it in the lesson's YAML."""

    part: Part
    path: Path
    text: str


_Texts = Iterator[tuple[Path, str | None]]


def prose_of(lesson: Lesson) -> tuple[Passage, ...]:
    """Every passage of a lesson in reading order."""
    return tuple(Passage(part, path, text) for part, read in _PARTS for path, text in read(lesson) if text)


def chapter_prose(lesson: Lesson) -> Iterator[Passage]:
    """The running text of the chapter alone, whose length and sentences are measured: no captions, no drawings."""
    for number, block in enumerate(lesson.chapter):
        if block.text:
            yield Passage(Part.CHAPTER, ("chapter", number, "text"), block.text)


def _title(lesson: Lesson) -> _Texts:
    yield ("title",), lesson.title
    yield ("question",), lesson.question


def _chapter(lesson: Lesson) -> _Texts:
    for number, block in enumerate(lesson.chapter):
        for path, text in _block(block):
            yield ("chapter", number, block.kind, *path), text


def _block(block: Block) -> _Texts:
    yield from _content(getattr(block, block.kind))


@singledispatch
def _content(content: Any) -> _Texts:
    yield (), str(content)


@_content.register
def _(content: Figure) -> _Texts:
    yield ("caption",), content.caption


@_content.register
def _(content: Source) -> _Texts:
    yield ("text",), content.text


@_content.register
def _(content: Pause) -> _Texts:
    yield ("ask",), content.ask


@_content.register
def _(content: Table) -> _Texts:
    yield ("title",), content.title
    yield from _listed("columns", content.columns)
    for row, cells in enumerate(content.rows):
        for cell, text in enumerate(cells):
            yield ("rows", row, cell), text


@_content.register
def _(content: drawings.Map) -> _Texts:
    yield from _drawn(content)
    yield from ((("arrows", n, "text"), arrow.text) for n, arrow in enumerate(content.arrows))
    yield from _listed("key", content.key)
    yield from _listed("look_for", content.look_for)


@_content.register
def _(content: drawings.Timeline) -> _Texts:
    yield from _drawn(content)
    yield from ((("events", n, "text"), event.text) for n, event in enumerate(content.events))
    yield from ((("spans", n, "text"), span.text) for n, span in enumerate(content.spans))
    yield ("ask",), content.ask


@_content.register(drawings.Cycle | drawings.Sequence | drawings.Layers)
def _(content: drawings.Cycle | drawings.Sequence | drawings.Layers) -> _Texts:
    yield from _drawn(content)
    for number, step in enumerate(content.steps):
        yield ("steps", number, "name"), step.name
        yield ("steps", number, "text"), step.text
    yield from _listed("points", content.points)


@_content.register
def _(content: drawings.Tree) -> _Texts:
    yield from _drawn(content)
    waiting: list[tuple[Path, drawings.Branch]] = [(("root",), content.root)]
    while waiting:
        path, branch = waiting.pop()
        yield (*path, "text"), branch.text
        waiting += [((*path, "children", n), child) for n, child in reversed(list(enumerate(branch.children)))]
    yield from _listed("points", content.points)


@_content.register
def _(content: drawings.Compare) -> _Texts:
    yield from _drawn(content)
    for number, column in enumerate(content.columns):
        yield ("columns", number, "title"), column.title
        yield from ((("columns", number, *path), text) for path, text in _listed("points", column.points))
    yield from _listed("points", content.points)


@_content.register
def _(content: drawings.Labelled) -> _Texts:
    yield from _drawn(content)
    yield from ((("labels", n, "text"), label.text) for n, label in enumerate(content.labels))
    yield from _listed("points", content.points)


def _drawn(content: drawings.Drawn) -> _Texts:
    yield ("title",), content.title
    yield ("caption",), content.caption


def _know(lesson: Lesson) -> _Texts:
    yield from _listed("know", lesson.know)


def _recall(lesson: Lesson) -> _Texts:
    for number, question in enumerate(lesson.recall):
        yield from _question(("recall", number), question)


def _talk(lesson: Lesson) -> _Texts:
    if lesson.talk:
        yield ("talk", "prompt"), lesson.talk.prompt
        yield from ((("talk", *path), text) for path, text in _listed("starters", lesson.talk.starters))


def _task(lesson: Lesson) -> _Texts:
    if lesson.task:
        yield ("task", "instruction"), lesson.task.instruction
        yield from ((("task", *path), text) for path, text in _listed("support", lesson.task.support))
        yield ("task", "challenge"), lesson.task.challenge


def _quiz(lesson: Lesson) -> _Texts:
    for number, question in enumerate(lesson.quiz):
        yield from _question(("quiz", number), question)


def _question(path: Path, question: Question) -> _Texts:
    yield (*path, "ask"), question.ask
    yield (*path, "answer"), question.answer
    if isinstance(question, QuizQuestion):
        yield from (((*path, *inner), text) for inner, text in _listed("wrong", question.wrong))


def _listed(name: str, texts: tuple[str, ...]) -> Iterator[tuple[Path, str]]:
    yield from (((name, number), text) for number, text in enumerate(texts))


_PARTS: tuple[tuple[Part, Callable[[Lesson], _Texts]], ...] = (
    (Part.TITLE, _title),
    (Part.RECALL, _recall),
    (Part.CHAPTER, _chapter),
    (Part.TALK, _talk),
    (Part.TASK, _task),
    (Part.QUIZ, _quiz),
    (Part.KNOW, _know),
)
