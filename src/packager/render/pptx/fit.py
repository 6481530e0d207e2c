"""How high text stands in a place, and the size at which it fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from packager.render.deck import Box, Cell, Line, Words
from packager.render.look import Look
from packager.render.measure import Stretch, face, lines
from packager.render.pptx.layout import Level, Place

SCALES: Final = (1.0, 0.92, 0.85, 0.77, 0.7)
"""The steps by which text may be set smaller, where it can neither fit nor be split."""
_SPARE = 1.0
"""Points by which a line is measured narrower than its place, against rounding in office programs."""
POINTS = 72
_ROUNDING = 0.001
_NARROWER, _NARROWEST = 0.05, 0.4
"""The step in inches by which a text is narrowed to even its lines, and the most as a part of its width."""


@dataclass(frozen=True)
class Setter:
    """Measures paragraphs in the fonts of a look."""

    look: Look

    def count(self, paragraph: Line, level: Level, width: float) -> int:
        """The number of lines of a paragraph in `width` points."""
        return len(self.broken(paragraph, level, width))

    def broken(self, paragraph: Line, level: Level, width: float) -> list[str]:
        """The lines of a paragraph in `width` points."""
        stretches = [self._stretch(words, level) for words in paragraph.words]
        return lines(stretches, width - level.indent * POINTS - _SPARE)

    def height(self, paragraphs: Sequence[Line], place: Place, width: float, scale: float = 1.0) -> float:
        """The height in points of paragraphs in a place `width` inches wide, without the insets."""
        room = width * POINTS - place.inset.left - place.inset.right
        total = 0.0
        for number, paragraph in enumerate(paragraphs):
            level = place.level(paragraph.level).at(scale)
            before = level.before if paragraph.before is None else paragraph.before
            total += self.count(paragraph, level, room) * level.pitch + (before if number else 0)
        return total

    def fits(self, paragraphs: Sequence[Line], place: Place, box: Box | None = None, scale: float = 1.0) -> bool:
        """Whether paragraphs stand inside a place, or a box that takes its place on this slide."""
        box = box or place.box
        room = box.h * POINTS - place.inset.top - place.inset.bottom
        return self.height(paragraphs, place, box.w, scale) <= room + 0.01

    def scale(self, paragraphs: Sequence[Line], place: Place, box: Box | None = None) -> float | None:
        """The greatest scale at which paragraphs fit; None where they fit at none."""
        return next((scale for scale in SCALES if self.fits(paragraphs, place, box, scale)), None)

    def evened(self, paragraph: Line, place: Place, box: Box, scale: float) -> Box | None:
        """A narrower box in which the last line has more than one word, in as many lines; None where none is needed."""
        level = place.level(paragraph.level).at(scale)
        room = box.w * POINTS - place.inset.left - place.inset.right
        count = self.count(paragraph, level, room)
        for step in range(1 + int(box.w * _NARROWEST / _NARROWER)):
            broken = self.broken(paragraph, level, room - step * _NARROWER * POINTS)
            if len(broken) != count or count == 1:
                return None
            if len(broken[-1].split()) > 1:
                return box._replace(w=round(box.w - step * _NARROWER, 2)) if step else None
        return None

    def cell_height(self, cell: Cell, width: float) -> float:
        """The height in inches that a table cell needs, `width` inches wide."""
        level = Level(cell.size, cell.pitch)
        room = width * POINTS - cell.inset.left - cell.inset.right - cell.hang
        count = sum(self.count(_hung(paragraph), level, room) for paragraph in cell.lines)
        return (count * cell.pitch + cell.inset.top + cell.inset.bottom) / POINTS

    def _stretch(self, words: Words, level: Level) -> Stretch:
        fonts = self.look.fonts
        family = fonts.office_display if level.display else fonts.office_text
        return Stretch(words.text, face(family, level.bold or words.bold), level.size)


def _hung(paragraph: Line) -> Line:
    """A paragraph without what hangs before its tab."""
    if "\t" not in paragraph.text:
        return paragraph
    tab = next(n for n, words in enumerate(paragraph.words) if "\t" in words.text)
    first, *rest = paragraph.words[tab:]
    return replace(paragraph, words=(replace(first, text=first.text.split("\t", 1)[1]), *rest))


def shares(heights: Sequence[float], limit: float, most: int = 1000) -> list[range]:
    """The positions that stand together, page by page: as few pages as `limit` allows, filled evenly."""
    fewest = _filled(heights, limit, most)
    if len(fewest) < 2:
        return fewest
    size, more = divmod(len(heights), len(fewest))
    ends = [size * n + min(n, more) for n in range(len(fewest) + 1)]
    even = [range(start, end) for start, end in pairwise(ends)]
    return even if all(sum(heights[n] for n in page) <= limit + _ROUNDING for page in even) else fewest


def _filled(heights: Sequence[float], limit: float, most: int) -> list[range]:
    pages: list[range] = []
    start, used = 0, 0.0
    for position, height in enumerate(heights):
        if position > start and (used + height > limit + _ROUNDING or position - start == most):
            pages.append(range(start, position))
            start, used = position, 0.0
        used += height
    return [*pages, range(start, len(heights))] if len(heights) > start else pages
