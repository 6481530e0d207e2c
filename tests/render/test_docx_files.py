"""What every Word file is: valid, the same on any day, formatted by styles, safe with any text."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from docx import Document

from packager.document.nodes import Paragraph
from packager.render.docx.renderer import render_booklet, render_vocabulary
from packager.render.docx.templates import template_for
from packager.render.docx.text import bookmark, texts
from tests.render.docx_builders import CONTEXT, SHEET, SMALL, runs
from tests.render.docx_files import (
    ALL,
    W,
    content,
    everything,
    paragraphs,
    part,
    style_name,
    text,
    value,
)
from tests.validators import MICROSOFT, microsoft_faults, open_xml_faults

# What every file is


@ALL
def test_files_are_valid(name: str, tmp_path: Path) -> None:
    file = tmp_path / "file.docx"
    file.write_bytes(content(name))
    assert open_xml_faults(file) == []
    assert MICROSOFT is None or microsoft_faults([file]) == {}


@ALL
def test_files_say_what_they_are(name: str) -> None:
    properties = Document(BytesIO(content(name))).core_properties
    assert properties.title and properties.author and properties.language == "en-GB"
    assert str(properties.created) == str(properties.modified) == "2026-09-01 00:00:00+00:00"
    assert "<vt:lpwstr>CC" in everything(name)


def test_the_same_document_gives_the_same_bytes() -> None:
    assert render_booklet(SMALL, CONTEXT).content == content("small")
    assert render_vocabulary(SHEET, CONTEXT).content == content("small sheet")


def test_a_template_is_compiled_once() -> None:
    first, again = (template_for("booklet", replace(CONTEXT, look=replace(CONTEXT.look)), "en-GB") for _ in range(2))
    assert first is again and first is not template_for("booklet", CONTEXT, "de-DE")


@ALL
def test_nothing_of_the_day_or_the_machine_is_kept(name: str) -> None:
    with ZipFile(BytesIO(content(name))) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert "python-docx" not in everything(name)


def test_a_document_without_date_publisher_licence_or_pages_renders() -> None:
    bare = replace(SMALL, imprint=replace(SMALL.imprint, date=None, publisher="", licence="", licence_url=None, question=None), cover=None)
    rendered = render_booklet(bare, replace(CONTEXT, pages={})).content
    assert Document(BytesIO(rendered)).core_properties.created.year == 2000  # type: ignore[union-attr]


@ALL
def test_every_style_named_is_in_the_template(name: str) -> None:
    used = {value(found) for found in part(name).iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")}
    assert used <= set(style_name(name))


@ALL
def test_letters_and_paragraphs_are_formatted_by_styles_alone(name: str) -> None:
    """Runs add at most their script and language, paragraphs their direction and the settings of a section."""
    root = part(name)
    assert {child.tag for letters in root.iter(f"{W}rPr") for child in letters} <= {f"{W}rStyle", f"{W}rtl", f"{W}lang"}
    assert {child.tag for look in root.iter(f"{W}pPr") for child in look} <= {f"{W}pStyle", f"{W}bidi", f"{W}sectPr"}


def test_opening_a_file_asks_nothing() -> None:
    assert "updateFields" not in everything("small") and "w:dirty" not in everything("small")


# Other scripts and any text


def test_arabic_and_hebrew_are_runs_of_their_own() -> None:
    pieces = [(piece.text, piece.rtl, piece.language) for piece in texts("called المدينة المنورة, or ירושלים")]
    assert pieces == [("called ", False, None), ("المدينة المنورة", True, "ar-SA"), (", or ", False, None), ("ירושלים", True, "he-IL")]


def test_a_paragraph_runs_from_right_to_left_where_its_first_letter_does() -> None:
    found = [text(p) for p in part("small").iter(f"{W}p") if p.find(f"{W}pPr/{W}bidi") is not None]
    assert found == ["كتاب قديم"]


def test_translations_name_their_language() -> None:
    assert [text(found) for found in paragraphs("small sheet", "Translation")] == ["ساحة (Arabic)", "çarşı (Turkish)"]


def test_text_is_never_markup() -> None:
    hostile = "<w:p/> & ]]> \"'\x0b"
    booklet = replace(SMALL, imprint=replace(SMALL.imprint, title=hostile, licence=hostile))
    chapter = replace(SMALL.chapters[1], title=hostile, blocks=(Paragraph("lesson-2/chapter/1/1", runs(hostile)),))
    opened = Document(BytesIO(render_booklet(replace(booklet, chapters=(chapter,)), CONTEXT).content))
    assert opened.core_properties.title == hostile.replace("\x0b", "")


def test_bookmarks_are_names_that_word_accepts() -> None:
    assert bookmark("lesson-3/chapter/12") == "_lesson_3_chapter_12"
