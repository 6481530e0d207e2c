"""Halos: the ground below a name shows through between its letters, so that no line runs through them."""

from __future__ import annotations

from dataclasses import replace

from packager.drawing.clip import Box
from packager.drawing.room import boxes_of
from packager.drawing.shapes import Shape, Text
from packager.drawing.terrain import Terrain
from packager.drawing.text import ASCENT, Lines


def haloed(shape: Shape, grid: Terrain) -> Shape:
    """A name with a halo of what it stands on, land or sea; without one where nothing is drawn below it."""
    if not isinstance(shape, Text) or not shape.halo:
        return shape
    seen = [grid.under(box) for box in _boxes(shape)]
    if not any(ink for _, ink in seen):
        return replace(shape, halo=None)
    return replace(shape, halo="land" if sum(land for land, _ in seen) * 2 >= len(seen) else "sea")


def _boxes(text: Text) -> list[Box]:
    lines = Lines(text.lines, text.face, text.size, text.width, text.tracking)
    if text.angle:
        return boxes_of(lines, (text.x, text.y), text.angle)
    left = text.x - {"start": 0.0, "middle": text.width / 2, "end": text.width}[text.anchor]
    top = text.y - ASCENT * text.size
    return [(left - 1, top, left + text.width + 1, top + lines.height)]
