"""The publisher's sign and page furniture in every format: on covers, first slides and pages of the catalogue."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pikepdf
from lxml import html
from openxml_audit import OpenXmlValidator
from pptx import Presentation

from packager.document.booklet import Booklet
from packager.document.lesson_deck import CreditsStep, LessonDeck, TitleStep
from packager.document.nodes import Image
from packager.model.theme import Furniture
from packager.render.docx.renderer import render_booklet as as_docx
from packager.render.html.stock import Stock
from packager.render.html.write import assets, pages
from packager.render.media import Media
from packager.render.pdf.renderer import render_booklet as as_pdf
from packager.render.pptx.renderer import render_deck
from tests.access import pptx
from tests.builders import SVG, curriculum, picture
from tests.render.docx_builders import CONTEXT, FILES, IMPRINT, SMALL
from tests.render.pdf_text import texts
from tests.site_pages import catalogue_of
from tests.validators import pdf_faults

LOGO = Image("logo.png", "The sign of the press", "")
OWN = replace(CONTEXT, media=Media({**FILES, "logo.png": picture("png", 120, 30)}.__getitem__))
FURNITURE = Furniture(footer="{programme} · {half_term}", slide_footer="{programme}: {lesson}", running_heads=False, page_numbers=False)
SIGNED = replace(IMPRINT, logo=LOGO, furniture=FURNITURE)
BOOKLET: Booklet = replace(SMALL, imprint=SIGNED)
STEPS = (TitleStep("lesson-1/title", "The gift", None, None, ()), CreditsStep("lesson-1/credits", "Credits", (), "Keep this.", ()))
DECK = LessonDeck(SIGNED, "lesson-1", 1, "The gift", STEPS, ())


def test_on_the_cover_of_a_pdf(tmp_path: Path) -> None:
    content = as_pdf(BOOKLET, OWN).content
    (tmp_path / "booklet.pdf").write_bytes(content)
    assert pdf_faults(tmp_path / "booklet.pdf") == []
    with pikepdf.open(BytesIO(content)) as pdf:
        alts = [str(each.Alt) for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/Alt" in each]
    assert alts.count(LOGO.alt) == 1


def test_the_foot_of_pages_is_that_of_the_theme() -> None:
    said = texts(as_pdf(BOOKLET, OWN).content)
    assert all("Small · Autumn 1" in page and "CC BY-NC-SA 4.0" not in page for page in said[1:])
    assert not any(page.endswith(str(number)) for number, page in enumerate(said[1:], 2))
    designed = texts(as_pdf(SMALL, OWN).content)
    assert all("History, Year 3" in page for page in designed[1:])


def test_on_the_cover_of_a_word_file(tmp_path: Path) -> None:
    content = as_docx(BOOKLET, OWN).content
    file = ZipFile(BytesIO(content))
    assert file.read("word/document.xml").decode().count(f'descr="{LOGO.alt}"') == 1
    feet = [file.read(name).decode() for name in file.namelist() if name.startswith("word/footer")]
    assert any("Small   ·   Autumn 1" in foot for foot in feet) and not any("PAGE" in foot for foot in feet)
    (tmp_path / "booklet.docx").write_bytes(content)
    assert OpenXmlValidator().validate(tmp_path / "booklet.docx").is_valid


def test_on_the_first_slide_and_the_credits(tmp_path: Path) -> None:
    (tmp_path / "deck.pptx").write_bytes(render_deck(DECK, OWN).content)
    assert OpenXmlValidator().validate(tmp_path / "deck.pptx").is_valid and list(pptx.faults(tmp_path / "deck.pptx", "en-GB")) == []
    slides: Any = Presentation(str(tmp_path / "deck.pptx")).slides
    for slide in slides:
        (sign,) = [shape for shape in slide.shapes if shape._element.tag.endswith("}pic")]
        assert sign._element._nvXxPr.cNvPr.get("descr") == LOGO.alt and abs(sign.width / sign.height - 4) < 0.01
    assert "Small: 1" in [shape.text_frame.text for shape in slides[1].shapes if shape.has_text_frame]


def test_at_the_head_of_the_catalogue(tmp_path: Path) -> None:
    theme = {"curriculum/theme/theme.yaml": "logo: {image: logo.svg, alt: Our house}\n", "curriculum/theme/logo.svg": SVG}
    loaded = curriculum(tmp_path, theme)
    catalogue = catalogue_of(loaded)
    made = pages(catalogue, Stock(()))
    for path, content in made.items():
        (sign,) = html.document_fromstring(content.decode()).xpath("//header//img")
        assert sign.get("src") == "../" * path.count("/") + "assets/logo.svg" and sign.get("alt") == "Our house"
    assert assets(catalogue, loaded.theme, loaded.folder.read)["assets/logo.svg"] == SVG.encode()
    assert "assets/logo.svg" not in assets(replace(catalogue, imprint=replace(catalogue.imprint, logo=None)), loaded.theme)


def test_without_a_logo_nothing_stands_in_its_place() -> None:
    slides = Presentation(BytesIO(render_deck(replace(DECK, imprint=IMPRINT), OWN).content)).slides
    assert not any(shape._element.tag.endswith("}pic") for slide in slides for shape in slide.shapes)
