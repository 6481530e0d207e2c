"""Maps, timelines and diagrams of a document as SVG, laid out for the width and the edition of a page."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass, replace
from functools import lru_cache

from packager.document.nodes import Drawing, Image
from packager.drawing import shapes
from packager.drawing.draw import USUAL_RATIO, draw
from packager.drawing.moved import moved
from packager.drawing.style import Box, DrawingStyle
from packager.model import drawings as written
from packager.model.theme import Fonts
from packager.model.typefaces import coverage, families
from packager.render.kept import Kept, about, facts_of, kept, troubles_of
from packager.render.renderer import Context, Trouble
from packager.render.spelling import shown
from packager.render.svg.faces import office_families, print_families, widths
from packager.render.svg.palette import Palette, ink_saver, palette
from packager.render.svg.rules import troubles
from packager.render.svg.write import as_svg

POINTS = 72 / 25.4
"""Points to the millimetre."""
HEIGHTS = (112.0, 150.0, 205.0)
"""Millimetres: as high as the map of the mock-up, which leaves room for prose; then most of a page, then all of it."""
EDGE = 0.6
"""Points on all sides, for the outer halves of lines that lie on the edge."""
NESTED = 6.5
"""Inches: the width for which a picture in a drawing is rastered. It is less on paper, but so a slide of the drawing shows the same."""


_REFERENCE = ' xlink:href=""/>'
"""The address of a picture, as long as it has none. No text can hold these characters, for `>` is escaped in it."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawing as SVG with its size in millimetres, and what it had no room for."""

    svg: str
    width: float
    height: float
    troubles: tuple[Trouble, ...] = ()


@dataclass(frozen=True, slots=True)
class _Asked:
    """A drawing that is to be so many points wide: what its author wrote, how it is drawn, and the ratio of its picture."""

    model: written.Drawing
    width: float
    style: DrawingStyle
    fonts: Fonts
    ratio: float


def for_print(drawing: Drawing, width: float, context: Context) -> Drawn:
    """The drawing `width` millimetres wide in the faces of PDF pages; a picture in it stays what it is."""
    return _drawn(drawing, width, context, office=False)


def for_office(drawing: Drawing, width: float, context: Context) -> Drawn:
    """The drawing `width` millimetres wide in the faces of Office; a picture in it is rastered."""
    return _drawn(drawing, width, context, office=True)


def _drawn(drawing: Drawing, width: float, context: Context, office: bool) -> Drawn:
    edition, media = context.edition, context.media
    ratio = media.ratio(drawing.image.path) if drawing.image else USUAL_RATIO
    asked = _Asked(drawing.model, round(width * POINTS, 2), edition.drawing, context.look.fonts, ratio)
    colours = _colours(context)
    depends = about(asked.model, asked.fonts, colours, asked.width, ratio, asked.style)
    found = kept(media, ("page", "office" if office else "print", *depends), lambda: _made(asked, colours, office))
    (wide, high), left_out = found.facts
    svg = found.text
    if drawing.image:
        svg = svg.replace(_REFERENCE, f' xlink:href="{_address(drawing.image, context, office)}"/>')
    kind = drawing.kind if drawing.kind in ("map", "timeline") else "diagram"
    said = "" if edition.name == "standard" else f" in the {edition.name} edition"
    all_left_out = (replace(each, message=each.message + said) for each in troubles_of(left_out))
    return Drawn(svg, wide / POINTS, high / POINTS, troubles(all_left_out, f"{drawing.id}/{kind}"))


def _made(asked: _Asked, colours: Palette, office: bool) -> Kept:
    """A drawing as SVG, in which a picture has no address yet, with its size and what it left out."""
    drawn = _laid_out(asked)
    families = office_families(asked.fonts) if office else print_families(asked.fonts)
    return Kept(((drawn.width, drawn.height), facts_of(drawn.troubles)), as_svg(drawn, colours, families, lambda _: ""))


@lru_cache(maxsize=24)
def _laid_out(asked: _Asked) -> shapes.Drawing:
    """The shapes of a drawing: in the usual height, or in more where something would be left out; print and office share them."""
    spelt, width = _spelt(asked.model, asked.fonts), asked.width
    drawn = shapes.Drawing(0, 0, shapes.Group("", ()))
    for height in HEIGHTS:
        drawn = draw(spelt, Box(width - 2 * EDGE, height * POINTS, fill=False), asked.style, widths(asked.fonts), asked.ratio)
        if not drawn.troubles:
            break
    root = shapes.Group(drawn.root.name, (moved(drawn.root, EDGE, EDGE),))
    return shapes.Drawing(width, drawn.height + 2 * EDGE, root, drawn.troubles)


def _spelt(model: written.Drawing, fonts: Fonts) -> written.Drawing:
    """The drawing with what no font has spelt; nearly always as it is."""
    if coverage(families(fonts)).issuperset(model.model_dump_json()):
        return model
    return type(model).model_validate(shown(model.model_dump(by_alias=True), fonts))


def _colours(context: Context) -> Palette:
    look = context.look
    colours = ink_saver(look) if context.edition.outlined else palette(look)
    return {**colours, "paper": look.ground}


def _address(image: Image | None, context: Context, office: bool) -> str:
    """A picture as a data address (RFC 2397): a drawing is one file, wherever it is put."""
    assert image is not None, "only a diagram that names a picture shows one"
    if context.media.is_vector(image.path) and not office:
        return _data("svg+xml", context.media.content(image.path))
    raster = context.media.raster(image.path, NESTED)
    return _data({"jpg": "jpeg"}.get(raster.extension, raster.extension), raster.content)


def _data(kind: str, content: bytes) -> str:
    return f"data:image/{kind};base64,{b64encode(content).decode()}"
