"""Maps, timelines and diagrams on slides: native shapes that a teacher can move, named, described, in colours of the theme."""

from __future__ import annotations

import colorsys
import math
import re
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openxml_audit import OpenXmlValidator
from pptx import Presentation
from pptx.oxml.ns import qn

from packager.drawing.shapes import Drawing, Ellipse, Fill, Freeform, Group, Line, Pen, Rect, Role, Subpath, Text, every
from packager.model.theme import ThemeFile
from packager.model.tones import channels
from packager.render.deck import Box, DrawingSlot
from packager.render.deck_as_text import deck_as_text
from packager.render.look import Look
from packager.render.pptx.arrange import arrange
from packager.render.pptx.layouts import LAYOUTS
from packager.render.pptx.renderer import render_deck
from packager.render.pptx.roles import SLOTS, Inks
from packager.render.pptx.write_drawing import drawing_xml, written
from packager.render.svg.palette import palette
from tests.drawing.samples import samples
from tests.packs import REPOSITORY, Packs
from tests.render.lessons import Given, shipped_lesson, small_lesson
from tests.validators import MICROSOFT, microsoft_faults

GOLDEN = Path(__file__).parent / "golden" / "deck-drawings.txt"
EMU_PER_INCH, EMU_PER_POINT = 914400, 12700
TEXT_PART, WHOLE = 250_000, 2_000_000
"""The most bytes of a deck without its pictures, and with them."""
LOOKS = [Look(ThemeFile(), accent) for accent in ("#A5421C", "#0A6F70", "#46277A", "#163A2C")]
EVERY_KIND = """\
title: Seven hills
chapter:
  - text: Rome stands on hills.
  - map: {title: Egypt and the Nile, alt: Map of Egypt, bounds: [24, 21, 37, 33], rivers: [Nile], layers: [land, rivers, relief],
          areas: [{beside: Nile, name: black land}], seas: [Mediterranean Sea, Red Sea], period: about 2500 BCE,
          places: [{at: [31.25, 29.85], name: Memphis}, {at: [32.64, 25.72], name: Thebes}],
          arrows: [{along: [[30.2, 26.9], [30.0, 27.9], [30.3, 28.8]], text: flows north, water: true}], look_for: [the river, the sea]}
  - timeline: {title: The first kings, alt: Timeline of kings, from: -760, to: -500, ask: Who came last?,
               spans: [{from: -753, to: -600, text: Early kings}],
               events: [{at: -753, text: Rome is founded, about: true}, {at: -509, text: The last king is driven out}]}
  - diagram: {kind: cycle, title: The year, alt: Three seasons in a ring, steps: [rain, sun, snow], centre: One year, points: [It turns.]}
  - diagram: {kind: labelled, title: The hills, alt: A plain brown field, image: media/hills.svg, credit: 'Drawn by us, CC0-1.0',
              labels: [{at: [0.2, 0.3], text: one hill}, {at: [0.7, 0.6], text: another}]}
  - diagram: {kind: compare, title: Two hills, alt: Two columns, columns: [{title: One, points: [high]}, {title: Two, points: [low]}]}
"""


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Given:
    return small_lesson(tmp_path_factory.mktemp("drawings"), EVERY_KIND)


@pytest.fixture(scope="module")
def content(given: Given) -> bytes:
    return render_deck(given.lesson, given.context).content


@pytest.fixture(scope="module")
def groups(content: bytes) -> list[Any]:
    return [group for slide in Presentation(BytesIO(content)).slides for group in groups_of(slide)]


def test_the_arranged_drawings_read_as_their_shapes(given: Given, update_goldens: bool) -> None:
    text = deck_as_text(arrange(given.lesson, given.context)[0])
    if update_goldens:
        GOLDEN.write_text(text, "utf-8")
    assert text == GOLDEN.read_text("utf-8")


def test_each_drawing_is_one_group_that_bears_its_id_and_its_alternative_text(groups: list[Any]) -> None:
    said = {group.name: group._element.nvGrpSpPr.cNvPr.get("descr") for group in groups}
    assert said == {
        "lesson-1/chapter/2": "Map of Egypt",
        "lesson-1/chapter/3": "Timeline of kings",
        "lesson-1/chapter/4": "Three seasons in a ring",
        "lesson-1/chapter/5": "A plain brown field",
        "lesson-1/chapter/6": "Two columns",
    }


def test_the_placeholder_of_the_drawing_is_gone_and_what_to_look_for_stands_in_its_own(content: bytes) -> None:
    slide = next(slide for slide in Presentation(BytesIO(content)).slides if slide.slide_layout.name == "Map")
    idx = {place.placeholder_format.idx: place.name for place in slide.slide_layout.placeholders}
    assert [idx[shape.placeholder_format.idx] for shape in slide.placeholders if shape.has_text_frame] == [
        "title",
        "page",
        "look for",
        "footer",
        "number",
    ]


def test_a_river_is_a_freeform_with_its_name(groups: list[Any]) -> None:
    river = next(shape for group in groups for shape in group.shapes if shape.name == "River Nile")
    assert river._element.tag == qn("p:sp") and river._element.spPr.find(qn("a:custGeom")) is not None


def test_every_shape_has_a_name_and_an_id_of_its_own(content: bytes) -> None:
    for slide in Presentation(BytesIO(content)).slides:
        ids = [each.get("id") for each in slide._element.iter(qn("p:cNvPr"))]
        assert len(ids) == len(set(ids))
        assert all(shape.name for group in groups_of(slide) for shape in leaves(group))


def test_labels_are_in_the_fonts_of_the_theme_at_16_points_or_more_without_autofit(groups: list[Any]) -> None:
    labels = [shape for group in groups for shape in leaves(group) if shape._element.tag == qn("p:sp") and shape.text_frame.text]
    assert {"Memphis", "Red Sea", "rain", "one hill"} <= {label.text_frame.text for label in labels}
    for label in labels:
        body = label._element.txBody.bodyPr
        assert body.get("wrap") == "none" and body.find(qn("a:noAutofit")) is not None
        assert {body.get(side) for side in ("lIns", "tIns", "rIns", "bIns")} == {"0"}
        for run in label._element.iter(qn("a:rPr")):
            assert int(run.get("sz")) >= 1600, label.name
            assert run.find(qn("a:latin")).get("typeface") in ("+mn-lt", "+mj-lt")


def test_what_is_drawn_below_a_name_is_covered_by_a_ground_that_moves_with_it(groups: list[Any]) -> None:
    """No glow, which not every program shows: a ground in the colour of land or sea, in a group with the name."""
    label = next(shape for group in groups for shape in group.shapes if shape.name == "Thebes: label")
    ground, name = label.shapes
    assert name.text_frame.text == "Thebes" and ground.left <= name.left and ground.left + ground.width >= name.left + name.width
    assert not [glow for group in groups for glow in group._element.iter(qn("a:glow"))]


def test_the_names_of_places_have_18_points(groups: list[Any]) -> None:
    memphis = next(shape for group in groups for shape in leaves(group) if shape.name == "Memphis")
    assert {run.get("sz") for run in memphis._element.iter(qn("a:rPr"))} == {"1800"}


def test_no_shape_has_a_style_which_would_cast_a_shadow_or_a_colour_of_its_own(content: bytes) -> None:
    with ZipFile(BytesIO(content)) as archive:
        slides = [archive.read(name) for name in archive.namelist() if re.match(r"ppt/slides/slide\d+\.xml", name)]
    assert not [slide for slide in slides if b"<p:style" in slide or b"srgbClr" in slide or b"sysClr" in slide]


def test_nothing_lies_outside_the_room_of_the_drawing(content: bytes) -> None:
    for slide in Presentation(BytesIO(content)).slides:
        for group in groups_of(slide):
            own = LAYOUTS[slide.slide_layout.name].place("drawing").box
            room = own if slide.slide_layout.name != "Diagram" else Box(own.x, own.y, 11.95, own.h)
            for shape in [group, *(each for each in leaves(group) if each._element.tag != qn("p:sp") or not each.text_frame.text)]:
                left, top, right, bottom = (side / EMU_PER_INCH for side in edges(shape))
                assert left >= room.x - 0.02 and top >= room.y - 0.02, (shape.name, left, top)
                assert right <= room.right + 0.02 and bottom <= room.bottom + 0.02, (shape.name, right, bottom)


def test_a_group_is_as_large_as_what_is_in_it(groups: list[Any]) -> None:
    for group in groups:
        inner = [edges(shape) for shape in group.shapes if not shape.rotation]
        left, top, right, bottom = edges(group)
        assert (left, top) <= (min(each[0] for each in inner), min(each[1] for each in inner))
        assert right >= max(each[2] for each in inner) and bottom >= max(each[3] for each in inner)


def test_a_river_moved_with_python_pptx_and_saved_leaves_a_deck_that_both_validators_accept(content: bytes, tmp_path: Path) -> None:
    deck, path = Presentation(BytesIO(content)), tmp_path / "moved.pptx"
    river = next(shape for slide in deck.slides for group in groups_of(slide) for shape in group.shapes if shape.name == "River Nile")
    before = river.left
    river.left, river.top = river.left + 20 * EMU_PER_POINT, river.top + 5 * EMU_PER_POINT
    deck.save(str(path))
    again = next(
        s for slide in Presentation(str(path)).slides for group in groups_of(slide) for s in group.shapes if s.name == "River Nile"
    )
    assert again.left == before + 20 * EMU_PER_POINT
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []
    assert MICROSOFT is None or microsoft_faults([path]) == {}


def test_a_drawing_that_has_not_room_for_all_its_names_says_so(tmp_path: Path) -> None:
    steps = ", ".join(f"'a step that is the {n}th of many and needs some room for its words'" for n in range(30))
    given = small_lesson(
        tmp_path, f"title: Rome\nchapter:\n  - diagram: {{kind: sequence, title: Too long, alt: Many steps, steps: [{steps}]}}\n"
    )
    troubles = render_deck(given.lesson, given.context).troubles
    assert {trouble.code for trouble in troubles} == {"DRW005"}
    assert all(trouble.id.startswith("lesson-1/chapter/1/diagram/steps/") for trouble in troubles)


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.accent)
def test_every_colour_of_a_drawing_is_a_slot_of_the_theme_within_a_hair_of_the_design(look: Look) -> None:
    designed, inks = palette(look), Inks(look)
    for role in Role.__args__:  # type: ignore[attr-defined]
        found = re.fullmatch(r'<a:schemeClr val="(\w+)"(?:/>|>(.*)</a:schemeClr>)', inks.colour(role))
        assert found and found[1] == SLOTS[role][0]
        shown = modified(designed[SLOTS[role][1]], found[2] or "")
        assert distance(shown, designed[role]) < 3, (role, shown, designed[role])


@pytest.mark.parametrize("kind", sorted(samples()))
def test_every_kind_of_drawing_is_a_group_of_its_shapes(kind: str) -> None:
    written: list[str] = []

    def add(path: str, width: float) -> str:
        written.append(path)
        return "rId9"

    xml = as_xml(samples()[kind], add)
    leaves = [shape for shape in every(samples()[kind].root) if not isinstance(shape, Group)]
    assert len(re.findall(r"<p:(?:sp|cxnSp|pic)>", xml)) == len(leaves)
    assert "nan" not in xml and 'cx="-' not in xml and 'cy="-' not in xml
    assert written == (["media/waterfall.svg"] if kind == "labelled" else [])


def test_lines_run_from_their_start_to_their_end_and_bear_heads_where_they_are_arrows() -> None:
    xml = xml_of(Line("up", (30, 40), (10, 20), Pen("accent", 4), arrow=True), Line("plain", (0, 0), (5, 0), Pen("ink", 1)))
    assert '<a:xfrm flipH="1" flipV="1"><a:off x="127000" y="254000"/><a:ext cx="254000" cy="254000"/></a:xfrm>' in xml
    assert xml.count('<a:tailEnd type="triangle" w="lg" len="lg"/>') == 1 and xml.count("<p:cxnSp>") == 2


def test_a_path_is_drawn_point_for_point_in_twentieths_of_a_point() -> None:
    ring = Subpath(((10, 10), (20, 10), (20, 30)), closed=True)
    curve = Subpath(((10, 10), (12, 20), (18, 20), (20, 10)), curved=True)
    xml = xml_of(Freeform("both", (ring, curve), Fill("land", 0.5)))
    assert '<a:path w="200" h="400"><a:moveTo><a:pt x="0" y="0"/></a:moveTo><a:lnTo><a:pt x="200" y="0"/></a:lnTo>' in xml
    assert '<a:cubicBezTo><a:pt x="40" y="200"/><a:pt x="160" y="200"/><a:pt x="200" y="0"/></a:cubicBezTo>' in xml
    assert '<a:schemeClr val="accent5"><a:alpha val="50000"/></a:schemeClr>' in xml
    assert 'fill="none"' in xml_of(Freeform("line", (curve,), pen=Pen("river", 2)))


def test_a_turned_label_turns_about_its_anchor() -> None:
    flat, turned = (xml_of(Text("Red Sea", 100, 50, ("Red Sea",), 20, 24, 80, "ink", anchor="middle", angle=a)) for a in (0, 90))
    assert 'rot="5400000"' in turned and "rot=" not in flat
    centre = [middle_of(xml) for xml in (flat, turned)]
    assert centre[0][0] == pytest.approx(100, abs=0.1) and centre[0][1] < 50
    assert centre[1][1] == pytest.approx(50, abs=0.1) and centre[1][0] > 100


def test_names_and_labels_may_hold_any_character() -> None:
    xml = xml_of(Text('"Tom" & <Jerry>', 0, 10, ("Tom & <Jerry>",), 16, 19, 90, "ink"), Ellipse("a & b", 5, 5, 2, 2, Fill("ink")))
    assert "Tom &amp; &lt;Jerry&gt;</a:t>" in xml and "a &amp; b" in xml


def test_corners_are_round_by_the_radius_that_is_asked_for() -> None:
    assert '<a:gd name="adj" fmla="val 10000"/>' in xml_of(Rect("card", 0, 0, 100, 50, Fill("white"), radius=5))


@pytest.mark.parametrize(("topic", "lesson"), [("year-3-history/ancient-egypt", 6), ("year-3-religion/rama-and-sita", 6)])
def test_a_shipped_drawing_leaves_nothing_out(topic: str, lesson: int) -> None:
    given = shipped_lesson(topic, lesson)
    deck, troubles, _ = arrange(given.lesson, given.context)
    assert [trouble for trouble in troubles if trouble.code == "DRW005"] == []
    assert any(isinstance(slot, DrawingSlot) for slide in deck.slides for slot in slide.slots)


def test_shipped_decks_are_small(built: Packs) -> None:
    paths = built.files(format="pptx")
    assert len(paths) >= 18 and built.root == REPOSITORY
    for path in paths:
        with ZipFile(path) as archive:
            pictures = sum(info.compress_size for info in archive.infolist() if info.filename.startswith("ppt/media/"))
        assert path.stat().st_size <= WHOLE and path.stat().st_size - pictures <= TEXT_PART, path.name


def groups_of(slide: Any) -> list[Any]:
    return [shape for shape in slide.shapes if shape._element.tag == qn("p:grpSp")]


def leaves(group: Any) -> Iterator[Any]:
    for shape in group.shapes:
        yield from leaves(shape) if shape._element.tag == qn("p:grpSp") else [shape]


def edges(shape: Any) -> tuple[int, int, int, int]:
    return shape.left, shape.top, shape.left + shape.width, shape.top + shape.height


def slot_of(drawing: Drawing) -> DrawingSlot:
    return DrawingSlot("drawing", "lesson-1/chapter/1", "", Box(0, 0, drawing.width / 72, drawing.height / 72), drawing)


def xml_of(*shapes: Any) -> str:
    return as_xml(Drawing(200, 200, Group("", shapes)), lambda path, width: "rId9")


def as_xml(drawing: Drawing, add_image: Callable[[str, float], str]) -> str:
    slot = slot_of(drawing)
    return drawing_xml(slot, written(drawing.root, slot.box[:2], Inks(LOOKS[0]), "en-GB"), add_image)


def middle_of(xml: str) -> tuple[float, float]:
    place = re.search(r'<p:spPr><a:xfrm[^>]*><a:off x="(-?\d+)" y="(-?\d+)"/><a:ext cx="(\d+)" cy="(\d+)"/>', xml)
    assert place
    x, y, cx, cy = map(int, place.groups())
    return (x + cx / 2) / EMU_PER_POINT, (y + cy / 2) / EMU_PER_POINT


def modified(base: str, xml: str) -> tuple[float, float, float]:
    """A colour as an office program makes it from a slot's: saturation and luminance changed in HSL (ECMA-376-1, 20.1.2.3)."""
    hue, light, saturation = colorsys.rgb_to_hls(*(channel / 255 for channel in channels(base)))
    for name, value in re.findall(r'<a:(\w+) val="(\d+)"/>', xml):
        share = int(value) / 100000
        saturation = min(saturation * share, 1) if name == "satMod" else saturation
        light = light * share if name == "lumMod" else light + share if name == "lumOff" else light
    red, green, blue = colorsys.hls_to_rgb(hue, light, saturation)
    return red * 255, green * 255, blue * 255


def distance(shown: tuple[float, float, float], wanted: str) -> float:
    """CIE 1976: two colours 2.3 apart can just be told apart by a practised eye."""
    return math.dist(lab(shown), lab(channels(wanted)))


def lab(colour: tuple[float, float, float]) -> tuple[float, float, float]:
    red, green, blue = ((c / 255 / 12.92) if c / 255 <= 0.04045 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    fx, fy, fz = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)
