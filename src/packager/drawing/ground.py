"""The ground of a map: sea and land, areas, borders, hills, lakes and rivers, as shapes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from packager.drawing import atlas
from packager.drawing.clip import Box, clip_line, clip_ring, dense, every_so_often, length, projected, smooth, straightened, thin
from packager.drawing.gazetteer import gazetteer, river, river_label, river_names
from packager.drawing.projection import Cone, Fitted
from packager.drawing.shapes import XY, Fill, Freeform, Group, Pen, Rect, Role, Shape, Subpath
from packager.drawing.shore import at_sea
from packager.drawing.style import DrawingStyle
from packager.drawing.terrain import Terrain, draw_on, terrain
from packager.model.drawings import Area, Map

MARGIN = 30.0
"""Points beyond the paper up to which lines are drawn, so that their ends are never seen."""
FINE, MIDDLE = 22.0, 4.0
"""Points a degree from which the finest land is used, and from which the middle one is."""
SHORT = 0.05
"""How long a river must be, as a share of the map's width, to be drawn without having been asked for."""
WATERLINES = ((11.5, 0.4), (7.7, 0.6), (3.9, 0.85))
"""Distance from the coast, in widths of the coast's line, and strength of the lines on the water."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A map's paper, and what of the world is on it."""

    fitted: Fitted
    window: atlas.Window
    land: atlas.Land
    style: DrawingStyle

    @property
    def box(self) -> Box:
        """The paper as a rectangle."""
        return 0.0, 0.0, self.fitted.width, self.fitted.height

    @property
    def wide(self) -> Box:
        """The paper and a margin."""
        return -MARGIN, -MARGIN, self.fitted.width + MARGIN, self.fitted.height + MARGIN

    def rings(self, rings: Iterable[Sequence[XY]], apart: float = 0.35) -> list[list[XY]]:
        """Rings in degrees as rings on the paper; they may be cut off by its edge."""
        w = self.window
        limits = (w.west - 0.5, w.south - 0.5, w.east + 0.5, w.north + 0.5)
        cut = (clip_ring(ring, limits) for ring in rings)
        curved = isinstance(self.fitted.projection, Cone)
        closed = (dense([*ring, ring[0]], 2.0) if curved else ring for ring in cut if len(ring) > 2)
        drawn = (clip_ring([self.fitted.xy(*p) for p in ring], self.box) for ring in closed)
        return [thinned for ring in drawn if len(thinned := thin(ring, apart)) > 3]

    def lines(self, lines: Iterable[Sequence[XY]], apart: float = 0.35) -> list[list[XY]]:
        """Lines in degrees as lines on the paper and its margin."""
        drawn = projected(lines, self.fitted.xy)
        return [run for line in drawn for run in clip_line(thin(line, apart), self.wide)]


@dataclass(frozen=True, slots=True)
class Course:
    """A river as drawn: its name, its label, and its lines; branches are thinner."""

    name: str
    label: str
    path: tuple[str | int, ...]
    main: tuple[tuple[XY, ...], ...]
    branches: tuple[tuple[XY, ...], ...]

    @property
    def length(self) -> float:
        """How long it is on the paper."""
        return sum(map(length, self.main or self.branches))


def paper(fitted: Fitted, style: DrawingStyle) -> Paper:
    """The paper with land in the detail that its scale asks for."""
    detail: atlas.Detail = "10m" if fitted.scale >= FINE else "50m" if fitted.scale >= MIDDLE else "110m"
    return Paper(fitted, fitted.window(MARGIN), atlas.land(detail), style)


def land_and_sea(on: Paper, coasts: Sequence[Sequence[XY]]) -> tuple[list[Shape], Terrain]:
    """Sea, lines along the coast, land; and the grid that knows which is which."""
    rings = on.rings(on.land.land(on.window))
    shapes: list[Shape] = [Rect("sea", 0, 0, on.fitted.width, on.fitted.height, Fill("sea"))]
    waterlines = tuple(_waterlines(coasts, on))
    if waterlines:
        shapes.append(Group("water lines", waterlines))
    shapes.append(Freeform("land", tuple(Subpath(tuple(ring), closed=True) for ring in rings), Fill("land")))
    grid = terrain(on.fitted.width, on.fitted.height, rings)
    for run in coasts:
        draw_on(grid, run, 1)
    return shapes, grid


def coast(on: Paper, coasts: Sequence[Sequence[XY]]) -> list[Shape]:
    """The line between land and sea."""
    paths = tuple(Subpath(tuple(run)) for run in coasts)
    return [Freeform("coast", paths, pen=Pen("coast", on.style.line))] if paths else []


def _waterlines(coasts: Sequence[Sequence[XY]], on: Paper) -> Iterator[Shape]:
    """Lines on the water that follow the coast, fainter the farther they are."""
    style = on.style
    for distance, opacity in WATERLINES:
        away = distance * style.line
        rough = [thin(run, max(1.8 * style.line, 0.3 * away)) for run in coasts]
        runs = (run for line in at_sea(rough, away) for run in clip_line(line, on.box))
        paths = tuple(Subpath(tuple(straightened(run, 0.2 * style.line))) for run in runs)
        if paths:
            yield Freeform("water line", paths, pen=Pen("waterline", 0.65 * style.line, opacity))


def lakes(model: Map, on: Paper) -> list[Shape]:
    """Lakes that nature made; those behind dams only on a map of today."""
    kinds = ("natural", "reservoir") if model.period == "today" else ("natural",)
    rings = [ring for kind in kinds for ring in atlas.water().rings(atlas.water().head["lakes"][kind], on.window)]
    paths = tuple(Subpath(tuple(ring), closed=True) for ring in on.rings(rings))
    return [Freeform("lakes", paths, Fill("sea"), Pen("coast", 0.8 * on.style.line))] if paths else []


def borders(on: Paper) -> list[Shape]:
    """Today's borders."""
    paths = tuple(Subpath(tuple(run)) for run in on.lines(on.land.borders(on.window)))
    return [Freeform("borders", paths, pen=Pen("border", 0.8 * on.style.line, 0.7))] if paths else []


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
        return Course(name, name, path, _curves([along], on), ())
    known = river(name)
    if known is None:
        return None
    parts = atlas.water().head["rivers"][known]
    main, branches = (_curves(atlas.water().runs(parts.get(kind, ()), on.window), on) for kind in ("main", "branch"))
    return Course(name, river_label(name), path, main, branches)


def _curves(lines: Iterable[Sequence[XY]], on: Paper) -> tuple[tuple[XY, ...], ...]:
    return tuple(tuple(run) for run in on.lines(lines, 1.6))


def river_shapes(course: Course, style: DrawingStyle) -> Iterator[Shape]:
    """A river as a freeform that bears its name."""
    if course.branches:
        yield Freeform(f"{course.label}: branches", _smooth(course.branches), pen=Pen("river", 2.0 * style.line))
    if course.main:
        yield Freeform(course.label, _smooth(course.main), pen=Pen("river", 2.9 * style.line))


def _smooth(lines: Iterable[Sequence[XY]]) -> tuple[Subpath, ...]:
    return tuple(Subpath(smooth(line), curved=True) for line in lines)


def area_role(area: Area, turn: int) -> Role:
    """The colour of an area; tints and green by turns where the author says nothing."""
    named: dict[str, Role] = {"tint": "t3", "green": "fertile", "strong": "accent"}
    if area.colour:
        return named[area.colour]
    return "fertile" if area.beside or turn % 2 else "t3"


def area_shapes(area: Area, role: Role, on: Paper, rivers: Sequence[Course]) -> Iterator[Shape]:
    """An area in its colour."""
    if area.beside:
        lines = [line for c in rivers if river(c.name) == river(area.beside) or c.name == area.beside for line in (*c.main, *c.branches)]
        if lines:
            yield Freeform(area.name, _smooth(lines), pen=Pen(role, 9.0 * on.style.line))
        return
    rings = on.rings(on.land.country(area.country, on.window) if area.country else [list(area.polygon or ())])
    paths = tuple(Subpath(tuple(ring), closed=True) for ring in rings)
    if paths:
        opacity = 0.45 if role == "accent" else 0.9
        yield Freeform(area.name, paths, Fill(role, opacity), Pen("accent", 1.1 * on.style.line, 0.8) if role != "fertile" else None)


def hills(model: Map, on: Paper, grid: Terrain) -> list[Shape]:
    """Ranges of hills as rows of carets: those that are named, or all where the layer is asked for."""
    names = [label.name for label in model.relief] if model.relief else list(gazetteer().hills) if "relief" in model.layers else []
    size = 4.2 * on.style.line
    paths: list[Subpath] = []
    for name in names:
        for line in on.lines([gazetteer().hills.get(name, ())]) if name in gazetteer().hills else ():
            paths += _carets(line, size, on, grid)
    return [Freeform("hills", tuple(paths), pen=Pen("hill", 1.1 * on.style.line))] if paths else []


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


def mark(grid: Terrain, rivers: Iterable[Course]) -> None:
    """Marks the rivers on the grid."""
    for course in rivers:
        for line in (*course.main, *course.branches):
            if length(line) > 1:
                draw_on(grid, line, 2)
