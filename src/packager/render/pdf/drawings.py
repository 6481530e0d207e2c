"""Maps, timelines and diagrams in words: as a table, as numbered steps, as a tree or as a list of labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import singledispatch
from itertools import zip_longest

from packager.document.nodes import Drawing
from packager.model import drawings as written
from packager.render.pdf.pages import Data, Pictures, line, lines


def arrange_drawing(drawing: Drawing, pictures: Pictures) -> Data:
    """A drawing as data; `form` says which of the four it is."""
    if isinstance(drawing.model, written.Labelled):
        labels = [{"at": list(label.at), "text": line(label.text)} for label in drawing.model.labels]
        return {"form": "labelled", "picture": pictures.picture(drawing.image), "labels": labels}
    return _arranged(drawing.model)


@singledispatch
def _arranged(model: written.Drawing) -> Data:
    raise TypeError(f"no arrangement for {type(model).__name__}")


@_arranged.register
def _(model: written.Map) -> Data:
    return _table(("On the map", "Names"), _map_rows(model))


@_arranged.register
def _(model: written.Timeline) -> Data:
    spans = [(span.from_, f"{year(span.from_)} to {year(span.to)}", line(span.text)) for span in model.spans]
    events = [(event.at, ("about " if event.about else "") + year(event.at), line(event.text)) for event in model.events]
    here = [(model.here, year(model.here), "You are here")] if model.here else []
    rows = sorted([*spans, *events, *here], key=lambda row: row[0])
    return _table(("When", "What happened"), ([when, what] for _, when, what in rows))


@_arranged.register
def _(model: written.Compare) -> Data:
    rows = zip_longest(*(lines(column.points) for column in model.columns), fillvalue="")
    return _table([line(column.title) for column in model.columns], (list(row) for row in rows))


@_arranged.register
def _(model: written.Tree) -> Data:
    return {"form": "tree", "root": _branch(model.root)}


@_arranged.register(written.Cycle | written.Sequence | written.Layers)
def _(model: written.Cycle | written.Sequence | written.Layers) -> Data:
    steps = [{"name": line(step.name), "text": line(step.text)} for step in model.steps]
    return {"form": "steps", "kind": model.kind, "steps": steps}


def year(number: int) -> str:
    """A year in words: -44 is `44 BCE`."""
    return f"{-number} BCE" if number < 0 else f"{number} CE"


def _table(columns: Iterable[str], rows: Iterable[list[str]]) -> Data:
    return {"form": "table", "columns": list(columns), "rows": list(rows)}


def _map_rows(model: written.Map) -> Iterator[list[str]]:
    places = [f"{place.name} ({place.note})" if place.note else place.name for place in model.places]
    kinds = (
        ("Places", places),
        ("Lands", [label.name for label in model.regions] + [area.name for area in model.areas]),
        ("Rivers", [river.name for river in model.rivers]),
        ("Seas", [label.name for label in model.seas]),
        ("Hills and mountains", [label.name for label in model.relief]),
        ("Arrows", [arrow.text for arrow in model.arrows if arrow.text]),
        ("Key", list(model.key)),
        ("Time", [model.period] if model.period else []),
        ("Look for", list(model.look_for)),
    )
    yield from ([kind, "; ".join(lines(names))] for kind, names in kinds if names)


def _branch(branch: written.Branch) -> Data:
    return {"text": line(branch.text), "children": [_branch(child) for child in branch.children]}
