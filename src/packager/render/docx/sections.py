"""Pages as WordprocessingML: the settings of sections, their headers and their footers (ECMA-376 Part 1, sections 17.6 and 17.10)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from packager.render.docx.arranged import Page, Paragraph, Section
from packager.render.docx.compiled import CompiledTemplate, PageFurniture, Pages
from packager.render.docx.markup import el, part, twips
from packager.render.docx.pictures import Pictures
from packager.render.docx.relations import Parts, Relations
from packager.render.docx.write_pictures import PictureWriter
from packager.render.docx.write_text import Numbers, TextWriter

_USED = ("w", "r", "wp", "a", "pic", "adec", "asvg")


@dataclass(frozen=True, slots=True)
class Stories:
    """Writes headers and footers as parts of their own, and names them in the main part."""

    template: CompiledTemplate
    parts: Parts
    relations: Relations
    numbers: Numbers
    pictures: Pictures

    def headers(self, section: Section) -> str:
        """A section's references to its headers; none where it goes on with those of the section before."""
        said: dict[Pages, tuple[Paragraph, ...] | None] = {"default": section.header, "first": section.first_header}
        return self._references("header", "w:hdr", said, self.template.furniture.headers)

    def footers(self, section: Section) -> str:
        """A section's references to its footers, which are the same on all its pages."""
        return self._references("footer", "w:ftr", {"default": section.footer, "first": section.footer}, self.template.furniture.footers)

    def _references(self, kind: str, root: str, said: Mapping[Pages, tuple[Paragraph, ...] | None], given: Mapping[Pages, str]) -> str:
        """What the template gives goes before what is said, on pages that have a header or footer at all."""
        on_pages = {**said, "even": said["default"]} if self.template.furniture.has_sides else said
        found = {
            pages: given.get(pages) or self._written(kind, root, paragraphs or (Paragraph(kind),))
            for pages, paragraphs in on_pages.items()
            if paragraphs is not None
        }
        return "".join(f'<w:{kind}Reference w:type="{pages}" r:id="{self.relations.id(kind, target)}"/>' for pages, target in found.items())

    def _written(self, kind: str, root: str, paragraphs: tuple[Paragraph, ...]) -> str:
        """Where a header or footer stands that is written here."""
        related = Relations()
        text = TextWriter(self.template.styles, self.numbers, PictureWriter(related, self.parts, self.pictures))
        content = "".join([text.paragraph(paragraph) for paragraph in paragraphs])
        return self.parts.story(kind, part(root, content, _USED), related)


def settings(section: Section, stories: Stories) -> str:
    """`w:sectPr`, its children in the order of the schema (17.6.17)."""
    page = section.page
    return el(
        "w:sectPr",
        stories.headers(section),
        stories.footers(section),
        el("w:type", val="continuous" if section.goes_on else "nextPage"),
        el("w:pgSz", w=twips(210), h=twips(297)),
        _margins(page, stories.template.furniture),
        stories.template.furniture.borders,
        _line_numbers(page),
        _columns(page),
        "<w:titlePg/>" if section.first_header is not None else "",
    )


def _margins(page: Page, furniture: PageFurniture) -> str:
    return el(
        "w:pgMar",
        top=twips(page.top),
        right=twips(page.right),
        bottom=twips(page.bottom),
        left=twips(page.left),
        header=furniture.header_at or twips(page.header_at),
        footer=furniture.footer_at or twips(page.footer_at),
        gutter=0,
    )


def _line_numbers(page: Page) -> str:
    """Numbered lines in the margin (17.6.8)."""
    if not page.numbered_lines:
        return ""
    return el("w:lnNumType", countBy=page.numbered_lines, distance=twips(page.line_number_gap), restart="newPage")


def _columns(page: Page) -> str:
    """Columns of the same width (17.6.4); where there is one, nothing need be said."""
    return el("w:cols", num=page.columns, space=twips(page.column_gap), equalWidth=1) if page.columns > 1 else ""
