"""Shapes put elsewhere."""

from __future__ import annotations

from dataclasses import replace

from packager.drawing.shapes import Freeform, Group, Line, Shape, Subpath


def moved(shape: Shape, x: float, y: float) -> Shape:
    """The shape, moved to the right by `x` and down by `y`."""
    match shape:
        case Group():
            clip = (shape.clip[0] + x, shape.clip[1] + y, *shape.clip[2:]) if shape.clip else None
            return replace(shape, shapes=tuple(moved(part, x, y) for part in shape.shapes), clip=clip)
        case Freeform():
            paths = tuple(Subpath(tuple((a + x, b + y) for a, b in p.points), p.closed, p.curved) for p in shape.paths)
            return replace(shape, paths=paths)
        case Line():
            (a, b), (c, d) = shape.start, shape.end
            return replace(shape, start=(a + x, b + y), end=(c + x, d + y))
        case _:
            return replace(shape, x=shape.x + x, y=shape.y + y)
