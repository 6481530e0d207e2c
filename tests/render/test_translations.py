"""Words in other languages, set right in every format and edition: their language, and their direction from right to left."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pikepdf
import pytest
from lxml import etree, html
from openxml_audit import OpenXmlValidator

from packager.document.lesson_deck import LessonDeck, WordsStep
from packager.document.nodes import Word
from packager.document.vocabulary_sheet import Section, VocabularySheet
from packager.render.deck import TextSlot
from packager.render.docx.renderer import render_vocabulary as as_docx
from packager.render.editions import EDITIONS, Edition, look_in
from packager.render.languages import language_name
from packager.render.pdf.renderer import render_vocabulary as as_pdf
from packager.render.pptx.arrange import arrange
from packager.render.pptx.layouts import LAYOUTS
from packager.render.pptx.renderer import render_deck
from packager.render.renderer import Context
from tests.builders import curriculum
from tests.render.docx_builders import CONTEXT, IMPRINT, SHEET
from tests.render.pdf_text import texts
from tests.site_pages import made_of
from tests.validators import pdf_faults

TRANSLATIONS = {"ar": "طمي", "hi": "गाद", "pl": "muł rzeczny", "so": "dhoobo", "ur": "گاد"}
NAMES = {"ar": "Arabic", "hi": "Hindi", "pl": "Polish", "so": "Somali", "ur": "Urdu"}
FROM_RIGHT = ("ar", "ur")
SILT = Word("vocabulary/1", "silt", "SILT", "rich mud", "Dark silt lay there.", tuple(TRANSLATIONS.items()))
FOREIGN: VocabularySheet = replace(SHEET, sections=(Section("lesson-1", 1, "Seven hills", (SILT,)),), quiz=None)
DECK = LessonDeck(IMPRINT, "lesson-1", 1, "The gift", (WordsStep("lesson-1/words", "New words", (SILT,), ()),), ())
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def in_edition(edition: Edition) -> Context:
    return replace(CONTEXT, edition=edition, look=look_in(edition, CONTEXT.look))


def paragraphs(content: bytes, part: str, tag: str) -> dict[str, Any]:
    """The paragraph of each language in a part of an office file: that whose text begins with the translation."""
    root = etree.fromstring(ZipFile(BytesIO(content)).read(part))
    found = {code: [p for p in root.iter(tag) if "".join(p.itertext()).startswith(text)] for code, text in TRANSLATIONS.items()}
    return {code: each[0] for code, each in found.items() if each}


@pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS)
def test_word_files_say_language_and_direction(edition: Edition, tmp_path: Path) -> None:
    content = as_docx(FOREIGN, in_edition(edition)).content
    found = paragraphs(content, "word/document.xml", f"{W}p")
    assert {code: "".join(p.itertext()) for code, p in found.items()} == {c: f"{text} ({NAMES[c]})" for c, text in TRANSLATIONS.items()}
    for code, paragraph in found.items():
        run, name = paragraph.iter(f"{W}r")
        language, from_right = run.find(f"{W}rPr/{W}lang"), code in FROM_RIGHT
        assert language.get(f"{W}bidi") == code and language.get(f"{W}val") == (None if from_right else code)
        assert (paragraph.find(f"{W}pPr/{W}bidi") is not None) is from_right
        assert (run.find(f"{W}rPr/{W}rtl") is not None) is from_right and name.find(f"{W}rPr/{W}rtl") is None
    (tmp_path / "words.docx").write_bytes(content)
    assert OpenXmlValidator().validate(tmp_path / "words.docx").is_valid


@pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS)
def test_pages_say_language_and_show_every_script(edition: Edition, tmp_path: Path) -> None:
    content = as_pdf(FOREIGN, in_edition(edition)).content
    with pikepdf.open(BytesIO(content)) as pdf:
        languages = {str(item.Lang).split("-")[0] for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/Lang" in item}
        fonts = {str(item.BaseFont).lower() for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/BaseFont" in item}
    assert languages >= set(TRANSLATIONS)
    assert {"notosansarabic", "notosans"} <= {font.split("+")[-1].split("-")[0] for font in fonts}
    said = " ".join(texts(content))
    assert all(name in said for name in NAMES.values()) and "muł rzeczny (Polish)" in said and "गाद" in said
    (tmp_path / "words.pdf").write_bytes(content)
    assert pdf_faults(tmp_path / "words.pdf") == []


def test_slides_say_language_and_direction(tmp_path: Path) -> None:
    content = render_deck(DECK, CONTEXT).content
    found = paragraphs(content, "ppt/slides/slide1.xml", f"{A}p")
    assert {code: "".join(p.itertext()) for code, p in found.items()} == {c: f"{text} ({NAMES[c]})" for c, text in TRANSLATIONS.items()}
    for code, paragraph in found.items():
        properties, (run, name) = paragraph.find(f"{A}pPr"), paragraph.iter(f"{A}rPr")
        assert (run.get("lang"), name.get("lang")) == (code, "en-GB")
        assert (properties.get("rtl"), properties.get("algn")) == (("1", "r") if code in FROM_RIGHT else (None, None))
    (tmp_path / "deck.pptx").write_bytes(content)
    assert OpenXmlValidator().validate(tmp_path / "deck.pptx").is_valid


def test_translations_make_a_card_higher_and_never_overflow() -> None:
    plain = replace(DECK, steps=(WordsStep("lesson-1/words", "New words", (replace(SILT, translations=()),), ()),))
    heights = []
    for deck in (plain, DECK):
        slot = next(slot for slot in arrange(deck, CONTEXT).deck.slides[0].slots if slot.name == "word 1")
        assert isinstance(slot, TextSlot) and slot.scale == 1
        heights.append(slot.box.h if slot.box else LAYOUTS["Words"].place("word 1").box.h)
    assert heights[1] > heights[0]


def test_web_pages_say_language_and_leave_the_direction_to_the_letters(tmp_path: Path) -> None:
    written = ", ".join(f"{code}: {text}" for code, text in TRANSLATIONS.items())
    topic = f"title: Rome\nvocabulary: [{{term: silt, lesson: 1, meaning: rich mud, translations: {{{written}}}}}]\n"
    made = made_of(curriculum(tmp_path, {"units/history/rome/topic.yaml": topic}))
    page = html.fromstring(made["words/silt.html"].decode())
    facts = {dd.get("lang"): (dd.getprevious().text, dd.text, dd.get("dir")) for dd in page.iter("dd") if dd.get("lang")}
    assert facts == {code: (NAMES[code], text, "auto") for code, text in TRANSLATIONS.items()}


def test_languages_have_english_names() -> None:
    assert language_name("ur") == "Urdu" and language_name("pt-BR") == "Portuguese" and language_name("tlh") == "tlh"
