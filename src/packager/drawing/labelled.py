"""A picture with names for its parts: beside it or above and below it, whichever makes the shorter lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import dist, sqrt

from packager.drawing.fit import sizes
from packager.drawing.shapes import XY, Drawing, Ellipse, Fill, Group, Line, Pen, Picture, Shape, Trouble
from packager.drawing.spread import Item, spread
from packager.drawing.style import Box, DrawingStyle, Measure
from packager.drawing.text import Lines, even
from packager.model.drawings import Label, Labelled


@dataclass(frozen=True, slots=True)
class _Name:
    """A name with its upper left corner, and the ends of its line."""

    text: Lines
    corner: XY
    start: XY
    point: XY


@dataclass(frozen=True, slots=True)
class _Plan:
    """The picture's rectangle and the names about it."""

    picture: tuple[float, float, float, float]
    names: tuple[_Name, ...]
    height: float

    @property
    def cost(self) -> float:
        """Long lines are bad, and so is a small picture."""
        return sum(dist(n.start, n.point) for n in self.names) / len(self.names) - 1.6 * sqrt(self.picture[2] * self.picture[3])

    @property
    def hits(self) -> int:
        """How many lines run over the point of another name."""
        near = 0.5 * self.names[0].text.size
        return sum(_away(b.point, a.start, a.point) < near for a in self.names for b in self.names if a is not b and a.point != b.point)


def draw_labelled(model: Labelled, box: Box, style: DrawingStyle, measure: Measure, ratio: float) -> Drawing:
    """The picture, `ratio` times as wide as high, with its names; what does not fit is left out and reported."""
    for count in range(len(model.labels), 0, -1):
        for size in sizes(style.step * 0.95, style.least):
            ways = [(aside, lines) for aside in (True, False) for lines in (1, 2, 3)]
            plans = [(plan, way) for way in ways if (plan := _plan(model.labels[:count], box, size, *way, ratio, measure))]
            if plans:
                best, way = min(plans, key=lambda pair: pair[0].cost)
                best = _untangled(best, model.labels[:count], box, size, *way, ratio, measure)
                left = range(count, len(model.labels))
                troubles = tuple(Trouble("labels-left-out", ("labels", i), f"no room for `{model.labels[i].text}`") for i in left)
                return Drawing(box.width, best.height, Group(model.title, tuple(_drawn(model, best, style))), troubles)
    return Drawing(box.width, box.height, Group(model.title, ()), (Trouble("labels-left-out", ("labels",), "no room for the labels"),))


def _plan(labels: Sequence[Label], box: Box, size: float, aside: bool, lines: int, ratio: float, measure: Measure) -> _Plan | None:
    texts = [even(label.text, "text", size, lines, measure) for label in labels]
    return _placed(labels, texts, _first(labels, aside), box, size, aside, ratio)


def _first(labels: Sequence[Label], aside: bool) -> list[bool]:
    """Whether each name stands at the left or above: at the side where its point is."""
    first = [label.at[0] < 0.5 if aside else label.at[1] < 0.5 for label in labels]
    if not aside and len(set(first)) == 2 and all(label.at[1] < 0.7 for label in labels):
        return [True] * len(labels)
    return first


def _untangled(
    plan: _Plan, labels: Sequence[Label], box: Box, size: float, aside: bool, lines: int, ratio: float, measure: Measure
) -> _Plan:
    """The plan, with one name on the other side where that keeps lines off the points of other names."""
    if not plan.hits:
        return plan
    texts = [even(label.text, "text", size, lines, measure) for label in labels]
    first = _first(labels, aside)
    turned = [[f is not (i == n) for n, f in enumerate(first)] for i in range(len(labels))]
    others = (_placed(labels, texts, each, box, size, aside, ratio) for each in turned)
    return min([plan, *filter(None, others)], key=lambda each: each.hits)


def _placed(
    labels: Sequence[Label], texts: Sequence[Lines], first: Sequence[bool], box: Box, size: float, aside: bool, ratio: float
) -> _Plan | None:
    """The picture with the names that are `first` above it or at its left, the others on the other side; None where they do not fit."""
    deep = [
        max((t.width if aside else t.height for t, f in zip(texts, first, strict=True) if f is side), default=0) for side in (True, False)
    ]
    margin = [d + 1.3 * size if d else 0.0 for d in deep]
    room = (box.width - sum(margin), box.height) if aside else (box.width, box.height - sum(margin))
    width = min(room[0], room[1] * ratio)
    height = width / ratio
    if width < 0.42 * box.width:
        return None
    spare = (box.height - height) / 2 if box.fill else 0.0
    x = (margin[0] if aside else 0.0) + (room[0] - width) / 2
    y = spare if aside else margin[0] + (room[1] - height) / 2 * box.fill
    total = box.height if box.fill else height + (0 if aside else sum(margin))
    names = _names(labels, texts, first, (x, y, width, height), box, total, size, aside)
    return _Plan((x, y, width, height), tuple(names), total) if names else None


def _away(point: XY, start: XY, end: XY) -> float:
    """How far a point is from a segment."""
    (x, y), (a, b), (c, d) = point, start, end
    square = (c - a) ** 2 + (d - b) ** 2
    share = min(max(((x - a) * (c - a) + (y - b) * (d - b)) / square, 0.0), 1.0) if square else 0.0
    return dist(point, (a + share * (c - a), b + share * (d - b)))


def _names(
    labels: Sequence[Label], texts: Sequence[Lines], first: Sequence[bool],
    picture: tuple[float, float, float, float], box: Box, total: float, size: float, aside: bool,
) -> list[_Name] | None:  # fmt: skip
    """The names along both sides of the picture, in the order of their points; None where they do not fit."""
    x, y, width, height = picture
    points = [(x + label.at[0] * width, y + label.at[1] * height) for label in labels]
    along = 1 if aside else 0
    names: list[_Name] = []
    for side in (True, False):
        ids = sorted((i for i in range(len(labels)) if first[i] is side), key=lambda i: points[i][along])
        lengths = [texts[i].height if aside else texts[i].width for i in ids]
        limit = total if aside else box.width
        items = [Item(n, points[i][along] - n / 2, 0, limit - n) for i, n in zip(ids, lengths, strict=True)]
        begins = spread(items, 0.5 * size if aside else 0.9 * size)
        if begins is None or any(n > limit for n in lengths):
            return None
        for i, begin in zip(ids, begins, strict=True):
            names.append(_name(texts[i], points[i], begin, side, picture, size, aside))
    return names


def _name(text: Lines, point: XY, begin: float, first: bool, picture: tuple[float, float, float, float], size: float, aside: bool) -> _Name:
    x, y, width, height = picture
    if aside:
        edge = x - 0.9 * size if first else x + width + 0.9 * size
        corner = (edge - text.width if first else edge, begin)
        return _Name(text, corner, (edge + (0.2 if first else -0.2) * size, begin + text.height / 2), point)
    edge = y - 0.9 * size if first else y + height + 0.9 * size
    corner = (begin, edge - text.height if first else edge)
    at = min(max(point[0], begin + 0.3 * size), begin + text.width - 0.3 * size)
    return _Name(text, corner, (at, edge + (0.15 if first else -0.15) * size), point)


def _drawn(model: Labelled, plan: _Plan, style: DrawingStyle) -> Iterator[Shape]:
    yield Picture(model.title, *plan.picture, model.image)
    size = plan.names[0].text.size
    for name in plan.names:
        called = " ".join(name.text.lines)
        yield Line(f"{called}: ground of the line", name.start, name.point, Pen("white", 0.22 * size, 0.85))
        yield Line(f"{called}: line", name.start, name.point, Pen("ink", 0.09 * size))
        yield Ellipse(f"{called}: ring", *name.point, 0.28 * size, 0.28 * size, Fill("white"))
        yield Ellipse(f"{called}: point", *name.point, 0.18 * size, 0.18 * size, Fill("accent"))
    for name in plan.names:
        middle = name.corner[0] + name.text.width / 2
        beside = abs(name.start[1] - (name.corner[1] + name.text.height / 2)) < 0.01
        if beside and name.start[0] > middle:
            yield name.text.at(" ".join(name.text.lines), name.corner[0] + name.text.width, name.corner[1], "ink", "end")
        elif beside:
            yield name.text.at(" ".join(name.text.lines), *name.corner, "ink")
        else:
            yield name.text.at(" ".join(name.text.lines), middle, name.corner[1], "ink", "middle")
