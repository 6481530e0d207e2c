"""The checks of accessibility find what is wrong: a text too pale, a picture without words, a title that is missing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from packager.model.theme import Colours
from packager.model.tones import tones
from packager.render.docx.renderer import render_booklet
from packager.render.look import Look
from packager.render.pdf.renderer import render_vocabulary
from packager.render.pptx.renderer import render_deck
from tests.access import docx, pdf, pptx, sheets
from tests.access.headings import skipped_levels
from tests.render.docx_builders import CONTEXT, SHEET, SMALL
from tests.render.test_translations import DECK

AMBER = "#E8B04A"


def changed(content: bytes, part: str, change: Callable[[str], str], to: Path) -> Path:
    """The office file with one part changed, as a file."""
    with ZipFile(BytesIO(content)) as old, ZipFile(to, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            new.writestr(name, change(text.decode()) if name == part else text)
    return to


def test_a_pale_accent_is_seen_on_pages(tmp_path: Path) -> None:
    look = Look(CONTEXT.look.theme, AMBER, "stone")
    (tmp_path / "pale.pdf").write_bytes(render_vocabulary(SHEET, replace(CONTEXT, look=look)).content)
    found = pdf.low_contrasts(tmp_path / "pale.pdf", set(tones(Colours(), AMBER).values()))
    assert any(AMBER in each for each in found) and any(f"#FFFFFF on {AMBER}" in each for each in found)


def test_a_pale_accent_is_seen_in_word_files(tmp_path: Path) -> None:
    content = render_booklet(SMALL, CONTEXT).content
    file = changed(content, "word/styles.xml", lambda text: text.replace('w:val="A5421C"', 'w:val="E8B04A"'), tmp_path / "pale.docx")
    assert any(each.startswith(AMBER) for each in docx.faults(file, "en-GB"))
    file = changed(content, "word/styles.xml", lambda text: text.replace('w:fill="A5421C"', 'w:fill="E8B04A"'), tmp_path / "ground.docx")
    assert any(f"on {AMBER}" in each for each in docx.faults(file, "en-GB"))


def test_a_picture_without_words_is_seen(tmp_path: Path) -> None:
    content = render_booklet(SMALL, CONTEXT).content
    file = changed(content, "word/document.xml", lambda text: text.replace("What wide.png shows", ""), tmp_path / "mute.docx")
    assert any("no alternative text" in each for each in docx.faults(file, "en-GB"))


def test_a_table_without_a_head_is_seen(tmp_path: Path) -> None:
    content = render_booklet(SMALL, CONTEXT).content
    file = changed(content, "word/document.xml", lambda text: text.replace("<w:tblHeader/>", ""), tmp_path / "headless.docx")
    assert "a table without a head" in list(docx.faults(file, "en-GB"))


def test_a_slide_without_a_title_is_seen(tmp_path: Path) -> None:
    content = render_deck(DECK, CONTEXT).content
    file = changed(content, "ppt/slides/slide1.xml", lambda text: text.replace("New words", ""), tmp_path / "untitled.pptx")
    assert "slide 1: no title" in list(pptx.faults(file, "en-GB"))


def test_a_web_page_without_a_language_is_seen() -> None:
    page = b"<html><head><title>A</title></head><body><h1>A</h1><img src='a.png'><table><tr><td>1</td></tr></table></body></html>"
    assert list(sheets.page_faults(page, "en-GB")) == ["no language", "a picture without an alternative text", "a table without a head"]


def test_headings_that_skip_a_level_are_seen() -> None:
    assert list(skipped_levels([1, 2, 3, 2, 1])) == []
    assert list(skipped_levels([2, 4])) == ["the first heading has level 2", "a heading of level 4 below one of level 2"]
    assert list(skipped_levels([])) == ["no heading"]
