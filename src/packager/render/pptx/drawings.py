"""Maps, timelines and diagrams on slides: the drawing, and beside it what to look for, a question or sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from packager.document.lesson_deck import Notes
from packager.document.nodes import Drawing
from packager.drawing import shapes
from packager.drawing.draw import USUAL_RATIO, draw
from packager.drawing.framed import framed
from packager.drawing.style import SLIDE
from packager.drawing.style import Box as Room
from packager.model.drawings import Map, Timeline
from packager.render.deck import Box, DrawingSlot, Line, Slide, Slot, line
from packager.render.pptx.bench import Bench
from packager.render.pptx.fit import POINTS
from packager.render.pptx.layouts import FOOTER, LAYOUTS, TITLE
from packager.render.pptx.lettering import measure_of
from packager.render.svg.rules import troubles

_LAYOUT = {"map": "Map", "timeline": "Timeline", "diagram": "Diagram"}
_TOLERANCE = 0.3
"""Points by which a coast may be drawn off its course: nobody sees it on a slide, and the file is a third as large."""
_GAP = 0.15
"""Between a drawing that has the slide for itself and the footer, in inches."""


def drawing_slide(drawing: Drawing, title: str, notes: Notes, bench: Bench) -> Slide:
    """The slide of a drawing."""
    layout = _LAYOUT[drawing.kind]
    beside = _beside(drawing, layout, bench)
    drawn = _drawn(drawing, _room(layout, beside), bench)
    return bench.slide(drawing.id, layout, title, (*drawn, *beside), notes, drawing.id)


def _room(layout: str, beside: tuple[Slot, ...]) -> Box:
    """The place of the drawing; where nothing stands beside or below it, it takes that room too."""
    own = LAYOUTS[layout].place("drawing").box
    if beside:
        return own
    return Box(own.x, own.y, TITLE.box.x + TITLE.box.w - own.x, FOOTER.box.y - _GAP - own.y)


def _drawn(drawing: Drawing, room: Box, bench: Bench) -> tuple[DrawingSlot, ...]:
    """The drawing in shapes; nothing where not one of them found room."""
    context = bench.context
    ratio = context.media.ratio(drawing.image.path) if drawing.image else USUAL_RATIO
    measure = lru_cache(maxsize=None)(measure_of(context.look.fonts))
    made = draw(drawing.model, Room(room.w * POINTS, room.h * POINTS), SLIDE, measure, ratio)
    for trouble in troubles(made, f"{drawing.id}/{drawing.kind}"):
        bench.trouble(trouble.code, trouble.id, trouble.message)
    root = framed(made, _TOLERANCE).root
    if not root.shapes:
        return ()
    if drawing.image:
        root = replace(root, shapes=tuple(_with_path(root.shapes, drawing.image.path)))
    return (DrawingSlot("drawing", drawing.id, drawing.alt, Box(room.x, room.y, made.width / POINTS, made.height / POINTS), root),)


def _with_path(parts: Iterable[shapes.Shape], path: str) -> Iterator[shapes.Shape]:
    """The shapes with their picture by its path relative to the root."""
    for part in parts:
        yield replace(part, image=path) if isinstance(part, shapes.Picture) else part


def _beside(drawing: Drawing, layout: str, bench: Bench) -> tuple[Slot, ...]:
    """What stands beside the drawing: what to look for, a question, or sentences."""
    name, lines = _companion(drawing)
    return (bench.text(layout, name, drawing.id, lines),) if lines else ()


def _companion(drawing: Drawing) -> tuple[str, tuple[Line, ...]]:
    model = drawing.model
    if isinstance(model, Map):
        return "look for", (line("Look for"), *(line(text, 2) for text in model.look_for)) if model.look_for else ()
    if isinstance(model, Timeline):
        return "question", (line(model.ask),) if model.ask else ()
    return "text", tuple(line(point) for point in model.points)
