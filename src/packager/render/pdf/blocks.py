"""The blocks of a chapter as data for the booklet's template; `kind` says how each is set."""

from __future__ import annotations

from functools import singledispatch

from packager.document.nodes import (
    Block,
    BulletList,
    Drawing,
    Figure,
    Heading,
    Paragraph,
    Pause,
    Quotation,
    Source,
    Table,
)
from packager.render.pdf.drawings import arrange_drawing
from packager.render.pdf.pages import Data, Pictures, line, lines, runs
from packager.render.wording import attribution, quoted


def arrange_block(block: Block, pictures: Pictures) -> Data:
    """One block as data. The answer of a pause is left out: pupils' pages hold none."""
    return {"id": block.id, **_arranged(block, pictures)}


@singledispatch
def _arranged(block: Block, pictures: Pictures) -> Data:
    raise TypeError(f"no arrangement for {type(block).__name__}")


@_arranged.register
def _(block: Heading, pictures: Pictures) -> Data:
    return {"kind": "heading", "text": line(block.text)}


@_arranged.register
def _(block: Paragraph, pictures: Pictures) -> Data:
    return {"kind": "paragraph", "runs": runs(block.runs)}


@_arranged.register
def _(block: BulletList, pictures: Pictures) -> Data:
    return {"kind": "list", "items": [runs(item) for item in block.items]}


@_arranged.register
def _(block: Quotation, pictures: Pictures) -> Data:
    return {"kind": "quotation", "paragraphs": [runs(paragraph) for paragraph in block.paragraphs]}


@_arranged.register
def _(block: Source, pictures: Pictures) -> Data:
    paragraphs = [runs(paragraph) for paragraph in quoted(block.paragraphs)]
    return {"kind": "source", "paragraphs": paragraphs, "from": attribution(line(block.attribution))}


@_arranged.register
def _(block: Figure, pictures: Pictures) -> Data:
    return {"kind": "figure", "label": block.label, "caption": line(block.caption), "picture": pictures.picture(block.image)}


@_arranged.register
def _(block: Drawing, pictures: Pictures) -> Data:
    return {"kind": "drawing", **arrange_drawing(block, pictures)}


@_arranged.register
def _(block: Table, pictures: Pictures) -> Data:
    rows = [lines(row) for row in block.rows]
    return {"kind": "table", "title": line(block.title), "columns": lines(block.columns), "rows": rows}


@_arranged.register
def _(block: Pause, pictures: Pictures) -> Data:
    return {"kind": "pause", "ask": line(block.ask), "how": line(block.how)}
