"""What a publisher's own template has on every page: headers, footers, and borders of the page."""

from __future__ import annotations

from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.oxml.ns import qn
from lxml import etree

from packager.render.docx.compiled import PageFurniture, Pages
from packager.render.docx.copied_parts import CopiedParts

_SHOWN = tuple(qn(f"w:{name}") for name in ("t", "drawing", "pict", "instrText", "fldSimple", "sym", "object"))
"""What makes a header or footer more than an empty line."""


def furniture(document: Any, copied: CopiedParts) -> PageFurniture:
    """The furniture of the template's last section, its parts among those that are taken over."""
    sections = [each for each in document.element.iter(qn("w:sectPr")) if each.getparent().tag != qn("w:sectPrChange")]
    if not sections:
        return PageFurniture()
    headers, footers = _Stories("header", document, sections, copied).found(), _Stories("footer", document, sections, copied).found()
    margins, borders = sections[-1].find(qn("w:pgMar")), sections[-1].find(qn("w:pgBorders"))
    return PageFurniture(
        headers,
        footers,
        margins.get(qn("w:header")) if headers and margins is not None else None,
        margins.get(qn("w:footer")) if footers and margins is not None else None,
        etree.tostring(borders, method="c14n", exclusive=True).decode() if borders is not None else "",
    )


class _Stories:
    """The headers or the footers of the last section; it has those of the sections before unless it says otherwise (17.10.1)."""

    def __init__(self, kind: str, document: Any, sections: list[Any], copied: CopiedParts) -> None:
        self.kind, self.document, self.sections, self.copied = kind, document, sections, copied

    def found(self) -> dict[Pages, str]:
        """Where each was taken over to; each kind of page has a part of its own, as Word has it."""
        shown = {pages: part for pages, part in self._referred().items() if next(part.element.iter(*_SHOWN), None) is not None}
        if "default" in shown:
            others: tuple[Pages, ...] = (*(("first",) if self.kind == "footer" else ()), *(("even",) if self._has_sides() else ()))
            shown = {**dict.fromkeys(others, shown["default"]), **shown}
        return {pages: self.copied.story(part, self.kind) for pages, part in sorted(shown.items())}

    def _referred(self) -> dict[Pages, Any]:
        found: dict[Pages, Any] = {}
        for section in self.sections:
            for reference in section.iter(qn(f"w:{self.kind}Reference")):
                found[reference.get(qn("w:type"), "default")] = self.document.part.related_parts[reference.get(qn("r:id"))]
        if not _is_on(self.sections[-1].find(qn("w:titlePg"))):
            found.pop("first", None)
        if not self._has_sides():
            found.pop("even", None)
        return found

    def _has_sides(self) -> bool:
        """Whether left pages differ from right ones."""
        settings = next((each.target_part for each in self.document.part.rels.values() if each.reltype == RELATION.SETTINGS), None)
        return settings is not None and _is_on(etree.fromstring(settings.blob).find(qn("w:evenAndOddHeaders")))


def _is_on(flag: Any) -> bool:
    """Whether a switch is there and not off (17.17.4)."""
    return flag is not None and flag.get(qn("w:val"), "1") not in ("0", "false", "off")
