"""What a Word file lacks for readers who do not see its pages, or see them less well (ECMA-376 Part 1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from lxml import etree

from packager.model.tones import contrast
from tests.access.headings import skipped_levels

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
DC = "{http://purl.org/dc/elements/1.1/}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
LARGE = 36
"""Half-points from which text is large; bold text from 28 (WCAG 2.2, 1.4.3)."""


def faults(path: Path, language: str) -> Iterator[str]:
    """Title, language, headings, alternative texts, heads of tables and contrast."""
    with ZipFile(path) as file:
        parts = {name: etree.fromstring(file.read(name)) for name in file.namelist() if name.endswith(".xml")}
    core, styles, body = parts["docProps/core.xml"], _Styles(parts["word/styles.xml"]), parts["word/document.xml"]
    if not (core.findtext(f"{DC}title") or "").strip():
        yield "no title"
    spoken = styles.root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    if core.findtext(f"{DC}language") != language or spoken is None or spoken.get(f"{W}val") != language:
        yield "no language"
    yield from skipped_levels(level for p in body.iter(f"{W}p") if (level := styles.level(p)) is not None)
    shown = [part for name, part in parts.items() if name.startswith(("word/document", "word/header", "word/footer"))]
    yield from (fault for part in shown for fault in _pictures(part))
    yield from (fault for table in body.iter(f"{W}tbl") for fault in _heads(table))
    yield from dict.fromkeys(fault for p in body.iter(f"{W}p") for fault in styles.low_contrasts(p))


def _pictures(part: Any) -> Iterator[str]:
    for named in part.iter(f"{WP}docPr"):
        if not (named.get("descr") or "").strip() and next(named.iter(DECORATIVE), None) is None:
            yield f"{named.get('name')} has no alternative text"


def _heads(table: Any) -> Iterator[str]:
    """A table says what it is; one whose first row is a head repeats it on each page (17.4.78)."""
    properties = table.find(f"{W}tblPr")
    said = [properties.find(f"{W}{name}") for name in ("tblCaption", "tblDescription")]
    if not any(each is not None and each.get(f"{W}val") for each in said):
        yield "a table that does not say what it is"
    look = properties.find(f"{W}tblLook")
    if look is not None and look.get(f"{W}firstRow") == "1" and table.find(f"{W}tr/{W}trPr/{W}tblHeader") is None:
        yield "a table without a head"


@dataclass(frozen=True)
class _Styles:
    """The styles of a file, and what they make of a run."""

    root: Any

    @cached_property
    def by_id(self) -> dict[str, Any]:
        return {style.get(f"{W}styleId"): style for style in self.root.iter(f"{W}style")}

    def level(self, paragraph: Any) -> int | None:
        """The level of a heading from 1 (17.3.1.20); None for other paragraphs."""
        found = self._first(self._chain(paragraph.find(f"{W}pPr/{W}pStyle")), f"{W}pPr/{W}outlineLvl")
        return int(found.get(f"{W}val")) + 1 if found is not None and found.get(f"{W}val") != "9" else None

    def low_contrasts(self, paragraph: Any) -> Iterator[str]:
        """The runs of a paragraph that stand out too little from their ground."""
        chain = self._chain(paragraph.find(f"{W}pPr/{W}pStyle"))
        below = self._ground(paragraph, chain)
        for run in paragraph.iter(f"{W}r"):
            if not "".join(text.text or "" for text in run.findall(f"{W}t")).strip():
                continue
            own = [run, *self._chain(run.find(f"{W}rPr/{W}rStyle")), *chain, self.root.find(f"{W}docDefaults/{W}rPrDefault")]
            colour, size = (self._first(own, f"{W}rPr/{W}{name}") for name in ("color", "sz"))
            bold, fill = self._first(own, f"{W}rPr/{W}b"), self._first(own[:-1], f"{W}rPr/{W}shd")
            seen = _rgb(colour, "val", "#000000")
            ground = _rgb(fill, "fill", below)
            half_points = int(size.get(f"{W}val")) if size is not None else 20
            is_large = half_points >= LARGE or (half_points >= 28 and bold is not None and bold.get(f"{W}val") != "0")
            if contrast(seen, ground) < (3.0 if is_large else 4.5):
                yield f"{seen} on {ground}: {''.join(run.itertext())[:30]}"

    def _ground(self, paragraph: Any, chain: list[Any]) -> str:
        """The shading nearest to a paragraph: its own, its style's, its cell's, its table's; else that of the page."""
        found = self._first([paragraph, *chain], f"{W}pPr/{W}shd")
        for cell in paragraph.iterancestors(f"{W}tc"):
            if found is None:
                found = cell.find(f"{W}tcPr/{W}shd")
            if found is None:
                found = self._of_table(cell)
        page = paragraph.getroottree().getroot().find(f"{W}background")
        return _rgb(found, "fill", "#" + page.get(f"{W}color") if page is not None else "#FFFFFF")

    def _of_table(self, cell: Any) -> Any:
        row, table = cell.getparent(), next(cell.iterancestors(f"{W}tbl"))
        look, kinds = table.find(f"{W}tblPr/{W}tblLook"), list[str]()
        cells = row.findall(f"{W}tc")
        for flag, kind, applies in (
            ("firstRow", "firstRow", row is table.find(f"{W}tr")),
            ("firstColumn", "firstCol", cell is cells[0]),
            ("lastColumn", "lastCol", cell is cells[-1]),
        ):
            if look is not None and look.get(f"{W}{flag}") == "1" and applies:
                kinds.append(kind)
        for style in self._chain(table.find(f"{W}tblPr/{W}tblStyle")):
            parts = {part.get(f"{W}type"): part for part in style.findall(f"{W}tblStylePr")}
            shades = [parts[kind].find(f"{W}tcPr/{W}shd") for kind in kinds if kind in parts]
            shades += [style.find(f"{W}tcPr/{W}shd"), style.find(f"{W}tblPr/{W}shd")]
            shade = next((each for each in shades if each is not None), None)
            if shade is not None:
                return shade
        return None

    def _chain(self, named: Any) -> list[Any]:
        """A style and those that it is based on; that of paragraphs without a style where none is named."""
        found, name = list[Any](), named.get(f"{W}val") if named is not None else None
        while name in self.by_id:
            found.append(self.by_id[name])
            based = self.by_id[name].find(f"{W}basedOn")
            name = based.get(f"{W}val") if based is not None else None
        return found

    def _first(self, holders: list[Any], path: str) -> Any:
        return next((found for holder in holders if holder is not None for found in [holder.find(path)] if found is not None), None)


def _rgb(element: Any, attribute: str, otherwise: str) -> str:
    value = element.get(f"{W}{attribute}") if element is not None else None
    return f"#{value.upper()}" if value and value not in ("auto", "none") else otherwise
