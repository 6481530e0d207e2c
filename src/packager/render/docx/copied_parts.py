"""Parts of a publisher's template, taken over with all that they name, under names of our own."""

from __future__ import annotations

from posixpath import dirname, relpath

from docx.opc.part import Part
from docx.oxml.ns import qn
from lxml import etree

from packager.render.docx.compiled import TemplatePart
from packager.render.docx.markup import DECLARED, el
from packager.render.package import packed, stored

_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
NUMBERED_FROM = 1_000_000
"""More drawings and content controls than a document of ours has."""
_PACKED = ("png", "jpg", "jpeg", "gif", "odttf")
"""What is compressed already, or cannot be."""


class CopiedParts:
    """The parts that were taken over. Names are new, so that none is in the way of those that a document adds."""

    def __init__(self) -> None:
        self._parts: list[TemplatePart] = []
        self._targets: dict[int, str] = {}
        self._stories, self._numbered = 0, NUMBERED_FROM

    def add(self, part: Part, target: str, content: bytes | None = None, alone: bool = False) -> str:
        """The part below `word/`, with changed content if that is given, and without what it names where it stands alone."""
        name = f"word/{target}"
        whole = part.blob if content is None else content
        member = stored(name, whole) if part.partname.ext in _PACKED else packed(name, whole)
        self._parts.append(TemplatePart(part.content_type, member))
        if part.rels and not alone:
            listed = f'{DECLARED}<Relationships xmlns="{_RELATIONSHIPS}">{"".join(self._relations(part, target))}</Relationships>'
            folder, _, file = name.rpartition("/")
            self._parts.append(TemplatePart("", packed(f"{folder}/_rels/{file}.rels", listed.encode())))
        return target

    def story(self, part: Part, kind: str) -> str:
        """A header or footer; each time a part of its own, with numbers that no other has."""
        self._stories += 1
        return self.add(part, f"{kind}{self._stories}.xml", self._renumbered(part.blob))

    def _renumbered(self, content: bytes) -> bytes:
        """Drawings and content controls have numbers of their own in a whole document (20.4.2.5, 17.5.2.18)."""
        root = etree.fromstring(content)
        for element in root.iter(qn("wp:docPr"), qn("w:sdtPr")):
            self._numbered += 1
            if element.tag == qn("wp:docPr"):
                element.set("id", str(self._numbered))
            elif (id := element.find(qn("w:id"))) is not None:
                id.set(qn("w:val"), str(self._numbered))
        renumbered: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        return renumbered

    def parts(self) -> tuple[TemplatePart, ...]:
        """All that was taken over."""
        return tuple(self._parts)

    def _relations(self, part: Part, target: str) -> list[str]:
        return [
            el("Relationship", Id=relation.rId, Type=relation.reltype, Target=relation.target_ref, TargetMode="External")
            if relation.is_external
            else el("Relationship", Id=relation.rId, Type=relation.reltype, Target=self._led_to(relation.target_part, target))
            for relation in part.rels.values()
        ]

    def _led_to(self, part: Part, by: str) -> str:
        """Where a part that another one names stands from there; it is taken over once."""
        if id(part) not in self._targets:
            self._targets[id(part)] = f"template/part{len(self._targets) + 1}.{part.partname.ext or 'bin'}"
            self.add(part, self._targets[id(part)])
        return relpath(self._targets[id(part)], dirname(by) or ".")
