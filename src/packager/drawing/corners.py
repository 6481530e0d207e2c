"""Where the key, the scale, the locator and the period of a map stand: along the edges, where they cover least of what is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from packager.drawing.clip import Box
from packager.drawing.furniture import Piece
from packager.drawing.moved import moved
from packager.drawing.room import Room, overlap
from packager.drawing.shapes import XY, Fill, Group, Rect, Shape

GROUND = Fill("white", 0.86)
OTHER_CORNER, NO_CORNER, NARROWER = 0.35, 0.8, 0.2
"""What it costs to stand in another corner than the usual one, in none, and to be of another form than the usual one."""
INK, POINT, NAME, TAKEN = 0.07, 4.0, 0.6, 50.0
"""What it costs to cover a cell of a coast, a point that is to stay clear, one of a name that can move, or another piece."""
_STEPS = 10


@dataclass(frozen=True, slots=True)
class Tower:
    """Pieces one above another, and the corner where they stand if nothing is in the way: `bl` for the left at the bottom."""

    pieces: tuple[Piece, ...]
    wish: str
    gap: float

    @property
    def size(self) -> XY:
        """Width and height of the whole."""
        return max(p.width for p in self.pieces), sum(p.height for p in self.pieces) + self.gap * (len(self.pieces) - 1)


def settle(wanted: Sequence[Sequence[Tower]], room: Room, keep: Sequence[tuple[XY, float]], gap: float) -> Iterator[Shape]:
    """Puts towers along the edges, each in the first of its forms unless another covers less; the largest chooses first.

    `keep` are points that are to stay clear, each with what it costs to cover it.
    """
    placed: list[Box] = []
    for forms in sorted(wanted, key=lambda forms: -forms[0].size[0] * forms[0].size[1]):
        tower, x, y = _best(forms, room, keep, gap, placed)
        for piece in tower.pieces:
            left = x if x < room.width / 2 else x + tower.size[0] - piece.width
            yield Group(piece.name, tuple(moved(shape, left, y) for shape in (*_ground(piece, gap), *piece.shapes)))
            placed.append((left, y, left + piece.width, y + piece.height))
            room.take([(left - 2, y - 2, left + piece.width + 2, y + piece.height + 2)])
            y += piece.height + gap


def _ground(piece: Piece, gap: float) -> tuple[Shape, ...]:
    """The white ground of a piece; a locator has its own."""
    ground = Rect(f"{piece.name}: ground", 0, 0, piece.width, piece.height, GROUND, radius=0.28 * gap + 1.5)
    return () if piece.name == "locator" else (ground,)


def _best(
    forms: Sequence[Tower], room: Room, keep: Sequence[tuple[XY, float]], gap: float, placed: Sequence[Box]
) -> tuple[Tower, float, float]:
    best: tuple[float, Tower, float, float] | None = None
    for number, tower in enumerate(forms):
        for x, y, cost in _places(tower, room, gap, placed):
            floor = cost + NARROWER * number
            if best and floor >= best[0]:
                continue
            whole = floor + _covered((x, y, x + tower.size[0], y + tower.size[1]), room, keep)
            if best is None or whole < best[0]:
                best = whole, tower, x, y
    assert best is not None, "there is always a corner"
    return best[1:]


def _covered(box: Box, room: Room, keep: Sequence[tuple[XY, float]]) -> float:
    _, ink = room.terrain.under(box)
    points = sum(cost for (x, y), cost in keep if box[0] - 12 < x < box[2] + 12 and box[1] - 8 < y < box[3] + 8)
    return INK * ink + points + TAKEN * sum(overlap(box, other) for other in room.taken)


def _places(tower: Tower, room: Room, gap: float, placed: Sequence[Box]) -> Iterator[tuple[float, float, float]]:
    """The corners, then places along the edges and above or below what stands there, and what each costs."""
    width, height = tower.size
    left, top, right, foot = gap, gap, room.width - width - gap, room.height - height - gap
    corners = {"bl": (left, foot), "tr": (right, top), "br": (right, foot), "tl": (left, top)}
    yield from ((x, y, 0.0 if name == tower.wish else OTHER_CORNER) for name, (x, y) in corners.items())
    for a, b, c, d in placed:
        x = left if a < room.width - c else right
        yield from ((x, y, NO_CORNER) for y in (d + gap, b - gap - height) if top <= y <= foot)
    for k in range(1, _STEPS):
        x, y = left + (right - left) * k / _STEPS, top + (foot - top) * k / _STEPS
        yield from ((u, v, 1.5 * NO_CORNER) for u, v in ((left, y), (right, y), (x, foot), (x, top)))
