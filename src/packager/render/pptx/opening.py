"""The slides that open a lesson: title and recall."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

from packager.document.lesson_deck import Asked, RecallStep, TitleStep
from packager.render.deck import Box, Cell, Crop, Edge, Inset, Mark, PictureSlot, Row, Slide, Slot, TableSlot, Tone, line
from packager.render.pptx.cells import HANG, number_cell, number_disc, ticked
from packager.render.pptx.fit import POINTS, shares
from packager.render.pptx.logo import logo_parts
from packager.render.pptx.slide_maker import SEPARATOR, SlideMaker

_FURTHER = 0.4
"""How much further down the recall table may reach than designed, in inches."""
_RULE = Edge(0.75)
_ASK_INSET = Inset(0, 6, 14, 6)
_ANSWER = 0.82
"""The height of an answer's place in its row, in inches."""
_DISC = 0.472
_WRITING = 1.2
"""The width of a line to write on, in points."""


@dataclass(frozen=True, slots=True)
class _Setting:
    """How a question is set: its size and pitch, the gap between two answers in points, and its least height in inches."""

    size: float
    pitch: float
    gap: float
    least: float
    columns: tuple[float, float, float] = (0.75, 6.90, 4.30)


MOST_QUESTIONS = 4
"""Questions of recall on one slide, by the design."""
MOST_IN_ONE = 5
"""As many are set closer, and smaller within bounds, to stand on one slide."""
_USUAL = _Setting(26, 31, 26, 1.19)
_EVEN = (0.75, 5.90, 5.30)
"""Columns for longer answers."""
_CLOSER = (
    _Setting(26, 31, 14, 0.91),
    _Setting(26, 31, 14, 0.91, _EVEN),
    _Setting(24, 29, 12, 0.91),
    _Setting(24, 29, 12, 0.91, _EVEN),
    _Setting(22, 27, 10, 0.91, _EVEN),
)


def title_slides(step: TitleStep, maker: SlideMaker) -> Iterator[Slide]:
    """The title slide."""
    imprint, lesson = maker.lesson.imprint, maker.lesson
    kicker = (line(SEPARATOR.join(imprint.kicker)), line(f"{imprint.title}, lesson {lesson.number}"))
    slots: list[Slot] = [maker.text("Title", "kicker", step.id, kicker)]
    if step.question:
        slots.append(maker.evened("Title", "question", step.id, step.question))
    if step.picture:
        box = maker.layouts["Title"].place("picture").box
        crop = _cover(maker.context.media.ratio(step.picture.path), box)
        slots.append(PictureSlot("picture", step.id, step.picture.path, step.picture.alt, box, crop))
    logo, plate = logo_parts(maker, step.id, "Title")
    slide = maker.slide(step.id, "Title", step.title, (*slots, *logo), step.notes, marks=plate)
    yield replace(slide, footer=_pages(maker) or slide.footer)


def _pages(maker: SlideMaker) -> str:
    first, last = maker.page(maker.lesson.id), maker.page(f"{maker.lesson.id}/end")
    if not first or not last:
        return ""
    return f"Booklet pages {first} to {last}" if last > first else f"Booklet page {first}"


def _cover(ratio: float, box: Box) -> Crop:
    """What is cut off so that a picture fills a box."""
    wanted = box.w / box.h
    if ratio > wanted:
        side = (1 - wanted / ratio) / 2
        return Crop(left=side, right=side)
    side = (1 - ratio / wanted) / 2
    return Crop(top=side, bottom=side)


def recall_slides(step: RecallStep, maker: SlideMaker) -> Iterator[Slide]:
    """The questions, then the same slides with the answers."""
    room = maker.layouts["Recall"].place("table").box.h + _FURTHER
    setting, rows = _recall_rows(step, room, maker)
    heights = [asked.height for asked, _ in rows]
    for asked, height in zip(step.questions, heights, strict=True):
        maker.unheld(asked.id, asked.ask, height, room)
    pages = shares(heights, room, MOST_IN_ONE if setting is not _USUAL else MOST_QUESTIONS)
    maker.split(step.id, "the questions of recall stand", len(pages))
    for page in pages:
        maker.nearly(step.id, f"the slide of the questions {page.start + 1} to {page.stop} of recall", sum(heights[n] for n in page) / room)
    for answers in (False, True):
        for page in pages:
            yield _recall_slide(step, page, [rows[n][answers] for n in page], setting.columns, maker, answers)


def _recall_rows(step: RecallStep, room: float, maker: SlideMaker) -> tuple[_Setting, list[tuple[Row, Row]]]:
    """The row of each question without and with its answer: closer, and smaller within bounds, where that spares a second slide."""
    for setting in _settings(len(step.questions)):
        heights = [_recall_height(asked, maker, setting) for asked in step.questions]
        if sum(heights) <= room:
            break
    if setting.size < _USUAL.size:
        maker.fitting(step.id, "near miss", f"the questions of recall are shown at {setting.size:g} points instead of {_USUAL.size:g}")
    numbered = enumerate(zip(step.questions, heights, strict=True), 1)
    return setting, [_recall_row(number, asked, setting, height) for number, (asked, height) in numbered]


def _settings(count: int) -> tuple[_Setting, ...]:
    """How so many questions may be set, the best first and the last if none stands on one slide."""
    if count > MOST_IN_ONE:
        return (_USUAL,)
    return (*_CLOSER, _USUAL) if count > MOST_QUESTIONS else (_USUAL, *_CLOSER, _USUAL)


def _recall_slide(
    step: RecallStep, page: range, rows: list[Row], columns: tuple[float, float, float], maker: SlideMaker, answers: bool
) -> Slide:
    box = maker.layouts["Recall"].place("table").box
    right = Box(box.x + columns[0] + columns[1], 0, columns[2], _ANSWER)
    tops = list(accumulate([row.height for row in rows], initial=box.y))
    marks = [
        mark
        for n, top, row in zip(page, tops, rows, strict=False)
        for mark in _recall_marks(step.questions[n].id, box.x, top, row, right, answers)
    ]
    if answers:
        # The gaps between the answers would hide the rules of the table.
        marks += [Mark("bar", step.id, Box(right.x, y, right.w, 0.75 / POINTS), Tone.RULE, True) for y in tops]
    alt = "Questions with their answers" if answers else "Questions, each with a line for the answer"
    table = TableSlot("table", step.id, alt, box.x, box.y, columns, tuple(rows))
    title = f"{step.title} Answers" if answers else step.title
    return maker.slide(f"{step.id}/answers" if answers else step.id, "Recall", title, (table,), step.notes, None, tuple(marks))


def _recall_marks(where: str, left: float, top: float, row: Row, right: Box, answers: bool) -> Iterator[Mark]:
    """The disc of a question, and the line to write on."""
    middle = top + row.height / 2
    yield number_disc(where, left, middle - _DISC / 2, _DISC)
    if not answers:
        yield Mark("bar", where, Box(right.x, middle + right.h / 2, right.w, _WRITING / POINTS), Tone.MUTED)


def _recall_height(asked: Asked, maker: SlideMaker, setting: _Setting) -> float:
    """The height that a question and its answer need, in inches."""
    _, left, right = setting.columns
    ask = maker.setter.lines_of(((asked.ask, False),), setting.size, left * POINTS - _ASK_INSET.left - _ASK_INSET.right)
    inset = _answer_inset(setting)
    answer = maker.setter.lines_of(((asked.answer, True),), setting.size, right * POINTS - inset.left - inset.right - HANG)
    needed = ask * setting.pitch + _ASK_INSET.top + _ASK_INSET.bottom, answer * setting.pitch + inset.top + inset.bottom
    return max(setting.least, max(needed) / POINTS)


def _answer_inset(setting: _Setting) -> Inset:
    return Inset(14, setting.gap / 2 + 4, 10, setting.gap / 2 + 4)


def _recall_row(number: int, asked: Asked, setting: _Setting, height: float) -> tuple[Row, Row]:
    """The row of a question without its answer, and with it."""
    size, pitch, gap = setting.size, setting.pitch, Edge(setting.gap, Tone.PAPER)
    ask = Cell((line(asked.ask),), size, pitch, inset=_ASK_INSET, top=_RULE, bottom=_RULE)
    told = (ticked(asked.answer),)
    answer = Cell(told, size, pitch, Tone.DEEP, Tone.T2, inset=_answer_inset(setting), top=gap, bottom=gap, hang=HANG)
    blank = Cell((), size, pitch, top=_RULE, bottom=_RULE)
    disc = number_cell(number, setting.columns[0], _DISC, _RULE)
    return Row(height, (disc, ask, blank)), Row(height, (disc, ask, answer))
