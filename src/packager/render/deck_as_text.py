"""An arranged deck as text, for goldens that a person reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from packager.render.deck import Box, Cell, Deck, DrawingSlot, Line, PictureSlot, Slide, Slot, TableSlot, TextSlot
from packager.render.drawing_as_text import drawing_as_text


def deck_as_text(deck: Deck) -> str:
    """The deck slide by slide: number, layout and title, then what each slot says or shows."""
    head = [f"{deck.title} | {deck.author} | {deck.rights} | {deck.language} | {deck.date}"]
    slides = [line for number, slide in enumerate(deck.slides, 1) for line in _slide(number, slide)]
    return "\n".join([*head, *slides]) + "\n"


def _slide(number: int, slide: Slide) -> Iterator[str]:
    yield ""
    yield f"{number} [{slide.layout}] {_joined(slide.title.lines)}{_smaller(slide.title)}  <{slide.id}>"
    for slot in slide.slots:
        yield from _slot(slot)
    for mark in slide.marks:
        yield f"  ({mark.kind} {mark.tone} {_place(mark.box)}{' in front' if mark.front else ''})"
    yield f"  footer: {slide.footer}"
    for remark in slide.remarks:
        yield f"  note: {remark.label}{': ' if remark.label else ''}{remark.text}"


def _slot(slot: Slot) -> Iterator[str]:
    if isinstance(slot, TextSlot):
        place = f" at {_place(slot.box)}" if slot.box else ""
        yield f"  {slot.name}{place}{_smaller(slot)}: {_joined(slot.lines)}"
    elif isinstance(slot, PictureSlot):
        yield f"  {slot.name} at {_place(slot.box)}: {slot.path} “{slot.alt}”"
    else:
        yield f"  {slot.name} at {_place(slot.box)}: “{slot.alt}”"
        yield from _drawn(slot) if isinstance(slot, DrawingSlot) else _rows(slot)


def _drawn(slot: DrawingSlot) -> Iterator[str]:
    yield from (f"    {line}" for shape in slot.root.shapes for line in drawing_as_text(shape))


def _rows(table: TableSlot) -> Iterator[str]:
    for number, row in enumerate(table.rows):
        cells = " | ".join(_cell(cell) for cell in row.cells if cell)
        yield f"    {'=' if table.header and number == 0 else '-'} {row.height:.2f}: {cells}"


def _cell(cell: Cell) -> str:
    return _joined(cell.lines).replace("\t", " ") + (f" <{cell.fill}>" if cell.fill else "")


def _joined(lines: Sequence[Line]) -> str:
    return " / ".join(("> " * (line.level - 1)) + _marked(line) for line in lines)


def _marked(line: Line) -> str:
    return "".join(f"**{part.text}**" if part.bold else f"*{part.text}*" if part.italic else part.text for part in line.words)


def _smaller(slot: TextSlot) -> str:
    return f" at {slot.scale:.0%}" if slot.scale != 1 else ""


def _place(box: Box) -> str:
    return " ".join(f"{side:.2f}" for side in box)
