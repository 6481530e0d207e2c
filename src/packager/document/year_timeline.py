"""The timeline of a year: the dated events of all its topics, across subjects, in teaching order and on one axis."""

from __future__ import annotations

from dataclasses import dataclass

from packager.document.dated import Dates, dates_of, end_of_axis, readers_year
from packager.document.imprint import half_term_title
from packager.document.programme_imprint import ProgrammeImprint, programme_imprint
from packager.drawing.years import count, in_words
from packager.model.curriculum import Curriculum
from packager.model.drawings import Timeline
from packager.model.topic import Topic
from packager.sequence.teaching import Teaching
from packager.sequence.timeline import Scheduled

EDGE = 0.015
"""The share of all the time by which the axis begins before the first event."""


@dataclass(frozen=True, slots=True)
class Lane:
    """What one topic dates, drawn on the axis of the year."""

    topic: str
    title: str
    subject: str
    colour: str
    half_term: str
    timeline: Timeline


@dataclass(frozen=True, slots=True)
class Moment:
    """An event in words, with the topic and the lessons that tell of it."""

    when: str
    text: str
    topic: str
    subject: str
    lessons: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class YearTimeline:
    """A year's lanes in teaching order, and all its events in the order of time."""

    imprint: ProgrammeImprint
    year: int
    lanes: tuple[Lane, ...]
    moments: tuple[Moment, ...]


def compose_year_timeline(teaching: Teaching, year: int) -> YearTimeline:
    """The timeline of one year that has dated events."""
    dated = {each.topic.id: (each, dates_of(each.topic)) for each in teaching.timeline.topics.values() if each.slot.year == year}
    told = [(scheduled, dates) for scheduled, dates in dated.values() if dates.events]
    ends = _ends([dates for _, dates in told])
    lanes = tuple(_lane(teaching.curriculum, scheduled, dates, *ends) for scheduled, dates in told)
    rows = [(count(each.event.at), scheduled, each) for scheduled, dates in told for each in dates.events]
    moments = tuple(
        Moment(
            in_words(each.event.at, each.event.about),
            each.event.text,
            scheduled.topic.title,
            _subject(teaching.curriculum, scheduled),
            each.lessons,
        )
        for _, scheduled, each in sorted(rows, key=lambda row: row[0])
    )
    return YearTimeline(programme_imprint(teaching.curriculum), year, lanes, moments)


def years_with_dates(curriculum: Curriculum) -> tuple[int, ...]:
    """The years of the programme in which some topic dates an event."""
    dated = {slot.year for slot in curriculum.slots if slot.entry.topic and has_dates(curriculum.topics.get(slot.entry.topic))}
    return tuple(year for year in curriculum.programme.years if year in dated)


def has_dates(topic: Topic | None) -> bool:
    """Whether a topic dates an event."""
    return topic is not None and any(block.timeline and block.timeline.events for lesson in topic.lessons for block in lesson.chapter)


def _ends(dates: list[Dates]) -> tuple[int, int, int | None]:
    """The first and the last year of the axis that all lanes share, and the reader's own year."""
    years = [each.event.at for one in dates for each in one.events]
    years += [year for one in dates for span in one.spans for year in (span.from_, span.to)]
    here = max((one.here for one in dates if one.here), default=None, key=count)
    first, last = min(years, key=count), max(years, key=count)
    here = readers_year(last, here)
    start = count(first) - max(1, round((count(last) - count(first)) * EDGE))
    return (start - 1 if start <= 0 else start), end_of_axis(first, last, here), here


def _lane(curriculum: Curriculum, scheduled: Scheduled, dates: Dates, start: int, end: int, here: int | None) -> Lane:
    topic, subject = scheduled.topic, curriculum.programme.subjects[scheduled.slot.subject]
    told = "; ".join(f"{in_words(each.event.at, each.event.about)}, {each.event.text}" for each in dates.events)
    fields = {"title": topic.title, "alt": f"Timeline of {topic.title}: {told}", "from": start, "to": end, "here": here}
    model = Timeline.model_validate({**fields, "events": [each.event for each in dates.events], "spans": dates.spans})
    return Lane(topic.id, topic.title, subject.title, subject.colour, half_term_title(scheduled.slot.half_term), model)


def _subject(curriculum: Curriculum, scheduled: Scheduled) -> str:
    return curriculum.programme.subjects[scheduled.slot.subject].title
