"""How high text stands in a place, and the size at which it fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Final, NamedTuple

from packager.render.deck import Box, Cell, Line, Words
from packager.render.look import Look
from packager.render.measure import Face, Measured, face
from packager.render.pptx.layout import Level, Place

SCALES: Final = (1.0, 0.92, 0.85, 0.77, 0.7)
"""The steps by which text may be set smaller, where it can neither fit nor be split."""
_SPARE = 1.0
"""Points by which a line is measured narrower than its place, against rounding in office programs."""
POINTS = 72
_ROUNDING = 0.001
_TOLERANCE = 0.01
"""Points by which a text may be higher than its place, against the same."""
_NARROWER, _NARROWEST = 0.05, 0.4
"""The step in inches by which a text is narrowed to even its lines, and the most as a part of its width."""


class Fitted(NamedTuple):
    """The greatest scale at which a text fits, None where it fits at none, and the part of its place's height that it fills."""

    scale: float | None
    share: float


@dataclass(frozen=True)
class Setter:
    """Measures paragraphs in the fonts of a look; each paragraph once, for all sizes and widths."""

    look: Look
    _measured: dict[tuple[tuple[str, Face], ...], Measured] = field(default_factory=dict, init=False, repr=False, compare=False)
    _plain: dict[tuple[str, Face], Measured] = field(default_factory=dict, init=False, repr=False, compare=False)

    def measured(self, words: Sequence[Words], level: Level) -> Measured:
        """A paragraph's measures in the faces of a level."""
        return self._of(words, self._faces[level.display], level.bold)

    def _of(self, words: Sequence[Words], faces: tuple[Face, Face], bold: bool) -> Measured:
        if len(words) == 1:
            only = words[0]
            part = only.text, faces[bold or only.bold]
            plain = self._plain.get(part)
            if plain is None:
                plain = self._plain[part] = Measured((part,))
            return plain
        return self._known(tuple([(part.text, faces[bold or part.bold]) for part in words]))

    def _known(self, parts: tuple[tuple[str, Face], ...]) -> Measured:
        found = self._measured.get(parts)
        if found is None:
            found = self._measured[parts] = Measured(parts)
        return found

    @cached_property
    def _faces(self) -> tuple[tuple[Face, Face], tuple[Face, Face]]:
        """The faces of text and of display, each regular and bold."""
        text, display = self.look.fonts.office_text, self.look.fonts.office_display
        return (face(text, False), face(text, True)), (face(display, False), face(display, True))

    def count(self, paragraph: Line, level: Level, width: float) -> int:
        """The number of lines of a paragraph in `width` points."""
        return self.measured(paragraph.words, level).count(ems(width, level))

    def broken(self, paragraph: Line, level: Level, width: float) -> list[str]:
        """The lines of a paragraph in `width` points."""
        return self.measured(paragraph.words, level).lines(ems(width, level))

    def height(self, paragraphs: Sequence[Line], place: Place, width: float, scale: float = 1.0) -> float:
        """The height in points of paragraphs in a place `width` inches wide, without the insets."""
        room = width * POINTS - place.inset.left - place.inset.right - _SPARE
        faces, total = self._faces, 0.0
        for number, paragraph in enumerate(paragraphs):
            level = place.level(paragraph.level)
            if scale != 1:
                level = level.at(scale)
            found = self._of(paragraph.words, faces[level.display], level.bold)
            total += found.count((room - level.indent * POINTS) / level.size) * level.pitch
            if number:
                total += level.before if paragraph.before is None else paragraph.before
        return total

    def share(self, paragraphs: Sequence[Line], place: Place, box: Box | None = None, scale: float = 1.0) -> float:
        """The part that paragraphs fill of the height of a place, or of a box that takes its place on this slide."""
        box = box or place.box
        room = box.h * POINTS - place.inset.top - place.inset.bottom + _TOLERANCE
        return self.height(paragraphs, place, box.w, scale) / max(room, _TOLERANCE)

    def fits(self, paragraphs: Sequence[Line], place: Place, box: Box | None = None, scale: float = 1.0) -> bool:
        """Whether paragraphs stand inside a place, or a box that takes its place on this slide."""
        return self.share(paragraphs, place, box, scale) <= 1

    def fitted(self, paragraphs: Sequence[Line], place: Place, box: Box | None = None) -> Fitted:
        """The greatest scale at which paragraphs fit, and what they fill."""
        share = 0.0
        for scale in SCALES:
            share = self.share(paragraphs, place, box, scale)
            if share <= 1:
                return Fitted(scale, share)
        return Fitted(None, share)

    def evened(self, paragraph: Line, place: Place, box: Box, scale: float) -> Box | None:
        """A narrower box in which the last line has more than one word, in as many lines; None where none is needed."""
        level = place.level(paragraph.level).at(scale)
        room = box.w * POINTS - place.inset.left - place.inset.right
        found = self.measured(paragraph.words, level)
        count = found.count(ems(room, level))
        if count == 1:
            return None
        for step in range(1 + int(box.w * _NARROWEST / _NARROWER)):
            # An office program that finds a little more room than is measured must not break it otherwise.
            width = room - step * _NARROWER * POINTS
            measured, roomier = found.last(ems(width, level)), found.last(ems(width + 2 * _SPARE, level))
            if measured[0] != count or found.pieces.longest > ems(width, level):
                return None
            if roomier[0] == count and measured[1] > 1 and roomier[1] > 1:
                return box._replace(w=round(box.w - step * _NARROWER, 2)) if step else None
        return None

    def lines_of(self, parts: Sequence[tuple[str, bool]], size: float, room: float) -> int:
        """The number of lines of stretches of text, bold or not, in a place for text `room` points wide."""
        regular, bold = self._faces[False]
        return self._known(tuple([(text, bold if is_bold else regular) for text, is_bold in parts])).count((room - _SPARE) / size)

    def cell_height(self, cell: Cell, width: float) -> float:
        """The height in inches that a table cell needs, `width` inches wide."""
        inset, count, faces = cell.inset, 0, self._faces[False]
        room = (width * POINTS - inset.left - inset.right - cell.hang - _SPARE) / cell.size
        for paragraph in cell.lines:
            words = _behind_tab(paragraph.words) if cell.hang else paragraph.words
            count += self._of(words, faces, False).count(room)
        return (count * cell.pitch + inset.top + inset.bottom) / POINTS


def ems(width: float, level: Level) -> float:
    """The width of a line in ems of its level, in a place `width` points wide."""
    return (width - level.indent * POINTS - _SPARE) / level.size


def _behind_tab(words: tuple[Words, ...]) -> tuple[Words, ...]:
    """The words without what hangs before their tab."""
    for number, part in enumerate(words):
        _, tab, rest = part.text.partition("\t")
        if tab:
            return (Words(rest, part.bold), *words[number + 1 :]) if rest else words[number + 1 :]
    return words


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
