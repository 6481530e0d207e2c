"""Questions: recall at the start of a lesson, quiz at its end."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from packager.model.base import Model, Text


class Question(Model):
    """A question with its answer."""

    ask: Text
    answer: Text


class QuizQuestion(Question):
    """A quiz question: with wrong answers to choose among, or open."""

    wrong: Annotated[tuple[Text, ...], Field(max_length=3)] = ()
    """Answers that are not right, three at most, for a slide holds four options; none makes the question an open one."""
