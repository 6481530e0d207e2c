"""The teacher guide as plain data for `guide.typ`."""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatch

from packager.document.guide_lesson import GuideLesson
from packager.document.guide_nodes import Columns, Pairs, Part, Points, Section, Text
from packager.document.nodes import Runs
from packager.document.teacher_guide import TeacherGuide
from packager.render.guide_columns import BELOW_HEAD, COLUMN, FULL, Flow, flow, flows, is_wide, label_width
from packager.render.guide_needs import needs
from packager.render.pdf.editions import guide_edition
from packager.render.pdf.pages import Data, Pages, line, lines, runs
from packager.render.pdf.settings import settings
from packager.render.renderer import Context
from packager.render.spelling import shown


def arrange_guide(guide: TeacherGuide, context: Context) -> Pages:
    """A teacher guide as data: prose in two columns, tables over both."""
    title = f"{line(guide.imprint.title)}: teacher guide"
    content = {
        "kicker": lines(guide.imprint.kicker),
        "title": title,
        "opening": _flow(flow((section for section in guide.opening if not is_wide(section)), BELOW_HEAD)),
        "tables": [_section(section, FULL) for section in guide.opening if is_wide(section)],
        "lessons": [_lesson(lesson, context) for lesson in guide.lessons],
        "closing": [_section(section, COLUMN) for section in guide.closing],
    }
    fonts = context.look.fonts
    shared = settings(guide.imprint, context.look, guide_edition(context.edition), title)
    return Pages("guide", shown(shared, fonts), shown(content, fonts), {})


def _lesson(lesson: GuideLesson, context: Context) -> Data:
    return {
        "id": lesson.id,
        "number": lesson.number,
        "title": line(lesson.title),
        "question": line(lesson.question),
        "outcome": line(lesson.outcome),
        "needs": lines(needs(lesson, context)),
        "flows": [_flow(each) for each in flows(lesson)],
    }


def _flow(flow: Flow) -> Data:
    return {"sections": [_section(section, COLUMN) for section in flow.sections], "turn": flow.turn}


def _section(section: Section, width: float) -> Data:
    return {"title": line(section.title), "parts": [_part(part, width) for part in section.parts]}


@singledispatch
def _part(part: Part, width: float) -> Data:
    raise TypeError(f"no arrangement for {type(part).__name__}")


@_part.register
def _(part: Text, width: float) -> Data:
    return {"kind": "text", "paragraphs": _all(part.paragraphs)}


@_part.register
def _(part: Points, width: float) -> Data:
    return {"kind": "points", "items": _all(part.items)}


@_part.register
def _(part: Pairs, width: float) -> Data:
    rows = [{"label": line(pair.label), "paragraphs": _all(pair.paragraphs)} for pair in part.rows]
    return {"kind": "pairs", "width": label_width(part, width), "rows": rows}


@_part.register
def _(part: Columns, width: float) -> Data:
    return {"kind": "columns", "names": lines(part.names), "rows": [_all(row) for row in part.rows]}


def _all(texts: Iterable[Runs]) -> list[list[list[str]]]:
    return [runs(text) for text in texts]
