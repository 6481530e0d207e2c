"""A cycle: cards clockwise around a middle, an arrow from each to the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from packager.drawing.card import Card, card
from packager.drawing.fit import Fitted, fit_steps, sizes
from packager.drawing.shapes import XY, Drawing, Freeform, Group, Pen, Shape, Subpath
from packager.drawing.style import Box, DrawingStyle, Measure
from packager.drawing.text import Lines, even
from packager.model.drawings import Cycle, Step

ARROW = 4 / 19
"""The width of an arrow, in ems: 4 points on a slide."""


@dataclass(frozen=True, slots=True)
class _Ring:
    """Cards on the cells of the edge of a grid."""

    cards: tuple[Card, ...]
    columns: int
    rows: int
    height: float
    gap: XY
    middle: Lines | None = None

    @property
    def least(self) -> float:
        """The least height of the whole."""
        return self.rows * self.height + (self.rows - 1) * self.gap[1]


def draw_cycle(model: Cycle, box: Box, style: DrawingStyle, measure: Measure) -> Drawing:
    """The cycle in shapes; steps for which there is no room are left out and reported."""

    usual = style.step * (1.15 if box.fill else 1.0)

    def tried(steps: Sequence[Step]) -> _Ring | None:
        rings = (_ring(steps, model.centre, box, size, measure) for size in sizes(usual, style.least))
        return next((ring for ring in rings if ring and ring.least <= box.height), None)

    fitted: Fitted[_Ring] = fit_steps(model.steps, tried)
    if fitted.made is None:
        return Drawing(box.width, box.height, Group(model.title, ()), fitted.troubles)
    ring = fitted.made
    height = box.height if box.fill else ring.least
    return Drawing(box.width, height, Group(model.title, tuple(_drawn(ring, box.width, height))), fitted.troubles)


def _ring(steps: Sequence[Step], centre: str | None, box: Box, size: float, measure: Measure) -> _Ring | None:
    """The cards on the smallest grid whose edge has a cell for each; None where a word does not fit."""
    columns, rows = _grid(len(steps))
    across = 1.9 * size if len(steps) != 3 else 1.4 * size
    room = (box.width - (columns - 1) * across) / columns
    width = min(room, 0.38 * box.width if len(steps) == 3 else 16 * size)
    cards = tuple(card(step, number, width, size, measure) for number, step in enumerate(steps, 1))
    if not all(c.fits for c in cards):
        return None
    middle = even(centre, "display-bold", 1.25 * size, 2, measure) if centre and len(steps) > 2 else None
    between = max(2.2 * size, (middle.height + 1.6 * size) if middle and rows == 2 else 0)
    return _Ring(cards, columns, rows, _high(cards, rows, between, box), (across, between), middle)


def _high(cards: Sequence[Card], rows: int, between: float, box: Box) -> float:
    """The height of all cards: that of the tallest, and a little more where there is room."""
    least = max(c.height for c in cards)
    return max(least, min(1.25 * least, (box.height - (rows - 1) * 1.4 * between) / rows)) if box.fill else least


def _grid(count: int) -> tuple[int, int]:
    """Columns and rows of the smallest grid with `count` cells on its edge; two rows as long as three columns do."""
    if count <= 2:
        return count, 1
    columns, rows = 2, 2
    while 2 * columns + 2 * (rows - 2) < count:
        columns, rows = (columns + 1, rows) if columns <= min(rows, 3) else (columns, rows + 1)
    return columns, rows


def _centres(ring: _Ring, width: float, height: float) -> list[XY]:
    """The middle of each card, clockwise from the top left; three stand as a triangle with the first on top."""
    half, high = ring.cards[0].width / 2, ring.height / 2
    if len(ring.cards) == 3:
        return [(width / 2, high), (width - half, height - high), (half, height - high)]
    last = (ring.columns - 1) or 1
    step = (width - 2 * half) / last if ring.columns > 1 else 0
    xs = [half + i * step for i in range(ring.columns)] if ring.columns > 1 else [width / 2]
    ys = [high + i * (height - 2 * high) / ((ring.rows - 1) or 1) for i in range(ring.rows)] if ring.rows > 1 else [height / 2]
    edge = [(x, ys[0]) for x in xs] + [(xs[-1], y) for y in ys[1:-1]]
    if ring.rows > 1:
        edge += _bottom(xs, ys[-1], len(ring.cards) - len(edge) - max(ring.rows - 2, 0))
        edge += [(xs[0], y) for y in reversed(ys[1:-1])]
    return edge[: len(ring.cards)]


def _bottom(xs: Sequence[float], y: float, count: int) -> list[XY]:
    """The last row, from right to left; one that is not full stands in the middle."""
    if count >= len(xs):
        return [(x, y) for x in reversed(xs)]
    step = xs[1] - xs[0]
    start = (xs[0] + xs[-1]) / 2 + (count - 1) * step / 2
    return [(start - i * step, y) for i in range(count)]


def _drawn(ring: _Ring, width: float, height: float) -> Iterator[Shape]:
    centres = _centres(ring, width, height)
    size = ring.cards[0].size
    for number, (at, then) in enumerate(zip(centres, [*centres[1:], centres[0]], strict=True), 1):
        if len(centres) > 1:
            path = _way(at, then, ring, size, number, len(centres))
            yield Freeform(f"arrow from {number}", (Subpath(path, curved=True),), pen=Pen("accent", ARROW * size), arrow=True)
    for (x, y), one in zip(centres, ring.cards, strict=True):
        yield Group(one.name, tuple(one.draw(x - one.width / 2, y - ring.height / 2, ring.height)))
    if ring.middle:
        x = width / 2
        foot = ring.cards[0].height if len(centres) == 3 else 0
        y = (foot + height - (ring.height if len(centres) == 3 else 0)) / 2
        yield ring.middle.at("centre", x, y - ring.middle.height / 2, "deep", "middle")


def _way(at: XY, then: XY, ring: _Ring, size: float, number: int, count: int) -> tuple[XY, XY, XY, XY]:
    """A curve from the edge of one card to that of the next."""
    half, high, gap = ring.cards[0].width / 2, ring.height / 2, 0.35 * size
    (x, y), (u, v) = at, then
    if count == 3 and number != 2:
        return _corner(at, then, half, high, gap, number == 1)
    if count == 2:
        shift = -0.6 * size if number == 1 else 0.6 * size
        y, v = y + shift, v + shift
    if abs(y - v) < 1:
        way = 1 if u > x else -1
        a, b = x + way * (half + gap), u - way * (half + gap)
        bow = 0.35 * size if count == 3 else 0
        return (a, y), (a + (b - a) / 3, y + bow), (b - (b - a) / 3, v + bow), (b, v)
    way = 1 if v > y else -1
    c, d = y + way * (high + gap), v - way * (high + gap)
    return (x, c), (x, c + (d - c) / 2), (u, d - (d - c) / 2), (u, d)


def _corner(at: XY, then: XY, half: float, high: float, gap: float, out: bool) -> tuple[XY, XY, XY, XY]:
    """From the side of the top card down to the next, or up from the last to the side of the top card."""
    top, low, way = (at, then, 1) if out else (then, at, -1)
    start, end = (top[0] + way * (half + gap), top[1]), (low[0], low[1] - high - gap)
    bend = (low[0] + way * 0.1 * gap, top[1])
    curve = (start, (start[0] + (bend[0] - start[0]) * 0.66, start[1]), (bend[0], bend[1] + (end[1] - bend[1]) * 0.33), end)
    return curve if out else (curve[3], curve[2], curve[1], curve[0])
