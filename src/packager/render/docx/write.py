"""Arranged data to a Word file: the parts of its template as they are, and its own written as text."""

from __future__ import annotations

from packager.render.docx.arranged import Arranged, Paragraph, Section
from packager.render.docx.compiled import RELATIONSHIPS, WORD, CompiledTemplate
from packager.render.docx.markup import part
from packager.render.docx.pictures import Pictures
from packager.render.docx.properties import CORE, CORE_TYPE, CUSTOM_TYPE, core_xml, custom_xml
from packager.render.docx.relations import Parts, Relations
from packager.render.docx.sections import Stories, settings
from packager.render.docx.write_blocks import BlockWriter
from packager.render.docx.write_pictures import PictureWriter
from packager.render.docx.write_text import Numbers, TextWriter

_USED = ("w", "r", "wp", "a", "pic", "mc", "w14", "w15", "adec", "asvg")
_LATER = "w14 w15"
"""Word's later vocabularies, for older programs to ignore (ECMA-376 Part 3, section 10)."""


def write(arranged: Arranged, template: CompiledTemplate, pictures: Pictures) -> bytes:
    """The bytes of the document, in the styles of `template`; the same on any day."""
    parts, relations = Parts(template), Relations(template.related)
    numbers = Numbers()
    text = TextWriter(template.styles, numbers, PictureWriter(relations, parts, pictures))
    blocks = BlockWriter(template.styles, numbers, text)
    stories = Stories(template, parts, relations, numbers, pictures)
    body = "".join([_section(section, blocks, stories, last=section is arranged.sections[-1]) for section in arranged.sections])
    main = part("w:document", f"{template.background}<w:body>{body}</w:body>", _USED, mc__Ignorable=_LATER)
    parts.add("word/document.xml", f"{WORD}.document.main+xml", main, relations)
    return parts.package(_add_properties(arranged, parts))


def _section(section: Section, blocks: BlockWriter, stories: Stories, last: bool) -> str:
    """The blocks of a section; its settings are in its last paragraph, those of the last section at the end of the body (17.6.17)."""
    end = section.blocks[-1]
    assert isinstance(end, Paragraph), "a section ends in a paragraph"
    before = "".join([blocks.block(block) for block in section.blocks[:-1]])
    if not last:
        return before + blocks.text.paragraph(end, settings(section, stories))
    keeps = end.content or not isinstance(section.blocks[-2] if len(section.blocks) > 1 else None, Paragraph)
    return before + (blocks.text.paragraph(end) if keeps else "") + settings(section, stories)


def _add_properties(arranged: Arranged, parts: Parts) -> Relations:
    """The relationships of the package: the main part and the properties of the file."""
    said = arranged.properties
    related = Relations((("officeDocument", "word/document.xml"), (CORE, "docProps/core.xml")))
    parts.add("docProps/core.xml", CORE_TYPE, core_xml(said))
    custom = custom_xml(said)
    if custom:
        parts.add("docProps/custom.xml", CUSTOM_TYPE, custom)
        related.id(f"{RELATIONSHIPS}/custom-properties", "docProps/custom.xml")
    return related
