"""Names written across lands and seas, along rivers and beside arrows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import atan2, ceil, cos, degrees, inf, pi, sin

from packager.drawing.clip import every_so_often, length
from packager.drawing.room import Room, baseline, boxes_of
from packager.drawing.shapes import XY, Face, Role, Text
from packager.drawing.style import Measure
from packager.drawing.text import Lines, even, set_lines

STEEP = 62.0
"""The steepest angle, in degrees, at which a name is still read without turning the head."""

SMALLER = 0.7
"""What it costs to write the name of a river in another way than the first."""
CLEAR, TIGHT = 0.45, 1.4
"""How far, in ems, a name should stand from others, and what it costs where it does not."""


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
    for floor, rank, angle, dx, dy in _tried(len(texts), tuple(angles), 5.0 * ceil(reach / 5)):
        if best and floor >= best[0]:
            break
        point = centre[0] + dx, centre[1] + dy
        boxes = boxes_of(texts[rank], point, angle)
        if room.free(boxes):
            most = best[0] - floor if best else inf
            cost = _ground(room, boxes, on_land, most)
            if cost < most and (cost := cost + _tight(room, boxes, texts[rank])) < most:
                best = floor + cost, texts[rank], point, angle
    if best is None:
        return None
    _, text, point, angle = best
    room.take(boxes_of(text, point, angle))
    return centred(name, text, point, role, "land" if on_land else "sea", angle)


def centred(name: str, text: Lines, point: XY, role: Role, halo: Role | None, angle: float = 0.0) -> Text:
    """A text about a point, turned by `angle`."""
    x, y = baseline(text, point, angle)
    return Text(name, x, y, text.lines, text.size, text.pitch, text.width, role, text.face, "middle", halo, angle, text.tracking)


def _ground(room: Room, boxes: Sequence[tuple[float, float, float, float]], on_land: bool, most: float) -> float:
    """What it costs to cover the ground below; no longer counted where it is more than `most`."""
    cost = 0.0
    for box in boxes:
        land, ink = room.terrain.under(box)
        cost += (8 * (1 - land) if on_land else 12 * land) + 0.14 * ink
        if cost > most * len(boxes):
            break
    return cost / len(boxes)


def _tight(room: Room, boxes: Sequence[tuple[float, float, float, float]], text: Lines) -> float:
    return TIGHT if room.tight(boxes, CLEAR * text.size) else 0.0


@lru_cache(maxsize=256)
def _tried(ranks: int, angles: tuple[float, ...], reach: float) -> tuple[tuple[float, int, float, float, float], ...]:
    """The places to try for a name: what each costs at least, which of its versions, its angle, how far to the right and down."""
    return tuple(
        sorted(
            (0.55 * rank + away / 14 + (0.5 if angle else 0), rank, angle, dx, dy)
            for rank in range(ranks)
            for angle in angles
            for dx, dy, away in _spiral(reach)
        )
    )


def _spiral(reach: float) -> Iterator[tuple[float, float, float]]:
    """Ways to go from a centre, to the right, down, and how far; the shorter first."""
    yield 0.0, 0.0, 0.0
    ring = 5.0
    while ring <= reach:
        yield from ((ring * cos(k * pi / 6), ring * sin(k * pi / 6), ring) for k in range(12))
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
    for rank, text in enumerate(texts):
        for floor, centre in sorted(_beside(lines, text)):
            if best and floor + SMALLER * rank >= best[0]:
                break
            boxes = boxes_of(text, centre)
            if room.free(boxes):
                land, ink = room.terrain.under(boxes[0])
                cost = floor + SMALLER * rank + 0.18 * ink + 1.5 * (1 - land) + _tight(room, boxes, text)
                if best is None or cost < best[0]:
                    best = cost, text, centre
        if best and best[0] <= SMALLER * (rank + 1):
            break
    if best is None:
        return None
    _, text, centre = best
    room.take(boxes_of(text, centre))
    return centred(name, text, centre, role, "land")


def _beside(lines: Sequence[Sequence[XY]], text: Lines) -> Iterator[tuple[float, XY]]:
    """Where the middle of a text may stand: to the right and left of a line, above and below it; and what each costs."""
    right, down = 0.5 * text.size + text.width / 2, 0.3 * text.size + text.height / 2
    for line in lines:
        whole = length(line)
        step = max(whole / 24, 8.0)
        for number, ((x, y), _) in enumerate(every_so_often(line, step)):
            off = abs((number + 0.5) * step / whole - 0.5) * 2
            yield off, (x + right, y)
            yield off + 0.1, (x - right, y)
            yield off + 0.2, (x, y - down)
            yield off + 0.25, (x, y + down)
