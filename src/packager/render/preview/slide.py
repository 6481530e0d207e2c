"""One arranged slide as SVG, with the layout that it fills."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping
from functools import singledispatchmethod

from packager.drawing import shapes
from packager.render.deck import (
    HEIGHT,
    WIDTH,
    Box,
    Cell,
    Crop,
    DrawingSlot,
    Edge,
    Mark,
    PictureSlot,
    Slide,
    Slot,
    TableSlot,
    TextSlot,
    Tone,
    line,
)
from packager.render.look import Look, PatternPart
from packager.render.media import Media, rasterised
from packager.render.pptx.layout import Decoration, Level, Place
from packager.render.pptx.layouts import LAYOUTS, SPINE
from packager.render.pptx.logo import FREE
from packager.render.preview.lettering import POINTS, Lettering, Setting, colour_of
from packager.render.svg.faces import office_families
from packager.render.svg.palette import palette
from packager.render.svg.write import as_svg

_FINENESS = 0.5
"""Of the resolution that pictures have in files: previews are small."""
_PATTERN_WIDTH: Mapping[PatternPart, int] = {"spine": 32, "tile": 720}
"""Pixels in which a pattern is as high as the picture of a slide."""
_BUBBLE = ((0, 0), (1, 0), (1, 0.89), (0.226, 0.89), (0.144, 1), (0.159, 0.89), (0, 0.89))
"""The corners of the speech bubble in its box; the tail hangs below it."""


class SlidePainter:
    """Draws slides in the look of a subject."""

    def __init__(self, look: Look, media: Media) -> None:
        self.look, self.media, self.lettering = look, media, Lettering(look)
        self._patterns: dict[PatternPart, str] = {}

    def svg(self, slide: Slide, number: int) -> str:
        """The slide as an SVG file, a unit a point."""
        size = f'viewBox="0 0 {WIDTH * POINTS:g} {HEIGHT * POINTS:g}"'
        space = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
        return f"<svg {space} {size}>{''.join(self._parts(slide, number))}</svg>"

    def _parts(self, slide: Slide, number: int) -> Iterator[str]:
        layout = LAYOUTS[slide.layout]
        yield self._rectangle(Box(0, 0, WIDTH, HEIGHT), layout.ground)
        if layout.ground is Tone.PAPER:
            yield self._decoration(SPINE)
        yield from map(self._decoration, layout.decorations)
        yield from (self._mark(mark) for mark in slide.marks if not mark.front)
        for slot in (slide.title, *slide.slots):
            yield self._slot(slot, FREE if slot.name == FREE.name else layout.place(slot.name))
        yield from (self._mark(mark) for mark in slide.marks if mark.front)
        yield self._text(TextSlot("footer", "", (line(slide.footer),)), layout.place("footer"))
        yield self._text(TextSlot("number", "", (line(str(number)),)), layout.place("number"))

    @singledispatchmethod
    def _slot(self, slot: Slot, place: Place) -> str:
        raise TypeError(f"no picture of {type(slot).__name__}")

    @_slot.register
    def _text(self, slot: TextSlot, place: Place) -> str:
        box, inset = slot.box or place.box, place.inset
        inner = _inner(box, inset.left, inset.top, inset.right, inset.bottom)
        text = self.lettering.block(slot.lines, lambda p: place.level(p.level).at(slot.scale), Setting(inner, place.anchor, place.align))
        return self._framed(box, place) + text

    @_slot.register
    def _picture(self, slot: PictureSlot, place: Place) -> str:
        whole = _uncropped(slot.box, slot.crop)
        x, y, w, h = (value * POINTS for value in slot.box)
        name = f"crop-{place.name}"
        clip = f'<clipPath id="{name}"><rect x="{x:.2f}" y="{y:.2f}" width="{w:.2f}" height="{h:.2f}"/></clipPath>'
        shown = f'{clip}<g clip-path="url(#{name})">{self._image(slot.path, whole)}</g>'
        return shown + self._framed(slot.box, place, fill=False)

    @_slot.register
    def _table(self, slot: TableSlot, place: Place) -> str:
        drawn, texts = list[str](), list[str]()
        for y, row in enumerate(slot.rows):
            for x, cell in enumerate(row.cells):
                if cell is not None:
                    box = _cell_box(slot, x, y, cell)
                    drawn += self._grounds(cell, box)
                    texts.append(self._cell(cell, box))
        return "".join((*drawn, *texts))

    @_slot.register
    def _drawing(self, slot: DrawingSlot, place: Place) -> str:
        drawing = shapes.Drawing(slot.box.w * POINTS, slot.box.h * POINTS, slot.root)
        svg = as_svg(drawing, palette(self.look), office_families(self.look.fonts), lambda path: self._address(path, slot.box.w))
        return svg.replace("<svg ", f'<svg x="{slot.box.x * POINTS:.2f}" y="{slot.box.y * POINTS:.2f}" ', 1)

    def _cell(self, cell: Cell, box: Box) -> str:
        inset = cell.inset
        level = Level(cell.size, cell.pitch, tone=cell.tone)
        inner = _inner(box, inset.left, inset.top, inset.right, inset.bottom)
        return self.lettering.block(cell.lines, lambda _: level, Setting(inner, cell.anchor, cell.align, cell.hang))

    def _grounds(self, cell: Cell, box: Box) -> Iterator[str]:
        if cell.fill:
            yield self._rectangle(box, cell.fill)
        left, top, right, bottom = box.x, box.y, box.right, box.bottom
        yield self._edge(cell.top, (left, top), (right, top))
        yield self._edge(cell.bottom, (left, bottom), (right, bottom))
        yield self._edge(cell.left, (left, top), (left, bottom))
        yield self._edge(cell.right, (right, top), (right, bottom))

    def _edge(self, edge: Edge, start: tuple[float, float], end: tuple[float, float]) -> str:
        if not edge.width:
            return ""
        (a, b), (c, d) = start, end
        path = f"M{a * POINTS:.2f} {b * POINTS:.2f}L{c * POINTS:.2f} {d * POINTS:.2f}"
        return f'<path d="{path}" stroke="{colour_of(edge.tone, self.look)}" stroke-width="{edge.width:g}"/>'

    def _framed(self, box: Box, place: Place, fill: bool = True) -> str:
        """The ground and outline of a place."""
        ground = place.fill if fill else None
        if not ground and not place.outline:
            return ""
        return self._rectangle(box, ground, place.outline, min(box.h / 2, 0.12) if place.rounded else 0)

    def _mark(self, mark: Mark) -> str:
        return self._disc(mark.box, mark.tone) if mark.kind == "disc" else self._rectangle(mark.box, mark.tone)

    def _decoration(self, decoration: Decoration) -> str:
        box, form = decoration.box, decoration.form
        if form in ("spine", "tile"):
            return _shown(self._pattern("spine" if form == "spine" else "tile"), box, "xMidYMid slice")
        if form == "bubble":
            points = " ".join(f"{(box.x + x * box.w) * POINTS:.1f},{(box.y + y * box.h) * POINTS:.1f}" for x, y in _BUBBLE)
            return f'<polygon points="{points}" fill="{colour_of(decoration.tone, self.look)}"/>'
        return self._disc(box, decoration.tone) if form == "disc" else self._rectangle(box, decoration.tone)

    def _pattern(self, part: PatternPart) -> str:
        """A pattern of many shapes, drawn once for all slides."""
        if part not in self._patterns:
            self._patterns[part] = _data("png", rasterised(self.look.pattern(part), _PATTERN_WIDTH[part]).content)
        return self._patterns[part]

    def _disc(self, box: Box, tone: Tone) -> str:
        rx, ry = box.w * POINTS / 2, box.h * POINTS / 2
        centre = f'cx="{box.x * POINTS + rx:.2f}" cy="{box.y * POINTS + ry:.2f}"'
        return f'<ellipse {centre} rx="{rx:.2f}" ry="{ry:.2f}" fill="{colour_of(tone, self.look)}"/>'

    def _rectangle(self, box: Box, tone: Tone | None, outline: Tone | None = None, radius: float = 0) -> str:
        x, y, w, h = (value * POINTS for value in box)
        stroke = f' stroke="{colour_of(outline, self.look)}"' if outline else ""
        fill = colour_of(tone, self.look) if tone else "none"
        return f'<rect x="{x:.2f}" y="{y:.2f}" width="{w:.2f}" height="{h:.2f}" rx="{radius * POINTS:g}" fill="{fill}"{stroke}/>'

    def _image(self, path: str, box: Box) -> str:
        return _shown(self._address(path, box.w), box, "none")

    def _address(self, path: str, width: float) -> str:
        raster = self.media.raster(path, width * _FINENESS)
        return _data({"jpg": "jpeg"}.get(raster.extension, raster.extension), raster.content)


def _shown(address: str, box: Box, fit: str) -> str:
    x, y, w, h = (value * POINTS for value in box)
    place = f'x="{x:.2f}" y="{y:.2f}" width="{w:.2f}" height="{h:.2f}"'
    return f'<image {place} preserveAspectRatio="{fit}" xlink:href="{address}"/>'


def _data(kind: str, content: bytes) -> str:
    return f"data:image/{kind};base64,{b64encode(content).decode()}"


def _inner(box: Box, left: float, top: float, right: float, bottom: float) -> Box:
    """A box without its insets, which are in points."""
    return Box(box.x + left / POINTS, box.y + top / POINTS, box.w - (left + right) / POINTS, box.h - (top + bottom) / POINTS)


def _uncropped(box: Box, crop: Crop) -> Box:
    """Where the whole picture would stand of which `box` shows what is not cut off."""
    w, h = box.w / (1 - crop.left - crop.right), box.h / (1 - crop.top - crop.bottom)
    return Box(box.x - w * crop.left, box.y - h * crop.top, w, h)


def _cell_box(table: TableSlot, x: int, y: int, cell: Cell) -> Box:
    left = table.x + sum(table.columns[:x])
    top = table.y + sum(row.height for row in table.rows[:y])
    width = sum(table.columns[x : x + cell.columns])
    return Box(left, top, width, sum(row.height for row in table.rows[y : y + cell.rows]))
