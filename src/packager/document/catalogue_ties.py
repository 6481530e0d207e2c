"""What a topic builds on and what it sets up: topics that authors name, and those that share its words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from packager.document.places import subject_title, time_of
from packager.model.topic import Topic
from packager.sequence.returns import met_before, met_later
from packager.sequence.teaching import Teaching
from packager.sequence.timeline import Scheduled


@dataclass(frozen=True, slots=True)
class Tie:
    """Another topic, when it is taught, the lessons that are named, and the ids of the words that both use."""

    topic: str
    title: str
    subject: str
    time: str
    lessons: tuple[int, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ties:
    """The topics that one hangs together with: taught earlier, in the same weeks, and later."""

    builds_on: tuple[Tie, ...]
    beside: tuple[Tie, ...]
    sets_up: tuple[Tie, ...]


def ties(teaching: Teaching, topic: Topic) -> Ties:
    """Every topic that names this one or is named by it, and those that share its words, in teaching order."""
    named, words = _named(teaching, topic), _shared_words(teaching, topic)
    now = teaching.timeline.topics[topic.id].half_term
    found = [
        (scheduled.half_term, _tie(teaching, scheduled, named.get(identity, []), words.get(identity, {})))
        for identity, scheduled in teaching.timeline.topics.items()
        if identity in named or identity in words
    ]
    return Ties(
        tuple(tie for when, tie in found if when < now),
        tuple(tie for when, tie in found if when == now),
        tuple(tie for when, tie in found if when > now),
    )


def _named(teaching: Teaching, topic: Topic) -> dict[str, list[int]]:
    """The topics that this one names, each with the lessons that it names; and those that name it."""
    named: dict[str, list[int]] = {}
    for target in topic.builds_on:
        identity, _, lesson = target.rpartition("/") if target.count("/") == 2 else (target, "", "")
        named.setdefault(identity, []).extend([int(lesson)] if lesson.isdecimal() else [])
    for other in teaching.curriculum.topics.values():
        if any(target == topic.id or target.startswith(f"{topic.id}/") for target in other.builds_on):
            named.setdefault(other.id, [])
    return named


def _shared_words(teaching: Teaching, topic: Topic) -> dict[str, dict[str, None]]:
    """The words of others that are leaned on here, and those of this topic that others lean on."""
    words: dict[str, dict[str, None]] = {}
    for known in met_before(teaching.occurrences, topic.id):
        words.setdefault(known.entry.topic.id, {})[known.entry.key] = None
    for own in met_later(teaching.occurrences, topic.id):
        for taught in own.lessons:
            words.setdefault(taught.topic.id, {})[own.entry.key] = None
    return words


def _tie(teaching: Teaching, scheduled: Scheduled, lessons: list[int], words: Iterable[str]) -> Tie:
    subject = subject_title(teaching.curriculum, scheduled.slot.subject)
    return Tie(scheduled.topic.id, scheduled.topic.title, subject, time_of(scheduled.slot), tuple(sorted(set(lessons))), tuple(words))
