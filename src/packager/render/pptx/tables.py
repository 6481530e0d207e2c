"""Plain tables on slides: an author's table, and the credits; long ones go on, with their header, on further slides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from packager.document.lesson_deck import CreditsStep, Notes
from packager.document.nodes import Table
from packager.render.deck import Box, Cell, Edge, Inset, Line, Row, Slide, Slot, TableSlot, Tone, Words, line
from packager.render.measure import Stretch, face
from packager.render.pptx.bench import Bench
from packager.render.pptx.fit import POINTS, shares
from packager.render.pptx.layouts import LAYOUTS

CREDIT_COLUMNS = (1.10, 4.30, 6.55)
_SIZES = ((24, 31), (22, 28), (20, 26), (18, 23))
_INSET = Inset(8, 5, 8, 5)


def table_slides(table: Table, title: str, notes: Notes, bench: Bench) -> Iterator[Slide]:
    """An author's table on as many slides as it needs."""
    box = LAYOUTS["Table"].place("table").box
    alt = f"Table: {', '.join(table.columns)}"
    for slot in table_slots("table", table.id, alt, table.columns, table.rows, box, bench):
        yield bench.slide(table.id, "Table", title, (slot,), notes, table.id)


def table_slots(
    name: str, where: str, alt: str, head: Sequence[str], body: Sequence[Sequence[str]], box: Box, bench: Bench
) -> Iterator[TableSlot]:
    """A table in a box: at the greatest size at which it fits whole, or cut at the smallest but one."""
    widths = column_widths([head, *body], box.w, bench)
    for size, pitch in _SIZES[:3]:
        rows = [_row(texts, widths, size, pitch, bench) for texts in body]
        header = header_row(head, widths, size, pitch, bench)
        pages = shares([row.height for row in rows], box.h - header.height)
        if len(pages) == 1:
            break
    for texts, row in zip(body, rows, strict=True):
        bench.unheld(where, max(texts, key=len), row.height, box.h - header.height)
    for page in pages:
        yield TableSlot(name, where, alt, box.x, box.y, widths, (header, *(rows[n] for n in page)), True)


def credits_slides(step: CreditsStep, numbers: dict[str, list[int]], bench: Bench) -> Iterator[Slide]:
    """The credits, with the numbers of the slides that show each picture."""
    box = LAYOUTS["Credits"].place("table").box
    shown = [credit for credit in step.credits if numbers.get(credit.id)]
    rows = [_row((", ".join(map(str, numbers[credit.id])), credit.name, credit.text), CREDIT_COLUMNS, 16, 21, bench) for credit in shown]
    header = header_row(("Slide", "Picture", "Credit and licence"), CREDIT_COLUMNS, 16, 21, bench)
    for page in shares([row.height for row in rows], box.h - header.height) or [range(0)]:
        slots: list[Slot] = []
        if page:
            alt = "The pictures of this deck, with their credits and licences"
            slots.append(TableSlot("table", step.id, alt, box.x, box.y, CREDIT_COLUMNS, (header, *(rows[n] for n in page)), True))
        note = None if page else LAYOUTS["Credits"].place("note").box._replace(y=box.y)
        slots.append(bench.text("Credits", "note", step.id, (line(step.note),), note))
        yield bench.slide(step.id, "Credits", step.title, slots, step.notes)


def header_row(texts: Sequence[str], widths: Sequence[float], size: float, pitch: float, bench: Bench) -> Row:
    """A header: bold, deep, on a tint, above an accent rule."""
    cells = [
        Cell((Line((Words(text, bold=True),)),), size, pitch, Tone.DEEP, Tone.T2, inset=_INSET, top=Edge(), bottom=Edge(1.2, Tone.ACCENT))
        for text in texts
    ]
    return _high(cells, widths, bench)


def _row(texts: Sequence[str], widths: Sequence[float], size: float, pitch: float, bench: Bench) -> Row:
    rule = Edge(0.75)
    return _high([Cell((line(text),), size, pitch, anchor="top", inset=_INSET, top=rule, bottom=rule) for text in texts], widths, bench)


def _high(cells: list[Cell], widths: Sequence[float], bench: Bench) -> Row:
    return Row(max(bench.setter.cell_height(cell, width) for cell, width in zip(cells, widths, strict=True)), tuple(cells))


def column_widths(rows: Sequence[Sequence[str]], width: float, bench: Bench) -> tuple[float, ...]:
    """Widths that sum to `width`: no column narrower than its longest word, the rest shared by the length of the texts."""
    family = bench.context.look.fonts.office_text
    regular, bold = face(family, False), face(family, True)
    size = _SIZES[0][0]
    columns = list(zip(*rows, strict=True))
    inset = (_INSET.left + _INSET.right + 4) / POINTS
    least = [
        max((Stretch(word, bold, size).width for text in texts for word in text.split()), default=0) / POINTS + inset for texts in columns
    ]
    whole = [max(Stretch(text, regular, size).width for text in texts) / POINTS + inset for texts in columns]
    if sum(least) >= width:
        return tuple(width * each / sum(least) for each in least)
    wanted = [max(low, min(high, 3 * width / len(columns))) - low for low, high in zip(least, whole, strict=True)]
    spare = width - sum(least)
    total = sum(wanted)
    extra = [spare * each / total if total > 0 else spare / len(columns) for each in wanted]
    return tuple(low + more for low, more in zip(least, extra, strict=True))
