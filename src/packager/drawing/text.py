"""Text broken into lines, and the room it takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from packager.drawing.shapes import Anchor, Face, Role, Text
from packager.drawing.style import Measure

PITCH = 1.2
"""From baseline to baseline, in ems."""
ASCENT, DESCENT = 0.76, 0.22
"""Above and below the baseline, in ems: the height of `d` and the depth of `g` in Arial."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Text in lines, with the width of the widest."""

    lines: tuple[str, ...]
    face: Face
    size: float
    width: float
    tracking: float = 0.0

    @property
    def pitch(self) -> float:
        """From baseline to baseline."""
        return self.size * PITCH

    @property
    def height(self) -> float:
        """From the top of the first line to the foot of the last."""
        return (len(self.lines) - 1) * self.pitch + self.size * (ASCENT + DESCENT)

    def at(self, name: str, x: float, top: float, role: Role, anchor: Anchor = "start", halo: Role | None = None) -> Text:
        """The text as a shape whose first line begins at `top`."""
        y = top + self.size * ASCENT
        return Text(name, x, y, self.lines, self.size, self.pitch, self.width, role, self.face, anchor, halo, 0.0, self.tracking)

    def fits(self, width: float) -> bool:
        """Whether no line is wider."""
        return self.width <= width + 0.01


def wrap(text: str, face: Face, size: float, width: float, measure: Measure) -> Lines:
    """The text in lines of at most `width`; a word that is wider stands alone."""
    rows: list[str] = []
    for word in text.split(" "):
        if rows and measure(f"{rows[-1]} {word}", face, size) <= width:
            rows[-1] += f" {word}"
        else:
            rows.append(word)
    return set_lines(rows, face, size, measure)


def even(text: str, face: Face, size: float, count: int, measure: Measure) -> Lines:
    """The text in at most `count` lines, as narrow as that allows."""
    words = text.split(" ")
    low, high = max(measure(word, face, size) for word in words), measure(" ".join(words), face, size)
    best = wrap(text, face, size, high, measure)
    while high - low > 0.5:
        middle = (low + high) / 2
        tried = wrap(text, face, size, middle, measure)
        if len(tried.lines) <= count:
            best, high = tried, min(middle, tried.width)
        else:
            low = middle
    tightest = wrap(text, face, size, low, measure)
    return tightest if len(tightest.lines) <= count else best


def balanced(text: str, face: Face, size: float, width: float, measure: Measure) -> Lines:
    """The text in as few lines as `width` allows, all about as long, so that no word stands alone on the last."""
    greedy = wrap(text, face, size, width, measure)
    return even(text, face, size, len(greedy.lines), measure) if len(greedy.lines) > 1 else greedy


def set_lines(rows: Sequence[str], face: Face, size: float, measure: Measure, tracking: float = 0.0) -> Lines:
    """Lines that are already broken."""
    width = max(measure(row, face, size) + tracking * len(row) for row in rows)
    return Lines(tuple(rows), face, size, width, tracking)
