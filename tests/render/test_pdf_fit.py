"""Pages fill, and no chapter ends on a page of a few lines."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import page
import pypdfium2
import pytest

from packager.document.nodes import Block, Drawing, Figure, Heading, Paragraph, Table
from packager.render.editions import EASY_READ, LARGE_PRINT, STANDARD, Edition
from packager.render.pdf.arrange import arrange_booklet
from packager.render.pdf.editions import booklet_edition
from packager.render.pdf.fitted import Fitted, Layout, fittings
from packager.render.pdf.line_counts import counted
from packager.render.pdf.renderer import render_booklet
from packager.render.pdf.write import write_pdf_with_layout
from packager.render.renderer import Fitting, Rendered
from tests.render.test_pdf import CONTEXT, booklet, chapter, egypt, image, paragraph, rendered, texts

CAPACITY = 242.0
"""Millimetres between the margins of a page."""
LINE = 20 * 25.4 / 72


def laid_out(*blocks: Block) -> Layout:
    return write_pdf_with_layout(arrange_booklet(booklet(chapter(1, *blocks)), CONTEXT), CONTEXT)[1]


def words(number: int, count: int) -> Paragraph:
    return paragraph(number, "water " * count)


def picture(number: int) -> Figure:
    return Figure(f"lesson-1/chapter/{number}", f"Picture {number}", image("wide.png"), "A wide picture")


@cache
def one_after_another(count: int) -> Layout:
    """Paragraphs of five lines, and a last one of so many words."""
    return laid_out(*(words(number, 60) for number in range(1, 10)), words(10, count))


# The end of a chapter


@pytest.mark.parametrize("count", range(20, 110, 6))
def test_no_chapter_ends_on_a_page_of_under_three_lines(count: int) -> None:
    found = one_after_another(count)
    assert found.pages["end"] == found.pages["lesson-1"] or found.filled["lesson-1"] * CAPACITY > 2.5 * LINE


def test_lines_come_closer_where_that_does_without_a_page() -> None:
    closer = [found for count in range(20, 110, 6) if (found := one_after_another(count)).chapters[0].share < 1]
    assert closer and all(found.pages["end"] == found.pages["lesson-1"] + 1 for found in closer)
    assert all(found.chapters[0].share >= 0.94 for found in closer)


def test_a_shipped_booklet_has_no_page_of_a_few_lines_and_no_half_empty_one() -> None:
    """Of a page within a chapter at least two thirds are filled, measured by what is lowest on it above the footer."""
    result = rendered("Egypt")
    ends = {result.pages[f"{each.id}/end"] for each in egypt().chapters}
    with pypdfium2.PdfDocument(result.content) as document:
        for number in range(result.pages["lesson-1"], result.pages["credits"]):
            assert _filled(document[number - 1]) > (0.12 if number in ends else 0.6), number


def _filled(sheet: pypdfium2.PdfPage) -> float:
    """The share of the page between the margins that is filled."""
    image = sheet.render(scale=0.5).to_pil().convert("L")
    top, foot = round(image.height * 27 / 297), round(image.height * 269 / 297)
    rows = [row for row in range(top, foot) if image.crop((0, row, image.width, row + 1)).getextrema()[0] < 200]  # type: ignore[operator]
    return (max(rows, default=top) - top) / (foot - top)


# Figures


def test_a_picture_that_nearly_fits_is_shown_smaller() -> None:
    for count in range(20, 240, 10):
        found = laid_out(words(1, 60), words(2, count), picture(3), words(4, 80))
        scales = found.chapters[0].scales
        if 0.75 <= scales.get("lesson-1/chapter/3", 1) < 1:
            assert found.pages["lesson-1/chapter/3"] == found.pages["lesson-1"]
            return
    pytest.fail("no text of these lengths left three quarters of the room that the picture needs")


def test_one_that_does_not_fit_stands_on_the_next_page_and_the_text_goes_on_in_its_place() -> None:
    found = laid_out(words(1, 60), words(2, 60), words(3, 60), picture(4), words(5, 60), words(6, 200))
    assert found.pages["lesson-1/chapter/4"] == found.pages["lesson-1"] + 1
    assert found.pages["lesson-1/chapter/5/1"] == found.pages["lesson-1"]


def test_figures_keep_their_order() -> None:
    result = rendered("Egypt")
    for each in egypt().chapters:
        figures = [block.id for block in each.blocks if isinstance(block, Figure | Drawing)]
        pages = [result.pages[id] for id in figures]
        assert pages == sorted(pages), figures


def test_a_caption_stays_with_its_picture() -> None:
    for count in (60, 100, 140, 180):
        blocks = (words(1, 60), words(2, count), picture(3), words(4, 200))
        result = render_booklet(booklet(chapter(1, *blocks)), CONTEXT)
        assert "Picture 3 A wide picture" in texts(result.content)[result.pages["lesson-1/chapter/3"] - 1]


def test_a_heading_stays_with_what_follows() -> None:
    for count in range(60, 160, 8):
        found = laid_out(words(1, 60), words(2, 60), words(3, count), Heading("lesson-1/chapter/4", "Seven hills"), words(5, 120))
        assert found.pages["lesson-1/chapter/4"] == found.pages["lesson-1/chapter/5/1"]


def test_pages_with_moved_figures_are_valid_pdf_ua(tmp_path: Path) -> None:
    blocks = (*(words(number, 60) for number in range(1, 4)), picture(4), picture(5), *(words(number, 90) for number in range(6, 12)))
    file = tmp_path / "file.pdf"
    file.write_bytes(render_booklet(booklet(chapter(1, *blocks)), CONTEXT).content)
    result = page.validate_pdf(str(file), profile="ua1")
    assert result.is_compliant, [(failure.rule_id, failure.message) for failure in result.failures]


# What is reported


def test_every_split_and_every_near_miss_is_reported() -> None:
    layout = Layout(
        {"lesson-1": 3, "a/1": 4, "a/2": 5, "end": 6},
        {"lesson-1": 0.14, "lesson-2": 0.9},
        ("a/1",),
        (Fitted("lesson-1", 0.96, {"a/2": 0.82, "a/3": 1}), Fitted("lesson-2", 1, {})),
    )
    assert fittings(layout) == (
        Fitting("a/1", "split", "begins on page 4 of the booklet and goes on overleaf"),
        Fitting("a/2", "near miss", "is shown at 82% of its size, so that the text fits on page 5 of the booklet"),
        Fitting("lesson-1", "near miss", "has its lines set 4% closer in the booklet, so that it does not end on a page of a few lines"),
        Fitting("lesson-1", "near miss", "fills 14% of its last page in the booklet"),
    )


def test_a_table_of_more_than_a_page_is_a_split() -> None:
    table = Table("lesson-1/chapter/1", "Kings", ("Who", "When"), tuple((f"King {number}", "long ago") for number in range(60)))
    found = _rendered(table).fittings
    assert [(each.id, each.kind) for each in found] == [("lesson-1/chapter/1", "split")]


def test_what_fits_is_not_reported() -> None:
    assert _rendered(words(1, 40)).fittings == ()


def _rendered(*blocks: Block) -> Rendered:
    return render_booklet(booklet(chapter(1, *blocks)), CONTEXT)


# Lines


def test_lines_are_counted_as_typst_breaks_them() -> None:
    """But for kerning, which makes one text in a hundred a line shorter or longer."""
    texts = [each for chapter in egypt().chapters for each in chapter.blocks if isinstance(each, Paragraph)][:10]
    assert sum(_counted_lines(text) != _printed_lines(text) for text in texts) <= 1


def _counted_lines(text: Paragraph) -> int:
    return int(arrange_booklet(booklet(chapter(1, text)), CONTEXT).content["chapters"][0]["blocks"][0]["lines"][0])


def _printed_lines(text: Paragraph) -> int:
    with pypdfium2.PdfDocument(render_booklet(booklet(chapter(1, text)), CONTEXT).content) as document:
        printed = document[2].get_textpage().get_text_bounded(left=90, bottom=90, top=740).splitlines()
    return sum(bool(line) and not line.startswith(("Chapter title", "Question")) for line in printed)


@pytest.mark.parametrize(("edition", "is_counted"), [(STANDARD, True), (LARGE_PRINT, True), (EASY_READ, False)])
def test_letters_that_are_spaced_are_left_to_the_template(edition: Edition, is_counted: bool) -> None:
    blocks = [{"kind": "paragraph", "runs": [["plain", "word " * 30]]}, {"kind": "table"}]
    found = counted(blocks, booklet_edition(3, edition), CONTEXT.look.fonts)
    assert ["lines" in block for block in found] == [is_counted, False]
