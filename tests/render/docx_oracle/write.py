"""An oracle: arranged data to a Word file as python-docx and lxml would have it, slow and sure.

The writer in `src` writes text; this one builds elements, and leaves parts, names and relationships to python-docx.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

from docx import Document
from docx.document import Document as DocxDocument

from packager.render.docx.arranged import Arranged, Page, Paragraph, Section
from packager.render.docx.compiled import WORD, CompiledTemplate
from packager.render.docx.markup import NAMESPACES, part
from packager.render.docx.pictures import Pictures
from packager.render.docx.relations import Parts, Relations
from tests.render.docx_oracle.element import Element, el, flag, qualified, twips
from tests.render.docx_oracle.picture_writer import PictureWriter
from tests.render.docx_oracle.properties import add_properties
from tests.render.docx_oracle.write_blocks import BlockWriter
from tests.render.docx_oracle.write_text import Numbers, StyleIds, TextWriter


def write(arranged: Arranged, template: CompiledTemplate, pictures: Pictures) -> bytes:
    """The bytes of the document, in the styles of `template`."""
    document = Document(BytesIO(_empty(template)))
    writer = _Writer(document, pictures)
    body = document.element.body
    for element in list(body):
        body.remove(element)
    for section in arranged.sections:
        body.extend(writer.section(section, last=section is arranged.sections[-1]))
    add_properties(document, arranged.properties)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _empty(template: CompiledTemplate) -> bytes:
    """The template as a Word file without content."""
    parts = Parts(template)
    main = part("w:document", f"{template.background}<w:body/>", NAMESPACES, mc__Ignorable="w14 w15")
    parts.add("word/document.xml", f"{WORD}.document.main+xml", main, Relations(template.related))
    return parts.package(Relations((("officeDocument", "word/document.xml"),)))


class _Writer:
    """Writes sections; numbers of controls, drawings and bookmarks go through the whole document."""

    def __init__(self, document: DocxDocument, pictures: Pictures) -> None:
        self.document, self.pictures = document, pictures
        self.styles, self.numbers = StyleIds(document.styles.element), Numbers()
        self.text = TextWriter(self.styles, self.numbers, PictureWriter(document.part, pictures))
        self.blocks = BlockWriter(self.styles, self.numbers, self.text)

    def section(self, section: Section, last: bool) -> list[Element]:
        """The blocks of a section; its settings are in its last paragraph, those of the last section at the end of the body (17.6.17)."""
        elements = [element for block in section.blocks for element in self.blocks.block(block)]
        settings = self._settings(section)
        if last:
            return [*elements[:-1], settings] if _is_empty(section.blocks[-1]) and not _is_table_last(elements) else [*elements, settings]
        properties = elements[-1].find(qualified("w:pPr"))
        assert properties is not None, "a section ends in a paragraph"
        properties.append(settings)
        return elements

    def _settings(self, section: Section) -> Element:
        """`w:sectPr`, its children in the order of the schema (17.6.17)."""
        page = section.page
        first = section.first_header is not None
        return el(
            "w:sectPr",
            self._header(section.header, "default"),
            self._header(section.first_header, "first"),
            self._footer(section.footer, "default"),
            self._footer(section.footer, "first"),
            el("w:type", val="continuous" if section.goes_on else "nextPage"),
            el("w:pgSz", w=twips(210), h=twips(297)),
            _margins(page),
            _line_numbers(page),
            _columns(page),
            flag("w:titlePg", True if first else None),
        )

    def _header(self, paragraphs: tuple[Paragraph, ...] | None, kind: str) -> Element:
        if paragraphs is None:
            return None
        header, id = self.document.part.add_header_part()  # type: ignore[no-untyped-call]
        self._fill(header, paragraphs or (Paragraph("header"),))
        return el("w:headerReference", type=kind, r__id=id)

    def _footer(self, paragraphs: tuple[Paragraph, ...] | None, kind: str) -> Element:
        if paragraphs is None:
            return None
        footer, id = self.document.part.add_footer_part()  # type: ignore[no-untyped-call]
        self._fill(footer, paragraphs)
        return el("w:footerReference", type=kind, r__id=id)

    def _fill(self, story: Any, paragraphs: tuple[Paragraph, ...]) -> None:
        root = story.element
        for element in list(root):
            root.remove(element)
        text = TextWriter(self.styles, self.numbers, PictureWriter(story, self.pictures))
        root.extend(text.paragraph(paragraph) for paragraph in paragraphs)


def _margins(page: Page) -> Element:
    return el(
        "w:pgMar",
        top=twips(page.top),
        right=twips(page.right),
        bottom=twips(page.bottom),
        left=twips(page.left),
        header=twips(page.header_at),
        footer=twips(page.footer_at),
        gutter=0,
    )


def _line_numbers(page: Page) -> Element:
    """Numbered lines in the margin (17.6.8)."""
    if not page.numbered_lines:
        return None
    return el("w:lnNumType", countBy=page.numbered_lines, distance=twips(page.line_number_gap), restart="newPage")


def _columns(page: Page) -> Element:
    """Columns of the same width (17.6.4); where there is one, nothing need be said."""
    return el("w:cols", num=page.columns, space=twips(page.column_gap), equalWidth=1) if page.columns > 1 else None


def _is_empty(block: object) -> bool:
    return isinstance(block, Paragraph) and not block.content


def _is_table_last(elements: list[Element]) -> bool:
    """Whether a table, bare or in a control, stands before the last paragraph, which Word then needs (17.4.37)."""
    return len(elements) < 2 or elements[-2].tag != qualified("w:p")
