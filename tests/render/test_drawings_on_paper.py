"""Maps, timelines and diagrams in booklets: vectors with real text in PDF, pictures with the vector beside them in Word."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree
from PIL import Image

from packager.document.nodes import Drawing
from packager.model import drawings
from packager.render.docx.arrange import arrange_booklet
from packager.render.docx.pictures import pictures_in
from packager.render.docx.renderer import render_booklet as booklet_for_word
from packager.render.drawn import for_office, for_print
from packager.render.editions import EDITIONS, look_in
from packager.render.pdf.renderer import render_booklet
from packager.render.renderer import Rendered, Trouble
from packager.render.wording import attribution, caption, hint, quoted
from tests.render.docx_builders import CONTEXT, SHARED, SMALL, drawing, image, runs
from tests.render.pdf_text import texts

GOLDEN = Path(__file__).parent / "golden"
SVG_BLIP = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def of_kind(kind: type) -> Drawing:
    blocks = SMALL.chapters[0].blocks
    return next(block for block in blocks if isinstance(block, Drawing) and isinstance(block.model, kind))


def crowded() -> Drawing:
    places = tuple({"at": (12.4 + n % 8 * 0.02, 41.8 + n // 8 * 0.02), "name": f"A place with a long name {n}"} for n in range(60))
    return drawing(70, drawings.Map(**SHARED, bounds=(12, 41.5, 13, 42.3), places=places))


def chapter_of(*blocks: Drawing) -> Any:
    return replace(SMALL, chapters=(replace(SMALL.chapters[0], blocks=blocks),), credits=())


def left_out(rendered: Rendered) -> list[Trouble]:
    return [trouble for trouble in rendered.troubles if trouble.code == "DRW005"]


# PDF


def test_the_words_of_a_drawing_are_text() -> None:
    text = " ".join(texts(render_booklet(SMALL, CONTEXT).content))
    for words in ("Adriatic Sea", "about 753 BCE", "Rome is founded", "Emperors rule", "You are here", "Romulus", "Villa", "roof"):
        assert words in text, words


def test_what_to_look_for_and_to_think_about_stand_below_the_caption() -> None:
    asked = drawings.Timeline.model_validate(
        {**SHARED, "from": -10, "to": 10, "events": [{"at": 5, "text": "Something"}], "ask": "Which came first?"}
    )
    text = " ".join(texts(render_booklet(chapter_of(of_kind(drawings.Map), drawing(50, asked)), CONTEXT).content))
    assert "Diagram 20 A drawing Look for hills." in text
    assert "Diagram 50 A drawing Think Which came first?" in text


def test_a_drawing_is_as_wide_as_the_text_and_never_higher_than_a_page() -> None:
    for block in SMALL.chapters[0].blocks:
        if isinstance(block, Drawing):
            drawn = for_print(block, 148, CONTEXT)
            assert drawn.width == pytest.approx(148, abs=0.1) and 10 < drawn.height < 210


@pytest.mark.parametrize("name", list(EDITIONS))
def test_what_a_drawing_has_no_room_for_is_reported_by_both_formats(name: str) -> None:
    edition = EDITIONS[name]
    context = replace(CONTEXT, look=look_in(edition, CONTEXT.look), edition=edition)
    troubles = left_out(render_booklet(chapter_of(crowded()), context))
    assert troubles
    assert troubles[0].id.startswith("lesson-1/chapter/70/diagram/places/")
    assert troubles[0].message.endswith(f"in the {name} edition") is (name != "standard")
    assert left_out(booklet_for_word(chapter_of(crowded()), context)) == troubles


def test_a_letter_that_no_font_has_is_spelt() -> None:
    model = drawings.Sequence(**SHARED, kind="sequence", steps=("smile 😀", "then"))
    assert "[grinning face]" in for_print(drawing(80, model), 148, CONTEXT).svg


@pytest.mark.parametrize("kind", [drawings.Map, drawings.Timeline, drawings.Cycle], ids=lambda kind: kind.__name__.lower())
@pytest.mark.parametrize("format", ["print", "office"])
def test_drawings_are_as_agreed(kind: type, format: str, update_goldens: bool) -> None:
    draw = for_print if format == "print" else for_office
    found = "\n".join(line for line in draw(of_kind(kind), 148, CONTEXT).svg.splitlines() if "<path" not in line) + "\n"
    golden = GOLDEN / f"{format}-{kind.__name__.lower()}.svg"
    if update_goldens:
        golden.write_text(found, "utf-8")
    assert found == golden.read_text("utf-8")


# Word


def package() -> tuple[dict[str, bytes], Any, dict[str, str]]:
    with ZipFile(BytesIO(booklet_for_word(SMALL, CONTEXT).content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    relations = {found.get("Id"): found.get("Target") for found in etree.fromstring(parts["word/_rels/document.xml.rels"])}
    return parts, etree.fromstring(parts["word/document.xml"]), relations


def test_every_drawing_is_a_sharp_picture_with_the_vector_beside_it() -> None:
    parts, document, relations = package()
    vectors = list(document.iter(SVG_BLIP))
    assert len(vectors) == 8
    for vector in vectors:
        svg = parts["word/" + relations[vector.get(RELATION)]]
        assert svg.startswith(b"<svg") and b"http://" not in svg.replace(b"http://www.w3.org/", b"")
        blip = vector.getparent().getparent().getparent()
        with Image.open(BytesIO(parts["word/" + relations[blip.get(RELATION)]])) as picture:
            assert picture.width >= 148 / 25.4 * 150
    assert b'ContentType="image/svg+xml"' in parts["[Content_Types].xml"]


def test_a_drawing_has_its_words_and_stays_with_its_caption() -> None:
    _, document, _ = package()
    described = [found.get("descr") for found in document.iter() if found.tag.endswith("}docPr")]
    assert described.count("What the drawing shows") == 8
    styles = [found.get(f"{W}val") for found in document.iter(f"{W}pStyle")]
    assert styles[styles.index("CaptionAndHint") + 1] == "Hint"


def test_letters_of_a_drawing_in_word_have_faces_of_office() -> None:
    svg = for_office(of_kind(drawings.Map), 148, CONTEXT).svg
    assert 'font-family="Georgia, Literata"' in svg and "Atkinson" not in svg


def test_a_labelled_picture_is_inside_its_drawing() -> None:
    labelled = of_kind(drawings.Labelled)
    assert "data:image/jpeg;base64," in for_print(labelled, 148, CONTEXT).svg
    vector = replace(labelled, image=image("cover.svg"))
    assert "data:image/svg+xml;base64," in for_print(vector, 148, CONTEXT).svg
    assert "data:image/png;base64," in for_office(vector, 148, CONTEXT).svg


def test_a_document_without_drawings_has_no_vectors() -> None:
    assert [each for each in pictures_in(arrange_booklet(chapter_of(), CONTEXT)) if each.drawn] == []


# Wording


def test_a_source_is_quoted_once_and_attributed_in_a_sentence() -> None:
    assert ["".join(run.text for run in each) for each in quoted((runs("One."), runs("Two.")))] == ["‘One.", "‘Two.’"]
    assert quoted((runs("‘Quoted.’"),)) == (runs("‘Quoted.’"),)
    assert attribution("Livy, about 20 BCE") == "From Livy, about 20 BCE."
    assert attribution("from a letter.") == "from a letter." and attribution("") == ""


def test_a_map_tells_its_time_in_its_caption_unless_that_says_it() -> None:
    def told(period: str | None, words: str) -> str:
        model = drawings.Map(**SHARED, bounds=(5, 36, 19, 48), period=period)
        return caption(replace(drawing(1, model), caption=words))

    assert told("about 100 BCE", "Italy.") == "Italy, about 100 BCE"
    assert told("about 100 BCE", "Italy in about 100 BCE") == "Italy in about 100 BCE"
    assert told("today", "Italy") == told(None, "Italy") == "Italy"


def test_a_drawing_without_a_task_has_no_hint() -> None:
    assert hint(of_kind(drawings.Cycle)) is None
    assert hint(of_kind(drawings.Map)) == ("Look for", "hills.")
