"""Steps one after another, and layers one above another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from packager.drawing.card import Card, card
from packager.drawing.cycle import ARROW
from packager.drawing.fit import Fitted, fit_steps, sizes
from packager.drawing.shapes import Drawing, Fill, Group, Line, Pen, Rect, Role, Shape
from packager.drawing.style import Box, DrawingStyle, Measure
from packager.drawing.text import Lines, balanced, wrap
from packager.model.drawings import Layers, Step
from packager.model.drawings import Sequence as Steps

MOST_IN_A_ROW = 3
LINES_IN_A_ROW = 5
"""The most lines a card in a row may have before the steps stand one below another."""


@dataclass(frozen=True, slots=True)
class _Stack:
    """Steps one below another: names in a column, texts beside them."""

    names: tuple[Lines, ...]
    texts: tuple[Lines, ...]
    size: float
    column: float
    gap: float

    @property
    def row(self) -> float:
        """The least height of each row."""
        return max(lines.height for lines in (*self.names, *self.texts)) + 0.9 * self.size

    @property
    def least(self) -> float:
        """The least height of the whole."""
        return len(self.texts) * self.row + (len(self.texts) - 1) * self.gap


def draw_sequence(model: Steps, box: Box, style: DrawingStyle, measure: Measure) -> Drawing:
    """A sequence in shapes: up to three steps side by side, more one below another."""
    if len(model.steps) <= MOST_IN_A_ROW:
        for size in sizes(style.step_in(box), style.least):
            cards = _row(model.steps, box, size, measure)
            if cards:
                height = max(c.height for c in cards)
                high = min(box.height, height * 1.5) if box.fill else height
                shapes = tuple(_drawn_row(cards, box, height, (high - height) / 2))
                return Drawing(box.width, high, Group(model.title, shapes))
    return _stacked(model, box, style, measure, arrows=True)


def draw_layers(model: Layers, box: Box, style: DrawingStyle, measure: Measure) -> Drawing:
    """Layers in shapes, the top first, without a gap."""
    return _stacked(model, box, style, measure, arrows=False)


def _row(steps: Sequence[Step], box: Box, size: float, measure: Measure) -> list[Card] | None:
    width = min((box.width - (len(steps) - 1) * 2 * size) / len(steps), 20 * size)
    cards = [card(step, number, width, size, measure) for number, step in enumerate(steps, 1)]
    fits = all(c.fits and c.height <= box.height and (c.text is None or len(c.text.lines) <= LINES_IN_A_ROW) for c in cards)
    return cards if fits else None


def _drawn_row(cards: Sequence[Card], box: Box, height: float, top: float) -> Iterator[Shape]:
    size, width = cards[0].size, cards[0].width
    whole = len(cards) * width + (len(cards) - 1) * 2 * size
    for i, one in enumerate(cards):
        x = (box.width - whole) / 2 + i * (width + 2 * size)
        yield Group(one.name, tuple(one.draw(x, top, height)))
        if i:
            start, end = (x - 1.75 * size, top + height / 2), (x - 0.25 * size, top + height / 2)
            yield Line(f"arrow from {i}", start, end, Pen("accent", ARROW * size), arrow=True)


def _stacked(model: Steps | Layers, box: Box, style: DrawingStyle, measure: Measure, arrows: bool) -> Drawing:
    def tried(steps: Sequence[Step]) -> _Stack | None:
        stacks = (_stack(steps, box, size, measure, arrows) for size in sizes(style.step_in(box), style.least))
        return next((stack for stack in stacks if stack and stack.least <= box.height), None)

    fitted: Fitted[_Stack] = fit_steps(model.steps, tried)
    if fitted.made is None:
        return Drawing(box.width, box.height, Group(model.title, ()), fitted.troubles)
    stack = fitted.made
    count = len(stack.texts)
    row = min((box.height - (count - 1) * stack.gap) / count, stack.row * 1.45) if box.fill else stack.row
    shapes = tuple(_drawn_stack(stack, model.steps, box.width, row, arrows))
    return Drawing(box.width, count * row + (count - 1) * stack.gap, Group(model.title, shapes), fitted.troubles)


def _stack(steps: Sequence[Step], box: Box, size: float, measure: Measure, arrows: bool) -> _Stack | None:
    heads = ["\u2002".join(filter(None, (f"{i}" if arrows else "", step.name))) or " " for i, step in enumerate(steps, 1)]
    widest = max(measure(head, "text-bold", 1.1 * size) for head in heads)
    column = min(widest + 1.3 * size, 0.36 * box.width) if any(head.strip() for head in heads) else 0
    names = tuple(_named(head, 1.1 * size, column - 1.0 * size, measure) for head in heads)
    texts = tuple(balanced(step.text, "text", size, box.width - column - 1.4 * size, measure) for step in steps)
    fits = all(name.fits(column - 1.0 * size) for name in names) and all(t.fits(box.width - column - 1.4 * size) for t in texts)
    return _Stack(names, texts, size, column, 1.45 * size if arrows else 0.0) if fits else None


def _named(head: str, size: float, room: float, measure: Measure) -> Lines:
    """The head of a row; the number stays with the first word."""
    return wrap(head, "text-bold", size, max(room, 1), measure) if head.strip() else Lines((" ",), "text-bold", size, 0)


def _drawn_stack(stack: _Stack, steps: Sequence[Step], width: float, row: float, arrows: bool) -> Iterator[Shape]:
    size = stack.size
    for i, (name, text) in enumerate(zip(stack.names, stack.texts, strict=True)):
        y = i * (row + stack.gap)
        if arrows and i:
            x = stack.column / 2
            ends = (x, y - stack.gap + 0.18 * size), (x, y - 0.1 * size)
            yield Line(f"arrow from {i}", *ends, Pen("accent", ARROW * size), arrow=True)
        yield Group(steps[i].name or steps[i].text, tuple(_drawn_step(stack, steps[i], name, text, y, width, row, arrows or i % 2 == 0)))


def _drawn_step(stack: _Stack, step: Step, name: Lines, text: Lines, y: float, width: float, row: float, dark: bool) -> Iterator[Shape]:
    size, column, called = stack.size, stack.column, step.name or step.text
    yield Rect(f"{called}: ground", 0, y, width, row, Fill("white"), Pen("t3", 0.06 * size))
    if column:
        yield Rect(f"{called}: head", 0, y, column, row, Fill("accent" if dark else "t3"))
        role: Role = "white" if dark else "ink"
        yield name.at(f"{called}: name", 0.55 * size, y + (row - name.height) / 2, role)
    yield text.at(called, column + 0.75 * size, y + (row - text.height) / 2, "ink")
