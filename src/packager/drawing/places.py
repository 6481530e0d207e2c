"""Names of places beside their dots.

Eight positions about a dot, as in E. Imhof, Positioning Names on Maps (1975), east first; where all are taken,
farther off with a line to the dot. The most hemmed-in place chooses first; one that finds no room may move a neighbour.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush

from packager.drawing.clip import Box
from packager.drawing.room import Room, overlap
from packager.drawing.shapes import XY, Anchor, Line, Pen, Shape
from packager.drawing.text import Lines

_AROUND: tuple[tuple[int, int, float], ...] = (
    (1, 0, 0.0), (-1, 0, 0.6), (1, -1, 0.8), (1, 1, 0.9), (-1, -1, 1.2), (-1, 1, 1.3), (0, -1, 1.5), (0, 1, 1.6),
)  # fmt: skip
"""Right or left, above or below, and what the position costs."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A position for a name: the rectangle, where its text is anchored, and what it costs besides what it covers."""

    box: Box
    x: float
    anchor: Anchor
    cost: float
    line: bool = False


@dataclass(slots=True)
class Named:
    """A place to be named: `text` with a smaller `note` below it, `dot` being the radius of its mark."""

    path: tuple[str | int, ...]
    name: str
    at: XY
    dot: float
    text: Lines
    note: Lines | None = None
    spots: list[Spot] = field(default_factory=list)
    chosen: Spot | None = None


def name_places(places: Sequence[Named], room: Room) -> list[Named]:
    """Gives each place the best spot it can have; those without one are returned."""
    for place in places:
        place.spots = list(_spots(place, room))
    for place in sorted(places, key=lambda p: (len(p.spots), p.name)):
        _choose(place, places, room)
    for place in [p for p in places if p.chosen is None]:
        _make_way(place, places, room)
    room.take(p.chosen.box for p in places if p.chosen)
    return [place for place in places if place.chosen is None]


def _by_cost(place: Named, room: Room) -> Iterator[Spot]:
    """The spots of a place, the cheapest first. What lies under one is looked at only when nothing else can be cheaper."""
    heap = [(spot.cost, number, spot, False) for number, spot in enumerate(place.spots)]
    heapify(heap)
    while heap:
        cost, number, spot, known = heappop(heap)
        if known:
            yield spot
        else:
            land, ink = room.terrain.under(spot.box)
            heappush(heap, (cost + 0.1 * ink + 3 * min(land, 1 - land), number, spot, True))


def _choose(place: Named, places: Sequence[Named], room: Room) -> bool:
    taken = [p.chosen.box for p in places if p.chosen and p is not place]
    place.chosen = next((spot for spot in _by_cost(place, room) if not any(overlap(spot.box, box) for box in taken)), None)
    return place.chosen is not None


def _make_way(place: Named, places: Sequence[Named], room: Room) -> None:
    """Moves one neighbour elsewhere, if that gives the place a spot."""
    for spot in _by_cost(place, room):
        blockers = [p for p in places if p.chosen and overlap(p.chosen.box, spot.box)]
        if len(blockers) != 1:
            continue
        before = blockers[0].chosen
        place.chosen, blockers[0].chosen = spot, None
        if _choose(blockers[0], places, room):
            return
        blockers[0].chosen, place.chosen = before, None


def _spots(place: Named, room: Room) -> Iterator[Spot]:
    width = max(place.text.width, place.note.width if place.note else 0)
    height = place.text.height + (place.note.height if place.note else 0)
    size = place.text.size
    rings = (
        (0.32 * size, 0.0, False),
        (1.3 * size, 4.0, True),
        (2.4 * size, 7.0, True),
        (3.8 * size, 11.0, True),
        (5.4 * size, 16.0, True),
    )
    for away, extra, line in rings:
        for right, down, cost in _AROUND:
            box, at, anchor = _spot(place, width, height, right, down, away + place.dot, line)
            if room.free([box]):
                yield Spot(box, at, anchor, cost + extra, line)


def _spot(place: Named, width: float, height: float, right: int, down: int, away: float, line: bool) -> tuple[Box, float, Anchor]:
    x, y = place.at
    reach = away if not (right and down) or line else 0.6 * away
    left = x + reach if right > 0 else x - reach - width if right < 0 else x - width / 2
    top = y - place.text.size * 0.46 if not down else y + 0.8 * away if down > 0 else y - 0.8 * away - height
    if down and right and not line:
        top = y + 0.15 * height if down > 0 else y - 1.1 * height
    anchor: Anchor = "start" if right > 0 else "end" if right < 0 else "middle"
    at = left if right > 0 else left + width if right < 0 else x
    return (left, top + 0.04 * place.text.size, left + width, top + height), at, anchor


def draw_names(places: Sequence[Named]) -> Iterator[Shape]:
    """The names in shapes, the lines first."""
    for place in places:
        if place.chosen and place.chosen.line:
            yield Line(f"{place.name}: line", _nearest(place.chosen.box, place.at), place.at, Pen("ink", 0.06 * place.text.size))
    for place in places:
        if place.chosen:
            top = place.chosen.box[1] - 0.04 * place.text.size
            yield place.text.at(place.name, place.chosen.x, top, "ink", place.chosen.anchor, "land")
            if place.note:
                yield place.note.at(f"{place.name}: note", place.chosen.x, top + place.text.height, "muted", place.chosen.anchor, "land")


def _nearest(box: Box, point: XY) -> XY:
    return min(max(point[0], box[0]), box[2]), min(max(point[1], box[1]), box[3])
