"""The rivers of a map, as lines that bear their names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from packager.drawing import atlas
from packager.drawing.clip import length, smooth, thin
from packager.drawing.framed import inside
from packager.drawing.gazetteer import river, river_label, river_names
from packager.drawing.paper import Paper
from packager.drawing.shapes import XY, Freeform, Pen, Shape, Subpath
from packager.drawing.terrain import Terrain, draw_on
from packager.model.drawings import Map

SHORT = 0.05
"""How long a river must be, as a share of the map's width, to be drawn without having been asked for."""
APART = 1.6
"""Points between two points of a river, whose curve runs smoothly through them."""


Lines = tuple[tuple[XY, ...], ...]


@dataclass(frozen=True, slots=True)
class Course:
    """A river as drawn: its name, its label, and its lines; branches are thinner."""

    name: str
    label: str
    path: tuple[str | int, ...]
    main: Lines
    branches: Lines

    @property
    def length(self) -> float:
        """How long it is on the paper."""
        return sum(map(length, self.main or self.branches))


def courses(model: Map, on: Paper) -> list[Course]:
    """The rivers of a map that meet its paper."""
    asked: list[tuple[tuple[str | int, ...], str, tuple[XY, ...] | None]]
    asked = [(("rivers", i), each.name, each.along) for i, each in enumerate(model.rivers)]
    if not asked and "rivers" in model.layers:
        asked = [(("layers",), name, None) for name in river_names()]
    found = (_course(path, name, along, on) for path, name, along in asked)
    least = 0 if model.rivers else SHORT * on.fitted.width
    return [each for each in found if each and (each.main or each.branches) and each.length >= least]


def _course(path: tuple[str | int, ...], name: str, along: tuple[XY, ...] | None, on: Paper) -> Course | None:
    if along:
        return Course(name, name, path, _thinned(on.lines([along])), ())
    known = river(name)
    return None if known is None else Course(name, river_label(name), path, _known("main", known, on), _known("branch", known, on))


@lru_cache(maxsize=2048)
def _known(kind: str, name: str, on: Paper) -> Lines:
    return _thinned(on.traced(atlas.water(), f"{kind} {name}")[1])


def _thinned(lines: Iterable[Sequence[XY]]) -> Lines:
    return tuple(tuple(thin(run, APART)) for run in lines)


@lru_cache(maxsize=64)
def river_shapes(course: Course, on: Paper) -> tuple[Shape, ...]:
    """A river as a freeform that bears its name."""
    shapes = []
    if course.branches:
        shapes.append(Freeform(f"{course.label}: branches", smoothed(course.branches), pen=Pen("river", 2.0 * on.line)))
    if course.main:
        shapes.append(Freeform(course.label, smoothed(course.main), pen=Pen("river", 2.9 * on.line)))
    return inside(shapes, on.box)


def smoothed(lines: Iterable[Sequence[XY]]) -> tuple[Subpath, ...]:
    """Smooth curves through the points of lines."""
    return tuple(Subpath(smooth(line), curved=True) for line in lines)


def mark(grid: Terrain, rivers: Iterable[Course]) -> None:
    """Marks the rivers on the grid."""
    for course in rivers:
        for line in (*course.main, *course.branches):
            if length(line) > 1:
                draw_on(grid, line, 2)
