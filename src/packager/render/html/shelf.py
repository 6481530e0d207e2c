"""Built files as they are offered: one row for each thing a teacher knows by name, with its formats and editions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType

from packager.document.catalogue import CatalogueTopic
from packager.plan.record import Entry
from packager.render.html.stock import Stock

_TITLES = MappingProxyType(
    {
        "booklet": "Booklet",
        "deck": "Slides",
        "vocabulary": "Words",
        "teacher-guide": "Guide",
        "flashcards": "Flashcards",
        "curriculum-map": "Curriculum map",
        "timeline": "Timeline of the year",
        "progression": "Progression of vocabulary",
        "coverage": "Coverage of requirements",
    }
)
_WITHOUT_ANSWERS = frozenset({"curriculum-map", "timeline", "progression", "coverage"})
"""What teachers have that pupils may see; all else of theirs is taken to hold answers."""
_FORMATS = MappingProxyType({"pdf": "PDF", "docx": "Word", "pptx": "PowerPoint", "xlsx": "Excel", "csv": "CSV", "html": "Web page"})
STANDARD = "standard"


@dataclass(frozen=True, slots=True)
class Download:
    """A file to download, its path from the root of the catalogue."""

    path: str
    format: str
    bytes: int


@dataclass(frozen=True, slots=True)
class Row:
    """One thing in its formats. `detail` says more of it: `34 pages`; `answers` that it holds answers."""

    title: str
    detail: str
    edition: str
    audience: str
    answers: bool
    lesson: int | None
    product: str
    downloads: tuple[Download, ...]

    @property
    def name(self) -> str:
        """The title with the lesson and the edition: `Slides, lesson 2`; `Booklet, large print`."""
        lesson = f"lesson {self.lesson}" if self.lesson else ""
        edition = "" if self.edition == STANDARD else self.edition.replace("-", " ")
        return ", ".join(part for part in (self.title, lesson, edition) if part)


def rows_of(stock: Stock, topic: CatalogueTopic | None) -> tuple[Row, ...]:
    """The rows of a topic, or of what belongs to the whole programme: pupils' files first, as products are ordered."""
    entries = [entry for entry in stock.entries if entry.topic == (topic.id if topic else None)]
    groups: dict[tuple[str, int | None, str, int | None], list[Entry]] = {}
    for entry in entries:
        groups.setdefault((entry.product, entry.lesson, entry.edition, None if topic else entry.year), []).append(entry)
    rows = (_row(stock, group, topic) for group in groups.values())
    return tuple(sorted(rows, key=_place))


def card_rows(rows: Iterable[Row]) -> tuple[Row, ...]:
    """The rows on a topic's card: the first of each of the four usual products in the standard edition, the decks in one."""
    first: dict[str, Row] = {}
    for row in rows:
        if row.edition == STANDARD:
            first.setdefault(row.product, row)
    return tuple(first[product] for product in tuple(_TITLES)[:4] if product in first)


def size(count: int) -> str:
    """A number of bytes as people say it: `604 kB`, `1.5 MB`."""
    if count < 1_000_000:
        return f"{max(1, round(count / 1000))} kB"
    return f"{count / 1e6:.1f} MB"


def _row(stock: Stock, group: list[Entry], topic: CatalogueTopic | None) -> Row:
    first = group[0]
    ordered = sorted(group, key=lambda entry: (entry.format != "pdf", entry.path))
    downloads = tuple(Download(stock.files_at + e.path, _FORMATS.get(e.format, e.format.upper()), e.bytes) for e in ordered)
    title = _TITLES.get(first.product, first.product.replace("-", " ").capitalize())
    answers = first.audience != "pupils" and first.product not in _WITHOUT_ANSWERS
    return Row(title, _detail(stock, ordered, topic), first.edition, first.audience, answers, first.lesson, first.product, downloads)


def _detail(stock: Stock, group: list[Entry], topic: CatalogueTopic | None) -> str:
    first = group[0]
    pages = next((stock.pages[entry.path] for entry in group if entry.path in stock.pages), 0)
    if topic is None:
        return f"Year {first.year}" if first.year else "all years"
    if first.product == "deck":
        return next((lesson.title for lesson in topic.lessons if lesson.number == first.lesson), "")
    if first.product == "vocabulary":
        return f"{len(topic.words)} words and a quiz"
    if first.audience != "pupils":
        return "for teachers"
    return f"{pages} pages" if pages else ""


def _place(row: Row) -> tuple[bool, int, bool, int, str]:
    known = tuple(_TITLES)
    rank = known.index(row.product) if row.product in known else len(known)
    return row.audience != "pupils", rank, row.edition != STANDARD, row.lesson or 0, row.edition + row.detail
