"""A drawing as one group of native shapes (ECMA-376-1, 19.3.1.22): freeforms, lines, text boxes, pictures, all named."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import chain, pairwise
from operator import add
from typing import NamedTuple

from packager.drawing.shapes import XY, Ellipse, Freeform, Group, Line, Picture, Rect, Shape, Subpath, Text
from packager.render.deck import DrawingSlot
from packager.render.pptx.lettering import LETTERINGS
from packager.render.pptx.roles import Inks
from packager.render.pptx.write_label import label_box, label_xml
from packager.render.pptx.xml import DECORATIVE, EMU_PER_POINT, UNNUMBERED, geometry, points, quoted

UNIT = 20
"""Units of a path for each point: a twentieth of a point is finer than any eye, and its figures are short."""
_EMU = EMU_PER_POINT // UNIT
_INCH = 72
_EMBEDDED = '<a:blip r:embed="'
"""What stands before a picture's relationship, and nowhere else: no text can hold these characters, for `<` is escaped in it."""
_SPOT = '<a:pt x="%d" y="%d"/>'
_STRAIGHT, _CURVE = f"<a:lnTo>{_SPOT}</a:lnTo>", f"<a:cubicBezTo>{3 * _SPOT}</a:cubicBezTo>"
"""Steps of a path: as many as it has are filled with figures at once."""
AddImage = Callable[[str, float], str]
"""Puts a picture, shown so many inches wide, into the file, and gives its relationship."""


class Bounds(NamedTuple):
    """A rectangle in English Metric Units."""

    left: int
    top: int
    right: int
    bottom: int

    def xml(self, turned: str = "") -> str:
        """The rectangle as the place of a shape."""
        return f"<a:xfrm{turned}>{self.corner('off')}{self.extent('ext')}</a:xfrm>"

    def corner(self, tag: str) -> str:
        """Its upper left corner."""
        return f'<a:{tag} x="{self.left}" y="{self.top}"/>'

    def extent(self, tag: str) -> str:
        """Its width and height."""
        return f'<a:{tag} cx="{self.right - self.left}" cy="{self.bottom - self.top}"/>'


Drawn = tuple[str, Bounds]


class Written(NamedTuple):
    """The shapes of a drawing as they stand on any slide, and in order its pictures, each by its path and its width in inches."""

    content: str
    bounds: Bounds
    pictures: tuple[tuple[str, float], ...] = ()


def written(root: Group, at: XY, inks: Inks, language: str) -> Written:
    """A drawing whose corner is `at` so many inches from that of the slide; its shapes are not numbered, its pictures not in the file."""
    writer = _Writer(inks, language, (at[0] * _INCH, at[1] * _INCH))
    return Written(*writer.all(root.shapes), tuple(writer.pictures))


def drawing_xml(slot: DrawingSlot, drawing: Written, add_image: AddImage) -> str:
    """The group of a drawing; its description is the alternative text of the whole."""
    content = drawing.content
    if drawing.pictures:
        head, *parts = content.split(_EMBEDDED)
        images = [f"{_EMBEDDED}{add_image(*picture)}" for picture in drawing.pictures]
        content = "".join([head, *map(add, images, parts)])
    return _group(f"name={quoted(slot.id)} descr={quoted(slot.alt)}", drawing.bounds, content)


def _group(named: str, bounds: Bounds, content: str) -> str:
    place = bounds.corner("off") + bounds.extent("ext") + bounds.corner("chOff") + bounds.extent("chExt")
    return (
        f"<p:grpSp><p:nvGrpSpPr>{UNNUMBERED} {named}/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f"<p:grpSpPr><a:xfrm>{place}</a:xfrm></p:grpSpPr>{content}</p:grpSp>"
    )


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes shapes whose coordinates begin at `origin` on the slide, in points. No shape has a style, which would cast a shadow."""

    inks: Inks
    language: str
    origin: XY
    pictures: list[tuple[str, float]] = field(default_factory=list)

    def all(self, shapes: Iterable[Shape]) -> Drawn:
        """Shapes one after another, and the rectangle around them."""
        drawn = [self._one(shape) for shape in shapes]
        boxes = [bounds for _, bounds in drawn]
        around = Bounds(min(b.left for b in boxes), min(b.top for b in boxes), max(b.right for b in boxes), max(b.bottom for b in boxes))
        return "".join([xml for xml, _ in drawn]), around

    def _one(self, shape: Shape) -> Drawn:
        match shape:
            case Group():
                content, bounds = self.all(shape.shapes)
                return _group(f"name={quoted(shape.name)}", bounds, content), bounds
            case Freeform():
                return self._freeform(shape)
            case Line():
                return self._line(shape)
            case Rect():
                bounds = self._bounds(shape.x, shape.y, shape.x + shape.width, shape.y + shape.height)
                return self._shape(shape, bounds, _rectangle(shape)), bounds
            case Ellipse():
                bounds = self._bounds(shape.x - shape.rx, shape.y - shape.ry, shape.x + shape.rx, shape.y + shape.ry)
                return self._shape(shape, bounds, geometry("ellipse")), bounds
            case Text():
                return self._text(shape)
            case Picture():
                return self._picture(shape)

    def _bounds(self, left: float, top: float, right: float, bottom: float) -> Bounds:
        x, y = self.origin
        return Bounds(points(x + left), points(y + top), points(x + right), points(y + bottom))

    def _shape(self, shape: Freeform | Rect | Ellipse, bounds: Bounds, outline: str, arrow: bool = False) -> str:
        return (
            f"<p:sp><p:nvSpPr>{UNNUMBERED} name={quoted(shape.name)}/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{bounds.xml()}{outline}"
            f"{self.inks.fill(shape.fill)}{self.inks.line(shape.pen, arrow)}</p:spPr></p:sp>"
        )

    def _freeform(self, shape: Freeform) -> Drawn:
        across = [x for path in shape.paths for x, _ in path.points]
        down = [y for path in shape.paths for _, y in path.points]
        left, top = min(across), min(down)
        width, height = max(round((max(across) - left) * UNIT), 1), max(round((max(down) - top) * UNIT), 1)
        corner = self._bounds(left, top, left, top)
        bounds = corner._replace(right=corner.left + width * _EMU, bottom=corner.top + height * _EMU)
        runs = "".join([_run(path, left, top) for path in shape.paths])
        filled = "" if shape.fill else ' fill="none"'
        outline = (
            '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
            f'<a:pathLst><a:path w="{width}" h="{height}"{filled}>{runs}</a:path></a:pathLst></a:custGeom>'
        )
        return self._shape(shape, bounds, outline, shape.arrow), bounds

    def _line(self, shape: Line) -> Drawn:
        (a, b), (c, d) = shape.start, shape.end
        bounds = self._bounds(min(a, c), min(b, d), max(a, c), max(b, d))
        turned = (' flipH="1"' if c < a else "") + (' flipV="1"' if d < b else "")
        return (
            f"<p:cxnSp><p:nvCxnSpPr>{UNNUMBERED} name={quoted(shape.name)}/><p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr>"
            f"<p:spPr>{bounds.xml(turned)}{geometry('line')}{self.inks.line(shape.pen, shape.arrow)}</p:spPr></p:cxnSp>"
        ), bounds

    def _text(self, shape: Text) -> Drawn:
        lettering = LETTERINGS[shape.face]
        box = label_box(shape, lettering)
        turned = f' rot="{round(shape.angle * 60000) % 21600000}"' if shape.angle else ""
        xml = label_xml(shape, lettering, self._bounds(*box.flat).xml(turned), self.inks, self.language)
        return xml, self._bounds(*box.turned)

    def _picture(self, shape: Picture) -> Drawn:
        bounds = self._bounds(shape.x, shape.y, shape.x + shape.width, shape.y + shape.height)
        self.pictures.append((shape.image, shape.width / _INCH))
        return (
            f"<p:pic><p:nvPicPr>{UNNUMBERED} name={quoted(shape.name)}>{DECORATIVE}</p:cNvPr>"
            '<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>'
            f'<p:blipFill>{_EMBEDDED}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
            f"<p:spPr>{bounds.xml()}{geometry('rect')}</p:spPr></p:pic>"
        ), bounds


def _rectangle(shape: Rect) -> str:
    if not shape.radius:
        return geometry("rect")
    return geometry("roundRect", round(min(shape.radius / min(shape.width, shape.height), 0.5) * 100000))


def _run(path: Subpath, left: float, top: float) -> str:
    """One run of a path (20.1.9.15), without points that fall on the one before."""
    spots = [(round((x - left) * UNIT), round((y - top) * UNIT)) for x, y in path.points]
    if path.curved:
        form, steps = _CURVE * (len(spots) // 3), spots[1:]
    else:
        steps = [spot for before, spot in pairwise(spots) if spot != before]
        form = _STRAIGHT * len(steps)
    start = f"<a:moveTo>{_SPOT % spots[0]}</a:moveTo>"
    return f"{start}{form % tuple(chain.from_iterable(steps))}{'<a:close/>' if path.closed else ''}"
