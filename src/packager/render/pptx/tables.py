"""Plain tables on slides: an author's table, and the credits; long ones go on, with their header, on further slides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from packager.document.lesson_deck import CreditsStep, Notes
from packager.document.nodes import Table
from packager.render.deck import Box, Cell, Edge, Inset, Line, Row, Slide, Slot, TableSlot, Tone, Words, line
from packager.render.measure import face
from packager.render.pptx.fit import POINTS, shares
from packager.render.pptx.logo import logo_parts
from packager.render.pptx.slide_maker import SlideMaker
from packager.render.rules import DOES_NOT_FIT

CREDIT_COLUMNS = (1.10, 4.30, 6.55)
_SIZES = ((24, 31), (22, 28), (20, 26))
"""Sizes of a table's text, with their pitch."""
_INSET = Inset(8, 5, 8, 5)
_BESIDE = (_INSET.left + _INSET.right + 4) / POINTS
"""Inches of a column that its text cannot take."""


@dataclass(frozen=True, slots=True)
class _Set:
    """A table in one size: its columns, its header, its rows, and those that stand together on a slide."""

    size: float
    widths: tuple[float, ...]
    header: Row
    rows: list[Row]
    pages: list[range]

    def share(self, page: range, room: float) -> float:
        """The part of a slide's room that a page of the table takes."""
        return (self.header.height + sum(self.rows[n].height for n in page)) / room


def table_slides(table: Table, title: str, notes: Notes, maker: SlideMaker) -> Iterator[Slide]:
    """An author's table on as few slides as it needs, at the greatest size that needs no more."""
    box = maker.layouts["Table"].place("table").box
    chosen = _chosen(table, box, maker)
    _report(table, chosen, box, maker)
    alt = f"Table: {', '.join(table.columns)}"
    for page in chosen.pages:
        rows = (chosen.header, *(chosen.rows[n] for n in page))
        slot = TableSlot("table", table.id, alt, box.x, box.y, chosen.widths, rows, True)
        yield maker.slide(table.id, "Table", title, (slot,), notes, table.id)


def _chosen(table: Table, box: Box, maker: SlideMaker) -> _Set:
    """The table in the greatest size in which it stands on one slide; where there is none, on as few as it can."""
    tried = list[_Set]()
    for size, pitch in _SIZES:
        tried.append(_set(table, size, pitch, box, maker))
        if len(tried[-1].pages) == 1:
            break
    return min(tried, key=lambda each: len(each.pages))


def _set(table: Table, size: float, pitch: float, box: Box, maker: SlideMaker) -> _Set:
    widths = column_widths([table.columns, *table.rows], box.w, maker, size)
    rows = [_row(texts, widths, size, pitch, maker) for texts in table.rows]
    header = header_row(table.columns, widths, size, pitch, maker)
    return _Set(size, widths, header, rows, shares([row.height for row in rows], box.h - header.height))


def _report(table: Table, chosen: _Set, box: Box, maker: SlideMaker) -> None:
    """What there is to say of how a table fits."""
    for texts, row in zip(table.rows, chosen.rows, strict=True):
        maker.unheld(table.id, max(texts, key=len), row.height, box.h - chosen.header.height)
    if sum(_least([table.columns, *table.rows], maker, chosen.size)) > box.w:
        longest = max((word for texts in (table.columns, *table.rows) for text in texts for word in text.split()), key=len)
        maker.trouble(DOES_NOT_FIT.code, table.id, f"the columns of the table are narrower than their words, as `{longest}`")
    if chosen.size < _SIZES[0][0]:
        maker.fitting(table.id, "near miss", f"the table is shown at {chosen.size:g} points instead of {_SIZES[0][0]:g}")
    maker.split(table.id, "the table stands", len(chosen.pages))
    for page in chosen.pages:
        maker.nearly(table.id, "the table", chosen.share(page, box.h))


def credits_slides(step: CreditsStep, numbers: dict[str, list[int]], maker: SlideMaker) -> Iterator[Slide]:
    """The credits, with the numbers of the slides that show each picture."""
    box = maker.layouts["Credits"].place("table").box
    shown = [credit for credit in step.credits if numbers.get(credit.id)]
    rows = [_row((", ".join(map(str, numbers[credit.id])), credit.name, credit.text), CREDIT_COLUMNS, 16, 21, maker) for credit in shown]
    header = header_row(("Slide", "Picture", "Credit and licence"), CREDIT_COLUMNS, 16, 21, maker)
    pages = shares([row.height for row in rows], box.h - header.height)
    maker.split(step.id, "the credits stand", len(pages))
    for page in pages or [range(0)]:
        slots: list[Slot] = []
        if page:
            alt = "The pictures of this deck, with their credits and licences"
            slots.append(TableSlot("table", step.id, alt, box.x, box.y, CREDIT_COLUMNS, (header, *(rows[n] for n in page)), True))
        note = None if page else maker.layouts["Credits"].place("note").box._replace(y=box.y)
        slots.append(maker.text("Credits", "note", step.id, (line(step.note),), note))
        logo, plate = logo_parts(maker, step.id, "Credits")
        yield maker.slide(step.id, "Credits", step.title, (*slots, *logo), step.notes, marks=plate)


def header_row(texts: Sequence[str], widths: Sequence[float], size: float, pitch: float, maker: SlideMaker) -> Row:
    """A header: bold, deep, on a tint, above an accent rule."""
    cells = [
        Cell((Line((Words(text, bold=True),)),), size, pitch, Tone.DEEP, Tone.T2, inset=_INSET, top=Edge(), bottom=Edge(1.2, Tone.ACCENT))
        for text in texts
    ]
    return _high(cells, widths, maker)


def _row(texts: Sequence[str], widths: Sequence[float], size: float, pitch: float, maker: SlideMaker) -> Row:
    rule = Edge(0.75)
    return _high([Cell((line(text),), size, pitch, anchor="top", inset=_INSET, top=rule, bottom=rule) for text in texts], widths, maker)


def _high(cells: list[Cell], widths: Sequence[float], maker: SlideMaker) -> Row:
    return Row(max(maker.setter.cell_height(cell, width) for cell, width in zip(cells, widths, strict=True)), tuple(cells))


def column_widths(rows: Sequence[Sequence[str]], width: float, maker: SlideMaker, size: float) -> tuple[float, ...]:
    """Widths that sum to `width`: no column narrower than its longest word, the rest shared by the length of the texts.

    They are those of the greatest size, if words have room in it, and else of `size`.
    """
    least = _least(rows, maker, _SIZES[0][0])
    if sum(least) >= width:
        least = _least(rows, maker, size)
    if sum(least) >= width:
        return tuple([width * each / sum(least) for each in least])
    regular = face(maker.context.look.fonts.office_text, False)
    whole = [max(regular.width(text, _SIZES[0][0]) for text in texts) / POINTS + _BESIDE for texts in zip(*rows, strict=True)]
    wanted = [max(low, min(high, 3 * width / len(least))) - low for low, high in zip(least, whole, strict=True)]
    spare = width - sum(least)
    total = sum(wanted)
    extra = [spare * each / total if total > 0 else spare / len(least) for each in wanted]
    return tuple([low + more for low, more in zip(least, extra, strict=True)])


def _least(rows: Sequence[Sequence[str]], maker: SlideMaker, size: float) -> list[float]:
    """The width that each column needs for its longest word, in inches."""
    bold = face(maker.context.look.fonts.office_text, True)
    words = [{word for text in texts for word in text.split()} for texts in zip(*rows, strict=True)]
    return [max([bold.width(word, size) for word in column], default=0) / POINTS + _BESIDE for column in words]
