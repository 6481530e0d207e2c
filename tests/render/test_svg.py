"""Drawings as SVG: text stays text, colours come from the look, clipping is kept."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
import resvg_py

from packager.drawing.shapes import Drawing, Fill, Freeform, Group, Line, Pen, Picture, Rect, Role, Subpath, Text
from packager.drawing.shapes import Trouble as LeftOut
from packager.model.theme import ThemeFile
from packager.render.look import Look
from packager.render.svg.palette import ink_saver, palette
from packager.render.svg.rules import troubles
from packager.render.svg.write import as_svg
from tests.drawing.samples import samples

LOOK = Look(ThemeFile(), "#A5421C")
FAMILIES = dict.fromkeys(("text", "text-bold", "display", "display-bold", "display-italic"), "Arimo")
SVG = "{http://www.w3.org/2000/svg}"


def svg_of(*shapes: object, **families: str) -> ElementTree.Element:
    drawing = Drawing(100, 50, Group("A test", shapes))  # type: ignore[arg-type]
    return ElementTree.fromstring(as_svg(drawing, palette(LOOK), {**FAMILIES, **families}, lambda image: f"data:{image}"))  # type: ignore[dict-item]


@pytest.mark.parametrize("kind", sorted(samples()))
def test_every_kind_is_an_svg_that_can_be_drawn(kind: str) -> None:
    svg = as_svg(samples()[kind], palette(LOOK), FAMILIES, lambda image: "")  # type: ignore[arg-type]
    root = ElementTree.fromstring(svg)
    assert root.get("viewBox") == f"0 0 {samples()[kind].width:.2f}".rstrip("0").rstrip(".") + f" {samples()[kind].height:.2f}".rstrip(
        "0"
    ).rstrip(".")
    assert bytes(resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True)).startswith(b"\x89PNG")
    assert "None" not in svg and "nan" not in svg


def test_text_is_text_in_its_face_with_a_halo_behind_it() -> None:
    text = Text("Thebes", 10, 20, ("Thebes & Memphis", "below"), 12, 14, 90, "ink", "text-bold", "end", halo="land", angle=30)
    halo, front = svg_of(text).iter(f"{SVG}text")
    assert halo.get("stroke") == "#F7EEDB" and halo.get("fill") == "none" and halo.get("aria-hidden") == "true"
    assert front.get("font-weight") == "700" and front.get("text-anchor") == "end" and front.get("transform") == "rotate(30 10 20)"
    assert ["".join(row.itertext()) for row in front] == ["Thebes & Memphis", "below"]
    assert [row.get("y") for row in front] == ["20", "34"]


def test_the_nought_has_a_family_of_its_own_where_the_text_face_slashes_it() -> None:
    text = Text("year", 0, 0, ("1066",), 12, 14, 30, "ink")
    (row,) = next(iter(svg_of(text, nought="Arimo").iter(f"{SVG}text")))
    assert "".join(row.itertext()) == "1066"
    assert [part.text for part in row] == ["0"]


def test_a_river_bears_its_name_and_a_hole_is_a_run_of_its_own() -> None:
    river = Freeform(
        "River Nile",
        (Subpath(((0, 0), (1, 1), (2, 1), (3, 0)), curved=True), Subpath(((5, 5), (9, 5), (9, 9)), closed=True)),
        pen=Pen("river", 2),
    )
    (path,) = svg_of(river).iter(f"{SVG}path")
    assert path.get("data-name") == "River Nile" and path.get("d") == "M0 0C1 1 2 1 3 0M5 5L9 5 9 9Z"


def test_an_arrow_ends_at_its_tip() -> None:
    shaft, head = svg_of(Line("arrow", (0, 10), (50, 10), Pen("accent", 2), arrow=True)).iter(f"{SVG}path")
    assert shaft.get("d") == "M0 10L44.4 10"
    assert (head.get("d") or "").startswith("M50 10L")


def test_a_group_that_clips() -> None:
    root = svg_of(Group("map", (Rect("sea", 0, 0, 100, 50, Fill("sea")),), clip=(0, 0, 100, 50)), Picture("p", 1, 2, 3, 4, "media/a.svg"))
    assert root.find(f".//{SVG}clipPath") is not None
    assert next(iter(root.iter(f"{SVG}image"))).get("{http://www.w3.org/1999/xlink}href") == "data:media/a.svg"


def test_palettes_have_every_role() -> None:
    roles = set(Role.__args__)  # type: ignore[attr-defined]
    assert set(palette(LOOK)) == set(ink_saver(LOOK)) == roles
    assert palette(LOOK)["accent"] == "#A5421C" and ink_saver(LOOK)["accent"] == LOOK.colours.ink


def test_what_a_drawing_left_out_has_a_place_in_the_source() -> None:
    drawing = Drawing(1, 1, Group("", ()), (LeftOut("labels-left-out", ("places", 3), "no room"), LeftOut("event-outside", (), "")))
    (trouble,) = troubles(drawing.troubles, "lesson-2/chapter/5/map")
    assert (trouble.code, trouble.id) == ("DRW005", "lesson-2/chapter/5/map/places/4")
