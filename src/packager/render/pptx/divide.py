"""Where a passage is best divided between slides: few slides, evenly filled, no lone line, quotations whole.

Each paragraph is measured once. The search begins with the slides that promise most; what can no longer
become better than the best found is left alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise
from math import ceil
from typing import NamedTuple

from packager.render.deck import Line
from packager.render.measure import Pieces
from packager.render.pptx.fit import POINTS, Setter, ems
from packager.render.pptx.layout import Place

QUOTATION = 3
"""The level of the words of somebody else; the level behind it is that of where they come from."""
_SLIDE, _LONE, _INSIDE, _QUOTED, _FILLED = 10_000.0, 8_000.0, 60.0, 12_000.0, 1_000.0
"""What a slide costs, a lone line, a cut inside a paragraph, one inside a quotation, and a slide that is full."""
_OVERHANG = 1.0
"""Ems by which a line may be longer with the space at its end than what is seen of it."""
_IMPOSSIBLE = float("inf")
_STEP = 500
"""Units of which the best division is known before that of those before them is asked for: recursion goes no deeper."""


class Unit(NamedTuple):
    """A sentence, or a part of one: its block, the number of its paragraph, and where in that it begins and ends."""

    block: str
    paragraph: int
    start: int
    end: int
    level: int
    is_part: bool = False


@dataclass(frozen=True, slots=True)
class Whole:
    """A passage to divide: its sentences, and its paragraphs by their numbers."""

    units: Sequence[Unit]
    paragraphs: Sequence[Line]


def divided(whole: Whole, setter: Setter, place: Place, last: Place) -> list[tuple[range, float]]:
    """The units of each slide and the part of its place that they fill; the last slide is for the place `last`.

    Their cost is least.
    """
    return list(_Division(whole, setter, place, last).slides())


class _Slide(NamedTuple):
    """A slide: what it costs, the unit at which it ends, and the part of its place that it fills."""

    cost: float
    end: int
    share: float


class _Paragraph:
    """A paragraph in a place: on how many lines stands what lies between any two of its units."""

    def __init__(self, units: Sequence[Unit], pieces: Pieces, limit: float, pitch: float, before: float) -> None:
        self.limit, self.pitch, self.before = limit, pitch, before
        self.pieces = pieces.held(limit)
        self.is_cut = self.pieces is not pieces
        self.at = _positions(units, self.pieces)
        self._counts: dict[int, list[int]] = {}

    def counts(self, first: int) -> list[int]:
        """The lines from the unit `first` on, up to each further unit."""
        known = self._counts.get(first)
        if known is None:
            starts = self.pieces.starts(self.limit, self.at[first])
            known = self._counts[first] = [bisect_left(starts, end) for end in self.at[first + 1 : -1]]
            known.append(len(starts))
        return known

    def least(self, first: int) -> float:
        """A height in points below which no division brings what stands from the unit `first` on."""
        if self.is_cut or not self.pieces.ends:
            return self.pitch
        rest = self.pieces.rest(self.at[first])
        return self.pitch * max(1, ceil(rest / (self.limit + _OVERHANG) - 0.001))


def _positions(units: Sequence[Unit], pieces: Pieces) -> list[int]:
    """The pieces with which units begin, and how many there are."""
    if len(units) == 1:
        return [0, len(pieces.ends)]
    return [*pieces.at([unit.start for unit in units]), len(pieces.ends)]


class _Column:
    """The units of a passage set in one place."""

    def __init__(self, whole: Whole, setter: Setter, place: Place) -> None:
        self.room = place.box.h * POINTS
        self.paragraphs: list[_Paragraph] = []
        self.positions: list[tuple[int, int]] = []
        width = place.box.w * POINTS - place.inset.left - place.inset.right
        for number, group in groupby(whole.units, lambda unit: unit.paragraph):
            units, paragraph = list(group), whole.paragraphs[number]
            level = place.level(paragraph.level)
            space = level.before if paragraph.before is None else paragraph.before
            pieces = setter.measured(paragraph.words, level).pieces
            self.paragraphs.append(_Paragraph(units, pieces, ems(width, level), level.pitch, space))
            self.positions += [(number, n) for n in range(len(units))]
        heights = [each.before + each.counts(0)[-1] * each.pitch for each in reversed(self.paragraphs)]
        self.after = list(accumulate(heights, initial=0.0))[::-1]
        self.least_after = list(accumulate([each.least(0) for each in reversed(self.paragraphs)], initial=0.0))[::-1]

    def rest(self, start: int) -> tuple[float, int, int]:
        """The height from the unit `start` to the end of the passage, and the lines of the first and the last paragraph in it."""
        number, within = self.positions[start]
        paragraph = self.paragraphs[number]
        own = paragraph.counts(within)[-1]
        last = own if number == len(self.paragraphs) - 1 else self.paragraphs[-1].counts(0)[-1]
        return own * paragraph.pitch + self.after[number + 1], own, last

    def least(self, start: int) -> float:
        """The least share of a slide, or slides, that the units from `start` on can take."""
        number, within = self.positions[start]
        return (self.paragraphs[number].least(within) + self.least_after[number + 1]) / self.room


class _Division:
    """The search for the best division of a passage."""

    def __init__(self, whole: Whole, setter: Setter, place: Place, last: Place) -> None:
        self.total = len(whole.units)
        self.wide = _Column(whole, setter, place)
        self.narrow = self.wide if last is place else _Column(whole, setter, last)
        self.is_inside = [unit.start > 0 for unit in whole.units]
        self.parting = [_parting(before, after) for before, after in pairwise(whole.units)]
        self.hopes = [*(self._hope(start) for start in range(self.total)), 0.0]
        self.known: dict[int, _Slide] = {self.total: _Slide(0.0, self.total, 0.0)}

    def slides(self) -> Iterator[tuple[range, float]]:
        """The units of each slide, and how full it is."""
        for start in reversed(range(0, self.total, _STEP)):
            self._best(start)
        at = 0
        while at < self.total:
            slide = self._best(at)
            yield range(at, slide.end), slide.share
            at = slide.end

    def _best(self, start: int) -> _Slide:
        """The slide that begins with the unit `start`, so that it and those behind it cost least."""
        best = self.known.get(start)
        if best is None:
            best = _Slide(_IMPOSSIBLE, self.total, 0.0)
            for hoped, cost, end, share in sorted(self._options(start)):
                if hoped > best.cost + 1:
                    break
                best = min(best, _Slide(cost + self._best(end).cost, end, share))
            self.known[start] = best
        return best

    def _options(self, start: int) -> list[tuple[float, float, int, float]]:
        """The slides that may begin with `start`: the cost to hope for in all, their own, their end, and how full they are."""
        column, found = self.wide, list[tuple[float, float, int, float]]()
        number, within = column.positions[start]
        end, above, first = start, 0.0, 0
        for paragraph in column.paragraphs[number:]:
            above += paragraph.before if first else 0.0
            counts = paragraph.counts(within)
            for count in counts:
                end += 1
                height = above + count * paragraph.pitch
                option = self._option(start, end, height / column.room, first or count, count)
                if not option:
                    return found
                found.append(option)
            above += counts[-1] * paragraph.pitch
            first, within = first or counts[-1], 0
        return found

    def _option(self, start: int, end: int, share: float, first: int, last: int) -> tuple[float, float, int, float] | None:
        """A slide of so many lines of its first and its last paragraph; None where it cannot hold so much."""
        if end == self.total:
            height, first, last = self.narrow.rest(start)
            share = height / self.narrow.room
        if share > 1 and end - start > 1:
            return None
        cost = _SLIDE + _FILLED * share * share
        if first < 2 and self.is_inside[start]:
            cost += _LONE
        if end < self.total:
            if last < 2 and self.is_inside[end]:
                cost += _LONE
            cost += self.parting[end - 1]
        return cost + self.hopes[end], cost, end, share

    def _hope(self, start: int) -> float:
        """What the slides from the unit `start` on cost at least: as many as their text needs, all as full."""
        share = self.wide.least(start) if self.narrow is self.wide else min(self.wide.least(start), self.narrow.least(start))
        slides = max(1, ceil(share))
        return slides * _SLIDE + _FILLED * share * share / slides


def _parting(before: Unit, after: Unit) -> float:
    """What it costs to part two sentences: a paragraph stays whole, and a quotation, and that with its attribution."""
    inside = _INSIDE if after.start else 0.0
    if after.level > QUOTATION:
        return inside + 2 * _LONE
    return inside + _QUOTED if before.block == after.block and after.level == QUOTATION else inside
