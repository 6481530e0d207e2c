"""TXT: a chapter is not of the length or the reading level that the policy asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from packager.checks.registry import Finding, check
from packager.diagnostics.diagnostic import Severity
from packager.model.curriculum import Curriculum
from packager.model.lesson import Lesson
from packager.model.programme import Limits
from packager.sequence.prose import chapter_prose
from packager.sequence.sentences import count_words, sentences

TOLERANCE = 2.0
"""How far a mean may lie from the year's target where the policy does not say."""
FEWEST_SENTENCES = 5
"""Fewer have no mean to speak of."""

Count = tuple[int, int]
CountOf = Callable[[Lesson], Count]


@dataclass(frozen=True, slots=True)
class Read:
    """A curriculum, and how many words and sentences the prose of each chapter has."""

    curriculum: Curriculum
    count_of: CountOf


def count(lesson: Lesson) -> Count:
    """The words and the sentences in the prose of a chapter."""
    texts = [passage.text for passage in chapter_prose(lesson)]
    return sum(map(count_words, texts)), sum(len(sentences(text)) for text in texts)


@check("TXT001", "chapter-length", Severity.WARNING)
def chapter_length(read: Read) -> Iterator[Finding]:
    """A chapter is shorter or longer than the policy asks for.

    A chapter has to fill a lesson, and a class has to get through it. The numbers are `chapter_words`
    in the policy of `curriculum/curriculum.yaml`. The running text counts; headings, captions, drawings
    and sources do not.

    Write more, cut, or divide the lesson in two.
    """
    curriculum = read.curriculum
    limits = curriculum.programme.policy.chapter_words
    for lesson in curriculum.lessons() if limits != Limits() else ():
        words, _ = read.count_of(lesson)
        found = f"the chapter has {words} words, expected at"
        if limits.min is not None and words < limits.min:
            yield _at_chapter(curriculum, lesson, f"{found} least {limits.min}", "write more")
        elif limits.max is not None and words > limits.max:
            yield _at_chapter(curriculum, lesson, f"{found} most {limits.max}", "cut, or divide the lesson")


@check("TXT002", "sentence-length", Severity.WARNING)
def sentence_length(read: Read) -> Iterator[Finding]:
    """The sentences of a chapter are on the whole longer or shorter than pupils of that year read well.

    It is a mean over the chapter, never a limit for one sentence: a long one among short ones is good
    prose. The targets are `mean_sentence_words` in the policy of `curriculum/curriculum.yaml`, year by
    year, with a `tolerance`.

    Divide some long sentences, or join some short ones.
    """
    curriculum = read.curriculum
    targets = curriculum.programme.policy.mean_sentence_words
    tolerance = targets.get("tolerance", TOLERANCE)
    for lesson in curriculum.lessons():
        target = targets.get(_year(curriculum, lesson))
        words, number = read.count_of(lesson) if target is not None else (0, 0)
        if target is None or number < FEWEST_SENTENCES:
            continue
        mean = words / number
        if abs(mean - target) > tolerance:
            message = f"the sentences have {mean:.1f} words in the mean, expected {target:g}, give or take {tolerance:g}"
            yield _at_chapter(curriculum, lesson, message, "divide long sentences" if mean > target else "join short sentences")


CHECKS = (chapter_length, sentence_length)


def _year(curriculum: Curriculum, lesson: Lesson) -> str:
    """The year that a lesson is taught in; of a topic that has no slot, its unit's."""
    topic = curriculum.topic_of(lesson)
    slot, unit = curriculum.slot_by_topic.get(topic.id), curriculum.unit_of(topic)
    return str(slot.year if slot else unit.year if unit else "")


def _at_chapter(curriculum: Curriculum, lesson: Lesson, message: str, hint: str) -> Finding:
    return Finding(curriculum.span(lesson.file, ("chapter",), key=True), message, hint)
