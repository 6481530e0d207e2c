"""The quiz: its questions, then the same slides with the answers."""

from __future__ import annotations

from collections.abc import Iterator

from packager.document.lesson_deck import QuizStep
from packager.render.deck import Box, Mark, Row, Slide, TableSlot, Tone
from packager.render.pptx.cells import number_disc
from packager.render.pptx.fit import POINTS, shares
from packager.render.pptx.quiz_rows import ASK_LEAST, COLUMNS, DISC, DISC_TOP, LEAST, SIZES, Shown, shown
from packager.render.pptx.slide_maker import SlideMaker, shortened

MOST_QUESTIONS = 4
"""Questions on one slide, by the design."""


def quiz_slides(step: QuizStep, maker: SlideMaker) -> Iterator[Slide]:
    """The questions, then the answers."""
    questions = [shown(number, asked, maker.setter) for number, asked in enumerate(step.questions, 1)]
    room = maker.layouts["Quiz"].place("table").box.h
    pages = shares([each.height for each in questions], room, MOST_QUESTIONS)
    maker.split(step.id, "the quiz stands", len(pages))
    for page in pages:
        _report([questions[n] for n in page], room, maker)
    for answers in (False, True):
        for page in pages:
            yield _slide(step, [questions[n] for n in page], answers, maker)


def _report(questions: list[Shown], room: float, maker: SlideMaker) -> None:
    """What there is to say of how the questions of a slide fit."""
    share = sum([each.height for each in questions]) / room
    for each in questions:
        asked = each.asked
        maker.unheld(asked.id, asked.ask, each.height, room)
        if each.size < SIZES[0][0]:
            maker.smaller(asked.id, max(asked.options, key=len), SIZES[0][0], each.size)
        if each.height > ASK_LEAST + LEAST:
            maker.nearly(asked.id, f"the slide of the question `{shortened(asked.ask)}`", share)


def _slide(step: QuizStep, questions: list[Shown], answers: bool, maker: SlideMaker) -> Slide:
    box = maker.layouts["Quiz"].place("table").box
    rows, marks, y = list[Row](), list[Mark](), box.y
    for each in questions:
        rows += each.rows[answers]
        # The rule stands clear of the gap between the cells, which would hide it.
        marks.append(Mark("bar", each.asked.id, Box(box.x, y + 3.5 / POINTS, box.w, 0.75 / POINTS), Tone.RULE))
        marks.append(number_disc(each.asked.id, box.x, y + DISC_TOP / POINTS, DISC))
        if not each.asked.options and not answers:
            marks.append(Mark("bar", each.asked.id, Box(box.x + 0.75, y + each.height - 0.17, 10.85, 1.2 / POINTS), Tone.MUTED))
        y += each.height
    alt = "Quiz questions with the right answers marked" if answers else "Quiz questions with the answers to choose from"
    table = TableSlot("table", step.id, alt, box.x, box.y, COLUMNS, tuple(rows))
    title = f"{step.title}: answers" if answers else step.title
    return maker.slide(f"{step.id}/answers" if answers else step.id, "Quiz", title, (table,), step.notes, None, tuple(marks))
