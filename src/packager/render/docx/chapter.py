"""The blocks of a chapter as styled paragraphs and tables."""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch

from packager.document.nodes import Block, BulletList, Drawing, Figure, Heading, Paragraph, Pause, Quotation, Source, Table
from packager.render.docx import arranged
from packager.render.docx.arranged import Cell, Picture, Row
from packager.render.docx.drawings import arrange_drawing, labelled
from packager.render.docx.furniture import PAUSE
from packager.render.docx.text import bookmark, paragraph, texts
from packager.render.margins import margins
from packager.render.renderer import Context
from packager.render.wording import attribution, quoted

TALLEST = 105.0
"""Millimetres: a picture of 4:3 over the full measure would leave too little of the page for prose."""
TALLEST_SAVING_INK = 70.0
Arranged = arranged.Paragraph | arranged.Table


@singledispatch
def arrange_block(block: Block, context: Context) -> Iterator[Arranged]:
    """The paragraphs and tables of one block."""
    raise TypeError(block)


def needs_gap(before: Block, block: Block) -> bool:
    """Whether two blocks would grow into one box: Word joins neighbours with equal borders (section 17.3.1.24)."""
    return type(before) is type(block) and isinstance(block, Pause | Source)


@arrange_block.register
def _(block: Heading, context: Context) -> Iterator[Arranged]:
    yield paragraph("Heading 2", block.text)


@arrange_block.register
def _(block: Paragraph, context: Context) -> Iterator[Arranged]:
    yield paragraph("Body Text", block.runs)


@arrange_block.register
def _(block: BulletList, context: Context) -> Iterator[Arranged]:
    yield from (paragraph("List Bullet", item) for item in block.items)


@arrange_block.register
def _(block: Quotation, context: Context) -> Iterator[Arranged]:
    yield from (paragraph("Quote", runs) for runs in block.paragraphs)


@arrange_block.register
def _(block: Source, context: Context) -> Iterator[Arranged]:
    yield paragraph("Source label", texts("\u2002Source\u2002", "Tag"))
    *first, last = quoted(block.paragraphs)
    yield from (paragraph("Source", runs) for runs in first)
    yield paragraph("Source" if block.attribution else "Source end", last)
    if block.attribution:
        yield paragraph("Source attribution", attribution(block.attribution))


@arrange_block.register
def _(block: Pause, context: Context) -> Iterator[Arranged]:
    yield paragraph("Pause label", [PAUSE, *texts("  Pause and think")])
    yield paragraph("Pause question" if block.how else "Pause end", block.ask)
    if block.how:
        yield paragraph("Pause how", block.how)


@arrange_block.register
def _(block: Figure, context: Context) -> Iterator[Arranged]:
    yield figure(block.image.path, block.image.alt, context, bookmark(block.id))
    yield labelled(block.label, block.caption or "")


@arrange_block.register
def _(block: Table, context: Context) -> Iterator[Arranged]:
    if block.title:
        yield paragraph("Table title", block.title)
    head = Row(tuple(Cell((paragraph("Table Head", name),)) for name in block.columns), header=True)
    rows = (Row(tuple(Cell((paragraph("Table Text", text),)) for text in row)) for row in block.rows)
    widths = (round(_measure(context) / len(block.columns), 1),) * len(block.columns)
    yield arranged.Table("Curriculum Table", widths, (head, *rows), block.title)
    yield arranged.Paragraph("After table")


@arrange_block.register
def _(block: Drawing, context: Context) -> Iterator[Arranged]:
    yield from arrange_drawing(block, _measure(context), context)


def figure(path: str, alt: str, context: Context, mark: str | None) -> arranged.Paragraph:
    """A picture in its own proportions, as wide as the text or as high as the page allows."""
    ratio = context.media.ratio(path)
    tallest = TALLEST_SAVING_INK if context.edition.outlined else TALLEST
    width = round(min(_measure(context), tallest * ratio), 1)
    return paragraph("Figure", [Picture(path, width, round(width / ratio, 1), alt, framed=True)], mark)


def _measure(context: Context) -> float:
    return margins(context.edition, "booklet").measure
