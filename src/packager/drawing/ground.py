"""The ground of a map: sea and land with the lines along their coast, as shapes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from packager.drawing.clip import Box, clip_line, clip_ring
from packager.drawing.paper import Paper
from packager.drawing.shapes import XY, Fill, Freeform, Group, Pen, Rect, Shape, Subpath
from packager.drawing.shore import at_sea
from packager.drawing.terrain import Terrain, draw_on, terrain

WATERLINES = ((3.9, 0.85), (7.7, 0.6), (11.5, 0.4))
"""Distance from the coast, in widths of the coast's line, and strength of the lines on the water."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Sea, land and coast, and the grid that knows which is which."""

    below: tuple[Shape, ...]
    coast: tuple[Shape, ...]
    grid: Terrain
    """Nothing may be drawn on it: maps share it."""


@dataclass(frozen=True, slots=True)
class _Shore:
    """The rings of land on a paper, its coasts, and for each distance the lines on the water."""

    rings: list[list[XY]]
    coasts: list[list[XY]]
    lines: list[list[list[XY]]]

    def put(self, there: Callable[[list[list[XY]]], list[list[XY]]]) -> _Shore:
        """The same shore elsewhere."""
        return _Shore(there(self.rings), there(self.coasts), [there(runs) for runs in self.lines])


@lru_cache(maxsize=8)
def ground(on: Paper, usual: Paper) -> Ground:
    """The ground of a paper: that of the usual one, where this is a part of it, so that all formats and editions have it in common."""
    there = on.seen_from(usual)
    shore = _shore(usual).put(there) if there else _shore(on)
    rings = [ring for each in shore.rings if len(ring := clip_ring(each, on.box)) > 2]
    shapes: list[Shape] = [Rect("sea", 0, 0, on.fitted.width, on.fitted.height, Fill("sea"))]
    waterlines = tuple(_waterlines(shore.lines, on))
    if waterlines:
        shapes.append(Group("water lines", waterlines))
    if rings:
        shapes.append(Freeform("land", areas(rings), Fill("land")))
    grid = terrain(on.fitted.width, on.fitted.height, rings)
    for run in shore.coasts:
        draw_on(grid, run, 1)
    paths = runs_in(shore.coasts, on.inner(on.line))
    coast = (Freeform("coast", paths, pen=Pen("coast", on.line)),) if paths else ()
    return Ground(tuple(shapes), coast, grid)


@lru_cache(maxsize=16)
def _shore(on: Paper) -> _Shore:
    rings, coasts = on.traced(on.land, "land")
    return _Shore(rings, coasts, at_sea(coasts, [distance * on.line for distance, _ in WATERLINES], on.wide))


def areas(rings: Iterable[Sequence[XY]]) -> tuple[Subpath, ...]:
    """Rings as closed paths."""
    return tuple(Subpath(tuple(ring), closed=True) for ring in rings)


def runs_in(lines: Iterable[Sequence[XY]], box: Box) -> tuple[Subpath, ...]:
    """Lines inside a rectangle as paths."""
    return tuple(Subpath(tuple(run)) for line in lines for run in clip_line(line, box))


def _waterlines(lines: Sequence[Sequence[Sequence[XY]]], on: Paper) -> Iterator[Shape]:
    """Lines on the water that follow the coast, fainter the farther they are, and the faintest below."""
    width = 0.65 * on.line
    for runs, (_, opacity) in reversed(list(zip(lines, WATERLINES, strict=True))):
        paths = runs_in(runs, on.inner(width))
        if paths:
            yield Freeform("water line", paths, pen=Pen("waterline", width, opacity))
