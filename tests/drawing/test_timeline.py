"""Timelines: no year 0, no label over another, breaks only where they are needed."""

from __future__ import annotations

import pytest

from packager.drawing.shapes import Ellipse
from packager.drawing.years import axis, count, in_words
from tests.drawing.drawn import drawn_timeline, named, outside, overlapping, texts, words
from tests.drawing.samples import EGYPT


def test_one_bce_is_followed_by_one_ce() -> None:
    assert count(1) - count(-1) == 1
    whole = axis(-10, 10, [], 0, 190, 10)
    assert whole.x(1) - whole.x(-1) == pytest.approx(whole.x(2) - whole.x(1))
    assert whole.x(-10) == 0


@pytest.mark.parametrize(("year", "about", "said"), [(-44, False, "44 BCE"), (97, True, "about 97 CE"), (1666, False, "1666")])
def test_years_in_words(year: int, about: bool, said: str) -> None:
    assert in_words(year, about) == said


def test_events_stand_above_and_below_by_turns() -> None:
    drawing = drawn_timeline(start=1000, end=2000, events=[{"at": 1000 + 250 * i, "text": "Something"} for i in range(5)])
    heights = [pin.y for pin in named(drawing, "Something: pin") if isinstance(pin, Ellipse)]
    assert heights[0] == heights[2] == heights[4] < heights[1] == heights[3]


def test_a_long_time_is_left_whole_while_all_fits() -> None:
    drawing = drawn_timeline(start=-3200, end=2026, events=[{"at": -3100, "text": "Narmer"}, {"at": 1666, "text": "Fire"}])
    assert not named(drawing, "break")


def test_what_stands_beyond_the_end_stands_behind_a_break() -> None:
    drawing = drawn_timeline(**EGYPT)
    assert len(named(drawing, "break")) == 2
    assert "You are here" in words(drawing)
    assert overlapping(drawing) == []


def test_an_event_outside_is_left_out_and_reported() -> None:
    drawing = drawn_timeline(start=100, end=200, events=[{"at": 50, "text": "Too early"}, {"at": 150, "text": "In time"}])
    assert [(t.rule, t.path) for t in drawing.troubles] == [("event-outside", ("events", 0))]
    assert "Too early" not in words(drawing)


def test_many_events_are_all_shown_or_reported() -> None:
    events = [{"at": 1900 + i, "text": f"Event number {i}"} for i in range(40)]
    drawing = drawn_timeline(start=1900, end=1940, events=events)
    shown = {text.name for text in texts(drawing)}
    left = {t.path[1] for t in drawing.troubles}
    assert overlapping(drawing) == []
    assert outside(drawing) == []
    assert all((event["text"] in shown) != (number in left) for number, event in enumerate(events))
    assert len(shown) > 8


def test_times_that_overlap_lie_in_lanes() -> None:
    spans = [{"from": 100, "to": 300, "text": "One"}, {"from": 200, "to": 400, "text": "Two"}]
    one, two = (named(drawn_timeline(start=1, end=500, spans=spans), name)[0] for name in ("One", "Two"))
    assert one.y != two.y  # type: ignore[union-attr]


def test_a_time_too_short_for_its_name_is_named_on_a_pin() -> None:
    drawing = drawn_timeline(start=1, end=2000, spans=[{"from": 1914, "to": 1918, "text": "The First World War"}])
    assert named(drawing, "The First World War: pin")
    assert "1914 to 1918" in words(drawing)
