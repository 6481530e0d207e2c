"""Arranged workbooks to bytes, through XlsxWriter. Every text is written as text, so that none can become a formula."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import xlsxwriter

from packager.render.look import Look
from packager.render.xlsx.arranged import Cell, Sheet, Style, Workbook

UNDATED = "2000-01-01"
"""The date of a file whose curriculum declares none."""
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a zip can hold."""
LONGEST_TEXT = 32_767
"""Letters that a cell holds (Excel specifications and limits)."""
A4 = 9
"""The number of the paper (ECMA-376 Part 1, section 18.3.1.63)."""
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write(workbook: Workbook, look: Look) -> bytes:
    """The bytes of a workbook; the same on any day."""
    file = BytesIO()
    text = {"font_name": look.fonts.office_text, "font_size": 10}
    with xlsxwriter.Workbook(file, {**_OPTIONS, "default_format_properties": text}) as book:
        _describe(book, workbook)
        writer = _Writer(book, look, workbook.rights)
        for sheet in workbook.sheets:
            writer.sheet(sheet)
    return _finished(file.getvalue(), workbook.language)


def _describe(book: Any, workbook: Workbook) -> None:
    book.set_properties(
        {
            "title": workbook.title,
            "subject": workbook.subject,
            "author": workbook.author,
            "company": workbook.author,
            "comments": workbook.licence,
            "created": datetime.fromisoformat(workbook.date or UNDATED),
        }
    )
    for name, value in (("Licence", workbook.licence), ("Licence URL", workbook.licence_url), ("Publisher", workbook.author)):
        if value:
            book.set_custom_property(name, value[:255], "text")


class _Writer:
    """Writes sheets; each style becomes one format of the workbook."""

    def __init__(self, book: Any, look: Look, rights: str) -> None:
        self.book, self.look, self.rights = book, look, rights
        self._formats: dict[Style, Any] = {}
        ink = look.colours.ink
        self.head = book.add_format(
            {"bold": True, "font_color": ink, "bg_color": look.t2, "bottom": 2, "bottom_color": ink, "text_wrap": True, "valign": "top"}
        )
        self.bold = book.add_format({"bold": True, "font_size": 12, "font_color": ink})

    def sheet(self, sheet: Sheet) -> None:
        """The heading row, then the rows below it."""
        page = self.book.add_worksheet(sheet.name[:31])
        for place, column in enumerate(sheet.columns):
            page.set_column(place, place, column.width)
            page.write_string(0, place, column.name, self.head)
        for number, row in enumerate(sheet.rows, 1):
            if sheet.height:
                page.set_row(number, sheet.height)
            for place, cell in enumerate(row):
                self._write(page, number, place, cell)
        if sheet.table and sheet.rows:
            self._table(page, sheet)
        self._set_up(page, sheet)

    def _table(self, page: Any, sheet: Sheet) -> None:
        """A table proper: its heading row is one to a screen reader too, and it can be sorted."""
        columns = [{"header": column.name, "header_format": self.head} for column in sheet.columns]
        about = {"title": sheet.name, "description": sheet.description, "name": sheet.name.replace(" ", "_")}
        page.add_table(0, 0, len(sheet.rows), len(columns) - 1, {"columns": columns, "style": None, **about})

    def _set_up(self, page: Any, sheet: Sheet) -> None:
        """Headings that stay in sight, on the screen and on each printed page."""
        page.freeze_panes(1, sheet.fixed)
        page.repeat_rows(0)
        page.set_landscape()
        page.set_paper(A4)
        page.fit_to_pages(1, 0)
        page.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
        page.set_header(f'&L&"-,Bold"{_printed(sheet.description)}')
        page.set_footer(f"&L{_printed(self.rights)}&RPage &P of &N")

    def _write(self, page: Any, row: int, place: int, cell: Cell) -> None:
        look = self._format(cell.style)
        if isinstance(cell.value, int):
            page.write_number(row, place, cell.value, look)
        elif cell.lead and cell.value:
            page.write_rich_string(row, place, self.bold, cell.lead[: LONGEST_TEXT // 2], f"\n{cell.value}"[: LONGEST_TEXT // 2], look)
        else:
            page.write_string(row, place, (cell.lead or cell.value)[:LONGEST_TEXT], look)

    def _format(self, style: Style) -> Any:
        if style not in self._formats:
            border = {"border": 3 if style.dashed else 1, "border_color": style.border} if style.border else {}
            fill = {"bg_color": style.fill} if style.fill else {}
            letters = {"bold": style.bold, "font_size": style.size, "font_color": style.colour or self.look.colours.ink}
            self._formats[style] = self.book.add_format({"text_wrap": True, "valign": "top", "align": "left", **letters, **fill, **border})
        return self._formats[style]


def _printed(text: str) -> str:
    """A text of a header or footer, in which & begins a code; both hold 255 letters (section 18.3.1.46)."""
    return text.replace("&", "&&")[:200]


def _finished(content: bytes, language: str) -> bytes:
    """The package with fixed dates, and with the language, which XlsxWriter does not write (ECMA-376 Part 2, section 11)."""
    file = BytesIO()
    with ZipFile(BytesIO(content)) as made, ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name in made.namelist():
            part = made.read(name)
            if name == "docProps/core.xml":
                end = b"</cp:coreProperties>"
                part = part.replace(end, f"<dc:language>{escape(language)}</dc:language>".encode() + end)
            entry = ZipInfo(name, EPOCH)
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, part)
    return file.getvalue()
