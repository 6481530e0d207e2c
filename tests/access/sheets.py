"""What workbooks, lists and web pages lack for readers who do not see them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

from lxml import etree, html

X = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
DC = "{http://purl.org/dc/elements/1.1/}"


def workbook_faults(path: Path, language: str) -> Iterator[str]:
    """Title, names of sheets, and heads of tables."""
    with ZipFile(path) as file:
        parts = {name: etree.fromstring(file.read(name)) for name in file.namelist() if name.endswith(".xml")}
    if not (parts["docProps/core.xml"].findtext(f"{DC}title") or "").strip():
        yield "no title"
    names = [sheet.get("name") for sheet in parts["xl/workbook.xml"].iter(f"{X}sheet")]
    if any(name.lower().startswith("sheet") for name in names):
        yield "a sheet without a name of its own"
    for table in (part for name, part in parts.items() if name.startswith("xl/tables/")):
        if table.get("headerRowCount") == "0" or not all(column.get("name") for column in table.iter(f"{X}tableColumn")):
            yield "a table without a head"


def list_faults(path: Path, language: str) -> Iterator[str]:
    """Two texts in every row, the word and its meaning; a head would become a card of its own."""
    rows = list(csv.reader(path.read_text("utf-8-sig").splitlines(), delimiter=";"))
    if not rows or not all(len(row) == 2 and all(cell.strip() for cell in row) for row in rows):
        yield "a card that lacks its word or its meaning"


def page_faults(content: bytes, language: str) -> Iterator[str]:
    """Title, language, headings, alternative texts and heads of tables."""
    root = html.document_fromstring(content.decode())
    if root.get("lang") != language:
        yield "no language"
    if not (root.findtext(".//title") or "").strip():
        yield "no title"
    levels = [int(each.tag[1]) for each in root.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    if levels.count(1) != 1:
        yield "not one heading of level 1"
    yield from ("a picture without an alternative text" for image in root.iter("img") if image.get("alt") is None)
    for table in root.iter("table"):
        if not all(head.get("scope") for head in table.iter("th")) or next(table.iter("th"), None) is None:
            yield "a table without a head"
