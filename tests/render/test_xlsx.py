"""Workbooks of the whole programme: arranged data, and real files reopened."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree

from packager.document.coverage import compose_coverage
from packager.document.curriculum_map import compose_curriculum_map
from packager.document.progression import compose_progression
from packager.model.theme import ThemeFile
from packager.render.look import Look
from packager.render.media import Media
from packager.render.renderer import Context
from packager.render.xlsx.arrange import arrange_coverage, arrange_map, arrange_progression
from packager.render.xlsx.arranged import Cell, Column, Sheet, Workbook
from packager.render.xlsx.write import LONGEST_TEXT, write
from tests.document.programme import programme
from tests.render.docx_files import teaching
from tests.validators import open_xml_faults

LOOK = Look(ThemeFile(), "#1C2B36")
CONTEXT = Context(LOOK, Media(dict[str, bytes]().__getitem__))
GOLDEN = Path(__file__).parent / "golden"
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
HOSTILE = ("=1+1", "@SUM(A1)", "+1", "-1", "https://example.org", "mailto:a@b.c", "{=1}", "0123", "<b>&amp;", "_x0041_", "a\u0001b")
ARRANGE: dict[str, Callable[[Any], Workbook]] = {
    "map": lambda given: arrange_map(compose_curriculum_map(given), CONTEXT),
    "progression": lambda given: arrange_progression(compose_progression(given), CONTEXT),
    "coverage": lambda given: arrange_coverage(compose_coverage(given), CONTEXT),
}
ALL = pytest.mark.parametrize("name", list(ARRANGE))


@cache
def shipped(name: str) -> bytes:
    return write(ARRANGE[name](teaching()), LOOK)


def book(*rows: tuple[str | int, ...], table: bool = True) -> Workbook:
    cells = tuple(tuple(Cell(value) for value in row) for row in rows)
    sheet = Sheet("Words", "Some words", (Column("Word", 20), Column("Lesson", 8)), cells, table)
    return Workbook("Words & more", "Small", "The publisher", "CC0-1.0", None, "© A & B", "en-GB", "2026-09-01", (sheet,))


def part(content: bytes, path: str) -> Any:
    with ZipFile(BytesIO(content)) as package:
        return etree.fromstring(package.read(path))


def strings(content: bytes) -> list[str]:
    return ["".join(text.text or "" for text in item.iter(f"{MAIN}t")) for item in part(content, "xl/sharedStrings.xml")]


def as_text(workbook: Workbook) -> str:
    """A line a row, cells divided by bars."""
    lines = [f"{name}: {getattr(workbook, name)}" for name in workbook.__slots__ if name != "sheets"]
    for sheet in workbook.sheets:
        lines += ["", f"== {sheet.name}: {sheet.description}", " | ".join(f"{column.name} {column.width:g}" for column in sheet.columns)]
        lines += [" | ".join(f"[{cell.lead}] {cell.value}" if cell.lead else str(cell.value) for cell in row) for row in sheet.rows]
    return "\n".join(lines).replace("\n\n(", " / (") + "\n"


@ALL
def test_arranged_data(name: str, tmp_path: Path, update_goldens: bool) -> None:
    found, file = as_text(ARRANGE[name](programme(tmp_path))), GOLDEN / f"xlsx-{name}.txt"
    if update_goldens:
        file.write_text(found, "utf-8")
    assert found == file.read_text("utf-8")


@ALL
def test_files_are_valid_and_the_same_on_any_day(name: str, tmp_path: Path) -> None:
    (tmp_path / "file.xlsx").write_bytes(shipped(name))
    assert open_xml_faults(tmp_path / "file.xlsx") == []
    assert write(ARRANGE[name](teaching()), LOOK) == shipped(name)
    with ZipFile(BytesIO(shipped(name))) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@ALL
def test_files_say_what_they_are(name: str) -> None:
    core = etree.tostring(part(shipped(name), "docProps/core.xml")).decode()
    for said in ("dc:title", "dc:creator", "<dc:language>en-GB</dc:language>", "2026-09-01T00:00:00Z"):
        assert said in core
    assert b"Licence" in etree.tostring(part(shipped(name), "docProps/custom.xml"))


@ALL
def test_headings_stay_in_sight_and_are_printed_on_each_page(name: str) -> None:
    with ZipFile(BytesIO(shipped(name))) as package:
        sheets = [package.read(path).decode() for path in package.namelist() if path.startswith("xl/worksheets/sheet")]
        names = package.read("xl/workbook.xml").decode()
    assert all('state="frozen"' in sheet and 'orientation="landscape"' in sheet and 'fitToHeight="0"' in sheet for sheet in sheets)
    assert names.count("_xlnm.Print_Titles") == len(sheets)


@ALL
def test_no_cell_is_a_formula_or_a_link(name: str) -> None:
    with ZipFile(BytesIO(shipped(name))) as package:
        sheets = [package.read(path).decode() for path in package.namelist() if path.startswith("xl/worksheets/sheet")]
    assert not [sheet for sheet in sheets if "<f>" in sheet or "<hyperlink" in sheet]


def test_what_looks_like_a_formula_a_link_or_a_number_is_text() -> None:
    content = write(book(*((text, 1) for text in HOSTILE)), LOOK)
    sheet = etree.tostring(part(content, "xl/worksheets/sheet1.xml")).decode()
    assert "<f>" not in sheet and "<hyperlink" not in sheet
    assert len(re.findall(r't="s"', sheet)) == len(HOSTILE) + 2
    assert strings(content)[:2] == ["Word", "Lesson"] and "=1+1" in strings(content)


def test_a_table_has_a_heading_row_and_a_description() -> None:
    table = part(write(book(("silt", 1), ("delta", 2)), LOOK), "xl/tables/table1.xml")
    assert table.get("ref") == "A1:B3" and table.get("headerRowCount") is None
    assert [column.get("name") for column in table.iter(f"{MAIN}tableColumn")] == ["Word", "Lesson"]
    assert "Some words" in etree.tostring(table).decode()


def test_a_table_without_rows_is_only_its_headings() -> None:
    with ZipFile(BytesIO(write(book(), LOOK))) as package:
        assert not [name for name in package.namelist() if "table" in name]


def test_a_text_longer_than_a_cell_is_cut() -> None:
    assert max(len(text) for text in strings(write(book(("x" * 40_000, 1)), LOOK))) == LONGEST_TEXT


def test_a_programme_without_date_or_licence_is_dated_alike() -> None:
    bare = replace(book(("silt", 1)), date=None, licence="", author="Small")
    assert write(bare, LOOK) == write(bare, LOOK)
    assert "2000-01-01T00:00:00Z" in etree.tostring(part(write(bare, LOOK), "docProps/core.xml")).decode()
