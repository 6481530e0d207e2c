"""Maps, timelines and diagrams on slides: the drawing, and beside it what to look for, a question or sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import product
from math import cos, radians, sin

from packager.document.lesson_deck import Notes
from packager.document.nodes import Drawing
from packager.drawing import shapes
from packager.drawing.draw import USUAL_RATIO, draw
from packager.drawing.style import SLIDE, Measure, remembered
from packager.drawing.style import Box as Room
from packager.drawing.text import ASCENT, DESCENT
from packager.model.drawings import Map, Timeline
from packager.model.theme import Fonts
from packager.render.deck import Box, DrawingSlot, Line, Slide, Slot, line
from packager.render.pptx.fit import POINTS
from packager.render.pptx.lettering import measure_of
from packager.render.pptx.slide_maker import SlideMaker
from packager.render.svg.rules import troubles

_LAYOUT = {"map": "Map", "timeline": "Timeline", "diagram": "Diagram"}
_OPACITY = 0.7
"""That of the ground behind a name: a line below it is seen, and does not disturb."""
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
    """The drawing in shapes; nothing where not one of them found room."""
    context = maker.context
    ratio = context.media.ratio(drawing.image.path) if drawing.image else USUAL_RATIO
    made = draw(drawing.model, Room(room.w * POINTS, room.h * POINTS), SLIDE, _widths(context.look.fonts), ratio)
    for trouble in troubles(made, f"{drawing.id}/{drawing.kind}"):
        maker.trouble(trouble.code, trouble.id, trouble.message)
    root = replace(made.root, shapes=tuple(map(_grounded, made.root.shapes)))
    if not root.shapes:
        return ()
    if drawing.image:
        root = replace(root, shapes=tuple(_with_path(root.shapes, drawing.image.path)))
    return (DrawingSlot("drawing", drawing.id, drawing.alt, Box(room.x, room.y, made.width / POINTS, made.height / POINTS), root),)


@lru_cache(maxsize=8)
def _widths(fonts: Fonts) -> Measure:
    return remembered(measure_of(fonts))


def _grounded(shape: shapes.Shape) -> shapes.Shape:
    """The shape; a name with a halo in a group with its ground, which every program shows and which moves with it."""
    if isinstance(shape, shapes.Group):
        return replace(shape, shapes=tuple(map(_grounded, shape.shapes)))
    if not isinstance(shape, shapes.Text) or not shape.halo:
        return shape
    ground = shapes.Freeform(f"{shape.name}: ground", (_around(shape),), shapes.Fill(shape.halo, _OPACITY))
    return shapes.Group(f"{shape.name}: label", (ground, replace(shape, halo=None)))


def _around(text: shapes.Text) -> shapes.Subpath:
    """The rectangle around the letters of a text, turned with it."""
    left = -text.width * {"start": 0.0, "middle": 0.5, "end": 1.0}[text.anchor]
    top, foot = -ASCENT * text.size, (len(text.lines) - 1) * text.pitch + DESCENT * text.size
    turn, edge = radians(text.angle), 0.08 * text.size
    corners = list(product((left - edge, left + text.width + edge), (top, foot)))
    turned = [(text.x + x * cos(turn) - y * sin(turn), text.y + x * sin(turn) + y * cos(turn)) for x, y in corners]
    return shapes.Subpath((turned[0], turned[1], turned[3], turned[2]), closed=True)


def _with_path(parts: Iterable[shapes.Shape], path: str) -> Iterator[shapes.Shape]:
    """The shapes with their picture by its path relative to the root."""
    for part in parts:
        yield replace(part, image=path) if isinstance(part, shapes.Picture) else part


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
