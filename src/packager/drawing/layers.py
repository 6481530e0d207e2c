"""What lies on the ground of a map: areas, borders, lakes and hills."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from packager.drawing import atlas
from packager.drawing.clip import every_so_often
from packager.drawing.courses import Course, smoothed
from packager.drawing.framed import inside
from packager.drawing.gazetteer import gazetteer, river
from packager.drawing.ground import areas, runs_in
from packager.drawing.paper import Paper
from packager.drawing.shapes import XY, Fill, Freeform, Pen, Role, Shape, Subpath
from packager.drawing.terrain import Terrain
from packager.model.drawings import Area, Map


@lru_cache(maxsize=16)
def lakes(today: bool, on: Paper) -> tuple[Shape, ...]:
    """Lakes that nature made; those behind dams only on a map of today."""
    kinds = ("natural", "reservoir") if today else ("natural",)
    paths = areas(ring for kind in kinds for ring in on.traced(atlas.water(), f"lakes {kind}")[0])
    return inside([Freeform("lakes", paths, Fill("sea"), Pen("coast", 0.8 * on.line))] if paths else [], on.box)


@lru_cache(maxsize=16)
def borders(on: Paper) -> tuple[Shape, ...]:
    """Today's borders."""
    width = 0.8 * on.line
    paths = runs_in(on.traced(on.land, "borders")[1], on.inner(width))
    return (Freeform("borders", paths, pen=Pen("border", width, 0.7)),) if paths else ()


@lru_cache(maxsize=16)
def country(code: str, on: Paper) -> list[list[XY]]:
    """The outlines of a country on the paper."""
    return on.traced(on.land, code)[0]


def area_role(area: Area, turn: int) -> Role:
    """The colour of an area; tints and green by turns where the author says nothing."""
    named: dict[str, Role] = {"tint": "t3", "green": "fertile", "strong": "accent"}
    if area.colour:
        return named[area.colour]
    return "fertile" if area.beside or turn % 2 else "t3"


@lru_cache(maxsize=32)
def area_shapes(area: Area, role: Role, on: Paper, rivers: tuple[Course, ...]) -> tuple[Shape, ...]:
    """An area in its colour."""
    if area.beside:
        lines = [line for c in rivers if river(c.name) == river(area.beside) or c.name == area.beside for line in (*c.main, *c.branches)]
        return inside([Freeform(area.name, smoothed(lines), pen=Pen(role, 9.0 * on.line))] if lines else [], on.box)
    paths = areas(country(area.country, on) if area.country else on.rings([list(area.polygon or ())]))
    if not paths:
        return ()
    opacity = 0.45 if role == "accent" else 0.9
    pen = Pen("accent", 1.1 * on.line, 0.8) if role != "fertile" else None
    return inside([Freeform(area.name, paths, Fill(role, opacity), pen)], on.box)


def hills(model: Map, on: Paper, grid: Terrain) -> tuple[Shape, ...]:
    """Ranges of hills as rows of carets: those that are named, or all where the layer is asked for."""
    names = [label.name for label in model.relief] if model.relief else list(gazetteer().hills) if "relief" in model.layers else []
    size = 4.2 * on.line
    paths: list[Subpath] = []
    for line in on.lines(gazetteer().hills[name] for name in names if name in gazetteer().hills):
        paths += _carets(line, size, on, grid)
    return inside([Freeform("hills", tuple(paths), pen=Pen("hill", 1.1 * on.line))] if paths else [], on.box)


def _carets(line: Sequence[XY], size: float, on: Paper, grid: Terrain) -> Iterator[Subpath]:
    """Two rows along a line, one on each side, shifted against each other."""
    for row in (-1, 1):
        for number, ((x, y), (dx, dy)) in enumerate(every_so_often(line, 2.6 * size)):
            shift = (0.65 if row > 0 else -0.65) * size
            wave = 0.35 * size * (1 if number % 2 else -1)
            u, v = x - dy * row * 1.25 * size + dx * (shift + wave), y + dx * row * 1.25 * size + dy * (shift + wave)
            land, ink = grid.under((u - size, v - size, u + size, v + size))
            if size < u < on.fitted.width - size and size < v < on.fitted.height - size and land > 0.9 and ink < 2:
                yield Subpath(((u - size, v + 0.6 * size), (u, v - 0.6 * size), (u + size, v + 0.6 * size)))
