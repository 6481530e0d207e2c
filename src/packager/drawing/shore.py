"""Lines on the water, at a distance from the coast."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import atan2, ceil, cos, hypot, inf, pi, sin

from packager.drawing.shapes import XY

_NEARER = 0.94
"""The share of the distance within which no other coast may lie; below 1, since a coast is looked at in steps."""
_STEPS = 2
"""Points for each length of the distance."""


def at_sea(coasts: Sequence[Sequence[XY]], distance: float) -> list[list[XY]]:
    """The lines `distance` from the coasts on their left, where the sea is, and no nearer to any of them."""
    step = distance / _STEPS
    walked = [list(_walked(coast, step)) for coast in coasts if len(coast) > 1]
    near = _Near(((x, y) for line in walked for x, y, _ in line), distance * _NEARER)
    return [run for line in walked for run in _runs(line, distance, near)]


class _Near:
    """Tells whether any of many points is nearer than a reach."""

    def __init__(self, points: Iterable[XY], reach: float) -> None:
        self._reach, self._cells = reach, defaultdict[tuple[int, int], list[XY]](list)
        self._last: XY = (inf, inf)
        for x, y in points:
            self._cells[int(x // reach), int(y // reach)].append((x, y))

    def any(self, x: float, y: float) -> bool:
        """Whether one is nearer to `x`, `y`."""
        reach, cells = self._reach, self._cells
        limit = reach * reach
        # What is in the way of one point is mostly in the way of the next.
        if (self._last[0] - x) ** 2 + (self._last[1] - y) ** 2 < limit:
            return True
        column, row = int(x // reach), int(y // reach)
        for i in (column - 1, column, column + 1):
            for j in (row - 1, row, row + 1):
                for a, b in cells.get((i, j), ()):
                    if (a - x) ** 2 + (b - y) ** 2 < limit:
                        self._last = a, b
                        return True
        return False


def _walked(coast: Sequence[XY], step: float) -> Iterator[tuple[float, float, float]]:
    """Points along a coast, `step` apart, each with the direction of the sea; round a corner, several directions."""
    before: float | None = None
    for (a, b), (c, d) in pairwise(coast):
        long = hypot(c - a, d - b)
        if not long:
            continue
        seaward = atan2(-(c - a), d - b)
        if before is not None:
            turn = (seaward - before + pi) % (2 * pi) - pi
            # At an outward corner the line goes round in an arc.
            yield from ((a, b, before + turn * k / 6) for k in range(1, 6)) if turn > 0.5 else ()
        count = max(ceil(long / step), 1)
        yield from ((a + (c - a) * k / count, b + (d - b) * k / count, seaward) for k in range(count))
        before = seaward
    if before is not None:
        yield *coast[-1], before


def _runs(line: Sequence[tuple[float, float, float]], distance: float, near: _Near) -> Iterator[list[XY]]:
    run: list[XY] = []
    for x, y, seaward in line:
        u, v = x + distance * cos(seaward), y + distance * sin(seaward)
        if near.any(u, v):
            continue
        if run and hypot(u - run[-1][0], v - run[-1][1]) > distance:
            yield from [run] if len(run) > 2 else ()
            run = []
        run.append((u, v))
    if len(run) > 2:
        yield run
