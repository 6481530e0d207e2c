"""What lies under a label: a grid over the paper that knows land from sea, and how much is drawn in each cell."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from packager.drawing.clip import Box
from packager.drawing.shapes import XY

CELL = 4.0


@dataclass(frozen=True, slots=True)
class Terrain:
    """Rows of cells `CELL` points wide: whether each is land, and the weight of what is drawn there."""

    columns: int
    rows: int
    land: tuple[bytearray, ...]
    drawn: tuple[bytearray, ...]

    def under(self, box: Box) -> tuple[float, float]:
        """The share of land under a rectangle, and the weight of all that is drawn under it."""
        left, right = max(int(box[0] / CELL), 0), min(ceil(box[2] / CELL), self.columns)
        top, bottom = max(int(box[1] / CELL), 0), min(ceil(box[3] / CELL), self.rows)
        count = max((right - left) * (bottom - top), 1)
        ground = sum(sum(self.land[row][left:right]) for row in range(top, bottom))
        ink = sum(sum(self.drawn[row][left:right]) for row in range(top, bottom))
        return ground / count, ink


def terrain(width: float, height: float, rings: Sequence[Sequence[XY]]) -> Terrain:
    """The grid for the rings of land, already cut to the paper; nothing is drawn yet."""
    columns, rows = ceil(width / CELL), ceil(height / CELL)
    crossings: list[list[float]] = [[] for _ in range(rows)]
    for ring in rings:
        for (x, y), (u, v) in zip(ring, [*ring[1:], ring[0]], strict=True):
            if y == v:
                continue
            low, high = (y, v) if y < v else (v, y)
            for row in range(max(ceil(low / CELL - 0.5), 0), min(ceil(high / CELL - 0.5), rows)):
                crossings[row].append(x + ((row + 0.5) * CELL - y) / (v - y) * (u - x))
    land = tuple(_row(sorted(found), columns) for found in crossings)
    return Terrain(columns, rows, land, tuple(bytearray(columns) for _ in range(rows)))


def _row(crossings: Sequence[float], columns: int) -> bytearray:
    row = bytearray(columns)
    for start, end in zip(crossings[::2], crossings[1::2], strict=False):
        a, b = max(ceil(start / CELL - 0.5), 0), min(ceil(end / CELL - 0.5), columns)
        if b > a:
            row[a:b] = b"\x01" * (b - a)
    return row


def draw_on(grid: Terrain, line: Sequence[XY], weight: int) -> None:
    """Marks the cells through which a line runs."""
    for (a, b), (c, d) in itertools.pairwise(line):
        steps = int(max(abs(c - a), abs(d - b)) / CELL * 1.5) + 1
        for k in range(steps + 1):
            column, row = int((a + (c - a) * k / steps) / CELL), int((b + (d - b) * k / steps) / CELL)
            if 0 <= row < grid.rows and 0 <= column < grid.columns:
                grid.drawn[row][column] = max(grid.drawn[row][column], weight)
