"""The dated events of a topic, gathered from the timelines of its lessons."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from packager.drawing.years import LEAST_GAP, count
from packager.model.drawings import Event, Span, Timeline
from packager.model.topic import Topic

TELLING = 4
"""Letters of a word by which two wordings of one event are known: `Narmer rules both lands`, `Narmer unites two lands`."""


@dataclass(frozen=True, slots=True)
class Dated:
    """An event with the numbers of the lessons whose timelines show it."""

    event: Event
    lessons: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Dates:
    """What a topic dates, its events and times in the order of years; `here` is the reader's own year, where a timeline marks it."""

    events: tuple[Dated, ...]
    spans: tuple[Span, ...]
    here: int | None


def dates_of(topic: Topic) -> Dates:
    """The events of all timelines of a topic, one that stands in several of them once, in its last wording."""
    timelines = tuple(_timelines(topic))
    events: list[Dated] = []
    for number, timeline in timelines:
        for event in timeline.events:
            same = next((each for each in events if _is_one(each.event, event)), None)
            if same:
                events.remove(same)
            events.append(Dated(event, (*same.lessons, number) if same else (number,)))
    spans = {span.text: span for _, timeline in timelines for span in timeline.spans}
    here = max((timeline.here for _, timeline in timelines if timeline.here), default=None, key=count)
    by_year = sorted(events, key=lambda dated: count(dated.event.at))
    return Dates(tuple(by_year), tuple(sorted(spans.values(), key=lambda span: count(span.from_))), here)


def _timelines(topic: Topic) -> Iterator[tuple[int, Timeline]]:
    for lesson in topic.lessons:
        for block in lesson.chapter:
            if block.timeline:
                yield lesson.number, block.timeline


def _is_one(one: Event, other: Event) -> bool:
    """Whether two events of one topic are the same: of one year, with a telling word in common."""
    return one.at == other.at and (one.text == other.text or bool(_telling(one.text) & _telling(other.text)))


def _telling(text: str) -> set[str]:
    return {word for word in text.casefold().split() if len(word) >= TELLING}


def readers_year(last: int, here: int | None) -> int | None:
    """The year of `You are here`, where it is the reader's own: a mark before the last event stands for the time of a lesson."""
    return here if here is not None and count(here) >= count(last) else None


def end_of_axis(first: int, last: int, here: int | None) -> int:
    """The last year of an axis: the reader's own, unless that lies so far behind the last event that the axis may break there."""
    if here is None or count(here) - count(last) > LEAST_GAP * (count(here) - count(first)):
        return last
    return max(last, here, key=count)
