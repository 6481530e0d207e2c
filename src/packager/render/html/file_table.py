"""The files of a topic or of the whole programme as a table, with who each is for."""

from __future__ import annotations

from datetime import date

from packager.render.html.element import Markup, element
from packager.render.html.parts import downloads
from packager.render.html.shelf import Row, size

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


def file_table(rows: tuple[Row, ...], up: str, declared: str | None, title: str = "Files") -> Markup:
    """A section with every file, its size and its date."""
    names = ("File", "For", "Download", "Size", "Date")[: 5 if declared else 4]
    head = element("thead", element("tr", [element("th", name, scope="col") for name in names]))
    day = spoken(declared) if declared else ""
    table = element(
        "table", element("caption", title, class_="heard"), head, element("tbody", [_row(row, up, declared, day) for row in rows])
    )
    scroll = element("div", table, class_="table-scroll", tabindex=0, role="region", aria_label=title)
    return element("section", element("h2", title, id="files"), scroll, class_="wide", aria_labelledby="files")


def spoken(day: str) -> str:
    """`2026-09-01` as it is written in a text: `1 September 2026`."""
    found = date.fromisoformat(day)
    return f"{found.day} {_MONTHS[found.month - 1]} {found.year}"


def _row(row: Row, up: str, declared: str | None, day: str) -> Markup:
    name = element("th", row.name, element("span", row.detail, class_="note") if row.detail else None, scope="row")
    when = element("td", element("time", day, datetime=declared), class_="number-cell") if declared else None
    sizes = element("td", " · ".join(size(file.bytes) for file in row.downloads), class_="number-cell")
    links = [part for link in downloads(row, up, row.name) for part in (link, " ")]
    return element("tr", name, element("td", audience(row)), element("td", links, class_="file-links"), sizes, when)


def audience(row: Row) -> Markup:
    """Who a file is for, in words and not by colour alone."""
    if row.audience == "pupils":
        return element("span", "Pupils", class_="tag pupils")
    return element("span", "Teachers: has answers" if row.answers else "Teachers", class_="tag teachers")
