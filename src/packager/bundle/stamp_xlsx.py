"""A workbook with a school's licence in the footer of every sheet."""

from __future__ import annotations

from lxml import etree

from packager.bundle.blank import Blank
from packager.bundle.mark import Mark
from packager.bundle.office import Known, OfficeFile, stamp_properties
from packager.bundle.pieces import Content

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
# What may stand before a sheet's headers and footers (ECMA-376-1, 18.3.1.99 and 18.3.1.12).
_BEFORE = "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter"
_BEFORE += " sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks"
_BEFORE += " printOptions pageMargins pageSetup"
_LONGEST = 255
"""Characters that one footer can hold."""


def blank_xlsx(content: Content, known: Known) -> Blank:
    """The file, ready for the licence number and the school's name at the foot of every printed page."""
    file = OfficeFile(content, known)
    for name in (*file.names("xl/worksheets/"), *file.names("xl/chartsheets/")):
        file.change_later(name, "sheet", _stamped)
    stamp_properties(file)
    return file.blank()


def _stamped(sheet: bytes, mark: Mark) -> bytes:
    root = etree.fromstring(sheet, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    footers = root.find(f"{_S}headerFooter")
    if footers is None:
        before = {f"{_S}{name}" for name in _BEFORE.split()}
        place = next((n for n, child in enumerate(root) if isinstance(child.tag, str) and child.tag not in before), len(root))
        footers = etree.Element(f"{_S}headerFooter")
        root.insert(place, footers)
    for kind in ("oddFooter", "evenFooter", "firstFooter"):
        found = footers.find(f"{_S}{kind}")
        if found is None and kind == "oddFooter":
            found = etree.SubElement(footers, f"{_S}{kind}")
            _in_order(footers)
        if found is not None:
            found.text = _with_line(found.text or "", mark)
    content: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return content


def _in_order(footers: etree._Element) -> None:
    """The children in the order of the schema (18.3.1.46)."""
    order = ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter")
    footers[:] = sorted(footers, key=lambda child: order.index(child.tag.removeprefix(_S)))


def _with_line(footer: str, mark: Mark) -> str:
    """A footer with the line on its left, below what stands there; the name is left out where it would be too long."""
    line = mark.line.replace("&", "&&")
    size = "&8"
    shown = [f"&L{size} {text}" for text in (line, mark.name)]
    if "&L" not in footer:
        joined = [text + footer for text in shown]
    else:
        head, _, rest = footer.partition("&L")
        ends = [at for part in ("&C", "&R") if (at := rest.find(part)) >= 0]
        end = min(ends, default=len(rest))
        joined = [f"{head}&L{rest[:end]}\n{text.removeprefix('&L')}{rest[end:]}" for text in shown]
    return next((text for text in joined if len(text) <= _LONGEST), f"&L{size} {mark.name}")
