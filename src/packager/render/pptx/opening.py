"""The slides that open a lesson: title and recall."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate

from packager.document.lesson_deck import Asked, RecallStep, TitleStep
from packager.render.deck import Box, Cell, Crop, Edge, Inset, Mark, PictureSlot, Row, Slide, Slot, TableSlot, Tone, line
from packager.render.pptx.bench import SEPARATOR, Bench
from packager.render.pptx.cells import HANG, number_cell, number_disc, ticked
from packager.render.pptx.fit import POINTS, shares
from packager.render.pptx.layouts import LAYOUTS

_FURTHER = 0.4
"""How much further down the recall table may reach than designed, in inches."""
_GAP = 26
"""Between two answers, in points."""
_ANSWER = Box(8.50, 0, 4.30, 0.82)
"""The place of an answer in its row."""
_DISC = 0.472
_WRITING = 1.2
"""The width of a line to write on, in points."""


def title_slides(step: TitleStep, bench: Bench) -> Iterator[Slide]:
    """The title slide."""
    imprint, lesson = bench.lesson.imprint, bench.lesson
    kicker = (line(SEPARATOR.join(imprint.kicker)), line(f"{imprint.title}, lesson {lesson.number}"))
    slots: list[Slot] = [bench.text("Title", "kicker", step.id, kicker)]
    if step.question:
        slots.append(bench.text("Title", "question", step.id, (line(step.question),)))
    if step.picture:
        box = LAYOUTS["Title"].place("picture").box
        crop = _cover(bench.context.media.ratio(step.picture.path), box)
        slots.append(PictureSlot("picture", step.id, step.picture.path, step.picture.alt, box, crop))
    slide = bench.slide(step.id, "Title", step.title, slots, step.notes)
    yield replace(slide, footer=_pages(bench) or slide.footer)


def _pages(bench: Bench) -> str:
    first, last = bench.page(bench.lesson.id), bench.page(f"{bench.lesson.id}/end")
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


def recall_slides(step: RecallStep, bench: Bench) -> Iterator[Slide]:
    """The questions, then the same slides with the answers."""
    heights = [max(_recall_row(n, asked, bench, answers).height for answers in (False, True)) for n, asked in enumerate(step.questions, 1)]
    room = LAYOUTS["Recall"].place("table").box.h + _FURTHER
    for asked, height in zip(step.questions, heights, strict=True):
        bench.unheld(asked.id, asked.ask, height, room)
    pages = shares(heights, room, 4)
    for answers in (False, True):
        for page in pages:
            yield _recall_slide(step, page, bench, answers)


def _recall_slide(step: RecallStep, page: range, bench: Bench, answers: bool) -> Slide:
    box = LAYOUTS["Recall"].place("table").box
    rows = tuple(_recall_row(n + 1, step.questions[n], bench, answers) for n in page)
    tops = list(accumulate((row.height for row in rows), initial=box.y))
    marks = [mark for n, top, row in zip(page, tops, rows, strict=False) for mark in _recall_marks(step.questions[n].id, top, row, answers)]
    if answers:
        # The gaps between the answers would hide the rules of the table.
        marks += [Mark("bar", step.id, Box(_ANSWER.x, y, _ANSWER.w, 0.75 / POINTS), Tone.RULE, True) for y in tops]
    alt = "Questions with their answers" if answers else "Questions, each with a line for the answer"
    table = TableSlot("table", step.id, alt, box.x, box.y, (0.75, 6.90, 4.30), rows)
    title = f"{step.title} Answers" if answers else step.title
    return bench.slide(f"{step.id}/answers" if answers else step.id, "Recall", title, (table,), step.notes, None, tuple(marks))


def _recall_marks(where: str, top: float, row: Row, answers: bool) -> Iterator[Mark]:
    """The disc of a question, and the line to write on."""
    middle = top + row.height / 2
    yield number_disc(where, LAYOUTS["Recall"].place("table").box.x, middle - _DISC / 2, _DISC)
    if not answers:
        yield Mark("bar", where, Box(_ANSWER.x, middle + _ANSWER.h / 2, _ANSWER.w, _WRITING / POINTS), Tone.MUTED)


def _recall_row(number: int, asked: Asked, bench: Bench, answers: bool) -> Row:
    rule = Edge(0.75)
    ask = Cell((line(asked.ask),), 26, 31, inset=Inset(0, 6, 14, 6), top=rule, bottom=rule)
    gap = Edge(_GAP, Tone.PAPER)
    told = (ticked(asked.answer),)
    answer = Cell(told, 26, 31, Tone.DEEP, Tone.T2, inset=Inset(14, _GAP / 2 + 4, 10, _GAP / 2 + 4), top=gap, bottom=gap, hang=HANG)
    blank = Cell((), 26, 31, top=rule, bottom=rule)
    height = max(1.19, bench.setter.cell_height(ask, 6.90), bench.setter.cell_height(answer, 4.30))
    return Row(height, (number_cell(number, 0.75, _DISC, rule), ask, answer if answers else blank))
