"""Maps: the right places, names that never cover each other, nothing left out in silence."""

from __future__ import annotations

from itertools import pairwise
from math import hypot
from typing import Any

import pytest

from packager.drawing.atlas import LEVELS, Packed, Window, land, water
from packager.drawing.gazetteer import gazetteer, river_names, unknown_names
from packager.drawing.projection import fit
from packager.drawing.shapes import Ellipse, Freeform, Rect
from packager.drawing.style import LARGE_PRINT, PRINT, SLIDE, Box, DrawingStyle
from packager.model.drawings import Map
from tests.drawing.drawn import MAP_BOX, PAGE_BOX, drawn_map, named, outside, overlapping, texts, words
from tests.drawing.samples import NILE

EVERYWHERE = Window(-180, -90, 180, 90)
BY_THE_RIVER = {
    "Nile": [(31.23, 30.04), (32.64, 25.70), (32.53, 15.6)],
    "Thames": [(-0.12, 51.505), (-1.26, 51.75)],
    "Severn": [(-2.24, 51.87), (-2.75, 52.71)],
    "Trent": [(-1.14, 52.94)],
    "Tyne": [(-1.6, 54.97)],
    "Clyde": [(-4.25, 55.86)],
    "Seine": [(2.35, 48.86)],
    "Loire": [(-1.55, 47.2)],
    "Rhône": [(4.83, 45.76)],
    "Rhine": [(6.96, 50.94)],
    "Danube": [(16.37, 48.21), (19.05, 47.5), (20.46, 44.8)],
    "Po": [(7.69, 45.07)],
    "Tiber": [(12.47, 41.9)],
    "Volga": [(44.5, 48.7)],
    "Dnieper": [(30.55, 50.45)],
    "Tigris": [(44.4, 33.3)],
    "Euphrates": [(44.4, 32.5), (39.0, 35.9)],
    "Jordan": [(35.55, 31.85)],
    "Indus": [(68.4, 25.4)],
    "Ganges": [(83.0, 25.3), (78.16, 29.95)],
    "Yamuna": [(77.25, 28.6)],
    "Sarayu": [(82.2, 26.8)],
    "Godavari": [(81.8, 17.0)],
    "Brahmaputra": [(91.75, 26.2)],
    "Mekong": [(102.6, 17.95)],
    "Yangtze": [(106.55, 29.57), (114.3, 30.58)],
    "Yellow River": [(103.8, 36.06), (117.0, 36.75)],
    "Congo": [(15.3, -4.3)],
    "Niger": [(-8.0, 12.62), (2.1, 13.5)],
    "Zambezi": [(25.85, -17.92)],
    "Amazon": [(-60.0, -3.15)],
    "Mississippi": [(-90.05, 35.15), (-90.19, 38.63)],
    "Missouri": [(-96.0, 41.26)],
    "Paraná": [(-58.9, -27.4)],
    "Murray": [(142.2, -34.2)],
}
"""Places that everybody knows to lie on a river."""


def courses(packed: Packed, group: str, window: Window = EVERYWHERE) -> list[list[tuple[float, float]]]:
    """The lines of a group in degrees; what lies outside the window is only hinted at."""
    q = packed.quantum
    return [
        [*((x * q, y * q) for part in ring.parts for x, y in zip(part.xs, part.ys, strict=True)), (ring.last[0] * q, ring.last[1] * q)]
        for ring in packed.within(group, window)
    ]


def course(river: str, window: Window = EVERYWHERE) -> list[list[tuple[float, float]]]:
    return [run for kind in ("main", "branch") for run in courses(water(), f"{kind} {river}", window)]


@pytest.mark.parametrize("river", sorted(BY_THE_RIVER))
def test_a_river_runs_past_its_towns(river: str) -> None:
    steps = [step for run in course(river) for step in pairwise(run)]
    points = [(a + (c - a) * k / 8, b + (d - b) * k / 8) for (a, b), (c, d) in steps for k in range(9)]
    for x, y in BY_THE_RIVER[river]:
        assert min(hypot(u - x, v - y) for u, v in points) < 0.2, (x, y)


def test_every_known_river_can_be_drawn() -> None:
    for river in river_names():
        assert course(river), river


@pytest.mark.parametrize("scale", LEVELS)
@pytest.mark.parametrize(
    ("at", "dry"),
    [
        ((31.2, 28.0), True),
        ((25.0, 27.0), True),
        ((10.0, 50.0), True),
        ((-30.0, 40.0), False),
        ((105.0, 60.0), True),
        ((50.5, 41.0), False),
        ((179.0, 67.5), True),
        ((-178.0, 66.8), True),
    ],
)
def test_land_is_where_land_is(scale: int, at: tuple[float, float], dry: bool) -> None:
    """Mainland Africa, Europe and Asia are there, on both sides of the date line; the Caspian Sea is water."""
    x, y = at
    crossed = 0
    for ring in courses(land(scale), "land", Window(x - 2, y - 2, x + 2, y + 2)):
        for (a, b), (c, d) in zip(ring, [*ring[1:], ring[0]], strict=True):
            crossed += (b > y) != (d > y) and x < a + (y - b) / (d - b) * (c - a)
    assert (crossed % 2 == 1) is dry


@pytest.mark.parametrize("scale", LEVELS)
def test_a_window_shows_what_the_whole_world_does(scale: int) -> None:
    """What lies outside a window is left out, and what lies inside is not changed by it."""
    window = Window(30, 27, 36, 32)
    whole = {point for ring in courses(land(scale), "land") for point in ring}
    seen = {point for ring in courses(land(scale), "land", window) for point in ring}
    inside = {(x, y) for x, y in whole if window.west < x < window.east and window.south < y < window.north}
    assert inside and inside <= seen and len(seen) < len(whole) / 10


def test_the_suez_canal_is_not_among_the_rivers() -> None:
    suez = Window(32.2, 30.2, 32.5, 31.0)
    for river in river_names():
        for run in course(river, suez):
            assert not any(suez.west < x < suez.east and suez.south < y < suez.north for x, y in run)


def test_the_nile_is_a_shape_that_bears_its_name() -> None:
    drawing = drawn_map(**NILE)
    (river,) = (shape for shape in named(drawing, "River Nile") if isinstance(shape, Freeform))
    assert river.pen and river.pen.role == "river" and not river.fill
    assert "River Nile" in words(drawing)


def test_a_place_stands_where_it_is() -> None:
    drawing = drawn_map(**NILE)
    fitted = fit(NILE["bounds"], 590.4, 381.6)
    (dot,) = (shape for shape in named(drawing, "Memphis: dot") if isinstance(shape, Ellipse))
    assert (dot.x, dot.y) == pytest.approx(fitted.xy(31.25, 29.85))
    assert overlapping(drawing) == [] and outside(drawing) == []


def test_borders_and_modern_lakes_are_drawn_only_when_asked_for() -> None:
    aswan = {"bounds": (31, 21, 35, 25), "places": [{"at": (32.9, 24.1), "name": "Aswan"}]}
    old, new = drawn_map(**aswan, period="about 1250 BCE"), drawn_map(**aswan, period="today", borders=True)
    assert not named(old, "lakes") and named(new, "lakes")
    assert not named(old, "borders") and named(new, "borders")


SCATTERED = [{"at": (-3 + (i * 37 % 60) / 30, 51 + (i * 23 % 61) / 45), "name": f"Village {i}"} for i in range(60)]
CROWDED = [{"at": (-2 + i / 1000, 51.7 + (i * 7 % 60) / 1000), "name": f"Village {i}"} for i in range(60)]
ON_ONE_SPOT = [{"at": (-2, 51.7), "name": f"Village {i}"} for i in range(60)]


@pytest.mark.parametrize("places", [SCATTERED, CROWDED, ON_ONE_SPOT], ids=["scattered", "crowded", "on one spot"])
@pytest.mark.parametrize(("box", "style"), [(MAP_BOX, SLIDE), (PAGE_BOX, PRINT), (PAGE_BOX, LARGE_PRINT)], ids=["slide", "page", "large"])
def test_sixty_places_in_a_small_box_are_named_or_reported(places: list[dict[str, Any]], box: Box, style: DrawingStyle) -> None:
    drawing = drawn_map(box, style, bounds=(-3, 51, -1, 52.4), places=places)
    shown = [number for number, place in enumerate(places) if place["name"] in words(drawing)]
    left = [trouble.path[1] for trouble in drawing.troubles if trouble.rule == "labels-left-out"]
    assert len(shown) + len(left) == 60 and sorted([*shown, *left]) == list(range(60))
    assert len(words(drawing)) == len(set(words(drawing)))
    assert overlapping(drawing) == [] and outside(drawing) == []


def test_scattered_places_are_nearly_all_named() -> None:
    assert len(drawn_map(bounds=(-3, 51, -1, 52.4), places=SCATTERED).troubles) < 20


def test_a_place_outside_is_reported() -> None:
    drawing = drawn_map(bounds=(24, 21, 37, 33), places=[{"at": (29.85, 51.25), "name": "Memphis"}])
    assert [(t.rule, t.path) for t in drawing.troubles] == [("outside-bounds", ("places", 0))]


def test_names_that_nobody_knows() -> None:
    model = Map.model_validate(
        {
            "title": "t",
            "alt": "",
            "bounds": (0, 0, 9, 9),
            "rivers": ["Nile", "Styx"],
            "areas": [{"country": "XYZ", "name": "x"}],
            "seas": ["Red Sea", "Lost Sea"],
        }
    )
    assert [(unknown.kind, unknown.path) for unknown in unknown_names(model)] == [
        ("river", ("rivers", 1)),
        ("country", ("areas", 0, "country")),
        ("sea", ("seas", 1)),
    ]
    assert [t.rule for t in drawn_map(bounds=(0, 0, 9, 9), seas=["Lost Sea"]).troubles] == ["unknown-name"]


def test_a_river_may_be_given_by_its_course() -> None:
    drawing = drawn_map(
        bounds=(0, 52, 0.3, 52.4), layers=["land"], rivers=[{"name": "River Cam", "along": [(0.1, 52.1), (0.12, 52.21), (0.2, 52.35)]}]
    )
    assert isinstance(named(drawing, "River Cam")[0], Freeform)


@pytest.mark.parametrize(
    "bounds", [(-180, -85, 180, 85), (170, 50, 180, 72), (-70, -90, 70, -60), (-3.95, 52.3, -2.6, 52.95), (60, 78, 100, 89)]
)
def test_any_part_of_the_world_can_be_drawn(bounds: tuple[float, ...]) -> None:
    drawing = drawn_map(bounds=bounds, layers=["land", "rivers", "lakes", "borders", "relief"])
    assert named(drawing, "scale") and named(drawing, "north arrow") and overlapping(drawing) == []
    for shape in named(drawing, "land"):
        assert isinstance(shape, Freeform)
        assert all(-0.1 <= x <= 590.5 and -0.1 <= y <= 381.7 for path in shape.paths for x, y in path.points)


@pytest.mark.parametrize("bounds", [(24, 21, 37, 33), (-11, 35, 42, 66), (-20, -35, 55, 38), (-180, -60, 180, 80)])
def test_paper_and_world_are_each_other_s_image(bounds: tuple[float, ...]) -> None:
    fitted = fit(bounds, 590, 380)
    west, south, east, north = bounds
    for lon, lat in ((west, south), (east, north), ((west + east) / 2, (south + north) / 2)):
        x, y = fitted.xy(lon, lat)
        assert -1 < x < 591 and -1 < y < 381
        back = fitted.projection.from_plane(fitted.left + x / fitted.scale, fitted.top - y / fitted.scale)
        assert back == pytest.approx((lon, lat), abs=1e-6)


def test_the_scale_is_true() -> None:
    """From Cairo to Aswan it is about 680 km."""
    fitted = fit(NILE["bounds"], 590, 380)
    (x, y), (u, v) = fitted.xy(31.24, 30.04), fitted.xy(32.9, 24.09)
    assert hypot(u - x, v - y) * fitted.km == pytest.approx(680, rel=0.02)
    (first,) = (s for s in named(drawn_map(**NILE), "scale: first half") if isinstance(s, Rect))
    assert first.width * 2 * fit(NILE["bounds"], 590.4, 381.6).km == pytest.approx(200)


def test_large_print_has_no_letter_under_sixteen_points_and_no_italics() -> None:
    drawing = drawn_map(Box(419, 400, fill=False), LARGE_PRINT, **NILE)
    assert min(text.size for text in texts(drawing)) >= 16
    assert not any(text.face == "display-italic" for text in texts(drawing))
    assert overlapping(drawing) == []


def test_known_seas_and_hills_lie_in_the_world() -> None:
    places = gazetteer()
    for line in (*places.seas.values(), *places.hills.values()):
        assert all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in line)


def test_the_period_stands_where_it_covers_no_coast() -> None:
    """The sea between two lands, a long note: there is a corner in which it covers neither."""
    note = "Many Hindus point to these places. The island is Sri Lanka today."
    drawing = drawn_map(
        bounds=(76.5, 5.5, 83.5, 12.5),
        places=[{"at": (79.3, 9.3), "name": "Rameswaram"}],
        regions=[{"at": (80.7, 7.9), "name": "Lanka"}],
        period=note,
    )
    (ground,) = (shape for shape in named(drawing, "period: ground") if isinstance(shape, Rect))
    (coast,) = (shape for shape in named(drawing, "coast") if isinstance(shape, Freeform))
    right, foot = ground.x + ground.width, ground.y + ground.height
    assert not [p for path in coast.paths for p in path.points if ground.x < p[0] < right and ground.y < p[1] < foot]


def test_a_name_has_a_halo_only_where_something_is_drawn_below_it() -> None:
    """In the desert there is nothing; across the river the ground shows through."""
    fields = {
        **NILE,
        "regions": [{"at": (27.0, 24.5), "name": "Desert"}, {"at": (32.6, 25.0), "name": "A land on both sides of the river"}],
    }
    halos = {text.name: text.halo for text in texts(drawn_map(**fields))}
    assert halos["Desert"] is None and halos["A land on both sides of the river"] == "land"


def test_the_pole_is_land_where_it_lies_on_the_paper() -> None:
    """A cone makes a circle of the pole, which is no hole in Antarctica."""
    paper = fit((-70, -90, 70, -60), 590.4, 381.6)
    x, y = paper.xy(0, -90)
    (land_of,) = (shape for shape in named(drawn_map(bounds=(-70, -90, 70, -60)), "land") if isinstance(shape, Freeform))
    crossed = 0
    for path in land_of.paths:
        for (a, b), (c, d) in zip(path.points, [*path.points[1:], path.points[0]], strict=True):
            crossed += (b > y + 5) != (d > y + 5) and x < a + (y + 5 - b) / (d - b) * (c - a)
    assert crossed % 2 == 1


def test_slides_and_pages_have_their_coasts_in_common() -> None:
    """What is traced for one is only moved and scaled for the other: the same number of points, but for the edges."""
    slide, page = drawn_map(**NILE), drawn_map(PAGE_BOX, PRINT, **NILE)
    counts = [sum(len(path.points) for s in named(d, "coast") if isinstance(s, Freeform) for path in s.paths) for d in (slide, page)]
    assert 0.6 < counts[1] / counts[0] <= 1
