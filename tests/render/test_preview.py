"""Pictures of slides and pages for the catalogue, made without an office program."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image

from packager.model.theme import ThemeFile
from packager.render.deck import Box, Cell, Line, PictureSlot, Row, Slide, TableSlot, TextSlot, Tone, Words, line
from packager.render.look import Look
from packager.render.measure import face
from packager.render.media import Media
from packager.render.preview.deck import samples
from packager.render.preview.raster import CARD, PAGE, SLIDE, card_picture, page_picture, pdf_pages, slide_picture
from packager.render.preview.slide import SlidePainter
from tests.builders import SVG, picture
from tests.packs import Packs
from tests.render.lessons import small_lesson

LOOK = Look(ThemeFile(), "#A5421C", "stone")
MEDIA = Media(lambda path: SVG.encode() if path.endswith(".svg") else picture("png", 400, 300))


def painted(*slots: object, layout: str = "Passage", title: str = "Rome") -> str:
    slide = Slide("lesson-1", layout, TextSlot("title", "t", (line(title),)), tuple(slots), "Rome · Lesson 1")  # type: ignore[arg-type]
    return SlidePainter(LOOK, MEDIA).svg(slide, 7)


def texts(svg: str) -> list[str]:
    return [text for text in etree.fromstring(svg.encode()).itertext() if text.strip()]


def test_a_slide_shows_title_text_footer_and_number() -> None:
    assert texts(painted(TextSlot("text", "b", (line("A hill."),)))) == ["Rome", "A hill.", "Rome · Lesson 1", "7"]


def test_text_breaks_where_the_deck_was_measured_and_keeps_its_styles() -> None:
    long = Line(
        (Words("A stone that tells a story is called "), Words("evidence", bold=True), Words(" by all who look for it in the ground. " * 3))
    )
    shown = texts(painted(TextSlot("text", "b", (long,))))[1:-2]
    assert "evidence" in shown and len(shown) > 3
    assert " ".join(" ".join(shown).split()) == " ".join(long.text.split())


def test_each_stretch_is_exactly_as_wide_as_in_office() -> None:
    root = etree.fromstring(painted().encode())
    title = next(each for each in root.iter("{*}text") if each.text == "Rome")
    assert title.get("lengthAdjust") == "spacingAndGlyphs"
    assert float(title.get("textLength")) == pytest.approx(face("Georgia", bold=True).width("Rome", 36), abs=0.01)


def test_what_authors_write_is_escaped() -> None:
    assert texts(painted(title="</text><script>&"))[0] == "</text><script>&"


def test_a_tick_is_drawn_and_not_left_to_a_font() -> None:
    cell = Cell((Line((Words("✓\t", tone=Tone.ACCENT), Words("silt"))),), hang=28)
    svg = painted(TableSlot("table", "t", "", 1, 2, (4.0,), (Row(1, (cell,)),)), layout="Recall")
    assert "✓" not in svg and "silt" in texts(svg)


def test_a_cropped_picture_shows_only_what_is_left() -> None:
    svg = painted(PictureSlot("picture", "p", "a.png", "", Box(6.95, 1.65, 5.85, 4.39)), layout="Passage and picture")
    assert svg.count("<clipPath") == 1 and "data:image/png" in svg


@pytest.mark.parametrize("layout", ["Title", "Question", "Talk", "Task", "Words"])
def test_every_layout_is_drawn(layout: str) -> None:
    content = slide_picture(painted(layout=layout), LOOK.fonts)
    with Image.open(BytesIO(content)) as image:
        assert image.size == SLIDE and image.format == "WEBP"


def test_a_whole_lesson_can_be_shown_with_its_map_timeline_and_diagram(tmp_path: Path) -> None:
    given = small_lesson(tmp_path)
    painter = SlidePainter(given.context.look, given.context.media)
    for each in samples(given.lesson, given.context).shown:
        svg = painter.svg(each.slide, each.number)
        assert each.slide.title.lines[0].text.split()[0] in " ".join(texts(svg))


def test_the_same_slide_gives_the_same_bytes() -> None:
    assert slide_picture(painted(), LOOK.fonts) == slide_picture(painted(), LOOK.fonts)


def test_a_card_is_cut_to_its_shape() -> None:
    with Image.open(BytesIO(card_picture(MEDIA, "a.svg"))) as image:
        assert image.size == CARD


def test_the_first_slide_of_each_layout_is_shown_and_no_credits(tmp_path: Path) -> None:
    given = small_lesson(tmp_path)
    found = samples(given.lesson, given.context)
    layouts = [each.slide.layout for each in found.shown]
    assert len(layouts) == len(set(layouts)) and "Credits" not in layouts and layouts[0] == "Title"
    assert found.count >= len(found.shown)
    assert found.shown[0].label.startswith("Slide 1: ")


def test_pages_of_a_booklet_are_drawn_from_its_pdf(built: Packs) -> None:
    pdf = built.files(product="booklet", format="pdf", edition="standard", topic="year-3-history/ancient-egypt")[0]
    known = pdf_pages(pdf)
    assert known.count > 20 and [title for title, _ in known.outline if title.startswith("2. ")]
    with Image.open(BytesIO(page_picture(pdf, 0))) as image:
        assert image.size == PAGE


def test_a_file_that_is_no_pdf_has_no_pages(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"not a PDF")
    assert pdf_pages(tmp_path / "a.pdf").count == 0
