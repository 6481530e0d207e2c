"""The teacher guide as sections of Word: a head over both columns, then its sections in two."""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch

from packager.document.guide_lesson import GuideLesson
from packager.document.guide_nodes import Columns, Pairs, Part, Points, Text
from packager.document.guide_nodes import Section as Titled
from packager.document.nodes import Imprint
from packager.document.teacher_guide import TeacherGuide
from packager.render.docx.arranged import (
    Arranged,
    Block,
    Cell,
    ColumnBreak,
    Group,
    Page,
    Paragraph,
    Picture,
    Row,
    Section,
    Tab,
    Table,
)
from packager.render.docx.furniture import SHEET_FOOTER, SHEET_HEADER, footer, header, properties
from packager.render.docx.text import bookmark, paragraph, texts
from packager.render.guide_columns import BELOW_HEAD, COLUMN, FULL, Flow, flow, flows, is_wide, label_width
from packager.render.guide_needs import needs
from packager.render.renderer import Context

PAGE = Page(left=20, right=20, top=10, bottom=24, header_at=10, footer_at=10.5)
"""The header, which is deeper than the margin, pushes the text down."""
TWO = Page(left=20, right=20, top=10, bottom=24, header_at=10, footer_at=10.5, columns=2)
LONG_TITLE = 24
"""Letters: a title with more than these does not fit on one line of 118 mm in 24 pt Georgia bold (0.57 em a letter)."""
END = Paragraph("Carrier")
BELOW_PANEL = Paragraph("Below panel")


def arrange_guide(guide: TeacherGuide, context: Context) -> Arranged:
    """The guide as Word shall hold it."""
    title = f"{guide.imprint.title}: teacher guide"
    head = header(guide.imprint, "  ·  ".join(("Teacher guide", *guide.imprint.kicker)), SHEET_HEADER)
    first = Section(PAGE, (_panel(guide.imprint, title), BELOW_PANEL), head, footer(guide.imprint, title, SHEET_FOOTER), (END,))
    opening = flow((section for section in guide.opening if not is_wide(section)), BELOW_HEAD)
    tables = tuple(block for section in guide.opening if is_wide(section) for block in _section(section, FULL))
    lessons = (section for lesson in guide.lessons for section in _lesson(lesson, context))
    sections = (first, *_columns(opening, goes_on=True), Section(PAGE, (*tables, END), goes_on=True), *lessons, *_closing(guide))
    return Arranged(properties(guide.imprint, title), sections)


def _panel(imprint: Imprint, title: str) -> Table:
    """The head of the first page, as that of the vocabulary sheet."""
    style = "Guide title" if len(title) <= LONG_TITLE else "Long guide title"
    words = Cell((paragraph("Panel kicker", "  ·  ".join(imprint.kicker)), paragraph(style, title)))
    pattern = Cell((paragraph("Carrier picture", [Picture("pattern:tile", 58, 30, None)]),))
    return Table("Sheet panel", (132, 58), (Row((words, pattern), height=30),), "Title", "The title of the guide", indent=-10)


def _lesson(lesson: GuideLesson, context: Context) -> Iterator[Section]:
    number = texts(f"{lesson.number}.", "Chapter number")
    head: list[Block] = [paragraph("Lesson title", [*number, Tab(), *texts(lesson.title)], bookmark(lesson.id))]
    if lesson.question:
        head.append(paragraph("Lesson question", lesson.question))
    yield Section(PAGE, (*head, _in_short(lesson, context), BELOW_PANEL))
    first, *rest = flows(lesson) or (Flow((), None),)
    yield from _columns(first, goes_on=True)
    for overleaf in rest:
        yield from _columns(overleaf, goes_on=False)


def _in_short(lesson: GuideLesson, context: Context) -> Table:
    needed = Cell((paragraph("Box heading", "You will need"), *(paragraph("Box text", need) for need in needs(lesson, context))))
    described = "What pupils can do at the end, and what to bring"
    if not lesson.outcome:
        return Table("In short", (FULL,), (Row((needed,)),), "In short", described)
    outcome = Cell((paragraph("Box heading", "Outcome"), paragraph("Box text", lesson.outcome)))
    return Table("In short", (92, 78), (Row((outcome, needed)),), "In short", described)


def _columns(part: Flow, goes_on: bool) -> Iterator[Section]:
    blocks: list[Block] = []
    for place, section in enumerate(part.sections):
        if place and place == part.turn:
            blocks.append(Paragraph("Carrier", (ColumnBreak(),)))
        blocks += _section(section, COLUMN, "Column heading" if place in (0, part.turn) else "Guide heading")
    if blocks:
        yield Section(TWO, (*blocks, END), goes_on=goes_on)


def _closing(guide: TeacherGuide) -> Iterator[Section]:
    for section in guide.closing:
        yield Section(PAGE, (paragraph("Plain title", section.title, bookmark(section.id)), END))
        blocks: list[Block] = []
        for number, part in enumerate(section.parts):
            if number:
                blocks.append(Paragraph("Carrier", (ColumnBreak(),)))
            blocks += _part(part, section.title, COLUMN)
        yield Section(TWO, (*blocks, END), goes_on=True)


def _section(section: Titled, width: float, heading: str = "Guide heading") -> Iterator[Block]:
    """A titled section in a content control, which leads back to what an author wrote."""
    parts = [block for part in section.parts for block in _part(part, section.title, width)]
    yield Group(section.id, (paragraph(heading, section.title), *parts))


@singledispatch
def _part(part: Part, title: str, width: float) -> Iterator[Paragraph | Table]:
    raise TypeError(part)


@_part.register
def _(part: Text, title: str, width: float) -> Iterator[Paragraph | Table]:
    yield from (paragraph("Guide text", text) for text in part.paragraphs)


@_part.register
def _(part: Points, title: str, width: float) -> Iterator[Paragraph | Table]:
    yield from (paragraph("Guide bullet", item) for item in part.items)


@_part.register
def _(part: Pairs, title: str, width: float) -> Iterator[Paragraph | Table]:
    label = label_width(part, width)
    rows = (
        Row((Cell((paragraph("Pair label", pair.label),)), Cell(tuple(paragraph("Pair text", text) for text in pair.paragraphs))))
        for pair in part.rows
    )
    yield Table("Pairs", (label, round(width - label, 1)), tuple(rows), title, "A label, and what belongs to it")
    yield END


@_part.register
def _(part: Columns, title: str, width: float) -> Iterator[Paragraph | Table]:
    heads = Row(tuple(Cell((paragraph("Table Head", name),)) for name in part.names), header=True)
    rows = (Row(tuple(Cell((paragraph("Guide cell", cell),)) for cell in row)) for row in part.rows)
    yield Table("Credits Table", _widths(len(part.names), width), (heads, *rows), title, ", ".join(part.names))
    yield END


def _widths(count: int, width: float) -> tuple[float, ...]:
    """The first column narrow, the last wide."""
    shares = (1.0, *(1.3,) * (count - 2), 1.6)[:count]
    return tuple(round(width * share / sum(shares), 1) for share in shares)
