"""Lines and outlines cut to a rectangle, thinned and smoothed."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from math import hypot

from packager.drawing.shapes import XY

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def clip_ring(ring: Sequence[XY], box: Box) -> list[XY]:
    """A ring cut to a rectangle, one side after another (Sutherland and Hodgman, 1974)."""
    points = list(ring)
    for axis in (0, 1):
        values = [point[axis] for point in points]
        low, high = box[axis], box[axis + 2]
        if not points or min(values) > high or max(values) < low:
            return []
        if min(values) < low:
            points = _half(points, axis, low, True)
        if max(values) > high:
            points = _half(points, axis, high, False)
    return points


def _half(points: Sequence[XY], axis: int, limit: float, above: bool) -> list[XY]:
    done: list[XY] = []
    last = points[-1]
    was = (last[axis] >= limit) is above or last[axis] == limit
    for point in points:
        value = point[axis]
        now = value >= limit if above else value <= limit
        if now is not was:
            share = (limit - last[axis]) / (value - last[axis])
            other = last[1 - axis] + (point[1 - axis] - last[1 - axis]) * share
            done.append((limit, other) if axis == 0 else (other, limit))
        if now:
            done.append(point)
        last, was = point, now
    return done


def clip_line(line: Sequence[XY], box: Box) -> list[list[XY]]:
    """The stretches of a line inside a rectangle."""
    left, top, right, bottom = box
    xs, ys = [x for x, _ in line], [y for _, y in line]
    if min(xs) >= left and max(xs) <= right and min(ys) >= top and max(ys) <= bottom:
        return [list(line)] if len(line) > 1 else []
    runs: list[list[XY]] = []
    for start, end in itertools.pairwise(line):
        cut = _segment(start, end, box)
        if cut is None:
            continue
        if runs and runs[-1][-1] == cut[0]:
            runs[-1].append(cut[1])
        else:
            runs.append([cut[0], cut[1]])
    return runs


def _segment(start: XY, end: XY, box: Box) -> tuple[XY, XY] | None:
    """The part of a segment inside a rectangle (Liang and Barsky, 1984)."""
    left, top, right, bottom = box
    (x, y), (u, v) = start, end
    if left <= x <= right and left <= u <= right and top <= y <= bottom and top <= v <= bottom:
        return start, end
    if (x < left and u < left) or (x > right and u > right) or (y < top and v < top) or (y > bottom and v > bottom):
        return None
    dx, dy = u - x, v - y
    first, last = 0.0, 1.0
    for p, q in ((-dx, x - left), (dx, right - x), (-dy, y - top), (dy, bottom - y)):
        if p == 0:
            if q < 0:
                return None
        elif p < 0:
            first = max(first, q / p)
        else:
            last = min(last, q / p)
    if first >= last:
        return None
    return (start if first == 0 else (x + first * dx, y + first * dy)), (end if last == 1 else (x + last * dx, y + last * dy))


def thin(points: Sequence[XY], apart: float) -> list[XY]:
    """The points without those nearer than `apart` to the last one kept; the ends stay."""
    if len(points) < 3:
        return list(points)
    kept = [points[0]]
    x, y = points[0]
    for point in points[1:-1]:
        if abs(point[0] - x) >= apart or abs(point[1] - y) >= apart:
            kept.append(point)
            x, y = point
    kept.append(points[-1])
    return kept


def straightened(points: Sequence[XY], tolerance: float) -> list[XY]:
    """The points without those that lie within `tolerance` of the line from one that is kept to the next.

    In one pass, by narrowing the sector in which the next may lie (Zhao and Saalfeld, 1997).
    """
    if len(points) < 3 or not tolerance:
        return list(points)
    kept = [points[0]]
    x, y = last = points[0]
    far = -1.0
    ax = ay = bx = by = 0.0
    for point in points[1:]:
        dx, dy = point[0] - x, point[1] - y
        long = hypot(dx, dy)
        if far >= 0 and (ax * dy < ay * dx or bx * dy > by * dx or long < far - tolerance):
            kept.append(last)
            x, y = last
            dx, dy, far = point[0] - x, point[1] - y, -1.0
            long = hypot(dx, dy)
        if long > tolerance:
            share = tolerance / long
            low, high = (dx + dy * share, dy - dx * share), (dx - dy * share, dy + dx * share)
            if far < 0 or ax * low[1] > ay * low[0]:
                ax, ay = low
            if far < 0 or bx * high[1] < by * high[0]:
                bx, by = high
            far = max(far, long)
        last = point
    kept.append(last)
    return kept


def dense(points: Sequence[XY], apart: float) -> list[XY]:
    """The points with others between where two are farther than `apart` degrees from each other."""
    done: list[XY] = list(points[:1])
    for (a, b), (c, d) in itertools.pairwise(points):
        steps = int(max(abs(c - a), abs(d - b)) / apart) + 1
        done += [(a + (c - a) * k / steps, b + (d - b) * k / steps) for k in range(1, steps + 1)]
    return done


def smooth(points: Sequence[XY]) -> tuple[XY, ...]:
    """A curve through the points, as a start and three points for each cubic (Catmull and Rom, 1974)."""
    padded = [points[0], *points, points[-1]]
    curve: list[XY] = [points[0]]
    for before, start, end, after in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        curve.append((start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6))
        curve.append((end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6))
        curve.append(end)
    return tuple(curve)


def length(line: Sequence[XY]) -> float:
    """How long a line is."""
    return sum(hypot(c - a, d - b) for (a, b), (c, d) in itertools.pairwise(line))


def every_so_often(line: Sequence[XY], step: float) -> list[tuple[XY, XY]]:
    """Points along a line, `step` apart, each with the direction of the line there as a unit vector."""
    found: list[tuple[XY, XY]] = []
    due = step / 2
    for (a, b), (c, d) in itertools.pairwise(line):
        long = hypot(c - a, d - b)
        while long and due <= long:
            found.append(((a + (c - a) * due / long, b + (d - b) * due / long), ((c - a) / long, (d - b) / long)))
            due += step
        due -= long
    return found
