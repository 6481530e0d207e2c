"""QUZ: a question about what pupils have not been taught."""

from __future__ import annotations

import re
from collections.abc import Iterator

from packager.checks.registry import Finding, check
from packager.diagnostics.diagnostic import Severity
from packager.diagnostics.quoted import quoted
from packager.model.lesson import Lesson
from packager.model.quiz import QuizQuestion
from packager.sequence.inflection import folded
from packager.sequence.occurrences import Entry, Occurrence, span_of
from packager.sequence.prose import Part
from packager.sequence.sequenced import Sequenced
from packager.sequence.timeline import Taught, is_known

_CONTENT_WORD = re.compile(r"[^\W_]{4,}|\d+")
_TAUGHT = frozenset({Part.CHAPTER, Part.KNOW, Part.TITLE})
_COMMON = frozenset("because they their them there with from into onto that this then when what have were which would could about".split())  # noqa: SIM905


@check("QUZ003", "asks-what-was-not-taught", Severity.WARNING)
def asks_what_was_not_taught(sequenced: Sequenced) -> Iterator[Finding]:
    """A question asks for what pupils have not been taught by then.

    A question of the quiz, or its answer, uses a word that is introduced later; a question of the recall
    uses a word that is new in this lesson or later; or the right answer of a quiz question with answers to
    choose from has not one word that the topic's chapters have said so far.

    Ask something else, or tell it in the chapter. Wrong answers may use any word.
    """
    assumed = {folded(word) for word in sequenced.curriculum.programme.assumed}
    said: dict[str, str] = {}
    for taught in sequenced.timeline.lessons:
        for occurrence in sequenced.occurrences.in_lesson(taught):
            if _asks_too_early(occurrence, taught) and folded(occurrence.entry.term.term) not in assumed:
                yield _too_early(sequenced, occurrence)
        text = said[taught.topic.id] = f"{said.get(taught.topic.id, '')} {_taught_text(sequenced, taught)}"
        for number, question in enumerate(taught.lesson.quiz):
            if question.wrong and not _is_answered(question, text):
                yield _never_said(sequenced, taught.lesson, number, question)


def _asks_too_early(occurrence: Occurrence, taught: Taught) -> bool:
    part, entry = occurrence.passage.part, occurrence.entry
    if entry.introduced is None or occurrence.has_senses:
        return False
    if part is Part.QUIZ:
        return occurrence.passage.path[2] != "wrong" and not is_known(entry.introduced, taught)
    return part is Part.RECALL and (entry.introduced is taught or not is_known(entry.introduced, taught))


def _too_early(sequenced: Sequenced, occurrence: Occurrence) -> Finding:
    entry = occurrence.entry
    message = f"this asks for {quoted(occurrence.written)}, which is introduced {_where(entry, occurrence.taught)}"
    related = ((sequenced.curriculum.span(entry.topic.file, (*entry.path, "term")), "introduced here"),)
    return Finding(span_of(sequenced.curriculum, occurrence), message, "ask for what has been taught", related)


def _where(entry: Entry, taught: Taught) -> str:
    if entry.introduced is taught:
        return "only in this lesson, after the recall"
    if entry.topic is taught.topic:
        return f"only in lesson {entry.term.lesson}"
    return "only in " + quoted(f"{entry.topic.id}/{entry.term.lesson}")


def _taught_text(sequenced: Sequenced, taught: Taught) -> str:
    passages = sequenced.occurrences.passages[taught.id]
    return " ".join(passage.text for passage in passages if passage.part in _TAUGHT).casefold()


def _is_answered(question: QuizQuestion, text: str) -> bool:
    """Whether any content word of the answer, or its beginning, has been said."""
    words = [word for word in _CONTENT_WORD.findall(question.answer.casefold()) if word not in _COMMON]
    return not words or any(word[: max(4, len(word) - 3)] in text for word in words)


def _never_said(sequenced: Sequenced, lesson: Lesson, number: int, question: QuizQuestion) -> Finding:
    span = sequenced.curriculum.span(lesson.file, ("quiz", number, "answer"))
    message = f"the answer {quoted(question.answer)} has not been told in any chapter of this topic so far"
    return Finding(span, message, "tell it in the chapter, or ask something else")


CHECKS = (asks_what_was_not_taught,)
