"""What lies under a label: a grid over the paper that knows land from sea, and how much is drawn in each cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import ceil

from packager.drawing.clip import Box
from packager.drawing.shapes import XY

CELL = 4.0


@dataclass(frozen=True, slots=True)
class Terrain:
    """Cells `CELL` points wide, row by row: whether each is land, and the weight of what is drawn there."""

    columns: int
    rows: int
    land: bytearray
    drawn: bytearray

    def under(self, box: Box) -> tuple[float, float]:
        """The share of land under a rectangle, and the weight of all that is drawn under it."""
        columns, land, drawn = self.columns, self.land, self.drawn
        left, right = max(int(box[0] / CELL), 0), min(-int(-box[2] // CELL), columns)
        top, bottom = max(int(box[1] / CELL), 0), min(-int(-box[3] // CELL), self.rows)
        ground = ink = 0
        for start in range(top * columns + left, bottom * columns + left, columns):
            end = start + right - left
            ground += land.count(1, start, end)
            ink += sum(drawn[start:end])
        return ground / max((right - left) * (bottom - top), 1), ink

    def copy(self) -> Terrain:
        """The same grid, on which more may be drawn."""
        return replace(self, drawn=bytearray(self.drawn))


def terrain(width: float, height: float, rings: Iterable[Sequence[XY]]) -> Terrain:
    """The grid for the rings of land, already cut to the paper; nothing is drawn yet."""
    columns, rows = ceil(width / CELL), ceil(height / CELL)
    crossings: list[list[float]] = [[] for _ in range(rows)]
    for ring in rings:
        (x, y), first = ring[-1], ceil(ring[-1][1] / CELL - 0.5)
        for u, v in ring:
            last = ceil(v / CELL - 0.5)
            if last != first:
                slope = (u - x) / (v - y)
                for row in range(max(min(first, last), 0), min(max(first, last), rows)):
                    crossings[row].append(x + ((row + 0.5) * CELL - y) * slope)
                first = last
            x, y = u, v
    land = bytearray().join(_row(sorted(found), columns) for found in crossings)
    return Terrain(columns, rows, land, bytearray(columns * rows))


def _row(crossings: Sequence[float], columns: int) -> bytearray:
    row = bytearray(columns)
    for start, end in zip(crossings[::2], crossings[1::2], strict=False):
        a, b = max(ceil(start / CELL - 0.5), 0), min(ceil(end / CELL - 0.5), columns)
        if b > a:
            row[a:b] = b"\x01" * (b - a)
    return row


def draw_on(grid: Terrain, line: Sequence[XY], weight: int) -> None:
    """Marks the cells through which a line runs."""
    columns, rows, drawn = grid.columns, grid.rows, grid.drawn
    a, b = line[0]
    for c, d in line:
        far = max(abs(c - a), abs(d - b))
        steps = int(far / CELL * 1.5) + 1 if far > CELL / 2 else 1
        for k in range(1, steps + 1):
            x, y = a + (c - a) * k / steps, b + (d - b) * k / steps
            column, row = int(x / CELL), int(y / CELL)
            if 0 <= row < rows and 0 <= column < columns:
                at = row * columns + column
                if drawn[at] < weight:
                    drawn[at] = weight
        a, b = c, d
