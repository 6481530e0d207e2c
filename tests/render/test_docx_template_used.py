"""What of a publisher's own `booklet.docx` is used: its styles, its theme, and what it has on every page."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import RGBColor

from packager.render.docx.renderer import render_booklet, render_teacher_guide, render_vocabulary
from packager.render.docx.templates import TEMPLATE
from packager.render.editions import EDITIONS, look_in
from tests.builders import picture
from tests.render.docx_builders import CONTEXT, SHEET, SMALL
from tests.render.docx_templates import booklet, changed, style, with_template
from tests.render.test_guide import SMALL as GUIDE
from tests.validators import MICROSOFT, microsoft_faults, open_xml_faults

ATTACHED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"


def test_the_template_s_styles_and_theme_win() -> None:
    def blue(document: Any) -> None:
        document.styles["Body Text"].font.color.rgb = RGBColor(0x12, 0x34, 0x56)
        theme = document.part.part_related_by(RELATIONSHIP_TYPE.THEME)
        theme._blob = theme.blob.replace(b'typeface="Georgia"', b'typeface="Garamond"')

    made = booklet(blue)
    assert b"123456" in made.parts["word/styles.xml"]
    assert b"Garamond" in made.parts["word/theme/theme1.xml"] and b"Georgia" not in made.parts["word/theme/theme1.xml"]


def test_styles_are_found_by_name_whatever_their_ids() -> None:
    def otherwise(document: Any) -> None:
        style(document, "Body Text").set(qn("w:styleId"), "Fliesstext")
        style(document, "Question").find(qn("w:name")).set(qn("w:val"), "question")

    made = booklet(otherwise).parts["word/document.xml"]
    assert b'<w:pStyle w:val="Fliesstext"/>' in made and b'<w:pStyle w:val="Question"/>' in made
    assert b'<w:pStyle w:val="BodyText"/>' not in made


def furnished(document: Any) -> None:
    """A logo and an address at the head of each page, a line at its foot, and a frame."""
    section = document.sections[0]
    section.header.is_linked_to_previous = False
    section.header.paragraphs[0].add_run("Greenfield Press ").add_picture(BytesIO(picture("png", 60, 20)))
    relation = section.header.part.relate_to("https://example.org/", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), relation)
    section.header.paragraphs[0]._p.append(link)
    section.footer.is_linked_to_previous = False
    section.footer.paragraphs[0].text = "Copy as you like"
    borders = OxmlElement("w:pgBorders")
    borders.append(OxmlElement("w:top"))
    borders[0].set(qn("w:val"), "single")
    section._sectPr.insert_element_before(borders, "w:cols", "w:titlePg")


def test_the_template_s_headers_and_footers_stand_on_every_page_but_the_cover() -> None:
    opened = Document(BytesIO(render_booklet(SMALL, with_template(changed(furnished))).content))
    cover, *others = opened.sections
    assert cover.header.is_linked_to_previous and not cover.header.paragraphs[0].text
    for section in others:
        assert section.header.paragraphs[0].text == "Greenfield Press "
        assert section.footer.paragraphs[0].text == "Copy as you like"
    assert others[1].different_first_page_header_footer and not others[1].first_page_header.paragraphs[0].text
    assert others[0].first_page_footer.paragraphs[0].text == "Copy as you like"


def test_what_headers_need_comes_along() -> None:
    made = booklet(furnished)
    (header,) = [name for name in made.names() if "/header" in name and b"Greenfield" in made.parts[name]]
    with ZipFile(BytesIO(render_booklet(SMALL, with_template(changed(furnished))).content)) as package:
        listed = package.read("word/_rels/" + header.rpartition("/")[2] + ".rels").decode()
    assert 'Target="https://example.org/" TargetMode="External"' in listed and 'Target="template/part1.png"' in listed
    assert made.parts["word/template/part1.png"] == picture("png", 60, 20)
    assert b"<w:pgBorders" in made.parts["word/document.xml"]


def test_left_and_right_pages_may_differ() -> None:
    def sides(document: Any) -> None:
        document.settings.odd_and_even_pages_header_footer = True
        section = document.sections[0]
        for story, words in ((section.header, "right"), (section.even_page_header, "left")):
            story.is_linked_to_previous = False
            story.paragraphs[0].text = words

    opened = Document(BytesIO(render_booklet(SMALL, with_template(changed(sides))).content))
    chapter = opened.sections[2]
    assert (chapter.header.paragraphs[0].text, chapter.even_page_header.paragraphs[0].text) == ("right", "left")
    assert opened.settings.odd_and_even_pages_header_footer


def test_where_only_footers_differ_left_pages_keep_our_header() -> None:
    def sides(document: Any) -> None:
        document.settings.odd_and_even_pages_header_footer = True
        for story, words in ((document.sections[0].footer, "right"), (document.sections[0].even_page_footer, "left")):
            story.is_linked_to_previous = False
            story.paragraphs[0].text = words

    opened = Document(BytesIO(render_booklet(SMALL, with_template(changed(sides))).content))
    contents = opened.sections[1]
    assert contents.even_page_header.paragraphs[0].text == contents.header.paragraphs[0].text == "Contents"
    assert (contents.footer.paragraphs[0].text, contents.even_page_footer.paragraphs[0].text) == ("right", "left")


def test_an_empty_header_leaves_ours() -> None:
    def empty(document: Any) -> None:
        document.settings.odd_and_even_pages_header_footer = True
        document.sections[0].header.is_linked_to_previous = False

    opened = Document(BytesIO(render_booklet(SMALL, with_template(changed(empty))).content))
    assert opened.sections[1].header.paragraphs[0].text == "Contents"
    assert not opened.settings.odd_and_even_pages_header_footer


def test_the_colour_of_the_page_is_the_template_s() -> None:
    def tinted(document: Any) -> None:
        background = OxmlElement("w:background")
        background.set(qn("w:color"), "EEF7EE")
        document.element.insert(0, background)

    assert b'<w:background w:color="EEF7EE"/>' in booklet(tinted).parts["word/document.xml"]


def test_nothing_else_of_a_template_comes_along() -> None:
    def busy(document: Any) -> None:
        document.add_paragraph("SECRET DRAFT")
        document.add_picture(BytesIO(picture("png", 33, 44)))
        document.core_properties.author = "SECRET AUTHOR"
        settings = document.settings.element
        for name in ("attachedTemplate", "updateFields", "documentProtection"):
            settings.insert(0, OxmlElement(f"w:{name}"))
        part = document.part.part_related_by(RELATIONSHIP_TYPE.SETTINGS)
        settings[2].set(qn("r:id"), part.relate_to("file:///SECRET.dotx", ATTACHED, is_external=True))

    made = booklet(busy)
    assert not [name for name, content in made.parts.items() if b"SECRET" in content]
    assert picture("png", 33, 44) not in made.parts.values()
    assert not re.search(rb"attachedTemplate|updateFields|documentProtection", made.parts["word/settings.xml"])


def test_the_language_is_the_document_s() -> None:
    def german(document: Any) -> None:
        spoken = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:lang')}")
        spoken.set(qn("w:val"), "de-DE")

    assert b'w:val="en-GB"' in booklet(german).parts["word/styles.xml"] and b"de-DE" not in booklet(german).parts["word/styles.xml"]


@pytest.mark.parametrize("name", ["large-print", "easy-read", "ink-saver"])
def test_inclusive_editions_keep_our_styles(name: str) -> None:
    edition = EDITIONS[name]
    context = replace(CONTEXT, look=look_in(edition, CONTEXT.look), edition=edition)
    with_one = replace(context, templates={TEMPLATE: changed(furnished)})
    assert render_booklet(SMALL, with_one).content == render_booklet(SMALL, context).content


@pytest.mark.parametrize("product", ["booklet", "sheet", "guide"])
def test_files_in_a_template_are_valid_and_the_same_on_any_day(product: str, tmp_path: Path) -> None:
    context = with_template(changed(furnished))
    make: dict[str, Callable[[], bytes]] = {
        "booklet": lambda: render_booklet(SMALL, context).content,
        "sheet": lambda: render_vocabulary(SHEET, context).content,
        "guide": lambda: render_teacher_guide(GUIDE, context).content,
    }
    file = tmp_path / "file.docx"
    file.write_bytes(make[product]())
    assert open_xml_faults(file) == []
    assert MICROSOFT is None or microsoft_faults([file]) == {}
    assert make[product]() == file.read_bytes()
