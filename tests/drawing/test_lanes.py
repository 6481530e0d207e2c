"""Timelines one above another on one axis."""

from __future__ import annotations

from packager.drawing.lanes import draw_lanes, shared_breaks
from packager.drawing.shapes import Drawing, Ellipse, Line, Text, every
from packager.drawing.style import PRINT, Box
from packager.model.drawings import Timeline
from tests.drawing.drawn import measure

BOXES = [Box(980, 180, fill=False), Box(980, 300, fill=False)]


def lane(*events: tuple[int, str], here: int | None = None, first: int = -3200, last: int = 1970) -> Timeline:
    told = [{"at": year, "text": text} for year, text in events]
    return Timeline.model_validate({"title": "A lane", "alt": "", "from": first, "to": last, "events": told, "here": here})


def pin(drawing: Drawing, text: str) -> float:
    return next(shape.x for shape in every(drawing.root) if isinstance(shape, Ellipse) and shape.name == f"{text}: pin")


def test_one_year_stands_in_one_column_on_every_lane() -> None:
    lanes = [
        lane((-3100, "Narmer"), (-30, "Rome comes"), (1970, "The dam")),
        lane((-2560, "A pyramid"), (-30, "Egypt falls"), *((1800 + 12 * n, f"A long text of event number {n}") for n in range(7))),
    ]
    first, second = draw_lanes(lanes, BOXES, PRINT, measure)
    assert pin(first, "Rome comes") == pin(second, "Egypt falls")
    assert not first.troubles and not second.troubles


def test_all_lanes_break_where_nothing_stands_on_any() -> None:
    lanes = [lane((-3100, "Narmer"), here=2026, last=-30), lane((-2900, "Memphis"), (-30, "Rome comes"), here=2026, last=-30)]
    assert shared_breaks(lanes) == [(-2899, -29), (-29, 2026)]
    for drawn in draw_lanes(lanes, BOXES, PRINT, measure):
        assert sum(isinstance(shape, Line) and shape.name == "break" for shape in every(drawn.root)) == 4


def test_times_are_as_long_as_they_are_on_all_lanes_together() -> None:
    lanes = [lane((-3200, "a"), (1970, "b")), lane((-2200, "c"), (-1200, "d"), (-200, "e"), (900, "f"))]
    assert shared_breaks(lanes) == [(-199, 900), (900, 1970)]


def test_a_crowded_lane_takes_a_higher_box_and_small_letters_stay_as_they_are() -> None:
    crowd = lane(*((1700 + 9 * n, f"Event {n} with some more words") for n in range(12)))
    (drawn,) = draw_lanes([crowd], BOXES, PRINT, measure)
    assert drawn.height > 120
    assert {text.size for text in every(drawn.root) if isinstance(text, Text) and text.name.startswith("Event")} == {PRINT.event}
