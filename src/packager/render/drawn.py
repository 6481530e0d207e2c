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
NESTED = 5.0
"""Inches: the width for which a picture in a drawing is rastered; the names beside it take the rest of the measure."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawing as SVG with its size in millimetres, and what it had no room for."""

    svg: str
    width: float
    height: float
    troubles: tuple[Trouble, ...] = ()


def for_print(drawing: Drawing, width: float, context: Context) -> Drawn:
    """The drawing `width` millimetres wide in the faces of PDF pages; a picture in it stays what it is."""
    return _drawn(drawing, width, context, office=False)


def for_office(drawing: Drawing, width: float, context: Context) -> Drawn:
    """The drawing `width` millimetres wide in the faces of Office; a picture in it is rastered."""
    return _drawn(drawing, width, context, office=True)


def _drawn(drawing: Drawing, width: float, context: Context, office: bool) -> Drawn:
    look, edition = context.look, context.edition
    ratio = context.media.ratio(drawing.image.path) if drawing.image else USUAL_RATIO
    laid_out = _laid_out(drawing.model, round(width * POINTS, 2), edition.drawing, look.fonts, ratio)
    families = office_families(look.fonts) if office else print_families(look.fonts)
    svg = as_svg(laid_out, _colours(context), families, lambda _: _address(drawing.image, context, office))
    kind = drawing.kind if drawing.kind in ("map", "timeline") else "diagram"
    said = "" if edition.name == "standard" else f" in the {edition.name} edition"
    found = (replace(each, message=each.message + said) for each in troubles(laid_out, f"{drawing.id}/{kind}"))
    return Drawn(svg, laid_out.width / POINTS, laid_out.height / POINTS, tuple(found))


@lru_cache(maxsize=128)
def _laid_out(model: written.Drawing, width: float, style: DrawingStyle, fonts: Fonts, ratio: float) -> shapes.Drawing:
    """The shapes of a drawing: in the usual height, or in more where something would be left out."""
    spelt = _spelt(model, fonts)
    drawn = shapes.Drawing(0, 0, shapes.Group("", ()))
    for height in HEIGHTS:
        drawn = draw(spelt, Box(width - 2 * EDGE, height * POINTS, fill=False), style, widths(fonts), ratio)
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
