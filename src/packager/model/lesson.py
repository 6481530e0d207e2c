"""A lesson: one chapter of the booklet and one deck."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from packager.model.allowance import Allowance
from packager.model.base import Model, Text, TextAs
from packager.model.blocks import Block
from packager.model.picture import Picture
from packager.model.quiz import Question, QuizQuestion


class Talk(Model):
    """What pupils talk about in pairs; may be written as a single text."""

    prompt: Text
    starters: tuple[Text, ...] = ()
    """Ways to begin."""


class Task(Model):
    """What pupils do on their own; may be written as a single text."""

    instruction: Text
    support: tuple[Text, ...] = ()
    """Sentence starters and words that help."""
    challenge: Text | None = None
    guidance: Text | None = None
    """What the teacher looks for."""


class Misconception(Model):
    """A wrong idea that pupils often have, and what to say."""

    idea: Text
    response: Text


class LessonFile(Model):
    """A `lesson-N.yaml`."""

    title: Text
    chapter: Annotated[tuple[Block, ...], Field(min_length=1)]
    question: Text | None = None
    """The question that the lesson answers."""
    outcome: Text | None = None
    """What a pupil can do at the end: `I can explain ...`."""
    know: tuple[Text, ...] = ()
    """What every pupil should remember."""
    story_cue: Text | None = None
    """How the teacher opens the lesson."""
    materials: tuple[Text, ...] = ()
    """What to bring."""
    say: dict[str, Text] = Field(default_factory=dict)
    """How to say the names in this chapter."""
    opening: Picture | None = None
    """A wide picture across the top of the chapter."""
    recall: tuple[Question, ...] = ()
    """Questions about earlier lessons."""
    talk: Annotated[Talk, TextAs("prompt")] | None = None
    task: Annotated[Task, TextAs("instruction")] | None = None
    quiz: tuple[QuizQuestion, ...] = ()
    misconceptions: tuple[Misconception, ...] = ()
    notes: Text | None = None
    """Guidance for the teacher."""
    content_guidance: Text | None = None
    """What in this lesson may touch pupils closely, and how to handle it."""
    allow: tuple[Allowance, ...] = ()


class Lesson(LessonFile):
    """A lesson in its place: `id` is `unit/topic/3`, `file` the path of its source."""

    id: str
    number: int
    file: str

    @property
    def has_text(self) -> bool:
        """Whether the chapter has any prose."""
        return any(block.text for block in self.chapter)
