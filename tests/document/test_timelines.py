"""The same events in one lesson, in a topic's booklet, and on the timeline of a year across subjects."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from packager.document.booklet import compose_booklet
from packager.document.dated import dates_of, end_of_axis, readers_year
from packager.document.in_time import MOST, MOST_OWN, TITLE, in_time
from packager.document.nodes import Drawing
from packager.document.year_timeline import compose_year_timeline, years_with_dates
from packager.model.drawings import Timeline
from packager.plan.whole import whole_targets
from packager.sequence.sequenced import sequence
from packager.sequence.teaching import Teaching, teach
from tests.document.goldens import same_outline
from tests.document.timelines import EGYPT, HILLS, RAMA, RIVERS, ROME, in_years


@pytest.fixture
def taught(tmp_path: Path) -> Teaching:
    return in_years(tmp_path)


def shown(taught: Teaching, topic: str) -> list[str]:
    """The events of the timeline at the end of a booklet."""
    blocks = in_time(taught, taught.curriculum.topics[topic], "Timeline 9")
    return [event.text for block in blocks if isinstance(block, Drawing) for event in block.model.events]  # type: ignore[union-attr]


def test_the_outline_of_a_year(taught: Teaching, update_goldens: bool) -> None:
    assert same_outline("year-timeline", compose_year_timeline(taught, 3), update_goldens)


def test_an_event_that_two_lessons_tell_of_stands_once_in_its_last_wording(taught: Teaching) -> None:
    dates = dates_of(taught.curriculum.topics[EGYPT])
    assert [(each.event.text, each.lessons) for each in dates.events] == [
        ("Narmer unites two lands", (1, 2)),
        ("The Great Pyramid is finished", (1,)),
        ("The Rosetta Stone is carved", (2,)),
        ("Rome takes Egypt", (2,)),
    ]
    assert [span.text for span in dates.spans] == ["Old Kingdom"] and dates.here == 2026


def test_a_booklet_ends_with_its_events_among_those_of_the_year_so_far(taught: Teaching) -> None:
    assert shown(taught, RIVERS) == [
        "Narmer unites two lands (Ancient Egypt)",
        "The Great Pyramid is finished (Ancient Egypt)",
        "The Rosetta Stone is carved (Ancient Egypt)",
        "Rome takes Egypt (Ancient Egypt)",
        "The Iron Bridge is built",
        "A reservoir opens",
    ]


def test_what_a_school_may_leave_out_stands_only_in_its_own_booklets(taught: Teaching) -> None:
    assert not any("Rama" in text for topic in (EGYPT, RIVERS, ROME) for text in shown(taught, topic))
    assert "Tulsidas begins his poem" in shown(taught, RAMA) and any("(Rivers)" in text for text in shown(taught, RAMA))


def test_a_topic_alone_has_the_events_of_its_lessons(taught: Teaching) -> None:
    curriculum = taught.curriculum
    alone = teach(sequence(replace(curriculum, topics={EGYPT: curriculum.topics[EGYPT]})))
    assert shown(alone, EGYPT) == [
        "Narmer unites two lands",
        "The Great Pyramid is finished",
        "The Rosetta Stone is carved",
        "Rome takes Egypt",
    ]
    alone = teach(sequence(replace(curriculum, topics={RIVERS: curriculum.topics[RIVERS]})))
    assert shown(alone, RIVERS) == [], "its one timeline says as much"


def test_later_topics_are_not_told_of(taught: Teaching) -> None:
    assert any("(Rivers)" in text for text in shown(taught, ROME)) and not any("(Rome)" in text for text in shown(taught, EGYPT))


def test_a_booklet_has_few_enough_events_for_every_edition(taught: Teaching) -> None:
    for topic in (EGYPT, RIVERS, RAMA, ROME):
        texts = shown(taught, topic)
        assert len(texts) <= MOST and sum("(" not in text for text in texts) <= MOST_OWN


def test_the_last_chapter_ends_with_it_numbered_on_from_the_timelines_before(taught: Teaching) -> None:
    booklet = compose_booklet(taught, taught.curriculum.topics[EGYPT])
    heading, _, drawing = booklet.chapters[-1].blocks[-3:]
    assert (heading.text, drawing.label) == (TITLE, "Timeline 3")  # type: ignore[union-attr]
    assert booklet.credits[-1].text == "Drawn from the timelines of this year’s lessons"
    assert isinstance(drawing, Drawing) and drawing.alt.startswith("Timeline: about 3100 BCE, Narmer unites two lands; ")


def test_a_topic_without_dates_has_none(taught: Teaching) -> None:
    assert shown(taught, HILLS) == []
    assert TITLE not in str(compose_booklet(taught, taught.curriculum.topics[HILLS]))


def test_lanes_share_one_axis_and_stand_in_teaching_order(taught: Teaching) -> None:
    lanes = compose_year_timeline(taught, 3).lanes
    assert [lane.title for lane in lanes] == ["Ancient Egypt", "Rivers", "Rama and Sita", "Rome"]
    assert len({(lane.timeline.from_, lane.timeline.to, lane.timeline.here) for lane in lanes}) == 1
    assert all(isinstance(lane.timeline, Timeline) and lane.timeline.alt.startswith(f"Timeline of {lane.title}: ") for lane in lanes)


def test_moments_of_all_topics_stand_in_the_order_of_time(taught: Teaching) -> None:
    moments = compose_year_timeline(taught, 3).moments
    assert [(each.when, each.topic) for each in moments] == [
        ("about 3100 BCE", "Ancient Egypt"),
        ("about 2560 BCE", "Ancient Egypt"),
        ("753 BCE", "Rome"),
        ("500 BCE", "Rama and Sita"),
        ("196 BCE", "Ancient Egypt"),
        ("44 BCE", "Rome"),
        ("30 BCE", "Ancient Egypt"),
        ("30 BCE", "Rome"),
        ("1574", "Rama and Sita"),
        ("1779", "Rivers"),
        ("1967", "Rivers"),
    ]


def test_only_a_year_with_dated_events_has_a_timeline(taught: Teaching) -> None:
    assert years_with_dates(taught.curriculum) == (3,)
    paths = [target.path for target in whole_targets(taught.curriculum) if target.product.name == "timeline"]
    assert paths == ["curriculum/timeline-year-3.pdf"]


def test_the_axis_goes_on_to_the_reader_unless_he_lives_long_after() -> None:
    assert end_of_axis(-3100, 1967, 2026) == 2026
    assert end_of_axis(-3100, -30, 2026) == -30
    assert end_of_axis(-3100, 1967, None) == 1967


def test_a_mark_before_the_last_event_is_not_the_readers_own_time() -> None:
    assert readers_year(1967, 2026) == 2026
    assert readers_year(1967, 122) is None and readers_year(-30, None) is None
