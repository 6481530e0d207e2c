"""The inclusive editions: large print, easy read and ink saver, as PDF pages and as Word files."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pikepdf
import pytest
from lxml import etree

from packager.document.nodes import Paragraph, Run, Style
from packager.plan import wanted
from packager.render.docx.arrange import arrange_booklet
from packager.render.docx.editions import CARRIER, LABELS, in_edition
from packager.render.docx.renderer import render_booklet as booklet_for_word
from packager.render.docx.renderer import render_vocabulary as sheet_for_word
from packager.render.docx.sheet import arrange_sheet
from packager.render.docx.sheet_styles import sheet_styles
from packager.render.docx.style import CharacterStyle, ParagraphStyle, TableStyle
from packager.render.docx.styles import booklet_styles
from packager.render.editions import EASY_READ, EDITIONS, INK_SAVER, LARGE_PRINT, STANDARD, booklet_in, look_in
from packager.render.look import WHITE
from packager.render.pdf.renderer import render_booklet, render_vocabulary
from packager.render.renderer import Context
from tests.render.docx_as_text import as_text
from tests.render.docx_builders import CONTEXT, SHEET, SMALL
from tests.render.pdf_ink import coverage, faces, grounds, text_sizes
from tests.render.pdf_text import texts
from tests.validators import MICROSOFT, microsoft_faults, open_xml_faults, pdf_faults

GOLDEN = Path(__file__).parent / "golden"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
INCLUSIVE = (LARGE_PRINT, EASY_READ, INK_SAVER)
EACH = pytest.mark.parametrize("edition", INCLUSIVE, ids=lambda edition: edition.name)
PRODUCT = pytest.mark.parametrize("product", ["booklet", "sheet"])
INK, ACCENT = (0x1C, 0x2B, 0x36), (0xA5, 0x42, 0x1C)
EMPHASIS = Paragraph("lesson-1/chapter/60/1", (Run("This is "), Run("very", Style.EMPHASIS), Run(" old.")))
BOOKLET = replace(SMALL, chapters=(replace(SMALL.chapters[0], blocks=(*SMALL.chapters[0].blocks, EMPHASIS)), *SMALL.chapters[1:]))
NO_FIGURES = replace(
    BOOKLET,
    chapters=tuple(replace(c, blocks=tuple(b for b in c.blocks if not getattr(b, "image", None))) for c in BOOKLET.chapters),
    credits=(),
)


def context(name: str) -> Context:
    edition = EDITIONS[name]
    return replace(CONTEXT, look=look_in(edition, CONTEXT.look), edition=edition, pages={})


@cache
def pdf(product: str, name: str) -> bytes:
    rendered = render_booklet(BOOKLET, context(name)) if product == "booklet" else render_vocabulary(SHEET, context(name))
    return rendered.content


@cache
def word(product: str, name: str) -> bytes:
    rendered = booklet_for_word(BOOKLET, context(name)) if product == "booklet" else sheet_for_word(SHEET, context(name))
    return rendered.content


def part(content: bytes, path: str) -> Any:
    with ZipFile(BytesIO(content)) as package:
        return etree.fromstring(package.read(path))


def test_the_names_that_can_be_asked_for_are_those_that_can_be_rendered() -> None:
    assert tuple(EDITIONS) == wanted.EDITIONS
    assert next(iter(EDITIONS.values())) is STANDARD


# What every edition is


@EACH
@PRODUCT
def test_pages_stay_valid_pdf_ua(product: str, edition: Any, tmp_path: Path) -> None:
    file = tmp_path / "file.pdf"
    file.write_bytes(pdf(product, edition.name))
    assert pdf_faults(file) == []


@EACH
@PRODUCT
def test_word_files_stay_valid(product: str, edition: Any, tmp_path: Path) -> None:
    file = tmp_path / "file.docx"
    file.write_bytes(word(product, edition.name))
    assert open_xml_faults(file) == []
    assert MICROSOFT is None or microsoft_faults([file]) == {}


@EACH
@PRODUCT
def test_an_edition_says_what_the_standard_one_says(product: str, edition: Any) -> None:
    def words(name: str) -> set[str]:
        return set(" ".join(texts(pdf(product, name))).replace("\ufffe", "-").split())

    # Heads of columns that are put together, credits of pictures left out, and rivers that nobody asked to be named.
    may_go = {
        "Cover",
        "opening",
        "Drawn",
        "for",
        "this",
        "test",
        "Say",
        "it",
        "In",
        "a",
        "sentence",
        "Where",
        "we",
        "met",
        "Garonne",
        "Ebro",
        "Rhine",
    }
    assert not {word for word in words("standard") - words(edition.name) if word.isalpha()} - may_go


@EACH
def test_the_same_document_gives_the_same_bytes(edition: Any) -> None:
    assert render_booklet(BOOKLET, context(edition.name)).content == pdf("booklet", edition.name)
    assert booklet_for_word(BOOKLET, context(edition.name)).content == word("booklet", edition.name)


def test_no_text_is_justified() -> None:
    for edition in EDITIONS.values():
        styles = booklet_styles(look_in(edition, CONTEXT.look), 3, edition)
        assert {style.align for style in styles if isinstance(style, ParagraphStyle)} <= {None, "left", "center", "right"}


# Large print


@PRODUCT
def test_large_print_has_no_letter_under_16_points(product: str) -> None:
    sizes = text_sizes(pdf(product, "large-print"))
    assert min(sizes) >= 16 and 18 in sizes
    assert min(text_sizes(pdf(product, "standard"))) < 12


@PRODUCT
def test_large_print_in_word_has_no_style_under_16_points_and_none_that_is_read_under_18(product: str) -> None:
    styles = booklet_styles(CONTEXT.look, 3, LARGE_PRINT) if product == "booklet" else sheet_styles(CONTEXT.look, LARGE_PRINT)
    for style in in_edition(styles, LARGE_PRINT, CONTEXT.look):
        size = None if isinstance(style, TableStyle) else style.size
        if size is not None and size > CARRIER and not (isinstance(style, ParagraphStyle) and style.name == "After table"):
            assert size >= 16, style.name
            assert size >= 18 or style.name.lower() in LABELS or isinstance(style, CharacterStyle), style.name


def test_large_print_is_laid_out_anew_in_its_own_margins() -> None:
    sections = arrange_booklet(BOOKLET, context("large-print")).sections
    assert {(s.page.left, s.page.right, s.page.top, s.page.bottom) for s in sections[1:]} == {(34, 16, 30, 30)}
    assert len(texts(pdf("booklet", "large-print"))) > len(texts(pdf("booklet", "standard")))


# Easy read


@PRODUCT
def test_easy_read_is_set_in_one_upright_face(product: str) -> None:
    names = faces(pdf(product, "easy-read"))
    assert names and all(name.startswith(("Lexend", "NotoSans")) for name in names), names


@pytest.mark.parametrize("name", ["large-print", "easy-read"])
@PRODUCT
def test_nothing_is_in_italics(product: str, name: str) -> None:
    assert not [face for face in faces(pdf(product, name)) if "Italic" in face or "Oblique" in face]
    assert not list(part(word(product, name), "word/styles.xml").iter(f"{W}i"))
    assert any("Italic" in face for face in faces(pdf("booklet", "standard")))


def test_easy_read_is_on_cream() -> None:
    with pikepdf.open(BytesIO(pdf("booklet", "easy-read"))) as document:
        assert all(b"0.99215686 0.9529412 0.85490197" in page.Contents.read_bytes()[:400] for page in document.pages)
    assert part(word("booklet", "easy-read"), "word/document.xml").find(f"{W}background").get(f"{W}color") == "FDF3DA"
    assert part(word("booklet", "easy-read"), "word/settings.xml").find(f"{W}displayBackgroundShape") is not None


def test_easy_read_in_word_has_a_face_that_every_machine_has() -> None:
    with ZipFile(BytesIO(word("sheet", "easy-read"))) as package:
        theme = package.read("word/theme/theme1.xml").decode()
    assert 'typeface="Verdana"' in theme and "Georgia" not in theme and "Arial" not in theme


# Ink saver


@PRODUCT
def test_ink_saver_fills_nothing(product: str) -> None:
    """Lines of unequal width are painted as areas, in ink: what they take is counted instead."""
    plain = {"booklet": render_booklet(NO_FIGURES, context("ink-saver")).content, "sheet": pdf("sheet", "ink-saver")}[product]
    assert grounds(plain, least=3000) <= {INK}
    assert max(coverage(plain)) < min(0.06, max(coverage(pdf(product, "standard"))))
    assert ACCENT in grounds(pdf(product, "standard"), least=3000)


def test_ink_saver_in_word_shades_nothing_and_draws_lines_instead() -> None:
    for product in ("booklet", "sheet"):
        styles = part(word(product, "ink-saver"), "word/styles.xml")
        assert not list(styles.iter(f"{W}shd"))
        colours = {found.get(f"{W}color") for found in styles.iter(f"{W}top", f"{W}left", f"{W}bottom", f"{W}right", f"{W}insideH")}
        assert "1C2B36" in colours and "A5421C" not in colours
        text = {found.get(f"{W}val") for found in styles.iter(f"{W}color")}
        assert "FFFFFF" not in text and "A5421C" not in text


def test_ink_saver_leaves_out_cover_and_openings_with_their_credits() -> None:
    saved = booklet_in(INK_SAVER, SMALL)
    assert saved.cover is None and not any(chapter.opening for chapter in saved.chapters)
    assert [credit.id for credit in saved.credits] == ["lesson-1/chapter/5"]
    assert booklet_in(LARGE_PRINT, SMALL) is SMALL
    assert "A place for your own picture" in texts(pdf("booklet", "ink-saver"))[0]


# Looks and arranged data


def test_a_look_in_ink_alone_has_no_tints() -> None:
    look = look_in(INK_SAVER, CONTEXT.look)
    assert {look.t1, look.t2, look.t3, look.panel} == {WHITE}
    assert {look.accent, look.on_panel, look.soft_on_panel} == {look.colours.ink}


@pytest.mark.parametrize("name", ["large-print", "ink-saver"])
def test_arranged_data_is_as_agreed(name: str, update_goldens: bool) -> None:
    found = as_text(arrange_booklet(BOOKLET, context(name))) + "\n" + as_text(arrange_sheet(SHEET, EDITIONS[name]))
    golden = GOLDEN / f"docx-{name}.txt"
    if update_goldens:
        golden.write_text(found, "utf-8")
    assert found == golden.read_text("utf-8")
