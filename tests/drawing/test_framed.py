"""A framed drawing has nothing outside its frame, line widths included, and reaches it where it went on beyond."""

from __future__ import annotations

from itertools import pairwise
from math import sin

import pytest

from packager.drawing.clip import straightened
from packager.drawing.framed import inside
from packager.drawing.shapes import XY, Fill, Freeform, Group, Pen, Subpath, every
from packager.drawing.shore import at_sea
from tests.drawing.samples import samples

FRAME = (0.0, 0.0, 100.0, 50.0)


def cut(*shapes: Freeform) -> tuple[Freeform, ...]:
    return inside(shapes, FRAME)


def test_what_lies_outside_is_gone() -> None:
    within, outside = (Freeform(name, (Subpath(((x, 9), (x + 5, 20))),), pen=Pen("ink", 1)) for name, x in (("in", 10), ("out", 200)))
    assert [shape.name for shape in cut(within, outside)] == ["in"]


def test_land_is_cut_at_the_frame() -> None:
    (land,) = cut(Freeform("land", (Subpath(((-20, -20), (60, -20), (60, 80), (-20, 80)), closed=True),), Fill("land")))
    assert set(land.paths[0].points) == {(0, 0), (60, 0), (60, 50), (0, 50)}


def test_a_fine_line_ends_round_so_that_its_end_touches_the_frame() -> None:
    (line,) = cut(Freeform("coast", (Subpath(((50, 20), (50, 90))),), pen=Pen("coast", 2)))
    assert line.paths[0].points == ((50, 20), (50, 49)) and line.pen == Pen("coast", 2)


def test_a_broad_line_ends_square_on_the_frame() -> None:
    slanting = Subpath(((20, 10), (30, 20), (40, 30), (90, 80)), curved=True)
    (strip,) = cut(Freeform("black land", (slanting,), pen=Pen("fertile", 10)))
    before, end = strip.paths[0].points[-4], strip.paths[0].points[-1]
    assert strip.pen and strip.pen.flat
    assert end[1] == 50 and end[0] == pytest.approx(before[0]) and before[1] == pytest.approx(45, abs=0.01)


def test_a_curve_is_divided_where_it_leaves_and_comes_back() -> None:
    bow = Subpath(((10, 40), (10, 90), (90, 90), (90, 40)), curved=True)
    (river,) = cut(Freeform("River", (bow,), pen=Pen("river", 2)))
    assert [len(path.points) for path in river.paths] == [4, 4]
    assert river.paths[0].points[-1][1] == river.paths[1].points[0][1] == pytest.approx(49, abs=0.01)
    assert river.paths[0].points[0] == (10, 40) and river.paths[1].points[-1] == (90, 40)


def test_runs_of_a_broad_line_that_meet_become_one() -> None:
    one, two = Subpath(((50, 20), (50, 90))), Subpath(((50, 20), (70, 20)))
    (strip,) = cut(Freeform("strip", (one, two), pen=Pen("fertile", 10)))
    assert len(strip.paths) == 1


def test_an_arrow_whose_tip_is_cut_off_is_none() -> None:
    (whole,) = cut(Freeform("a", (Subpath(((10, 10), (40, 40))),), pen=Pen("accent", 2), arrow=True))
    (short,) = cut(Freeform("a", (Subpath(((10, 10), (40, 90))),), pen=Pen("accent", 2), arrow=True))
    assert whole.arrow and not short.arrow


@pytest.mark.parametrize("kind", ["map", "map-print"])
def test_no_path_of_a_map_reaches_beyond_its_paper(kind: str) -> None:
    drawn = samples()[kind]
    assert not any(isinstance(shape, Group) and shape.clip for shape in every(drawn.root))
    for shape in every(drawn.root):
        if isinstance(shape, Freeform):
            for x, y in (point for path in shape.paths for point in path.points[:: 3 if path.curved else 1]):
                assert -0.01 <= x <= drawn.width + 0.01 and -0.01 <= y <= drawn.height + 0.01, shape.name


def test_a_simpler_line_stays_within_the_tolerance() -> None:
    wave: list[XY] = [(x / 4, sin(x / 9) * 8) for x in range(400)]
    simple = straightened(wave, 0.3)
    assert len(simple) < 60 and simple[0] == wave[0] and simple[-1] == wave[-1]
    assert all(min(_away(point, a, b) for a, b in pairwise(simple)) <= 0.6 for point in wave)
    assert straightened([(0, 0), (5, 0.2), (10, 0), (10, 5), (10, 10)], 0.3) == [(0, 0), (10, 0), (10, 10)]


def test_lines_on_the_water_keep_their_distance_from_every_coast() -> None:
    coast: list[XY] = [(0, 0), (40, 0), (40, -30), (60, -30), (60, 0), (100, 0)]
    lines = at_sea([coast], [5, 10, 15], (-50, -60, 150, 50))
    for distance, runs in zip([5, 10, 15], lines, strict=True):
        assert runs
        for x, y in (point for run in runs for point in run):
            assert distance * 0.65 <= min(_away((x, y), a, b) for a, b in pairwise(coast)) <= distance * 1.1


def test_the_sea_is_on_the_left_of_its_coast() -> None:
    assert all(y == pytest.approx(-5) for run in at_sea([[(0, 0), (100, 0)]], [5], (-10, -10, 110, 10))[0] for _, y in run)


def test_a_narrow_inlet_has_no_lines_in_it() -> None:
    assert at_sea([[(0, 0), (100, 0)], [(100, -8), (0, -8)]], [5], (-10, -20, 110, 20)) == [[]]


def _away(point: XY, start: XY, end: XY) -> float:
    (x, y), (a, b), (c, d) = point, start, end
    share = min(max(((x - a) * (c - a) + (y - b) * (d - b)) / ((c - a) ** 2 + (d - b) ** 2), 0), 1)
    return float(((a + (c - a) * share - x) ** 2 + (b + (d - b) * share - y) ** 2) ** 0.5)
