"""The quiz: four questions a slide, then the same slides with the answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from packager.document.lesson_deck import Asked, QuizStep
from packager.render.deck import Box, Cell, Edge, Inset, Line, Mark, Row, Slide, TableSlot, Tone, Words
from packager.render.pptx.bench import Bench
from packager.render.pptx.cells import HANG, TICK, number_cell, number_disc, ticked
from packager.render.pptx.fit import POINTS, shares
from packager.render.pptx.layouts import LAYOUTS

MOST_QUESTIONS = 4
COLUMNS = (0.75, 2.80, 2.80, 2.80, 2.80)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_GAP = Edge(6, Tone.PAPER)
_DISC = 0.444
_DISC_TOP = 11.0
_ASK = 0.66
"""The least height of a question's row in inches; with its options, a quarter of the table."""
_OPTIONS = 0.665
_SIZES = ((24, 29), (22, 27), (20, 24), (18, 22))
"""Sizes of options, with their pitch."""


@dataclass(frozen=True, slots=True)
class _Setting:
    """How one question is shown: on the slide of answers or not, at which size."""

    answers: bool
    size: float
    pitch: float


def quiz_slides(step: QuizStep, bench: Bench) -> Iterator[Slide]:
    """The questions, then the answers."""
    sizes = [_size(asked, bench) for asked in step.questions]
    heights = [
        max(_height(n, asked, _Setting(a, *sizes[n - 1]), bench) for a in (False, True)) for n, asked in enumerate(step.questions, 1)
    ]
    room = LAYOUTS["Quiz"].place("table").box.h
    for asked, height in zip(step.questions, heights, strict=True):
        bench.unheld(asked.id, asked.ask, height, room)
    pages = shares(heights, room, MOST_QUESTIONS)
    for answers in (False, True):
        for page in pages:
            questions = [(n + 1, step.questions[n], _Setting(answers, *sizes[n]), heights[n]) for n in page]
            yield _slide(step, questions, answers, bench)


def _slide(step: QuizStep, questions: list[tuple[int, Asked, _Setting, float]], answers: bool, bench: Bench) -> Slide:
    box = LAYOUTS["Quiz"].place("table").box
    rows, marks, y = list[Row](), list[Mark](), box.y
    for number, asked, setting, height in questions:
        *above, last = _rows(number, asked, setting, bench)
        rows += [*above, replace(last, height=height - sum(row.height for row in above))]
        # The rule stands clear of the gap between the cells, which would hide it.
        marks.append(Mark("bar", asked.id, Box(box.x, y + 3.5 / POINTS, box.w, 0.75 / POINTS), Tone.RULE))
        marks.append(number_disc(asked.id, box.x, y + _DISC_TOP / POINTS, _DISC))
        if not asked.options and not answers:
            marks.append(Mark("bar", asked.id, Box(box.x + 0.75, y + height - 0.17, 10.85, 1.2 / POINTS), Tone.MUTED))
        y += height
    alt = "Quiz questions with the right answers marked" if answers else "Quiz questions with the answers to choose from"
    table = TableSlot("table", step.id, alt, box.x, box.y, COLUMNS, tuple(rows))
    title = f"{step.title}: answers" if answers else step.title
    return bench.slide(f"{step.id}/answers" if answers else step.id, "Quiz", title, (table,), step.notes, None, tuple(marks))


def _height(number: int, asked: Asked, setting: _Setting, bench: Bench) -> float:
    return sum(row.height for row in _rows(number, asked, setting, bench))


def _rows(number: int, asked: Asked, setting: _Setting, bench: Bench) -> list[Row]:
    """The question's row, and a row for its answer or for each four of its options."""
    ask = Cell((Line((Words(asked.ask, bold=True),)),), 26, 31, inset=Inset(0, 8, 8, 2), top=_GAP, bottom=_GAP, columns=4)
    below = list(_option_rows(asked, setting, bench) if asked.options else _open_row(asked, setting, bench))
    cell = number_cell(number, COLUMNS[0], _DISC, _GAP, _DISC_TOP, rows=1 + len(below))
    height = max(_ASK, bench.setter.cell_height(ask, sum(COLUMNS[1:])))
    return [Row(height, (cell, ask, None, None, None)), *below]


def _option_rows(asked: Asked, setting: _Setting, bench: Bench) -> Iterator[Row]:
    for start in range(0, len(asked.options), 4):
        shown = list(enumerate(asked.options))[start : start + 4]
        cells = [_option(n, text, setting, setting.answers and n == asked.right) for n, text in shown]
        empty = [Cell(top=_GAP, bottom=_GAP)] * (4 - len(cells))
        needed = max(bench.setter.cell_height(cell, COLUMNS[1]) for cell in cells)
        yield Row(max(_OPTIONS, needed), (None, *cells, *empty))


def _open_row(asked: Asked, setting: _Setting, bench: Bench) -> Iterator[Row]:
    answer = Cell(
        (ticked(asked.answer),),
        setting.size,
        setting.pitch,
        Tone.DEEP,
        Tone.T2,
        inset=Inset(11, 6, 11, 6),
        top=_GAP,
        bottom=_GAP,
        columns=4,
        hang=HANG,
    )
    blank = Cell(top=_GAP, bottom=_GAP, columns=4)
    needed = bench.setter.cell_height(answer, sum(COLUMNS[1:]))
    yield Row(max(_OPTIONS, needed), (None, answer if setting.answers else blank, None, None, None))


def _option(position: int, text: str, setting: _Setting, right: bool) -> Cell:
    letter = Words(f"{_LETTERS[position]}\t", bold=True, tone=None if right else Tone.ACCENT)
    shown = (letter, Words(text, bold=right), Words(f" {TICK}")) if right else (letter, Words(text))
    tone = Tone.WHITE if right else Tone.MUTED if setting.answers else Tone.INK
    fill = Tone.ACCENT if right else Tone.WHITE
    return Cell(
        (Line(shown),),
        setting.size,
        setting.pitch,
        tone,
        fill,
        inset=Inset(11, 6, 6, 6),
        top=_GAP,
        bottom=_GAP,
        left=_GAP,
        right=_GAP,
        hang=HANG - 2,
    )


def _size(asked: Asked, bench: Bench) -> tuple[float, float]:
    """The size at which each option stands on one line, or the smallest, where all stand on as few as they can."""
    if not asked.options:
        return _SIZES[0]
    room = COLUMNS[1]
    for size, pitch in _SIZES:
        cells = [_option(n, text, _Setting(True, size, pitch), True) for n, text in enumerate(asked.options)]
        if all(bench.setter.cell_height(cell, room) <= (2 * pitch + 12) / POINTS + 0.001 for cell in cells):
            if size < _SIZES[0][0]:
                bench.smaller(asked.id, max(asked.options, key=len), _SIZES[0][0], size)
            return size, pitch
    bench.smaller(asked.id, max(asked.options, key=len), _SIZES[0][0], _SIZES[-1][0])
    return _SIZES[-1]
