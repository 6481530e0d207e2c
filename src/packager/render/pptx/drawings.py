"""Maps, timelines and diagrams on slides: the drawing, and beside it what to look for, a question or sentences."""

from __future__ import annotations

from packager.document.lesson_deck import Notes
from packager.document.nodes import Drawing
from packager.model.drawings import Map, Timeline
from packager.render.deck import Box, DrawingSlot, Line, Slide, Slot, line
from packager.render.pptx.known import known
from packager.render.pptx.slide_maker import SlideMaker
from packager.render.svg.rules import troubles

_LAYOUT = {"map": "Map", "timeline": "Timeline", "diagram": "Diagram"}
_GAP = 0.15
"""Between a drawing that has the slide for itself and the footer, in inches."""


def drawing_slide(drawing: Drawing, title: str, notes: Notes, maker: SlideMaker) -> Slide:
    """The slide of a drawing."""
    layout = _LAYOUT[drawing.kind]
    beside = _beside(drawing, layout, maker)
    drawn = _drawn(drawing, _room(layout, beside, maker), maker)
    return maker.slide(drawing.id, layout, title, (*drawn, *beside), notes, drawing.id)


def _room(layout: str, beside: tuple[Slot, ...], maker: SlideMaker) -> Box:
    """The place of the drawing; where nothing stands beside or below it, it takes that room too."""
    own = maker.layouts[layout].place("drawing").box
    if beside:
        return own
    places = maker.layouts[layout].places
    right = max(place.box.right for place in places)
    return Box(own.x, own.y, right - own.x, maker.layouts[layout].place("footer").box.y - _GAP - own.y)


def _drawn(drawing: Drawing, room: Box, maker: SlideMaker) -> tuple[DrawingSlot, ...]:
    """The drawing; nothing where not one of its shapes found room."""
    found = known(drawing, room, maker.context, maker.lesson.imprint.language)
    for trouble in troubles(found.troubles, f"{drawing.id}/{drawing.kind}"):
        maker.trouble(trouble.code, trouble.id, trouble.message)
    if not found.written.content:
        return ()
    return (DrawingSlot("drawing", drawing.id, drawing.alt, Box(room.x, room.y, found.width, found.height), found),)


def _beside(drawing: Drawing, layout: str, maker: SlideMaker) -> tuple[Slot, ...]:
    """What stands beside the drawing: what to look for, a question, or sentences."""
    name, lines = _companion(drawing)
    return (maker.text(layout, name, drawing.id, lines),) if lines else ()


def _companion(drawing: Drawing) -> tuple[str, tuple[Line, ...]]:
    model = drawing.model
    if isinstance(model, Map):
        return "look for", (line("Look for"), *(line(text, 2) for text in model.look_for)) if model.look_for else ()
    if isinstance(model, Timeline):
        return "question", (line(model.ask),) if model.ask else ()
    return "text", tuple(line(point) for point in model.points)
