"""QUZ: a question that has no single right answer."""

from __future__ import annotations

from collections.abc import Iterator

from packager.checks.registry import Finding, check
from packager.diagnostics.quoted import quoted
from packager.model.curriculum import Curriculum
from packager.model.lesson import Lesson
from packager.model.quiz import QuizQuestion


@check("QUZ001", "answer-among-wrong")
def answer_among_wrong(curriculum: Curriculum) -> Iterator[Finding]:
    """The right answer of a question stands among the wrong ones too.

    A pupil who chooses it is right and wrong at once. Capitals, spaces and a full stop at the end
    make no difference.

        - {ask: "What did the flood leave behind?", answer: silt, wrong: [sand, Silt]}

    Write another wrong answer.
    """
    for lesson, number, question in _quiz(curriculum):
        for position, wrong in enumerate(question.wrong):
            if _same(wrong) == _same(question.answer):
                span = curriculum.span(lesson.file, ("quiz", number, "wrong", position))
                right = curriculum.span(lesson.file, ("quiz", number, "answer"))
                yield Finding(
                    span, f"{quoted(wrong)} is the right answer too", "write another wrong answer", ((right, "the right answer"),)
                )


@check("QUZ002", "question-twice")
def question_twice(curriculum: Curriculum) -> Iterator[Finding]:
    """One lesson asks the same question twice in its quiz, or twice in its recall.

    Most often a question was copied in order to be changed, and was not changed.

    Change one of the two, or delete it.
    """
    for lesson in curriculum.lessons():
        for part, questions in (("quiz", lesson.quiz), ("recall", lesson.recall)):
            first: dict[str, int] = {}
            for number, question in enumerate(questions):
                earlier = first.setdefault(_same(question.ask), number)
                if earlier != number:
                    span = curriculum.span(lesson.file, (part, number, "ask"))
                    related = ((curriculum.span(lesson.file, (part, earlier, "ask")), "first asked here"),)
                    yield Finding(span, f"{quoted(question.ask)} is asked twice", "change one of the two questions, or delete it", related)


@check("QUZ004", "wrong-answer-twice")
def wrong_answer_twice(curriculum: Curriculum) -> Iterator[Finding]:
    """Two of the wrong answers of a question are the same.

        - {ask: "Where does a river begin?", answer: at its source, wrong: [at its mouth, at its mouth]}

    Change one of the two, or delete it.
    """
    for lesson, number, question in _quiz(curriculum):
        first: dict[str, int] = {}
        for position, wrong in enumerate(question.wrong):
            earlier = first.setdefault(_same(wrong), position)
            if earlier != position:
                span = curriculum.span(lesson.file, ("quiz", number, "wrong", position))
                related = ((curriculum.span(lesson.file, ("quiz", number, "wrong", earlier)), "first here"),)
                yield Finding(span, f"the wrong answer {quoted(wrong)} stands here twice", "change one of the two, or delete it", related)


CHECKS = (answer_among_wrong, question_twice, wrong_answer_twice)


def _quiz(curriculum: Curriculum) -> Iterator[tuple[Lesson, int, QuizQuestion]]:
    return ((lesson, number, question) for lesson in curriculum.lessons() for number, question in enumerate(lesson.quiz))


def _same(text: str) -> str:
    """A text without what pupils would not see as a difference."""
    return " ".join(text.casefold().split()).rstrip(".?! ") or text
