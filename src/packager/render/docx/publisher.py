"""A publisher's own `booklet.docx`, read once by python-docx: its styles, numbering, theme and page furniture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.opc.part import Part
from docx.oxml.ns import qn
from lxml import etree

from packager.render.docx.compiled import RELATIONSHIPS, CompiledTemplate, StyleIds
from packager.render.docx.copied_parts import CopiedParts
from packager.render.docx.page_furniture import furniture

_KEPT = (
    (RELATION.STYLES, "styles"),
    (RELATION.NUMBERING, "numbering"),
    (RELATION.FONT_TABLE, "fontTable"),
    (RELATION.SETTINGS, "settings"),
    (RELATION.THEME, "theme"),
)
"""What a document takes from its template besides headers and footers; its text, notes and comments stay behind."""
_LEFT_OUT = (
    "attachedTemplate", "linkStyles", "mailMerge", "updateFields", "trackRevisions", "documentProtection", "writeProtection",
    "footnotePr", "endnotePr", "saveThroughXslt",
)  # fmt: skip
"""Settings that lead out of the file, ask something when it is opened, keep teachers from editing it, or speak of what stays behind."""


class UnreadableTemplate(Exception):
    """The file is no Word document, or a damaged one; the message says how."""


@dataclass(frozen=True, slots=True)
class FoundStyle:
    """A style of a template: `kind` is `paragraph`, `character`, `table` or `numbering`."""

    name: str
    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class PublishersTemplate:
    """A template as it was given, and as documents are made of it."""

    styles: tuple[FoundStyle, ...]
    compiled: CompiledTemplate


@lru_cache(maxsize=8)
def publishers_template(content: bytes, language: str) -> PublishersTemplate:
    """The template that a publisher gives, for documents in a language. Raises UnreadableTemplate."""
    try:
        document = Document(BytesIO(content))
        styles = tuple(_styles(document))
        return PublishersTemplate(styles, _compiled(document, styles, language))
    except Exception as error:  # whatever zip, XML and python-docx make of a file that is none of theirs
        raise UnreadableTemplate(str(error)) from error


def _styles(document: Any) -> Iterator[FoundStyle]:
    for style in etree.fromstring(document.part.part_related_by(RELATION.STYLES).blob).iter(qn("w:style")):
        name = style.find(qn("w:name"))
        if name is not None:
            yield FoundStyle(name.get(qn("w:val")), style.get(qn("w:type"), "paragraph"), style.get(qn("w:styleId")))


def _compiled(document: Any, styles: tuple[FoundStyle, ...], language: str) -> CompiledTemplate:
    copied, related = CopiedParts(), list[tuple[str, str]]()
    on_pages = furniture(document, copied)
    for kind, name in _KEPT:
        part = _found(document, kind)
        if part is not None:
            content = _changed(name, part, language, on_pages.has_sides)
            target = "theme/theme1.xml" if name == "theme" else f"{name}.xml"
            related.append((name, copied.add(part, target, content, alone=name == "settings")))
    ids = StyleIds({style.name: style.id for style in styles})
    return CompiledTemplate(copied.parts(), tuple(related), ids, _background(document), on_pages)


def _found(document: Any, kind: str) -> Part | None:
    related = document.part.rels.values()
    return next((relation.target_part for relation in related if relation.reltype == kind and not relation.is_external), None)


def _changed(name: str, part: Part, language: str, has_sides: bool) -> bytes:
    root = etree.fromstring(part.blob)
    if name == "styles":
        _speak(root, language)
    if name == "settings":
        _settle(root, language, has_sides)
    content: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return content


def _background(document: Any) -> str:
    """The colour of the pages, if they have one of their own (17.2.1)."""
    found = document.element.find(qn("w:background"))
    if found is None or found.get(qn("w:color")) in (None, "auto"):
        return ""
    return f'<w:background w:color="{found.get(qn("w:color"))}"/>'


def _speak(styles: Any, language: str) -> None:
    """The text of the document is in a language, whatever that of the template was (17.7.5)."""
    letters = _within(_within(_within(styles, "docDefaults"), "rPrDefault"), "rPr")
    spoken = letters.find(qn("w:lang"))
    if spoken is None:
        spoken = etree.SubElement(letters, qn("w:lang"))
    spoken.set(qn("w:val"), language)


def _within(parent: Any, name: str) -> Any:
    found = parent.find(qn(f"w:{name}"))
    if found is None:
        found = etree.Element(qn(f"w:{name}"))
        parent.insert(0, found)
    return found


def _settle(settings: Any, language: str, has_sides: bool) -> None:
    """Settings that concern the document alone; left and right pages differ only where the template has something for both."""
    gone = {qn(f"w:{name}") for name in (*_LEFT_OUT, *(() if has_sides else ("evenAndOddHeaders",)))}
    for element in list(settings):
        if element.tag in gone or any(name.startswith(f"{{{RELATIONSHIPS}}}") for name in element.attrib):
            settings.remove(element)
    spoken = settings.find(qn("w:themeFontLang"))
    if spoken is not None:
        spoken.set(qn("w:val"), language)
