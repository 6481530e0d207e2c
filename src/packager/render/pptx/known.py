"""Drawings as slides hold them: laid out and written once, and from then on known by what they are made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product
from math import cos, radians, sin

from packager.document.nodes import Drawing
from packager.drawing import shapes
from packager.drawing.draw import USUAL_RATIO, draw
from packager.drawing.style import SLIDE, Measure, remembered
from packager.drawing.style import Box as Room
from packager.drawing.text import ASCENT, DESCENT
from packager.model import drawings as models
from packager.model.theme import Fonts
from packager.render.deck import Box
from packager.render.kept import Kept, about, facts_of, kept, troubles_of
from packager.render.pptx.fit import POINTS
from packager.render.pptx.lettering import measure_of
from packager.render.pptx.roles import inks_of
from packager.render.pptx.write_drawing import Bounds, Written, written
from packager.render.renderer import Context
from packager.render.svg.palette import palette

_OPACITY = 0.7
"""That of the ground behind a name: a line below it is seen, and does not disturb."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A drawing that a slide has room for: what its author wrote, in which fonts, and the path and ratio of its picture."""

    model: models.Drawing
    room: Box
    fonts: Fonts
    picture: str | None
    ratio: float


@dataclass(frozen=True, slots=True)
class Known:
    """A drawing of which everything is known that a deck needs: its size in inches, what it left out, and its shapes as XML.

    The shapes themselves are laid out when somebody asks for them.
    """

    asked: Asked
    width: float
    height: float
    troubles: tuple[shapes.Trouble, ...]
    written: Written

    @property
    def root(self) -> shapes.Group:
        """The shapes, their picture by its path relative to the root."""
        return _laid_out(self.asked).root


def known(drawing: Drawing, room: Box, context: Context, language: str) -> Known:
    """A drawing in its room on a slide."""
    picture = drawing.image.path if drawing.image else None
    asked = Asked(drawing.model, room, context.look.fonts, picture, context.media.ratio(picture) if picture else USUAL_RATIO)
    depends = about(asked.model, asked.fonts, palette(context.look), *room, picture, asked.ratio, language)
    found = kept(context.media, ("slide", *depends), lambda: _made(asked, context, language))
    width, height, troubles, bounds, pictures = found.facts
    return Known(
        asked,
        width,
        height,
        troubles_of(troubles),
        Written(found.text, Bounds(*bounds), tuple([(path, shown) for path, shown in pictures])),
    )


def _made(asked: Asked, context: Context, language: str) -> Kept:
    drawn = _laid_out(asked)
    as_xml = written(drawn.root, asked.room[:2], inks_of(context.look), language) if drawn.root.shapes else Written("", Bounds(0, 0, 0, 0))
    return Kept((drawn.width / POINTS, drawn.height / POINTS, facts_of(drawn.troubles), as_xml.bounds, as_xml.pictures), as_xml.content)


@lru_cache(maxsize=16)
def _laid_out(asked: Asked) -> shapes.Drawing:
    """The shapes of a drawing; a preview of a slide asks for them again soon after they were written."""
    room = Room(asked.room.w * POINTS, asked.room.h * POINTS)
    made = draw(asked.model, room, SLIDE, _widths(asked.fonts), asked.ratio)
    parts = tuple(map(_grounded, made.root.shapes))
    if asked.picture:
        parts = tuple(_with_path(parts, asked.picture))
    return replace(made, root=replace(made.root, shapes=parts))


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
