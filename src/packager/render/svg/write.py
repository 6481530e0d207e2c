"""A drawing as an SVG file (SVG 1.1): shapes one to one, text as text, fonts by name."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, singledispatchmethod
from typing import Literal
from xml.sax.saxutils import escape, quoteattr

from packager.drawing.shapes import XY, Drawing, Ellipse, Face, Fill, Freeform, Group, Line, Pen, Picture, Rect, Shape, Subpath, Text
from packager.render.svg.palette import Palette

HALO = 0.26
"""The width of the halo around a text, in ems."""
HEAD = 4.0
"""The length of an arrowhead, in widths of its line."""
Families = Mapping[Face | Literal["nought"], str]
"""The font family for each face; `nought` is that of the digit 0, where the face's own is slashed."""
_NOUGHTS = re.compile(r"\.00(?!\d)|(?<=\.\d)0(?!\d)|-(?=0\.00(?!\d))")
"""What a number with two decimals has too much: noughts at its end, and a minus before nought."""
_WEIGHT: Mapping[Face, int] = {"text": 400, "text-bold": 700, "display": 400, "display-bold": 600, "display-italic": 400}


def as_svg(drawing: Drawing, palette: Palette, families: Families, picture: Callable[[str], str] | None = None) -> str:
    """The drawing as SVG, a unit a point; `picture` gives what an `image` refers to: a data address, or a file beside it."""
    writer = _Writer(palette, families, picture or (lambda image: image))
    size = f'viewBox="0 0 {_n(drawing.width)} {_n(drawing.height)}" width="{_n(drawing.width)}" height="{_n(drawing.height)}"'
    space = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    body = "\n".join(writer.write(drawing.root))
    return f"<svg {space} {size}>\n{body}\n</svg>\n"


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes shapes, one element a line."""

    palette: Palette
    families: Families
    picture: Callable[[str], str]

    @singledispatchmethod
    def write(self, shape: Shape) -> Iterator[str]:
        raise TypeError(f"no SVG for {type(shape).__name__}")

    @write.register
    def _(self, shape: Group) -> Iterator[str]:
        clip = ""
        if shape.clip:
            x, y, width, height = map(_n, shape.clip)
            name = f"clip-{x}-{y}-{width}-{height}".replace(".", "_")
            yield f'<clipPath id="{name}"><rect x="{x}" y="{y}" width="{width}" height="{height}"/></clipPath>'
            clip = f' clip-path="url(#{name})"'
        yield f"<g data-name={quoteattr(shape.name)}{clip}>"
        for part in shape.shapes:
            yield from self.write(part)
        yield "</g>"

    @write.register
    def _(self, shape: Freeform) -> Iterator[str]:
        pen = shape.pen
        paths = shape.paths
        if shape.arrow and pen:
            paths = (*paths[:-1], _shortened(paths[-1], HEAD * 0.7 * pen.width))
        yield f'<path data-name={quoteattr(shape.name)} d="{_outline(paths)}"{self._fill(shape.fill)}{self._pen(pen)}/>'
        if shape.arrow and pen:
            yield self._head(shape.paths[-1].points[-2], shape.paths[-1].points[-1], pen)

    @write.register
    def _(self, shape: Line) -> Iterator[str]:
        end = _toward(shape.end, shape.start, HEAD * 0.7 * shape.pen.width) if shape.arrow else shape.end
        (a, b), (c, d) = shape.start, end
        yield f'<path data-name={quoteattr(shape.name)} d="M{_n(a)} {_n(b)}L{_n(c)} {_n(d)}" fill="none"{self._pen(shape.pen)}/>'
        if shape.arrow:
            yield self._head(shape.start, shape.end, shape.pen)

    @write.register
    def _(self, shape: Rect) -> Iterator[str]:
        place = f'x="{_n(shape.x)}" y="{_n(shape.y)}" width="{_n(shape.width)}" height="{_n(shape.height)}"'
        radius = f' rx="{_n(shape.radius)}"' if shape.radius else ""
        yield f"<rect data-name={quoteattr(shape.name)} {place}{radius}{self._fill(shape.fill)}{self._pen(shape.pen)}/>"

    @write.register
    def _(self, shape: Ellipse) -> Iterator[str]:
        place = f'cx="{_n(shape.x)}" cy="{_n(shape.y)}" rx="{_n(shape.rx)}" ry="{_n(shape.ry)}"'
        yield f"<ellipse data-name={quoteattr(shape.name)} {place}{self._fill(shape.fill)}{self._pen(shape.pen)}/>"

    @write.register
    def _(self, shape: Picture) -> Iterator[str]:
        place = f'x="{_n(shape.x)}" y="{_n(shape.y)}" width="{_n(shape.width)}" height="{_n(shape.height)}"'
        yield f"<image {place} xlink:href={quoteattr(self.picture(shape.image))}/>"

    @write.register
    def _(self, shape: Text) -> Iterator[str]:
        family = quoteattr(self.families[shape.face])
        look = f'font-family={family} font-size="{_n(shape.size)}" font-weight="{_WEIGHT[shape.face]}" text-anchor="{shape.anchor}"'
        if shape.face == "display-italic":
            look += ' font-style="italic"'
        if shape.tracking:
            look += f' letter-spacing="{_n(shape.tracking)}"'
        if shape.angle:
            look += f' transform="rotate({_n(shape.angle)} {_n(shape.x)} {_n(shape.y)})"'
        rows = [
            f'<tspan x="{_n(shape.x)}" y="{_n(shape.y + i * shape.pitch)}">{self._row(row, shape.face)}</tspan>'
            for i, row in enumerate(shape.lines)
        ]
        body = "".join(rows)
        if shape.halo:
            halo = (
                f'stroke="{self.palette[shape.halo]}" stroke-width="{_n(HALO * shape.size)}" stroke-linejoin="round" stroke-opacity="0.85"'
            )
            yield f'<text {look} fill="none" {halo} aria-hidden="true">{body}</text>'
        yield f'<text data-name={quoteattr(shape.name)} {look} fill="{self.palette[shape.role]}">{body}</text>'

    def _row(self, row: str, face: Face) -> str:
        nought = self.families.get("nought")
        plain = escape(row)
        return plain.replace("0", f"<tspan font-family={quoteattr(nought)}>0</tspan>") if nought and face.startswith("text") else plain

    def _fill(self, fill: Fill | None) -> str:
        if fill is None:
            return ' fill="none"'
        return f' fill="{self.palette[fill.role]}"' + (f' fill-opacity="{_n(fill.opacity)}"' if fill.opacity < 1 else "")

    def _pen(self, pen: Pen | None) -> str:
        if pen is None:
            return ""
        cap = "butt" if pen.flat else "round"
        faint = f' stroke-opacity="{_n(pen.opacity)}"' if pen.opacity < 1 else ""
        return f' stroke="{self.palette[pen.role]}" stroke-width="{_n(pen.width)}" stroke-linecap="{cap}" stroke-linejoin="round"{faint}'

    def _head(self, before: XY, tip: XY, pen: Pen) -> str:
        angle = math.atan2(tip[1] - before[1], tip[0] - before[0])
        length = HEAD * pen.width
        corners = [(tip[0] - length * math.cos(angle + turn), tip[1] - length * math.sin(angle + turn)) for turn in (0.5, -0.5)]
        return f'<path d="{_path(Subpath((tip, *corners), closed=True))}"{self._fill(Fill(pen.role, pen.opacity))}/>'


@lru_cache(maxsize=64)
def _outline(paths: tuple[Subpath, ...]) -> str:
    """The runs of a path; coasts are written once for all formats and editions that show them."""
    return "".join(map(_path, paths))


def _path(path: Subpath) -> str:
    start, *rest = [f"{x:.2f} {y:.2f}" for x, y in path.points]
    drawn = f"M{start}{'C' if path.curved else 'L'}{' '.join(rest)}{'Z' if path.closed else ''}"
    return _NOUGHTS.sub("", drawn)


def _shortened(path: Subpath, by: float) -> Subpath:
    """The path that ends where its arrowhead begins."""
    return Subpath((*path.points[:-1], _toward(path.points[-1], path.points[-2], by)), path.closed, path.curved)


def _toward(point: XY, other: XY, by: float) -> XY:
    length = math.dist(point, other)
    share = min(by / length, 0.9) if length else 0
    return point[0] + (other[0] - point[0]) * share, point[1] + (other[1] - point[1]) * share


def _n(value: float) -> str:
    """A number with two decimals at most, and no minus before nought."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
