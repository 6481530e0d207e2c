"""Lines on the water, at a distance from the coast."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import atan2, ceil, cos, dist, hypot, sin, sqrt

from packager.drawing.clip import Box, straightened, thin
from packager.drawing.shapes import XY

_CELLS = 6
"""Cells of the grid for each length of the least distance."""
_NEARER = 5.3
"""The cells within which no other coast may lie; fewer than `_CELLS`, since a coast is looked at in steps."""
_STEPS = 1.4
"""Points for each length of the distance."""
_FINE = 0.7
"""The share of the distance below which the coast's own turns do not matter."""
_GAP = 1.6
"""The lengths of the distance by which two points of a line may be apart: one between them may be missing."""
_SMOOTH = 0.06
"""The share of the distance by which a line may be off its course."""


def at_sea(coasts: Sequence[Sequence[XY]], distances: Sequence[float], box: Box) -> list[list[list[XY]]]:
    """For each distance, the least first, the lines that far from the coasts on their left, where the sea is, and no nearer to any.

    Each is found from the one before, which has fewer turns than the coast.
    """
    least = distances[0]
    lines = [run for coast in coasts if len(run := thin(coast, _FINE * least)) > 1]
    near = _Near.of(lines, least, box)
    found: list[list[list[XY]]] = []
    for before, distance in zip([0.0, *distances], distances, strict=False):
        if found:
            near = near.wider(distance - before)
        runs = [run for line in lines for run in _runs(line, distance - before, near)]
        lines = [straightened(run, _SMOOTH * least) for run in runs]
        found.append(lines)
    return found


@dataclass(frozen=True, slots=True)
class _Near:
    """The cells that lie near a coast, a bit for each, in rows of `stride` bits."""

    box: Box
    scale: float
    stride: int
    bits: int
    cells: bytes

    @classmethod
    def of(cls, coasts: Iterable[Sequence[XY]], distance: float, box: Box) -> _Near:
        left, top, right, bottom = box
        scale = _CELLS / distance
        stride = (int((right - left) * scale) + 4 * _CELLS) // 8 * 8 + 8
        cells = bytearray(stride * (int((bottom - top) * scale) + 1) // 8 + 1)
        for x, y in (point for coast in coasts for point in _walked(coast, distance / _STEPS)):
            at = int((y - top) * scale) * stride + int((x - left) * scale)
            cells[at >> 3] |= 1 << (at & 7)
        return cls(box, scale, stride, int.from_bytes(cells, "little"), bytes(cells))._grown(_NEARER)

    def wider(self, distance: float) -> _Near:
        """The cells that lie near where `distance` more counts as near."""
        return self._grown(distance * self.scale)

    def _grown(self, reach: float) -> _Near:
        bits = _widened(self.bits, self.stride, reach)
        size = len(self.cells)
        return replace(self, bits=bits, cells=(bits & (1 << 8 * size) - 1).to_bytes(size, "little"))

    def far(self, points: Iterable[XY]) -> list[XY]:
        """The points near which no coast is; those beyond the grid are left out, since nothing is shown there."""
        left, top, right, bottom = self.box
        scale, stride, cells = self.scale, self.stride, self.cells
        inside = [point for point in points if left <= point[0] <= right and top <= point[1] <= bottom]
        places = [int((y - top) * scale) * stride + int((x - left) * scale) for x, y in inside]
        return [point for point, at in zip(inside, places, strict=True) if not cells[at >> 3] >> (at & 7) & 1]


def _widened(cells: int, stride: int, reach: float) -> int:
    """All cells within `reach` of one that is set: rows of bits shifted and laid over each other."""
    across = [int(sqrt(reach * reach - down * down)) for down in range(int(reach) + 1)]
    found, wide = 0, cells
    for width in range(int(reach) + 1):
        for down in (down for down, each in enumerate(across) if each == width):
            found |= wide << stride * down | wide >> stride * down
        wide |= wide << 1 | wide >> 1
    return found


def _walked(coast: Sequence[XY], step: float) -> list[XY]:
    """Points along a coast, at most `step` apart."""
    walked = [coast[0]]
    for (a, b), (c, d) in pairwise(coast):
        far = abs(c - a) + abs(d - b)
        if far > step:
            count = ceil(far / step)
            walked += [(a + (c - a) * k / count, b + (d - b) * k / count) for k in range(1, count)]
        walked.append((c, d))
    return walked


def _runs(coast: Sequence[XY], distance: float, near: _Near) -> Iterator[list[XY]]:
    run: list[XY] = []
    for point in near.far(_beside(coast, distance)):
        if run and dist(point, run[-1]) > _GAP * distance:
            yield from [run] if len(run) > 2 else ()
            run = []
        run.append(point)
    if len(run) > 2:
        yield run


def _beside(coast: Sequence[XY], distance: float) -> list[XY]:
    """Points at the distance from a coast, on its left; at a corner the line goes round in an arc."""
    step = distance / _STEPS
    found: list[XY] = []
    p = q = 0.0
    for (a, b), (c, d) in pairwise(coast):
        long = hypot(c - a, d - b)
        if not long:
            continue
        u, v = (d - b) / long * distance, (a - c) / long * distance
        if found and p * v - q * u > 0:
            found += _round(a, b, (p, q), (u, v))
        found.append((a + u, b + v))
        if long > step:
            count = ceil(long / step)
            found += [(a + (c - a) * k / count + u, b + (d - b) * k / count + v) for k in range(1, count)]
        p, q = u, v
    if found:
        found.append((coast[-1][0] + p, coast[-1][1] + q))
    return found


def _round(x: float, y: float, before: XY, after: XY) -> Iterator[XY]:
    """The arc around an outward corner of more than half a radian."""
    turn = atan2(before[0] * after[1] - before[1] * after[0], before[0] * after[0] + before[1] * after[1])
    if turn > 0.5:
        count = ceil(turn / 0.4)
        for k in range(1, count):
            c, s = cos(turn * k / count), sin(turn * k / count)
            yield x + before[0] * c - before[1] * s, y + before[0] * s + before[1] * c
