"""Shapes of which nothing lies outside a frame: not every format can clip."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from packager.drawing.clip import Box, clip_line, clip_ring
from packager.drawing.shapes import XY, Freeform, Subpath

BROAD = 4.0
"""The width in points from which a line that is cut ends square on the frame, and not round."""
Cubic = tuple[XY, XY, XY, XY]


def inside(shapes: Iterable[Freeform], frame: Box) -> tuple[Freeform, ...]:
    """Freeforms cut at the edge of a rectangle; those that lie outside are gone."""
    return tuple(cut for shape in shapes for cut in _freeform(shape, frame))


def _freeform(shape: Freeform, frame: Box) -> Iterator[Freeform]:
    """The freeform inside the frame, line width and all; nothing where it lies outside."""
    half = shape.pen.width / 2 if shape.pen else 0.0
    room = frame[0] + half, frame[1] + half, frame[2] - half, frame[3] - half
    square = bool(shape.pen and shape.pen.width >= BROAD)
    paths, arrow, flat = [], False, False
    for path in shape.paths:
        for run in _runs(path, room):
            ends = [_reaching(end, path, frame, half) for end in (run.points[0], run.points[-1])] if square else [None, None]
            flat = flat or any(ends)
            arrow = shape.arrow and run.points[-1] == path.points[-1]
            paths.append(_lengthened(run, *ends))
    if flat:
        paths = _joined(paths)
    if paths:
        pen = replace(shape.pen, flat=shape.pen.flat or flat) if shape.pen else None
        yield replace(shape, paths=tuple(paths), pen=pen, arrow=arrow)


def _joined(paths: Iterable[Subpath]) -> list[Subpath]:
    """The runs, those that go on where another ends as one, so that no square end shows between them."""
    done: list[Subpath] = []
    for path in paths:
        mate = next((each for each in done if not each.closed and each.curved == path.curved and _meet(each, path)), None)
        if path.closed or mate is None:
            done.append(path)
        else:
            done[done.index(mate)] = _one(mate, path)
    return done


def _meet(one: Subpath, two: Subpath) -> bool:
    return bool({one.points[0], one.points[-1]} & {two.points[0], two.points[-1]})


def _one(one: Subpath, two: Subpath) -> Subpath:
    """Two runs with a common end as one run, if need be by turning either."""
    first, second = one.points, two.points
    if first[-1] not in (second[0], second[-1]):
        first = first[::-1]
    if first[-1] != second[0]:
        second = second[::-1]
    return replace(one, points=(*first, *second[1:]))


def _runs(path: Subpath, room: Box) -> Iterator[Subpath]:
    if path.closed and not path.curved:
        ring = clip_ring(path.points, room)
        yield from [replace(path, points=tuple(ring))] if len(ring) > 2 else []
    elif path.closed:
        yield path
    elif path.curved:
        yield from (replace(path, points=tuple(run)) for run in _curve(path.points, room))
    else:
        yield from (replace(path, points=tuple(run)) for run in clip_line(path.points, room))


def _curve(points: Sequence[XY], room: Box) -> Iterator[list[XY]]:
    """The stretches of a curve inside a rectangle, as curves: where one leaves, its cubic is divided (de Casteljau)."""
    run: list[XY] = []
    for number in range(0, len(points) - 3, 3):
        a, b, c, d = points[number : number + 4]
        for first, last in _stretches((a, b, c, d), room):
            part = _part((a, b, c, d), first, last)
            if run and first > 0:
                yield run
                run = []
            run += part if not run else part[1:]
            if last < 1:
                yield run
                run = []
    if run:
        yield run


def _stretches(cubic: Cubic, room: Box) -> list[tuple[float, float]]:
    """From where to where a cubic runs inside a rectangle, as shares of it."""
    if all(_holds(room, point) for point in cubic):
        return [(0.0, 1.0)]
    steps = 16
    inside = [_holds(room, _at(cubic, k / steps)) for k in range(steps + 1)]
    found: list[tuple[float, float]] = []
    start: float | None = 0.0 if inside[0] else None
    for k, (was, now) in enumerate(pairwise(inside)):
        if now and not was:
            start = _edge(cubic, room, (k + 1) / steps, k / steps)
        elif was and not now and start is not None:
            found.append((start, _edge(cubic, room, k / steps, (k + 1) / steps)))
            start = None
    return [*found, (start, 1.0)] if start is not None else found


def _edge(cubic: Cubic, room: Box, inside: float, outside: float) -> float:
    """Where a cubic meets the edge, between a share inside and one outside."""
    for _ in range(20):
        middle = (inside + outside) / 2
        inside, outside = (middle, outside) if _holds(room, _at(cubic, middle)) else (inside, middle)
    return inside


def _holds(room: Box, point: XY) -> bool:
    return room[0] <= point[0] <= room[2] and room[1] <= point[1] <= room[3]


def _at(cubic: Cubic, share: float) -> XY:
    return _split(cubic, share)[0][3]


def _part(cubic: Cubic, first: float, last: float) -> list[XY]:
    after = _split(cubic, first)[1] if first > 0 else cubic
    return list(_split(after, (last - first) / (1 - first))[0] if last < 1 else after)


def _split(cubic: Cubic, share: float) -> tuple[Cubic, Cubic]:
    a, b, c, d = cubic
    ab, bc, cd = _between(a, b, share), _between(b, c, share), _between(c, d, share)
    abc, bcd = _between(ab, bc, share), _between(bc, cd, share)
    middle = _between(abc, bcd, share)
    return (a, ab, abc, middle), (middle, bcd, cd, d)


def _between(one: XY, two: XY, share: float) -> XY:
    return one[0] + (two[0] - one[0]) * share, one[1] + (two[1] - one[1]) * share


def _reaching(end: XY, path: Subpath, frame: Box, half: float) -> XY | None:
    """Where on the frame a broad line goes on to from an end at which it was cut: straight ahead, so that it ends flush."""
    if path.closed or end in (path.points[0], path.points[-1]):
        return None
    left, top, right, bottom = frame
    x, y = end
    sides = ((x - left, (left, y)), (right - x, (right, y)), (y - top, (x, top)), (bottom - y, (x, bottom)))
    distance, point = min(sides)
    return point if distance < half + 0.1 else None


def _lengthened(run: Subpath, before: XY | None, after: XY | None) -> Subpath:
    points = list(run.points)
    if after:
        points += [points[-1], after, after] if run.curved else [after]
    if before:
        points = [before, before, points[0], *points] if run.curved else [before, *points]
    return replace(run, points=tuple(points))
