"""A tree: from the top down where the boxes are wide enough for their words, else from left to right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from packager.drawing.card import PAD
from packager.drawing.fit import sizes
from packager.drawing.shapes import XY, Drawing, Fill, Freeform, Group, Pen, Rect, Role, Shape, Subpath, Trouble
from packager.drawing.style import Box, DrawingStyle, Measure
from packager.drawing.text import Lines, wrap
from packager.model.drawings import Branch, Tree

MOST_LINES = 4
_LOOKS: tuple[tuple[Role, Role], ...] = (("accent", "white"), ("t3", "ink"), ("white", "ink"))
"""Ground and text of the boxes at each depth; deeper ones look like the last."""


@dataclass(frozen=True, slots=True)
class _Node:
    """A box: `at` is where its middle stands across the tree, in leaves, `depth` how far from the root."""

    text: Lines
    depth: int
    at: float
    children: tuple[_Node, ...]

    def all(self) -> Iterator[_Node]:
        """This box and all that hang from it."""
        yield self
        for child in self.children:
            yield from child.all()


@dataclass(frozen=True, slots=True)
class _Plan:
    """Boxes of one size on a grid; `down` where the root stands on top, else at the left."""

    root: _Node
    size: float
    width: float
    height: float
    step: XY
    down: bool

    def corner(self, node: _Node) -> XY:
        """The upper left corner of a box."""
        across, along = (node.at, node.depth) if self.down else (node.depth, node.at)
        return across * self.step[0], along * self.step[1]


def draw_tree(model: Tree, box: Box, style: DrawingStyle, measure: Measure) -> Drawing:
    """The tree in shapes, or a trouble where it does not fit."""
    for size in sizes(style.step, style.least):
        for down in (True, False):
            plan = _plan(model.root, box, size, down, measure)
            if plan:
                depth, leaves = _extent(model.root)
                height = (depth - 1 if down else leaves - 1) * plan.step[1] + plan.height
                return Drawing(box.width, height, Group(model.title, tuple(_drawn(plan))))
    return Drawing(box.width, box.height, Group(model.title, ()), (Trouble("labels-left-out", ("root",), "no room for the tree"),))


def _extent(branch: Branch) -> tuple[int, int]:
    """How many levels, and how many leaves."""
    below = [_extent(child) for child in branch.children]
    return 1 + max((d for d, _ in below), default=0), sum(n for _, n in below) or 1


def _plan(root: Branch, box: Box, size: float, down: bool, measure: Measure) -> _Plan | None:
    depth, leaves = _extent(root)
    gap = (0.7 * size, 1.8 * size) if down else (2.2 * size, 0.6 * size)
    columns, rows = (leaves, depth) if down else (depth, leaves)
    width = min((box.width - gap[0] * (columns - 1)) / columns, 15 * size)
    made = _node(root, 0, 0, size, width - 2 * PAD * size, measure)
    lines = max(len(node.text.lines) for node in made.all())
    height = max(node.text.height for node in made.all()) + 1.0 * size
    least = rows * height + gap[1] * (rows - 1)
    if lines > MOST_LINES or least > box.height or not all(n.text.fits(width - 2 * PAD * size) for n in made.all()):
        return None
    spare = min((box.height - least) / (rows - 1), gap[1]) if box.fill and rows > 1 else 0
    step = (box.width - width) / (columns - 1) if columns > 1 else 0, height + gap[1] + spare
    return _Plan(made, size, width, height, step, down)


def _node(branch: Branch, depth: int, first: float, size: float, room: float, measure: Measure) -> _Node:
    children: list[_Node] = []
    at = first
    for child in branch.children:
        children.append(_node(child, depth + 1, at, size, room, measure))
        at += _extent(child)[1]
    middle = (children[0].at + children[-1].at) / 2 if children else first
    text = wrap(branch.text, "text-bold" if depth == 0 else "text", size, room, measure)
    return _Node(text, depth, middle, tuple(children))


def _drawn(plan: _Plan) -> Iterator[Shape]:
    for node in plan.root.all():
        for child in node.children:
            yield _link(plan, node, child)
    for node in plan.root.all():
        x, y = plan.corner(node)
        ground, ink = _LOOKS[min(node.depth, len(_LOOKS) - 1)]
        name = " ".join(node.text.lines)
        pen = Pen("t3", 0.06 * plan.size) if ground == "white" else None
        yield Group(
            name,
            (
                Rect(f"{name}: box", x, y, plan.width, plan.height, Fill(ground), pen, 0.26 * plan.size),
                node.text.at(name, x + plan.width / 2, y + (plan.height - node.text.height) / 2, ink, "middle"),
            ),
        )


def _link(plan: _Plan, node: _Node, child: _Node) -> Shape:
    """A line with two corners from a box to one that hangs from it."""
    (x, y), (u, v) = plan.corner(node), plan.corner(child)
    if plan.down:
        a, b = (x + plan.width / 2, y + plan.height), (u + plan.width / 2, v)
        bends = ((a[0], (a[1] + b[1]) / 2), (b[0], (a[1] + b[1]) / 2))
    else:
        a, b = (x + plan.width, y + plan.height / 2), (u, v + plan.height / 2)
        bends = (((a[0] + b[0]) / 2, a[1]), ((a[0] + b[0]) / 2, b[1]))
    return Freeform("link", (Subpath((a, *bends, b)),), pen=Pen("accent", 0.1 * plan.size))
