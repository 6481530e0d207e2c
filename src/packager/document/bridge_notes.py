"""The speaker notes of a bridge's deck: why each word is needed now, and where the class would have met it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from packager.document.bridge_parts import TopicPart
from packager.document.deck_notes import Note, Notes
from packager.document.lesson_deck import Asked
from packager.document.places import and_list, lesson_numbers, time_of, topic_place
from packager.sequence.gaps import Gaps
from packager.sequence.teaching import Teaching


def title_notes(teaching: Teaching, parts: Iterable[TopicPart], gaps: Gaps) -> Notes:
    """What this deck is for, and what it is drawn from."""
    curriculum = teaching.curriculum
    coming = "; ".join(topic_place(curriculum, topic) for topic in gaps.coming)
    drawn = "; ".join(f"{topic_place(curriculum, p.topic)} ({time_of(curriculum.slot_by_topic[p.topic.id])})" for p in parts)
    return (
        Note("What this is", "The words and ideas that the coming lessons take for granted and this class has not been taught."),
        Note("Coming up", coming),
        Note("Drawn from", drawn),
    )


def words_notes(teaching: Teaching, part: TopicPart) -> Notes:
    """How to teach the words, where they were taught, and the first sentence that takes each for granted."""
    lessons = lesson_numbers(missed.entry.term.lesson for missed in part.missed)
    said = "; ".join(f"{word.term} ({word.say})" for word in part.words if word.say)
    notes = [
        Note("Words", "Say each word together, read what it means, then use it in a sentence of your own."),
        Note("Where others met them", f"{topic_place(teaching.curriculum, part.topic)}, {lessons}"),
        Note("Where they are needed", " ".join(_needed(teaching, part))),
    ]
    return (*notes, Note("Say it", said)) if said else tuple(notes)


def know_notes(place: str) -> Notes:
    """Where the sentences come from."""
    return (Note("Remember", "Read these together; each is a sentence to learn."), Note("Where others learned this", place))


def quiz_notes(questions: tuple[Asked, ...]) -> Notes:
    """The answers."""
    answers = "; ".join(f"{number} {asked.answer}" for number, asked in enumerate(questions, 1))
    return (Note("Quiz", "The next slides show the answers."), Note("Answers", answers))


def _needed(teaching: Teaching, part: TopicPart) -> Iterator[str]:
    for missed in part.missed:
        taught = missed.uses[0].taught
        place = f"{topic_place(teaching.curriculum, taught.topic)}, lesson {taught.lesson.number}"
        yield f"{missed.entry.term.term}: ‘{missed.uses[0].sentence}’ ({place})."
    if part.built_on_by:
        verb = "builds" if len(part.built_on_by) == 1 else "build"
        yield f"{and_list([topic_place(teaching.curriculum, topic) for topic in part.built_on_by])} {verb} on this topic."
