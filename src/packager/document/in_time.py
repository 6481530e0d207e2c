"""Where a topic stands in time: its events among those of the topics of the year so far, at the end of its booklet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, zip_longest

from packager.document.dated import Dated, dates_of, readers_year
from packager.document.nodes import Block, Drawing, Heading, Paragraph, Run
from packager.drawing.years import count, in_words
from packager.model.drawings import Event, Timeline
from packager.model.topic import Topic
from packager.sequence.teaching import Teaching
from packager.sequence.timeline import Scheduled

TITLE = "Where this stands in time"
MOST, MOST_OWN = 7, 4
"""Events in all and of the topic itself: what large print has room for on one page. The timeline of the year has them all."""
WITH_OTHERS = "These events come from this booklet. A name in brackets is another topic of this year."
ALONE = "These events come from the chapters of this booklet."
CREDIT = "Drawn from the timelines of this year’s lessons"


def in_time(teaching: Teaching, topic: Topic, label: str) -> tuple[Block, ...]:
    """A heading, a sentence and a timeline; none where it would say no more than a timeline of one lesson.

    Events of a subject that a school may leave out stand only in that subject's own booklets.
    """
    own = dates_of(topic)
    dated = ((other.title, told) for other in _so_far(teaching, topic) if own.events and (told := dates_of(other).events))
    others = list(islice(dated, MOST))
    chosen = _most_telling(own.events, MOST_OWN if others else MOST)
    added = list(_by_turns(others))[: MOST - len(chosen)]
    elsewhere = [event.model_copy(update={"text": f"{event.text} ({title})"}) for event, title in added]
    events = sorted((*(dated.event for dated in chosen), *elsewhere), key=lambda event: count(event.at))
    is_new = added or len({number for dated in own.events for number in dated.lessons}) > 1
    if not is_new or len({event.at for event in events}) < 2:
        return ()
    sentence = Paragraph("time/1", (Run(WITH_OTHERS if added else ALONE),))
    return (Heading("time", TITLE), sentence, _drawing(topic, label, events, own.here))


def _drawing(topic: Topic, label: str, events: Sequence[Event], here: int | None) -> Drawing:
    fields = {
        "title": f"{topic.title} in time",
        "alt": "Timeline: " + "; ".join(f"{in_words(event.at, event.about)}, {event.text}" for event in events),
        "from": events[0].at,
        "to": events[-1].at,
        "events": events,
        "here": readers_year(events[-1].at, here),
    }
    model = Timeline.model_validate(fields)
    return Drawing("time/2", "timeline", label, model.title, model.alt, model.title, CREDIT, model)


def _so_far(teaching: Teaching, topic: Topic) -> Iterator[Topic]:
    """The topics of the same year that are taught before this one or beside it, the latest first, without optional subjects."""
    timeline = teaching.timeline
    here = timeline.topics.get(topic.id)
    known = [each for each in timeline.topics.values() if here and _is_known(each, here) and each.slot.subject not in timeline.optional]
    return (each.topic for each in reversed(known))


def _is_known(other: Scheduled, here: Scheduled) -> bool:
    return other.topic.id != here.topic.id and other.half_term[0] == here.half_term[0] and other.half_term[1] <= here.half_term[1]


def _most_telling(events: Sequence[Dated], most: int) -> list[Dated]:
    """At most so many events, of the last lessons first, which look back on the topic, spread over its time."""
    chosen = set[int]()
    for lesson in sorted({dated.lessons[-1] for dated in events}, reverse=True):
        places = [place for place, dated in enumerate(events) if dated.lessons[-1] == lesson]
        chosen.update(_spread(places, most - len(chosen)))
    return [events[place] for place in sorted(chosen)]


def _spread(places: Sequence[int], most: int) -> list[int]:
    """At most so many of the places, the first and the last among them, evenly apart."""
    if len(places) <= most or most < 2:
        return list(places[:most])
    return [places[round(step * (len(places) - 1) / (most - 1))] for step in range(most)]


def _by_turns(topics: Sequence[tuple[str, Sequence[Dated]]]) -> Iterator[tuple[Event, str]]:
    """An event of each topic, then a second of each, and so on: the first and the last in time before the others."""
    turns = [[(dated.event, title) for dated in _ends_first(events)] for title, events in topics]
    for turn in zip_longest(*turns):
        yield from (each for each in turn if each)


def _ends_first(events: Sequence[Dated]) -> list[Dated]:
    return [*events[:1], *(events[-1:] if len(events) > 1 else ()), *events[1:-1]]
