"""Names written across lands and seas, along rivers and beside arrows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import atan2, cos, degrees, pi, sin

from packager.drawing.clip import every_so_often, length
from packager.drawing.room import Room, baseline, boxes_of
from packager.drawing.shapes import XY, Face, Role, Text
from packager.drawing.style import Measure
from packager.drawing.text import Lines, even, set_lines

STEEP = 62.0
"""The steepest angle, in degrees, at which a name is still read without turning the head."""


def versions(name: str, face: Face, size: float, least: float, tracking: float, measure: Measure) -> list[Lines]:
    """A name on one line and on two, large and small; those to be tried first come first."""
    made: list[Lines] = []
    for share in (1.0, 0.88, 0.78):
        if share < 1 and size * share < least and made:
            break
        big = max(size * share, least)
        made.append(set_lines([name], face, big, measure, tracking * big))
        if " " in name:
            made.append(set_lines(even(name, face, big, 2, measure).lines, face, big, measure, tracking * big))
    return made


def across(
    name: str, centre: XY, texts: Sequence[Lines], room: Room, role: Role, reach: float, on_land: bool, angles: Sequence[float] = (0.0,)
) -> Text | None:
    """A name as near to `centre` as there is room; one of a sea stays on the water, one of a land on land."""
    best: tuple[float, Lines, XY, float] | None = None
    for rank, text in enumerate(texts):
        for angle in angles:
            for point, away in _spiral(centre, reach):
                floor = 0.55 * rank + away / 14 + (0.5 if angle else 0)
                if best and floor >= best[0]:
                    continue
                boxes = boxes_of(text, point, angle)
                if not room.free(boxes):
                    continue
                cost = floor + _ground(room, boxes, on_land)
                if best is None or cost < best[0]:
                    best = cost, text, point, angle
    if best is None:
        return None
    _, text, point, angle = best
    room.take(boxes_of(text, point, angle))
    return centred(name, text, point, role, "land" if on_land else None, angle)


def centred(name: str, text: Lines, point: XY, role: Role, halo: Role | None, angle: float = 0.0) -> Text:
    """A text about a point, turned by `angle`."""
    x, y = baseline(text, point, angle)
    return Text(name, x, y, text.lines, text.size, text.pitch, text.width, role, text.face, "middle", halo, angle, text.tracking)


def _ground(room: Room, boxes: Iterable[tuple[float, float, float, float]], on_land: bool) -> float:
    cost, count = 0.0, 0
    for box in boxes:
        land, ink = room.terrain.under(box)
        cost += (8 * (1 - land) if on_land else 12 * land) + 0.14 * ink
        count += 1
    return cost / count


def _spiral(centre: XY, reach: float) -> Iterator[tuple[XY, float]]:
    yield centre, 0.0
    ring = 5.0
    while ring <= reach:
        for k in range(12):
            yield (centre[0] + ring * cos(k * pi / 6), centre[1] + ring * sin(k * pi / 6)), ring
        ring *= 1.35


def angle_of(line: Sequence[XY]) -> float:
    """The angle of the line from its first point to its last, upright enough to be read."""
    (x, y), (u, v) = line[0], line[-1]
    angle = degrees(atan2(v - y, u - x))
    angle = angle - 180 if angle > 90 else angle + 180 if angle <= -90 else angle
    return min(max(angle, -STEEP), STEEP)


def beside(name: str, lines: Sequence[Sequence[XY]], texts: Sequence[Lines], room: Room, role: Role) -> Text | None:
    """A name beside a line, where it covers the least; nearer to the middle of the longest line is better."""
    best: tuple[float, Lines, XY] | None = None
    for line in lines:
        whole = length(line)
        for number, (point, _) in enumerate(every_so_often(line, max(whole / 24, 8.0))):
            off = abs((number + 0.5) * max(whole / 24, 8.0) / whole - 0.5) * 2
            for rank, text in enumerate(texts):
                for centre, extra in _off(point, text):
                    boxes = boxes_of(text, centre)
                    if not room.free(boxes):
                        continue
                    land, ink = room.terrain.under(boxes[0])
                    cost = 0.7 * rank + off + 0.18 * ink + extra + 1.5 * (1 - land)
                    if best is None or cost < best[0]:
                        best = cost, text, centre
    if best is None:
        return None
    _, text, centre = best
    room.take(boxes_of(text, centre))
    return centred(name, text, centre, role, "land")


def _off(point: XY, text: Lines) -> Iterator[tuple[XY, float]]:
    """The middle of a text to the right and left of a point, above and below it, and what that costs."""
    right, down = 0.5 * text.size + text.width / 2, 0.3 * text.size + text.height / 2
    yield (point[0] + right, point[1]), 0.0
    yield (point[0] - right, point[1]), 0.1
    yield (point[0], point[1] - down), 0.2
    yield (point[0], point[1] + down), 0.25
