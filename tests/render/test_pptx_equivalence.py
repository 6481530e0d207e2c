"""The direct writer and python-pptx make the same deck, part by part."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator
from PIL import Image

from packager.drawing.shapes import Drawing, Ellipse, Fill, Freeform, Group, Line, Pen, Picture, Rect, Subpath, Text
from packager.model.theme import ThemeFile
from packager.render import deck as d
from packager.render.deck import Box, Cell, Crop, Deck, DrawingSlot, Mark, PictureSlot, Remark, Row, Slide, TableSlot, TextSlot, Tone, Words
from packager.render.look import Look
from packager.render.media import Media
from packager.render.pptx.arrange import arrange
from packager.render.pptx.layouts import LAYOUTS
from packager.render.pptx.write import write
from tests.builders import SVG
from tests.render.deck_oracle import by_python_pptx
from tests.render.lessons import shipped_lessons
from tests.validators import MICROSOFT, microsoft_faults

TYPES = "[Content_Types].xml"
ALWAYS_KNOWN = {("jpg", "image/jpeg"), ("png", "image/png")}
"""The one difference: our content types name both kinds of picture, python-pptx's only those that a deck shows."""
LOOK = Look(ThemeFile(), "#A5421C", "stone")
HARD = "Tom & “Jerry” <b>\t'said' \"no\"\u0007"


@pytest.mark.parametrize("topic", ["year-3-history/ancient-egypt"])
def test_every_shipped_lesson_of_a_topic_is_the_same_both_ways(topic: str) -> None:
    for given in shipped_lessons(topic):
        deck, *_ = arrange(given.lesson, given.context)
        compare(deck, given.context.look, given.context.media)


def test_a_deck_of_every_layout_and_every_kind_of_slot_is_the_same_both_ways() -> None:
    deck = made_deck()
    assert {slide.layout for slide in deck.slides} == set(LAYOUTS)
    compare(deck, LOOK, media())


def test_the_made_deck_is_valid(tmp_path: Path) -> None:
    path = tmp_path / "made.pptx"
    path.write_bytes(write(made_deck(), LOOK, media()))
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []
    assert MICROSOFT is None or microsoft_faults([path]) == {}


def compare(deck: Deck, look: Look, pictures: Media) -> None:
    ours, theirs = parts_of(write(deck, look, pictures)), parts_of(by_python_pptx(deck, look, pictures))
    assert set(ours) == set(theirs)
    for name in ours:
        if name == TYPES:
            assert types_of(ours[name]) - ALWAYS_KNOWN == types_of(theirs[name]) - ALWAYS_KNOWN
        elif name.endswith(".rels"):
            assert relations_of(ours[name]) == relations_of(theirs[name]), name
        elif name.endswith(".xml"):
            assert canonical(ours[name]) == canonical(theirs[name]), name
        else:
            assert ours[name] == theirs[name], name


def parts_of(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def canonical(content: bytes) -> bytes:
    """A part as Canonical XML, in which neither the order of attributes nor how a character is written counts."""
    return bytes(etree.tostring(etree.fromstring(content), method="c14n"))


def types_of(content: bytes) -> set[tuple[str, str]]:
    return {(each.get("Extension") or each.get("PartName"), each.get("ContentType")) for each in etree.fromstring(content)}


def relations_of(content: bytes) -> dict[str, tuple[str, str]]:
    return {each.get("Id"): (each.get("Type"), each.get("Target")) for each in etree.fromstring(content)}


def media() -> Media:
    out = BytesIO()
    Image.new("RGB", (40, 30), (90, 60, 30)).save(out, "JPEG")
    files = {"hills.svg": SVG.encode(), "photo.jpg": out.getvalue(), "again.jpg": out.getvalue()}
    return Media(files.__getitem__)


def made_deck() -> Deck:
    """A deck in every layout, with each kind of slot, shape and mark, and with text that is hard to write down."""
    plain = tuple(slide(f"plain/{number}", layout) for number, layout in enumerate(LAYOUTS, 1))
    shown = (
        slide(
            "texts",
            "Passage and picture",
            TextSlot("text", "texts/1", texts()),
            picture("hills.svg"),
            TextSlot("caption", "c", texts(), scale=0.8),
        ),
        slide(
            "jpeg",
            "Picture",
            picture("photo.jpg", Crop(0.1, 0.0, 0.25, 0.0)),
            marks=(Mark("bar", "jpeg", Box(1, 1, 2, 0.07), Tone.ACCENT),),
        ),
        slide("twice", "Picture", picture("again.jpg", Crop(0.0, 0.125, 0.0, 0.05)), remarks=(Remark(HARD, HARD), Remark("", "שלום"))),
        slide("sign", "Credits", PictureSlot("logo", "made/logo", "hills.svg", "Our sign", Box(9.8, 0.6, 3, 0.6))),
        slide("table", "Quiz", table(), marks=(Mark("disc", HARD, Box(1, 2, 0.4, 0.4), Tone.T2, front=True),)),
        slide("drawing", "Map", drawing(), drawing("beside")),
    )
    return Deck(HARD.strip("\u0007"), "A & B", "© <us>", "one, two", "en-GB", None, plain + shown)


def slide(name: str, layout: str, *slots: d.Slot, marks: tuple[Mark, ...] = (), remarks: tuple[Remark, ...] = ()) -> Slide:
    title = TextSlot("title", f"made/{name}", (d.line(f"About {name}"),), Box(1, 1, 5, 1) if layout == "Title" else None)
    return Slide(f"made/{name}", layout, title, slots, "Made · Lesson 1", marks, remarks)


def texts() -> tuple[d.Line, ...]:
    styled = (
        Words("bold", bold=True),
        Words(" and ", italic=True),
        Words("deep", tone=Tone.DEEP),
        Words(HARD),
        Words("Nil", language="de"),
        Words(""),
    )
    return (d.Line(styled), d.Line((), 2), d.Line((Words("السلام"), Words(" peace")), 3, 4.5), d.line("2. שלום", 2), d.line("✓", 9))


def picture(path: str, crop: Crop = d.WHOLE) -> PictureSlot:
    return PictureSlot("picture", f"made/{path}", path, 'A "plain" field & more', Box(6.95, 1.65, 5.85, 4.39), crop)


def table() -> TableSlot:
    rule = d.Edge(0.75)
    wide = Cell((d.line("wide"),), columns=2, rows=2, fill=Tone.T1, top=rule, bottom=rule, left=d.Edge(1.2, Tone.ACCENT))
    ticked = Cell(
        (d.Line((Words("✓\t", tone=Tone.ACCENT), Words("yes", bold=True))),), 18, 22, Tone.DEEP, hang=28.0, align="centre", anchor="top"
    )
    rows = (
        Row(0.5, (wide, None, ticked)),
        Row(0.75, (None, None, Cell())),
        Row(0.5, (Cell(texts()), Cell(), Cell(inset=d.Inset(1, 2, 3, 4)))),
    )
    return TableSlot("table", "made/table", "A table", 0.85, 1.5, (1.0, 2.5, 3.0), rows, header=True)


def drawing(name: str = "drawing") -> DrawingSlot:
    pen = Pen("river", 2.0, 0.5, flat=True)
    curve = Subpath(((10, 0), (12, 10), (18, 10), (20, 0)), curved=True)
    shapes = (
        Freeform(
            "river & sea", (Subpath(((0, 0), (0.001, 0), (30, 40), (5.5, 7.25)), closed=True), curve), Fill("land", 0.3), pen, arrow=True
        ),
        Freeform("dot", (Subpath(((5, 5), (5, 5))),), pen=pen),
        Line("line", (50, 60), (20, 80), pen, arrow=True),
        Rect("card", 5, 5, 60, 30, Fill("white"), pen, radius=4),
        Group(
            "inside",
            (Ellipse("dot", 50, 50, 3, 3, Fill("accent")), Picture("hills", 10, 10, 90, 60, "hills.svg"), Rect("plain", 1, 1, 2, 2)),
        ),
        Text(HARD, 40, 40, ("two <lines>", "of text"), 16, 19, 70, "ink", "display-italic", "middle", "paper", 33.0, 0.4),
        Text("flat", 40, 90, ("one",), 18, 22, 40, "water_text"),
    )
    return DrawingSlot(name, f"made/{name}", "A drawing", Box(0.85, 1.5, 4, 3), Drawing(288, 216, Group("", shapes)))
