"""The card of a diagram: a white box with an accent head that bears its number and name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from packager.drawing.shapes import Fill, Freeform, Pen, Rect, Shape, Subpath
from packager.drawing.style import Measure
from packager.drawing.text import Lines, balanced, set_lines, wrap
from packager.model.drawings import Step

HEAD = 1.7
"""The height of a head, in ems of the text below it."""
PAD = 0.5
ROUND = 0.26
_ARC = 0.4477
"""1 minus the length of the handles of a Bézier curve that stands for a quarter of a circle."""


@dataclass(frozen=True, slots=True)
class Card:
    """One card: what stands in its head and below."""

    name: str
    head: Lines | None
    text: Lines | None
    size: float
    width: float

    @property
    def height(self) -> float:
        """The least height that holds everything."""
        text = self.text.height + 1.1 * self.size if self.text else 0.0
        return (self._head_height if self.head else 0.0) + text

    @property
    def _head_height(self) -> float:
        return HEAD * self.size + (self.head.height - self.head.size * 0.98 if self.head else 0)

    @property
    def fits(self) -> bool:
        """Whether no word is wider than the card."""
        room = self.width - 2 * PAD * self.size
        return all(text.fits(room) for text in (self.head, self.text) if text)

    def draw(self, x: float, y: float, height: float, centred: bool = False) -> Iterator[Shape]:
        """The card with its upper left corner at `x`, `y`."""
        pad, radius = PAD * self.size, ROUND * self.size
        yield Rect(f"{self.name}: card", x, y, self.width, height, Fill("white"), Pen("t3", 0.06 * self.size), radius)
        top = y
        if self.head:
            top = y + self._head_height
            yield Freeform(f"{self.name}: head", (_rounded_top(x, y, self.width, self._head_height, radius),), Fill("accent"))
            at = x + self.width / 2 if centred else x + pad
            yield self.head.at(
                f"{self.name}: name", at, y + (self._head_height - self.head.height) / 2, "white", "middle" if centred else "start"
            )
        if self.text:
            free = y + height - top - self.text.height
            yield self.text.at(self.name, x + pad, top + min(free / 2, 0.8 * self.size), "ink")


def card(step: Step, number: int | None, width: float, size: float, measure: Measure) -> Card:
    """The card of a step; a step without a name has its number alone in the head."""
    room = width - 2 * PAD * size
    head = f"{number}\u2002{step.name or ''}".rstrip() if number is not None else (step.name or "")
    return Card(
        step.name or step.text, _head(head, 1.1 * size, room, measure), balanced(step.text, "text", size, room, measure), size, width
    )


def _head(head: str, size: float, room: float, measure: Measure) -> Lines | None:
    if not head:
        return None
    whole = set_lines([head], "text-bold", size, measure)
    return whole if whole.fits(room) else wrap(head, "text-bold", size, room, measure)


def _rounded_top(x: float, y: float, width: float, height: float, r: float) -> Subpath:
    """A rectangle whose upper corners are rounded, as cubic curves all the way round."""
    right, foot, k = x + width, y + height, r * _ARC
    corners = [
        ((x, y + r), (x, y + k), (x + k, y), (x + r, y)),
        ((x + r, y), (x + r, y), (right - r, y), (right - r, y)),
        ((right - r, y), (right - k, y), (right, y + k), (right, y + r)),
        ((right, y + r), (right, y + r), (right, foot), (right, foot)),
        ((right, foot), (right, foot), (x, foot), (x, foot)),
        ((x, foot), (x, foot), (x, y + r), (x, y + r)),
    ]
    return Subpath((corners[0][0], *(point for curve in corners for point in curve[1:])), closed=True, curved=True)
