"""Questions: recall at the start of a lesson, quiz at its end."""

from __future__ import annotations

from packager.model.base import Model, Text


class Question(Model):
    """A question with its answer."""

    ask: Text
    answer: Text


class QuizQuestion(Question):
    """A quiz question: with wrong answers to choose among, or open."""

    wrong: tuple[Text, ...] = ()
    """Answers that are not right; none makes the question an open one."""
