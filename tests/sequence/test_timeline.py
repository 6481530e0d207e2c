"""The teaching order of a programme."""

from __future__ import annotations

from pathlib import Path

from packager.sequence.timeline import Link, Week, is_known
from tests.sequence.small import timeline, topic

SLOTS = {
    "year-3/autumn-1/geography": "geography-3/rivers",
    "year-3/autumn-1/history": "history-3/egypt",
    "year-3/autumn-2/history": "history-3/greece",
    "year-4/autumn-1/history": "history-4/rome",
}
TOPICS = {name: topic("One.", "Two.") for name in SLOTS.values()}


def test_weeks_run_over_half_terms_and_years_and_tie_in_the_order_of_the_map(tmp_path: Path) -> None:
    assert [taught.id for taught in timeline(tmp_path, SLOTS, TOPICS).lessons] == [
        "geography-3/rivers/1",
        "history-3/egypt/1",
        "geography-3/rivers/2",
        "history-3/egypt/2",
        "history-3/greece/1",
        "history-3/greece/2",
        "history-4/rome/1",
        "history-4/rome/2",
    ]


def test_a_lesson_knows_its_week_and_its_place(tmp_path: Path) -> None:
    taught = timeline(tmp_path, SLOTS, TOPICS).by_lesson["history-3/greece/2"]
    assert (taught.week, taught.place, taught.subject) == (Week(0, 1, 2), 5, "history")


def test_what_is_taught_is_known_at_once_in_its_subject_and_elsewhere_from_the_next_week(tmp_path: Path) -> None:
    by_lesson = timeline(tmp_path, SLOTS, TOPICS).by_lesson
    egypt = by_lesson["history-3/egypt/1"]
    assert is_known(egypt, egypt)
    assert not is_known(egypt, by_lesson["geography-3/rivers/1"])
    assert is_known(egypt, by_lesson["geography-3/rivers/2"])
    assert not is_known(by_lesson["history-3/egypt/2"], egypt)


def test_links_between_topics(tmp_path: Path) -> None:
    order = timeline(tmp_path, SLOTS, TOPICS)
    assert order.linked("geography-3/rivers") == {
        "history-3/egypt": Link.HORIZONTAL,
        "history-3/greece": Link.DIAGONAL,
        "history-4/rome": Link.DIAGONAL,
    }
    assert order.link("history-3/egypt", "history-4/rome") is Link.VERTICAL
    assert order.link("history-3/egypt", "history-3/egypt") is None
    assert order.link("history-3/egypt", "no/topic") is None


def test_distance_is_counted_in_half_terms(tmp_path: Path) -> None:
    order = timeline(tmp_path, SLOTS, TOPICS)
    assert order.distance((0, 1), (1, 0)) == 2
    assert order.distance((1, 0), (0, 1)) == -2


def test_topics_without_a_place_in_time_are_left_out(tmp_path: Path) -> None:
    slots = {
        "year-3/autumn-1/history": "history-3/egypt",
        "year-9/autumn-1/history": "history-3/greece",
        "year-3/midwinter/history": "history-4/rome",
        "year-3/autumn-2/history": "history-3/deleted",
        "year-3/spring-1/history": "history-3/egypt",
    }
    order = timeline(tmp_path, slots, TOPICS)
    assert [taught.id for taught in order.lessons] == ["history-3/egypt/1", "history-3/egypt/2"]
    assert order.target("history-3/greece") is None
    assert order.target("history-3/egypt") == Week(0, 0, 1)
    assert order.target("history-3/egypt/2") == Week(0, 0, 2)
