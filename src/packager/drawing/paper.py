"""A map's paper: what of the world is on it, projected and cut to its edges."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from packager.drawing import atlas
from packager.drawing.clip import Box, clip_line, clip_ring, dense, straightened
from packager.drawing.projection import Cone, Fitted
from packager.drawing.shapes import XY

MARGIN = 30.0
"""Points beyond the paper up to which lines are drawn, so that their ends are never seen."""
DEVIATION = 0.25
"""Points by which a line may be drawn off its course: nobody sees it, and the file is half as large."""
_HAIR = 0.01
_STEP = 2.0
"""Degrees between two points along the edge of a window that is curved on the paper."""
_LIKE = 0.55, 1.25
"""How much smaller or larger than another a paper may be, to have its coasts in common."""
_SEAM, _POLE = 180.0, -89.9
"""The longitude at which the world was cut, and the latitude at which it was closed; no coast runs there."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A map's paper; `line` is the unit of the widths of lines, the width of a coast."""

    fitted: Fitted
    window: atlas.Window
    line: float

    @property
    def box(self) -> Box:
        """The paper as a rectangle."""
        return 0.0, 0.0, self.fitted.width, self.fitted.height

    @property
    def wide(self) -> Box:
        """The paper and a margin."""
        return -MARGIN, -MARGIN, self.fitted.width + MARGIN, self.fitted.height + MARGIN

    @property
    def land(self) -> atlas.Packed:
        """The land, as fine as this paper can show."""
        return atlas.land(self.fitted.scale)

    def inner(self, width: float) -> Box:
        """The paper without the half of a line of this width: what is cut here ends where its frame begins."""
        half = width / 2
        return half, half, self.fitted.width - half, self.fitted.height - half

    def seen_from(self, other: Paper) -> Callable[[list[list[XY]]], list[list[XY]]] | None:
        """How lines on another paper lie on this one; None where that does not show all of it, or is of another size."""
        here, there = self.fitted, other.fitted
        k = here.scale / there.scale
        x, y = (there.left - here.left) * here.scale, (here.top - there.top) * here.scale
        covered = x <= _HAIR and y <= _HAIR and x + there.width * k >= here.width - _HAIR and y + there.height * k >= here.height - _HAIR
        if here.projection != there.projection or not covered or not _LIKE[0] <= k <= _LIKE[1]:
            return None
        return lambda lines: [[(a * k + x, b * k + y) for a, b in line] for line in lines]

    def traced(self, packed: atlas.Packed, group: str) -> tuple[list[list[XY]], list[list[XY]]]:
        """The rings of a group, cut to the paper, and its lines on the paper and its margin; both without needless points."""
        place, seams = self.fitted.placer(packed.quantum), self._seams(packed)
        pole = _POLE / packed.quantum
        step = round(_STEP / packed.quantum) if isinstance(self.fitted.projection, Cone) else 0
        rings: list[list[XY]] = []
        runs: list[list[XY]] = []
        for ring in packed.within(group, self.window):
            outline: list[XY] = []
            for xs, ys, is_coast in _stretches(ring, step):
                drawn = straightened(place(xs, ys), DEVIATION)
                # A cone makes a circle of the pole: the way leads straight across it.
                outline += drawn if not step or min(ys) > pole else place(*_above(xs, ys, pole))
                if is_coast:
                    seen = [drawn] if seams is None else [place(*each) for each in _unseamed(xs, ys, seams)]
                    runs += [run for line in seen for run in clip_line(line, self.wide)]
            cut = clip_ring(outline, self.box)
            if len(cut) > 2:
                rings.append(cut)
        return rings, runs

    def _seams(self, packed: atlas.Packed) -> tuple[int, int] | None:
        """Where no coast runs, in the units of the file; None where that is not on the paper."""
        w = self.window
        if w.west > -_SEAM and w.east < _SEAM and w.south > _POLE:
            return None
        return round(_SEAM / packed.quantum), round(_POLE / packed.quantum)

    def rings(self, rings: Iterable[Sequence[XY]]) -> list[list[XY]]:
        """Rings in degrees as rings on the paper; they may be cut off by its edge."""
        w = self.window
        limits = (w.west - 0.5, w.south - 0.5, w.east + 0.5, w.north + 0.5)
        cut = (clip_ring(ring, limits) for ring in rings)
        curved = isinstance(self.fitted.projection, Cone)
        closed = (dense([*ring, ring[0]], 2.0) if curved else ring for ring in cut if len(ring) > 2)
        drawn = (clip_ring([self.fitted.xy(*p) for p in ring], self.box) for ring in closed)
        return [thinned for ring in drawn if len(thinned := straightened(ring, DEVIATION)) > 2]

    def lines(self, lines: Iterable[Sequence[XY]]) -> list[list[XY]]:
        """Lines in degrees as lines on the paper and its margin."""
        return [run for line in lines for run in clip_line([self.fitted.xy(*point) for point in line], self.wide)]


def paper(fitted: Fitted, line: float) -> Paper:
    """The paper of a map that is fitted to it."""
    return Paper(fitted, fitted.window(MARGIN), line)


def _stretches(ring: atlas.Ring, step: int) -> Iterator[tuple[list[int], list[int], bool]]:
    """A ring in stretches, each with whether it is drawn as a line: those that meet the window, and the way along its edge between."""
    xs: list[int] = []
    ys: list[int] = []
    edge: tuple[int, int] | None = None
    for part in (each for each in ring.parts if each.xs):
        point = part.xs[0], part.ys[0]
        if edge and not xs:
            yield *_along(edge, ring.at_the_edge(*point), step), False
        edge = None if part.inside else point
        xs += part.xs
        ys += part.ys
        if not part.inside:
            yield xs, ys, len(xs) > 1
            xs, ys = [], []
    last = ring.last if xs else ring.at_the_edge(*ring.last)
    yield [*xs, last[0]], [*ys, last[1]], bool(xs)
    if ring.pole:
        first, foot = (ring.parts[0].xs[0], ring.parts[0].ys[0]), ring.at_the_edge(0, -(10**9))[1]
        yield *_along((last[0], foot), (first[0], foot), step), False


def _above(xs: list[int], ys: list[int], pole: float) -> tuple[list[int], list[int]]:
    pairs = [(x, y) for x, y in zip(xs, ys, strict=True) if y > pole]
    return [x for x, _ in pairs], [y for _, y in pairs]


def _along(start: tuple[int, int], end: tuple[int, int], step: int) -> tuple[list[int], list[int]]:
    """The way from one point of the edge to another, in steps where the edge is curved on the paper."""
    far = max(abs(end[0] - start[0]), abs(end[1] - start[1]))
    count = far // step + 1 if step else 1
    return tuple([a + (b - a) * k // count for k in range(count + 1)] for a, b in zip(start, end, strict=True))  # type: ignore[return-value]


def _unseamed(xs: list[int], ys: list[int], seams: tuple[int, int]) -> Iterator[tuple[list[int], list[int]]]:
    """The parts of a stretch that are no seam of the world."""
    start = 0
    for at, (x, y) in enumerate(zip([*xs, seams[0]], [*ys, 0], strict=True)):
        if abs(abs(x) - seams[0]) < 6 or y < seams[1]:
            if at - start > 1:
                yield xs[start:at], ys[start:at]
            start = at + 1
