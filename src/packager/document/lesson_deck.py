"""A lesson's deck: what is shown, in the order in which it is taught. Slides are cut in `render/`.

A step is one stretch of the lesson. Each carries the notes a teacher reads beside it and the ids of
the chapter's blocks it shows, from which the booklet's page is found.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from packager.document.booklet import Credit, credit_line
from packager.document.chapter import Chapters, image
from packager.document.deck_notes import LessonNotes, Note
from packager.document.imprint import imprint
from packager.document.nodes import (
    Block,
    Drawing,
    Figure,
    Heading,
    Image,
    Imprint,
    Pause,
    Prose,
    Table,
    Word,
)
from packager.document.recall_questions import recall_questions
from packager.document.words import words_of
from packager.model.lesson import Lesson
from packager.model.quiz import QuizQuestion
from packager.model.topic import Topic
from packager.sequence.shuffle import shuffled
from packager.sequence.teaching import Teaching

Notes = tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class TitleStep:
    """The title slide."""

    id: str
    title: str
    question: str | None
    picture: Image | None
    notes: Notes


@dataclass(frozen=True, slots=True)
class RecallStep:
    """Questions on earlier lessons, shown without and then with their answers."""

    id: str
    title: str
    questions: tuple[Asked, ...]
    notes: Notes


@dataclass(frozen=True, slots=True)
class WordsStep:
    """The words that this lesson introduces."""

    id: str
    title: str
    words: tuple[Word, ...]
    notes: Notes


@dataclass(frozen=True, slots=True)
class PassageStep:
    """A stretch of the chapter, with the figure that belongs to it, if any."""

    id: str
    title: str
    blocks: tuple[Prose, ...]
    figure: Figure | None
    notes: Notes


@dataclass(frozen=True, slots=True)
class ShowStep:
    """A figure, drawing or table on a slide of its own."""

    id: str
    title: str
    block: Figure | Drawing | Table
    notes: Notes


@dataclass(frozen=True, slots=True)
class PauseStep:
    """A question to stop and think about."""

    id: str
    title: str
    pause: Pause
    notes: Notes


@dataclass(frozen=True, slots=True)
class TalkStep:
    """What pupils talk about in pairs."""

    id: str
    title: str
    prompt: str
    starters: tuple[str, ...]
    notes: Notes


@dataclass(frozen=True, slots=True)
class TaskStep:
    """What pupils do on their own."""

    id: str
    title: str
    instruction: str
    support: tuple[str, ...]
    challenge: str | None
    notes: Notes


@dataclass(frozen=True, slots=True)
class QuizStep:
    """The quiz, shown without and then with its answers."""

    id: str
    title: str
    questions: tuple[Asked, ...]
    notes: Notes


@dataclass(frozen=True, slots=True)
class KnowStep:
    """What every pupil should remember, below the lesson's question."""

    id: str
    title: str
    question: str | None
    points: tuple[str, ...]
    notes: Notes


@dataclass(frozen=True, slots=True)
class CreditsStep:
    """Where the pictures of this deck come from; `id` of a credit is the id of its block."""

    id: str
    title: str
    credits: tuple[Credit, ...]
    note: str
    notes: Notes


@dataclass(frozen=True, slots=True)
class Asked:
    """A question; `options` in the order shown, empty for an open one. `right` is an index into them."""

    id: str
    ask: str
    answer: str
    options: tuple[str, ...] = ()

    @property
    def right(self) -> int | None:
        """The position of the answer among the options; None for an open question."""
        return self.options.index(self.answer) if self.options else None


Step = TitleStep | RecallStep | WordsStep | PassageStep | ShowStep | PauseStep | TalkStep | TaskStep | QuizStep | KnowStep | CreditsStep


@dataclass(frozen=True, slots=True)
class LessonDeck:
    """The deck of one lesson. `blocks` are the ids of its chapter's blocks, in order."""

    imprint: Imprint
    id: str
    number: int
    title: str
    steps: tuple[Step, ...]
    blocks: tuple[str, ...]


def compose_deck(teaching: Teaching, topic: Topic, lesson: Lesson, shared: Chapters | None = None) -> LessonDeck:
    """The deck of one lesson of a topic; `shared` has what is worked out already."""
    return _Deck(teaching, topic, lesson, shared or Chapters(topic)).compose()


def asked_in_quiz(topic: Topic, lesson: Lesson) -> tuple[Asked, ...]:
    """The quiz of a lesson, the options of each question in the order shown."""
    return tuple(_asked(topic, lesson, number, question) for number, question in enumerate(lesson.quiz, 1))


def _asked(topic: Topic, lesson: Lesson, number: int, question: QuizQuestion) -> Asked:
    where = f"lesson-{lesson.number}/quiz/{number}"
    options = shuffled((question.answer, *question.wrong), f"{topic.id}/{where}") if question.wrong else ()
    return Asked(where, question.ask, question.answer, options)


class _Deck:
    def __init__(self, teaching: Teaching, topic: Topic, lesson: Lesson, shared: Chapters) -> None:
        self.curriculum, self.topic, self.lesson = teaching.curriculum, topic, lesson
        self.recall = recall_questions(teaching, topic, lesson)
        self.id = f"lesson-{lesson.number}"
        self.blocks = shared.of(lesson)
        self.words = words_of(topic, lesson.number)
        self.notes = LessonNotes(topic, lesson)

    def compose(self) -> LessonDeck:
        return LessonDeck(
            imprint=imprint(self.curriculum, self.topic),
            id=self.id,
            number=self.lesson.number,
            title=self.lesson.title,
            steps=tuple(self._steps()),
            blocks=tuple(block.id for block in self.blocks),
        )

    def _steps(self) -> Iterator[Step]:
        lesson, notes = self.lesson, self.notes
        cover = self._cover()
        yield TitleStep(f"{self.id}/title", lesson.title, lesson.question, cover, notes.title())
        if self.recall:
            questions = tuple(Asked(question.id, question.ask, question.answer) for question in self.recall)
            yield RecallStep(f"{self.id}/recall", "What do you remember?", questions, notes.recall(self.recall))
        if self.words:
            yield WordsStep(f"{self.id}/words", "New words", self.words, notes.words(self.words))
        yield from self._chapter()
        yield from self._after()
        yield CreditsStep(f"{self.id}/credits", "Credits", tuple(self._credits(cover)), self.curriculum.theme.credit_note, notes.credits())

    def _cover(self) -> Image | None:
        """The topic's cover, or the picture that opens the chapter where there is no cover."""
        if self.topic.cover:
            return image(self.topic.file, self.topic.cover)
        return image(self.lesson.file, self.lesson.opening) if self.lesson.opening else None

    def _after(self) -> Iterator[Step]:
        lesson, notes = self.lesson, self.notes
        if lesson.talk:
            yield TalkStep(f"{self.id}/talk", "Talk to your partner", lesson.talk.prompt, lesson.talk.starters, notes.talk())
        if lesson.task:
            task = lesson.task
            yield TaskStep(f"{self.id}/task", "Task", task.instruction, task.support, task.challenge, notes.task())
        if lesson.quiz:
            yield QuizStep(f"{self.id}/quiz", "Quiz", asked_in_quiz(self.topic, lesson), notes.quiz())
        if lesson.know:
            yield KnowStep(f"{self.id}/know", "What we now know", lesson.question, lesson.know, notes.know())

    def _chapter(self) -> Iterator[Step]:
        """Passages between headings and pauses; a figure belongs to the prose just before it."""
        title, prose = self.lesson.title, list[Prose]()
        for block in self.blocks:
            if isinstance(block, Prose):
                prose.append(block)
                continue
            if isinstance(block, Figure) and prose:
                yield self._passage(title, prose, block)
            else:
                if prose:
                    yield self._passage(title, prose, None)
                if isinstance(block, Heading):
                    title = block.text
                else:
                    yield self._shown(title, block)
            prose = []
        if prose:
            yield self._passage(title, prose, None)

    def _passage(self, title: str, prose: list[Prose], figure: Figure | None) -> PassageStep:
        return PassageStep(prose[0].id, title, tuple(prose), figure, self.notes.passage(prose))

    def _shown(self, title: str, block: Block) -> Step:
        if isinstance(block, Pause):
            return PauseStep(block.id, f"Pause and think: {title}", block, self.notes.pause(block))
        assert isinstance(block, Figure | Drawing | Table), block
        own = block.title if isinstance(block, Drawing | Table) else None
        return ShowStep(block.id, own or title, block, self.notes.shown(block))

    def _credits(self, cover: Image | None) -> Iterator[Credit]:
        if cover:
            yield Credit(f"{self.id}/title", "Title picture", cover.credit)
        for block in self.blocks:
            if isinstance(block, Figure | Drawing):
                name = block.title if isinstance(block, Drawing) else (block.caption or block.label)
                yield Credit(block.id, name, credit_line(block))
