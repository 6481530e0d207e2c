"""A comparison: columns side by side, their points in rows that stand level."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from packager.drawing.card import HEAD, PAD, Card
from packager.drawing.fit import sizes
from packager.drawing.shapes import Drawing, Ellipse, Fill, Group, Line, Pen, Shape, Trouble
from packager.drawing.style import Box, DrawingStyle, Measure
from packager.drawing.text import ASCENT, Lines, balanced, wrap
from packager.model.drawings import Compare


@dataclass(frozen=True, slots=True)
class _Columns:
    """The heads, and the points of each column."""

    heads: tuple[Lines, ...]
    points: tuple[tuple[Lines, ...], ...]
    size: float
    width: float
    gap: float

    @property
    def rows(self) -> list[float]:
        """The height of each row of points."""
        count = max(map(len, self.points))
        return [max(column[i].height for column in self.points if i < len(column)) + 0.85 * self.size for i in range(count)]

    @property
    def plain(self) -> bool:
        """Whether each head is one line."""
        return all(len(head.lines) == 1 for head in self.heads)

    @property
    def head(self) -> float:
        """The height of the heads."""
        return HEAD * self.size + max(head.height - head.size * 0.98 for head in self.heads)

    @property
    def least(self) -> float:
        """The least height of the whole."""
        return self.head + sum(self.rows) + 0.3 * self.size


def draw_compare(model: Compare, box: Box, style: DrawingStyle, measure: Measure) -> Drawing:
    """The comparison in shapes; points for which there is no room are left out and reported."""
    most = max(len(column.points) for column in model.columns)
    for count in range(most, 0, -1):
        for size in sizes(style.step_in(box), style.least):
            made = _columns(model, count, box, size, measure)
            if made and made.least <= box.height and (size <= style.step or made.plain):
                return _drawn(model, made, box, count)
    return Drawing(box.width, box.height, Group(model.title, ()), (Trouble("labels-left-out", ("columns",), "no room for the comparison"),))


def _columns(model: Compare, count: int, box: Box, size: float, measure: Measure) -> _Columns | None:
    gap = 1.0 * size
    width = (box.width - gap * (len(model.columns) - 1)) / len(model.columns)
    room = width - 2 * PAD * size
    heads = tuple(wrap(column.title, "text-bold", 1.1 * size, room, measure) for column in model.columns)
    points = tuple(
        tuple(balanced(point, "text", size, room - 0.9 * size, measure) for point in column.points[:count]) for column in model.columns
    )
    fits = all(head.fits(room) for head in heads) and all(p.fits(room - 0.9 * size) for column in points for p in column)
    return _Columns(heads, points, size, width, gap) if fits else None


def _drawn(model: Compare, made: _Columns, box: Box, count: int) -> Drawing:
    spare = min(max(0.0, box.height - made.least), 0.9 * made.size * len(made.rows)) if box.fill else 0.0
    rows = [row + spare / len(made.rows) for row in made.rows]
    shapes = tuple(
        Group(model.columns[i].title, tuple(_column(model.columns[i].title, made, i, i * (made.width + made.gap), rows)))
        for i in range(len(made.heads))
    )
    troubles = tuple(
        Trouble("labels-left-out", ("columns", i, "points", j), f"no room for `{column.points[j]}`")
        for i, column in enumerate(model.columns)
        for j in range(count, len(column.points))
    )
    return Drawing(box.width, made.least + spare, Group(model.title, shapes), troubles)


def _column(title: str, made: _Columns, i: int, x: float, rows: Sequence[float]) -> Iterator[Shape]:
    size = made.size
    yield from Card(title, made.heads[i], None, size, made.width).draw(x, 0, made.head + sum(rows) + 0.3 * size, centred=True)
    y = made.head
    for j, text in enumerate(made.points[i]):
        if j:
            yield Line("rule", (x + PAD * size, y), (x + made.width - PAD * size, y), Pen("t3", 0.05 * size))
        top = y + (rows[j] - text.height) / 2
        middle = top + text.size * (ASCENT - 0.26)
        yield Ellipse("bullet", x + (PAD + 0.2) * size, middle, 0.17 * size, 0.17 * size, Fill("accent"))
        yield text.at(" ".join(text.lines), x + (PAD + 0.9) * size, top, "ink")
        y += rows[j]
