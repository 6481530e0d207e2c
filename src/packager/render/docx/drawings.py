"""Maps, timelines and diagrams in words: what they show, as a table that stays with its caption."""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch

from packager.document.nodes import Drawing
from packager.model import drawings as model
from packager.render.docx.arranged import Cell, Paragraph, Row, Table
from packager.render.docx.text import paragraph

MEASURE = 148.0
DEEPEST = 6
"""Levels of a tree; deeper ones stand on the last."""


def arrange_drawing(drawing: Drawing) -> Iterator[Table]:
    """The drawing as a table, with its alternative text as the table's description."""
    head, widths, rows = _shown(drawing.model)
    cells = tuple(Cell((paragraph("Drawing Head", name),)) for name in head)
    yield Table("Curriculum Table", widths, (Row(cells, header=True), *rows), drawing.title, drawing.alt)


_Shown = tuple[tuple[str, ...], tuple[float, ...], tuple[Row, ...]]


@singledispatch
def _shown(drawn: model.Drawing) -> _Shown:
    raise TypeError(drawn)


@_shown.register
def _(drawn: model.Map) -> _Shown:
    lines = (
        ("Places", [place.name for place in drawn.places]),
        ("Lands", [label.name for label in drawn.regions] + [area.name for area in drawn.areas]),
        ("Hills", [label.name for label in drawn.relief]),
        ("Rivers", [river.name for river in drawn.rivers]),
        ("Seas", [label.name for label in drawn.seas]),
        ("Ways", [arrow.text for arrow in drawn.arrows if arrow.text]),
        ("Time", [drawn.period] if drawn.period else []),
        ("Look for", list(drawn.look_for)),
    )
    return ("On the map", "Find"), (30, MEASURE - 30), tuple(_row((name, "; ".join(found))) for name, found in lines if found)


@_shown.register
def _(drawn: model.Timeline) -> _Shown:
    events = [(event.at, ("about " if event.about else "") + year(event.at), event.text) for event in drawn.events]
    spans = [(span.from_, years(span.from_, span.to), span.text) for span in drawn.spans]
    here = [(drawn.here, year(drawn.here), "You are here")] if drawn.here else []
    found = sorted([*spans, *events, *here], key=lambda line: line[0])
    return ("When", "What happened"), (45, MEASURE - 45), tuple(_row((when, what)) for _, when, what in found)


@_shown.register(model.Cycle)
@_shown.register(model.Sequence)
@_shown.register(model.Layers)
def _(drawn: model.Cycle | model.Sequence | model.Layers) -> _Shown:
    named = any(step.name for step in drawn.steps)
    lines = [(str(n), *((step.name or "",) if named else ()), step.text) for n, step in enumerate(drawn.steps, 1)]
    head = ("Layer", "Name", "What it is") if isinstance(drawn, model.Layers) else ("Step", "Name", "What happens")
    if named:
        return head, (18, 38, MEASURE - 56), tuple(_row(line) for line in lines)
    return head[::2], (18, MEASURE - 18), tuple(_row(line) for line in lines)


@_shown.register
def _(drawn: model.Tree) -> _Shown:
    return (drawn.title,), (MEASURE,), (Row((Cell(tuple(_branches(drawn.root, 1))),)),)


@_shown.register
def _(drawn: model.Compare) -> _Shown:
    width = round(MEASURE / len(drawn.columns), 1)
    cells = tuple(Cell(tuple(paragraph("Drawing Tree 1", point) for point in column.points)) for column in drawn.columns)
    return tuple(column.title for column in drawn.columns), (width,) * len(drawn.columns), (Row(cells),)


@_shown.register
def _(drawn: model.Labelled) -> _Shown:
    lines = [(str(n), label.text) for n, label in enumerate(drawn.labels, 1)]
    return ("Number", "What there is to see"), (22, MEASURE - 22), tuple(_row(line) for line in lines)


def year(at: int) -> str:
    """`-44` as `44 BCE`, `122` as `122 CE`; four figures and more are told apart without commas."""
    return f"{-at} BCE" if at < 0 else f"{at} CE"


def years(first: int, last: int) -> str:
    """A stretch of years, the era named once where it is the same."""
    if (first < 0) == (last < 0):
        return f"{abs(first)} to {year(last)}"
    return f"{year(first)} to {year(last)}"


def _branches(branch: model.Branch, level: int) -> Iterator[Paragraph]:
    yield paragraph(f"Drawing Tree {min(level, DEEPEST)}", branch.text)
    for child in branch.children:
        yield from _branches(child, level + 1)


def _row(texts: tuple[str, ...]) -> Row:
    return Row(tuple(Cell((paragraph("Drawing Text", text),)) for text in texts))
