"""How answers are worded in a terminal: places in the programme, counts, columns."""

from __future__ import annotations

import re
from collections.abc import Iterable

import click

from packager.document.imprint import half_term_title
from packager.document.places import lesson_numbers, time_of, topic_place
from packager.model.curriculum import Curriculum
from packager.model.topic import Topic
from packager.sequence.occurrences import Entry
from packager.sequence.timeline import Taught


def when(half_term: str) -> str:
    """`year-4/autumn-1` as it is spoken: `Year 4, Autumn 1`."""
    year, _, name = half_term.partition("/")
    return f"Year {year.removeprefix('year-')}, {half_term_title(name)}"


def topic_and_time(curriculum: Curriculum, topic: Topic) -> str:
    """`History: Ancient Egypt (Year 3, Autumn 1)`."""
    slot = curriculum.slot_by_topic.get(topic.id)
    return f"{topic_place(curriculum, topic)} ({time_of(slot) if slot else 'not on the map'})"


def lesson(curriculum: Curriculum, taught: Taught) -> str:
    """`History: Ancient Egypt, lesson 1`."""
    return f"{topic_place(curriculum, taught.topic)}, lesson {taught.lesson.number}"


def lessons(curriculum: Curriculum, taught: Iterable[Taught]) -> list[str]:
    """Lessons gathered by their topics: `History: Ancient Egypt, lessons 2 to 4`."""
    topics: dict[str, Topic] = {}
    numbers: dict[str, list[int]] = {}
    for each in taught:
        topics[each.topic.id] = each.topic
        numbers.setdefault(each.topic.id, []).append(each.lesson.number)
    return [f"{topic_place(curriculum, topic)}, {lesson_numbers(numbers[identity])}" for identity, topic in topics.items()]


def word(entry: Entry) -> str:
    """A word, and its sense where it has one to tell it by."""
    return f"{entry.term.term} ({entry.term.sense})" if entry.term.sense else entry.term.term


def counted(count: int, noun: str) -> str:
    """`1 word`, `3 words`, `no words`."""
    return f"{count or 'no'} {noun}{'' if count == 1 else 's'}"


def heading(text: str) -> str:
    """A line that stands out on a terminal."""
    return click.style(text, bold=True)


def marked(text: str, words: Iterable[str]) -> str:
    """A text in which some words stand out on a terminal."""
    forms = "|".join(re.escape(form) for form in sorted(words, key=len, reverse=True))
    return re.sub(rf"(?<!\w)(?:{forms})(?!\w)", lambda match: click.style(match[0], bold=True), text)


def columns(rows: Iterable[tuple[str, ...]], indent: int = 2, widest: int = 60) -> list[str]:
    """Rows as lines, each column as wide as its longest text, though no wider than `widest`; the last as it is."""
    listed = list(rows)
    widths = [min(widest, max(len(row[place]) for row in listed)) for place in range(len(listed[0]) - 1)] if listed else []
    return [" " * indent + "  ".join((*(t.ljust(w) for t, w in zip(row, widths, strict=False)), row[-1])).rstrip() for row in listed]


def ids(taught: Iterable[Taught]) -> list[str]:
    """The ids of lessons."""
    return [each.id for each in taught]
