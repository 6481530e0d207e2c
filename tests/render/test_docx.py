"""What is in booklets and vocabulary sheets for Word: arranged data as text, and real files reopened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document

from packager.document.nodes import Block, BulletList, Drawing, Figure, Heading, Paragraph, Pause, Quotation, Source, Style, Table, plain
from packager.render.docx.arrange import arrange_booklet
from packager.render.docx.renderer import render_vocabulary
from packager.render.docx.sheet import arrange_sheet
from tests.render.docx_as_text import as_text
from tests.render.docx_builders import CONTEXT, SHEET, SMALL, image
from tests.render.docx_files import (
    ALL,
    EGYPT,
    WP,
    W,
    chosen,
    content,
    curriculum,
    egypt_sheet,
    everything,
    paragraphs,
    part,
    runs_in,
    style_name,
    tags,
    text,
    value,
)

GOLDEN = Path(__file__).parent / "golden"

# Chapters


@pytest.mark.parametrize("name", ["small", "Egypt"])
def test_a_chapter_is_a_numbered_heading_on_a_new_page(name: str) -> None:
    titles = [text(found) for found in paragraphs(name, "heading 1")]
    assert titles == [f"{chapter.number}. {chapter.title}" for chapter in chosen(name)[0].chapters]
    style = next(s for s in part(name, "word/styles.xml").iter(f"{W}style") if s.get(f"{W}styleId") == "Heading1")
    assert style.find(f"{W}pPr/{W}pageBreakBefore") is not None and style.find(f"{W}pPr/{W}keepNext") is not None


@pytest.mark.parametrize("name", ["small", "Egypt"])
def test_contents_are_filled_in_with_the_pages_laid_out(name: str) -> None:
    booklet, context = chosen(name)
    entries = [text(found) for found in paragraphs(name, "toc 1")]
    assert entries == [f"{chapter.number}. {chapter.title}{context.pages[chapter.id]}" for chapter in booklet.chapters]
    assert [text(found) for found in paragraphs(name, "toc 3")] == [f"Picture credits{context.pages['credits']}"]
    code = "".join(found.text for found in part(name).iter(f"{W}instrText"))
    assert r'TOC \o "1-1" \h' in code


@pytest.mark.parametrize("name", ["small", "Egypt"])
def test_every_link_and_page_reference_leads_somewhere(name: str) -> None:
    root = part(name)
    marks = [found.get(f"{W}name") for found in root.iter(f"{W}bookmarkStart")]
    wanted = {found.get(f"{W}anchor") for found in root.iter(f"{W}hyperlink")}
    wanted |= {found.text.split()[1] for found in root.iter(f"{W}instrText") if "PAGEREF" in found.text}
    assert len(marks) == len(set(marks)) and all(len(mark) <= 40 for mark in marks)
    assert wanted <= set(marks)


def said(block: Block) -> Iterator[str]:
    """The prose of a block, piece by piece."""
    if isinstance(block, Paragraph):
        yield plain(block.runs)
    elif isinstance(block, BulletList):
        yield from (plain(item) for item in block.items)
    elif isinstance(block, Quotation | Source):
        yield from (plain(paragraph) for paragraph in block.paragraphs)
    elif isinstance(block, Heading):
        yield block.text
    elif isinstance(block, Table):
        yield from (*block.columns, *(cell for row in block.rows for cell in row))
    elif isinstance(block, Pause):
        yield from (part for part in (block.ask, block.how) if part)
    elif isinstance(block, Figure | Drawing):
        yield from (part for part in (block.label, block.caption) if part)


@pytest.mark.parametrize("name", ["small", "Egypt"])
def test_all_text_of_the_chapters_is_there_in_order(name: str) -> None:
    written, place = text(part(name)), 0
    for chapter in chosen(name)[0].chapters:
        for block in chapter.blocks:
            for words in said(block):
                place = written.find(words, place)
                assert place >= 0, (block.id, words)


@pytest.mark.parametrize("name", ["small", "Egypt"])
def test_a_term_is_bold_exactly_where_it_is_introduced(name: str) -> None:
    styles = {"New word": Style.TERM, "Say it": Style.SAY, "Emphasis": Style.EMPHASIS}
    for style, meaning in styles.items():
        pieces = (runs for chapter in chosen(name)[0].chapters for block in chapter.blocks for runs in getattr(block, "runs", ()))
        expected = [run.text for run in pieces if run.style is meaning]
        assert [found for found in runs_in(name, style) if found != "word"] == expected


@ALL
def test_no_answer_is_in_the_file(name: str) -> None:
    assert "BECAUSE-OF-THE-RIVER" not in everything(name)
    if name == "Egypt":
        answers = [block.pause.answer for lesson in curriculum().topics[EGYPT].lessons for block in lesson.chapter if block.kind == "pause"]
        assert answers and not [answer for answer in answers if answer and answer in everything(name)]


def test_prose_has_line_numbers_and_nothing_else_has() -> None:
    numbered = [found for found in part("small").iter(f"{W}sectPr") if found.find(f"{W}lnNumType") is not None]
    settings = [(found.get(f"{W}countBy"), found.get(f"{W}restart")) for found in part("small").iter(f"{W}lnNumType")]
    assert settings == [("5", "newPage")] * len(SMALL.chapters) and len(numbered) == len(SMALL.chapters)
    root = part("small", "word/styles.xml")
    switched = {value(s.find(f"{W}name")): s.find(f"{W}pPr/{W}suppressLineNumbers") for s in root.iter(f"{W}style")}
    on = [name for name, switch in switched.items() if switch is not None and switch.get(f"{W}val") == "0"]
    assert on == ["Body Text", "Quote"] and switched["Normal"] is not None


@pytest.mark.parametrize("name", ["small", "Egypt"])
def test_every_block_carries_its_id_once(name: str) -> None:
    expected = [block.id for chapter in chosen(name)[0].chapters for block in chapter.blocks]
    assert [tag for tag in tags(name) if "/chapter/" in tag or tag.split("/")[0] == "time"] == expected
    assert len(tags(name)) == len(set(tags(name)))
    numbers = [value(found.find(f"{W}id")) for found in part(name).iter(f"{W}sdtPr")]
    assert len(numbers) == len(set(numbers))


def test_neighbouring_boxes_stay_two() -> None:
    names = style_name("small")
    order = [names[value(found)] for found in part("small").iter(f"{W}pStyle")]
    first = order.index("Pause how")
    assert order[first : first + 3] == ["Pause how", "After box", "Pause label"]


# Pictures and tables


@ALL
def test_every_picture_has_words_or_is_flagged_as_decoration(name: str) -> None:
    for described in part(name).iter(f"{WP}docPr"):
        decorative = described.find(".//{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative")
        assert bool(described.get("descr")) is (decorative is None)


@ALL
def test_the_same_picture_is_kept_once(name: str) -> None:
    with ZipFile(BytesIO(content(name))) as package:
        pictures = [package.read(path) for path in package.namelist() if path.startswith("word/media/")]
    assert len(pictures) == len(set(pictures))


def test_figures_keep_their_proportions_and_leave_room_for_prose() -> None:
    tall = replace(SMALL.chapters[0], blocks=(Figure("lesson-1/chapter/1", "Picture 1", image("photograph.jpg"), None),))
    golden = as_text(arrange_booklet(replace(SMALL, chapters=(tall,)), CONTEXT))
    assert "(photograph.jpg 140 x 105: What photograph.jpg shows)" in golden


@ALL
def test_tables_of_words_repeat_their_header_row(name: str) -> None:
    for table in part(name).iter(f"{W}tbl"):
        headed = table.find(f"{W}tblPr/{W}tblLook").get(f"{W}firstRow") == "1"
        first = next(table.iter(f"{W}tr"))
        assert headed is (first.find(f"{W}trPr/{W}tblHeader") is not None)
        assert table.find(f"{W}tblPr/{W}tblCaption") is not None


# The sheet


def test_words_stand_by_chapter_with_their_ids() -> None:
    assert tags("small sheet") == ["vocabulary/1", "vocabulary/2"]
    expected = [f"{section.number}. {section.title}" for section in egypt_sheet().sections]
    assert [text(found) for found in paragraphs("Egypt's sheet", "heading 2")][: len(expected)] == expected
    terms = [word.term for section in egypt_sheet().sections for word in section.words]
    before = [met.term for met in egypt_sheet().met_before]
    assert [text(found) for found in paragraphs("Egypt's sheet", "Term")] == [*terms, *before]


def test_the_quiz_is_a_page_of_its_own_with_gaps_to_fill() -> None:
    assert len(list(part("small sheet").iter(f"{W}sectPr"))) == 2
    assert [text(found) for found in paragraphs("small sheet", "Gap sentence")] == ["All ________________ lead to Rome."]
    assert [text(found) for found in paragraphs("small sheet", "Word bank")] == ["road"]


def test_a_sheet_without_a_quiz_is_one_section() -> None:
    rendered = render_vocabulary(replace(SHEET, quiz=None, met_before=()), CONTEXT).content
    assert len(Document(BytesIO(rendered)).sections) == 1


# Arranged data


@pytest.mark.parametrize("name", ["docx-booklet", "docx-vocabulary"])
def test_arranged_data_is_as_agreed(name: str, update_goldens: bool) -> None:
    found = as_text(arrange_booklet(SMALL, CONTEXT) if name == "docx-booklet" else arrange_sheet(SHEET))
    golden = GOLDEN / f"{name}.txt"
    if update_goldens:
        golden.write_text(found, "utf-8")
    assert found == golden.read_text("utf-8")
