"""Maps: the right places, names that never cover each other, nothing left out in silence."""

from __future__ import annotations

from itertools import pairwise
from math import hypot

import pytest

from packager.drawing.atlas import Window, land, water
from packager.drawing.gazetteer import gazetteer, river_names, unknown_names
from packager.drawing.projection import fit
from packager.drawing.shapes import Ellipse, Freeform, Rect
from packager.drawing.style import LARGE_PRINT, Box
from packager.model.drawings import Map
from tests.drawing.drawn import drawn_map, named, outside, overlapping, texts, words
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


@pytest.mark.parametrize("river", sorted(BY_THE_RIVER))
def test_a_river_runs_past_its_towns(river: str) -> None:
    parts = water().head["rivers"][river]
    runs = [run for kind in ("main", "branch") for run in water().runs(parts.get(kind, ()), EVERYWHERE)]
    points = [(a + (c - a) * k / 8, b + (d - b) * k / 8) for run in runs for (a, b), (c, d) in pairwise(run) for k in range(9)]
    for x, y in BY_THE_RIVER[river]:
        assert min(hypot(u - x, v - y) for u, v in points) < 0.2, (x, y)


def test_every_known_river_can_be_drawn() -> None:
    for river in river_names():
        assert any(water().runs(parts, EVERYWHERE) for parts in water().head["rivers"][river].values()), river


@pytest.mark.parametrize("detail", ["10m", "50m", "110m"])
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
def test_land_is_where_land_is(detail: str, at: tuple[float, float], dry: bool) -> None:
    """Mainland Africa, Europe and Asia are there, on both sides of the date line; the Caspian Sea is water."""
    x, y = at
    around = Window(x - 2, y - 2, x + 2, y + 2)
    crossed = 0
    for ring in land(detail).land(around):  # type: ignore[arg-type]
        for (a, b), (c, d) in zip(ring, [*ring[1:], ring[0]], strict=True):
            crossed += (b > y) != (d > y) and x < a + (y - b) / (d - b) * (c - a)
    assert (crossed % 2 == 1) is dry


def test_the_suez_canal_is_not_among_the_rivers() -> None:
    suez = Window(32.2, 30.2, 32.5, 31.0)
    for parts in water().head["rivers"].values():
        for run in water().runs([entry for entries in parts.values() for entry in entries], suez):
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


def test_sixty_places_in_a_small_box_are_named_or_reported() -> None:
    places = [{"at": (-3 + (i * 37 % 60) / 30, 51 + (i * 23 % 61) / 45), "name": f"Village {i}"} for i in range(60)]
    drawing = drawn_map(bounds=(-3, 51, -1, 52.4), places=places)
    shown, left = {t.name for t in texts(drawing)}, {t.path[1] for t in drawing.troubles}
    assert overlapping(drawing) == [] and outside(drawing) == []
    assert all((place["name"] in shown) != (number in left) for number, place in enumerate(places))
    assert len(left) < 10


def test_sixty_places_on_one_spot_are_reported_and_do_not_cover_each_other() -> None:
    places = [{"at": (-2 + i / 1000, 51.7), "name": f"Village {i}"} for i in range(60)]
    drawing = drawn_map(bounds=(-3, 51, -1, 52.4), places=places)
    assert overlapping(drawing) == []
    assert len(drawing.troubles) == sum(1 for p in places if p["name"] not in words(drawing)) > 10


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
