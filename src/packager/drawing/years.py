"""Years on an axis. There is no year 0: on the axis 1 CE stands one year after 1 BCE."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor

LEAST_GAP = 0.2
"""The share of the whole time that a gap without anything must have before the axis may break there."""
STUB = 0.135
"""The least width of a part of a broken axis, as a share of the whole: that of `You are here` in the mock-up."""


def count(year: int) -> int:
    """The year as a number without a hole at nought: 1 BCE is 0, 44 BCE is -43 (astronomical numbering)."""
    return year + 1 if year < 0 else year


def in_words(year: int, about: bool = False) -> str:
    """`44 BCE`, `about 97 CE`; years CE from 1000 on need no era."""
    era = " BCE" if year < 0 else " CE" if year < 1000 else ""
    return f"{'about ' if about else ''}{abs(year)}{era}"


@dataclass(frozen=True, slots=True)
class Part:
    """An unbroken part of the axis: its first and last year, counted, and where they stand."""

    first: float
    last: float
    left: float
    right: float

    def x(self, year: float) -> float:
        """Where a counted year stands."""
        return self.left + (year - self.first) / (self.last - self.first) * (self.right - self.left)


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis of one part, or of several with breaks between."""

    parts: tuple[Part, ...]

    def x(self, year: int) -> float:
        """Where a year stands."""
        counted = count(year)
        part = next((p for p in self.parts if counted <= p.last), self.parts[-1])
        return part.x(max(counted, part.first))

    def holds(self, year: int) -> bool:
        """Whether a year stands on one of the parts."""
        return any(p.first <= count(year) <= p.last for p in self.parts)


def gaps(years: Sequence[int], spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The times in which nothing stands and that are long enough for a break, the longest first; counted years."""
    marks = sorted({count(year) for year in years})
    total = marks[-1] - marks[0]
    pairs = [(a, b) for a, b in itertools.pairwise(marks) if (b - a) > LEAST_GAP * total]
    free = [(a, b) for a, b in pairs if not any(count(f) < b and count(t) > a for f, t in spans)]
    return sorted(free, key=lambda gap: (gap[0] - gap[1], gap[0]))


def axis(first: int, last: int, broken: Sequence[tuple[int, int]], left: float, right: float, gap: float) -> Axis:
    """The axis from `left` to `right` with the gaps `broken` left out, each `gap` wide on paper."""
    ends = _ends(count(first), count(last), broken)
    room = right - left - gap * (len(ends) - 1)
    total = sum(b - a for a, b in ends)
    shares = [max((b - a) / total, STUB if len(ends) > 1 else 0) for a, b in ends]
    widths = [share / sum(shares) * room for share in shares]
    parts: list[Part] = []
    for (a, b), width in zip(ends, widths, strict=True):
        at = parts[-1].right + gap if parts else left
        parts.append(Part(a, b, at, at + width))
    return Axis(tuple(parts))


def _ends(first: float, last: float, broken: Sequence[tuple[int, int]]) -> list[tuple[float, float]]:
    """The first and last counted year of each part; beyond its last mark a part goes on for a little."""
    kept = (last - first) - sum(b - a for a, b in broken)
    ends: list[tuple[float, float]] = []
    start: float = first
    for a, b in sorted(broken):
        spare = min(0.04 * kept, 0.2 * (b - a))
        ends.append((start, a + max(spare, 1)))
        start = b - max(min(spare, 0.4 * (last - b)), 1)
    return [*ends, (start, max(last, start + 2))]


def ticks(part: Part, apart: float) -> list[int]:
    """Round years on a part, at least `apart` points from each other; 1 stands for the turn of the eras."""
    per_year = (part.right - part.left) / (part.last - part.first)
    step = next((s for s in (1, 2, 5, 10, 20, 50, 100, 200, 250, 500, 1000, 2000, 5000, 10000) if s * per_year >= apart), 20000)
    round_years = range(ceil(part.first / step) * step, floor(part.last) + 1, step)
    return [year or 1 for year in round_years if part.first <= count(year or 1) <= part.last]
