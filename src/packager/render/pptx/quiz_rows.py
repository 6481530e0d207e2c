"""The questions of a quiz as rows of a table: each above its options or its answer, in a size at which they fit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from packager.document.lesson_deck import Asked
from packager.render.deck import Cell, Edge, Inset, Line, Row, Tone, Words
from packager.render.pptx.cells import HANG, TICK, number_cell, ticked
from packager.render.pptx.fit import POINTS, Setter

COLUMNS = (0.75, 2.80, 2.80, 2.80, 2.80)
DISC = 0.444
"""The width of a number's disc, in inches."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_GAP = Edge(6, Tone.PAPER)
_EMPTY = Cell(top=_GAP, bottom=_GAP)
_HANG = HANG - 2
_HELD_TICK = f"\u00a0{TICK}"
_IN_A_ROW = 4

Size = tuple[float, float]
"""A size and its pitch, in points."""


SIZES: tuple[Size, ...] = ((24, 29), (22, 27), (20, 24), (18, 22))
"""Of options; the greatest that fits is taken."""
ASK_LEAST, LEAST = 0.66, 0.665
"""The least heights of the rows of a question and of its options in inches: together a quarter of the slide's room."""
DISC_TOP = 11.0
"""The distance of a disc from the top of its row, in points."""
_ASK: Size = (26, 31)
_ASK_INSET, _INSET, _OPEN_INSET = Inset(0, 8, 8, 2), Inset(11, 6, 6, 6), Inset(11, 6, 11, 6)
_ROOM = COLUMNS[1] * POINTS - _INSET.left - _INSET.right - _HANG
"""The width that an option has, in points."""
_MOST_LINES = 2
"""Of one option."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A question as it is shown: the size of its options, its rows without and with the answer, and the height of either in inches."""

    asked: Asked
    size: float
    rows: tuple[tuple[Row, ...], tuple[Row, ...]]
    height: float


def shown(number: int, asked: Asked, setter: Setter) -> Shown:
    """A question as it is shown."""
    size = _size(asked, setter)
    below = [list(_below(asked, answers, size, setter)) for answers in (False, True)]
    ask = Cell((Line((Words(asked.ask, bold=True),)),), *_ASK, inset=_ASK_INSET, top=_GAP, bottom=_GAP, columns=4)
    disc = number_cell(number, COLUMNS[0], DISC, _GAP, DISC_TOP, rows=1 + len(below[0]))
    first = Row(max(ASK_LEAST, setter.cell_height(ask, sum(COLUMNS[1:]))), (disc, ask, None, None, None))
    height = max([first.height + sum([row.height for row in rows]) for rows in below])
    return Shown(asked, size[0], (_filling((first, *below[0]), height), _filling((first, *below[1]), height)), height)


def _filling(rows: tuple[Row, ...], height: float) -> tuple[Row, ...]:
    """The rows with the last as high as is left."""
    *above, last = rows
    return (*above, Row(height - sum([row.height for row in above]), last.cells))


def _size(asked: Asked, setter: Setter) -> Size:
    """The greatest size at which each option stands on two lines at most; the smallest where there is none."""
    if not asked.options:
        return SIZES[0]
    for size in SIZES:
        told = [((text, True), (_tick(text, size, setter), False)) for text in asked.options]
        if all(setter.lines_of(parts, size[0], _ROOM) <= _MOST_LINES for parts in told):
            break
    return size


def _below(asked: Asked, answers: bool, size: Size, setter: Setter) -> Iterator[Row]:
    """A row for each four of its options, or one for its answer."""
    for start in range(0, len(asked.options), _IN_A_ROW):
        some = list(enumerate(asked.options))[start : start + _IN_A_ROW]
        cells = [_option(n, text, answers, answers and n == asked.right, size, setter) for n, text in some]
        needed = max([setter.cell_height(cell, COLUMNS[1]) for cell in cells])
        yield Row(max(LEAST, needed), (None, *cells, *[_EMPTY] * (_IN_A_ROW - len(cells))))
    if not asked.options:
        answer = Cell((ticked(asked.answer),), *size, Tone.DEEP, Tone.T2, inset=_OPEN_INSET, top=_GAP, bottom=_GAP, columns=4, hang=HANG)
        blank = Cell(top=_GAP, bottom=_GAP, columns=4)
        needed = setter.cell_height(answer, sum(COLUMNS[1:]))
        yield Row(max(LEAST, needed), (None, answer if answers else blank, None, None, None))


def _option(position: int, text: str, answers: bool, right: bool, size: Size, setter: Setter) -> Cell:
    letter = Words(f"{_LETTERS[position]}\t", bold=True, tone=None if right else Tone.ACCENT)
    told = (letter, Words(text, bold=True), Words(_tick(text, size, setter))) if right else (letter, Words(text))
    tone = Tone.WHITE if right else Tone.MUTED if answers else Tone.INK
    fill = Tone.ACCENT if right else Tone.WHITE
    return Cell((Line(told),), *size, tone, fill, inset=_INSET, top=_GAP, bottom=_GAP, left=_GAP, right=_GAP, hang=_HANG)


def _tick(text: str, size: Size, setter: Setter) -> str:
    """The tick behind an option that is the answer; it stands alone on a line only behind a word that fills one."""
    held = any(setter.lines_of(((part, True), (_HELD_TICK, False)), size[0], _ROOM) == 1 for part in (text, text.rsplit(" ", 1)[-1]))
    return _HELD_TICK if held else f" {TICK}"
