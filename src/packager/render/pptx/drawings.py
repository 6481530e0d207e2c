"""Maps, timelines and diagrams on slides: for now as tables of what they show, beside what to look for."""

from __future__ import annotations

from collections.abc import Iterator

from packager.document.lesson_deck import Notes
from packager.document.nodes import Drawing
from packager.model.drawings import Branch, Compare, Labelled, Layers, Map, Step, Timeline, Tree
from packager.render.deck import Line, PictureSlot, Slide, Slot, line
from packager.render.pptx.bench import Bench
from packager.render.pptx.layouts import LAYOUTS
from packager.render.pptx.reading import fitted
from packager.render.pptx.tables import table_slots

_LAYOUT = {"map": "Map", "timeline": "Timeline", "diagram": "Diagram"}
Rows = tuple[tuple[str, ...], ...]


def drawing_slides(drawing: Drawing, title: str, notes: Notes, bench: Bench) -> Iterator[Slide]:
    """The slides of a drawing."""
    layout = _LAYOUT[drawing.kind]
    for beside in _beside(drawing, layout, bench):
        for slot in _drawn(drawing, layout, bench):
            yield bench.slide(drawing.id, layout, title, (slot, *beside), notes, drawing.id)


def _drawn(drawing: Drawing, layout: str, bench: Bench) -> Iterator[Slot]:
    box = LAYOUTS[layout].place("drawing").box
    if drawing.image:
        ratio = bench.context.media.ratio(drawing.image.path)
        yield PictureSlot("drawing", drawing.id, drawing.image.path, drawing.alt, fitted(ratio, box))
        return
    head, rows = _table(drawing)
    yield from table_slots("drawing", drawing.id, drawing.alt or drawing.title, head, rows, box, bench)


def _beside(drawing: Drawing, layout: str, bench: Bench) -> list[tuple[Slot, ...]]:
    """What stands beside the drawing: what to look for, a question, sentences; on a second slide, what does not fit."""
    name, first, second = _companion(drawing)
    place = LAYOUTS[layout].place(name)
    whole = (*first, *second)
    shown = [whole] if bench.setter.fits(whole, place) else [part for part in (first, second) if part]
    return [(bench.text(layout, name, drawing.id, lines),) if lines else () for lines in shown]


def _companion(drawing: Drawing) -> tuple[str, tuple[Line, ...], tuple[Line, ...]]:
    model = drawing.model
    if isinstance(model, Map):
        return "look for", (line("Look for"), *(line(text, 2) for text in model.look_for)) if model.look_for else (), ()
    if isinstance(model, Timeline):
        return "question", (line(model.ask),) if model.ask else (), ()
    labels = tuple(line(label.text) for label in model.labels) if isinstance(model, Labelled) else ()
    return "text", tuple(line(point) for point in model.points), labels


def _table(drawing: Drawing) -> tuple[tuple[str, ...], Rows]:
    model = drawing.model
    if isinstance(model, Map):
        return ("Find on the map", "What it is"), tuple(_on_map(model))
    if isinstance(model, Timeline):
        return ("When", "What happened"), tuple(_in_time(model))
    if isinstance(model, Tree):
        return ("From", "What follows"), tuple(_branches(model.root))
    if isinstance(model, Compare):
        longest = max(len(column.points) for column in model.columns)
        padded = [(*column.points, *[""] * (longest - len(column.points))) for column in model.columns]
        return tuple(column.title for column in model.columns), tuple(zip(*padded, strict=True))
    if isinstance(model, Labelled):
        return ("Part",), tuple((label.text,) for label in model.labels)
    return _steps(model.steps, "Layer" if isinstance(model, Layers) else "Step")


def _steps(steps: tuple[Step, ...], what: str) -> tuple[tuple[str, ...], Rows]:
    rows = tuple((f"{number} {step.name}" if step.name else str(number), step.text) for number, step in enumerate(steps, 1))
    return (what, "What happens" if what == "Step" else "What it is"), rows


def _on_map(model: Map) -> Iterator[tuple[str, str]]:
    yield from ((place.name, place.note or "place") for place in model.places)
    yield from ((river.name, "river") for river in model.rivers)
    yield from ((area.name, "area") for area in model.areas)
    yield from ((label.name, "region") for label in model.regions)
    yield from ((label.name, "sea") for label in model.seas)
    yield from ((label.name, "hills or mountains") for label in model.relief)


def _in_time(model: Timeline) -> Iterator[tuple[str, str]]:
    events = [(event.at, f"{'about ' if event.about else ''}{year(event.at)}", event.text) for event in model.events]
    spans = [(span.from_, f"{year(span.from_)} to {year(span.to)}", span.text) for span in model.spans]
    here = [(model.here, year(model.here), "You are here")] if model.here else []
    yield from ((when, text) for _, when, text in sorted([*events, *spans, *here], key=lambda entry: entry[0]))


def year(number: int) -> str:
    """A year as it is said: `3100 BCE`, `43 CE`, `1066`."""
    if number < 0:
        return f"{-number} BCE"
    return str(number) if number >= 1000 else f"{number} CE"


def _branches(branch: Branch) -> Iterator[tuple[str, str]]:
    if branch.children:
        yield branch.text, ", ".join(child.text for child in branch.children)
    for child in branch.children:
        yield from _branches(child)
