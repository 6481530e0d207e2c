"""How the sections of a teacher guide fall into two columns; measured once for every format.

The text face of the office formats stands for that of the pages: their widths differ by half a per cent.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from packager.document.guide_lesson import GuideLesson
from packager.document.guide_nodes import Columns, Pairs, Part, Points, Section, Text
from packager.document.nodes import Runs, plain
from packager.render.measure import Stretch, face, lines

COLUMN = 81.0
"""Millimetres: the width of a column."""
FULL = 170.0
"""Millimetres: the width of both with what lies between them."""
BELOW_HEAD = 168.0
"""Millimetres: what a page holds below the head of a lesson."""
WHOLE_PAGE = 235.0
"""Millimetres: what a page holds without one."""
_FACE = "Arial"
_SIZE, _PITCH, _AFTER = 10.5, 14.5, 6.0
_HEAD = 13.0 + 14.0 + 4.0
"""Points: the space above a section, its rule and its label."""
_POINT = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Flow:
    """Sections in two columns; the second begins before the section at `turn`, or at the page's foot where that is None."""

    sections: tuple[Section, ...]
    turn: int | None


def flow(sections: Iterable[Section], room: float = WHOLE_PAGE) -> Flow:
    """Sections in columns of like height; where they need more than `room` millimetres, one after the other."""
    listed = tuple(sections)
    return _flow(listed, [_section(section) for section in listed], room)


def flows(lesson: GuideLesson) -> tuple[Flow, ...]:
    """A lesson on one page or two: below its head as many sections as have room there, the rest overleaf."""
    sections = (*lesson.sections, *lesson.reference)
    heights = [_section(section) for section in sections]
    fitting = [count for count in range(1, len(sections) + 1) if _turn(heights[:count])[1] <= BELOW_HEAD / _POINT]
    count = max(fitting, default=len(lesson.sections))
    parts = (_flow(sections[:count], heights[:count], BELOW_HEAD), _flow(sections[count:], heights[count:], WHOLE_PAGE))
    return tuple(part for part in parts if part.sections)


def _flow(sections: tuple[Section, ...], heights: Sequence[float], room: float) -> Flow:
    turn, height = _turn(heights)
    return Flow(sections, turn if sections and height <= room / _POINT else None)


def _turn(heights: Sequence[float]) -> tuple[int, float]:
    """Where the second column begins for both to be as high, and how high the higher one is then."""
    higher = [max(sum(heights[:place]), sum(heights[place:])) for place in range(len(heights))]
    return (higher.index(min(higher)), min(higher)) if higher else (0, 0)


def is_wide(section: Section) -> bool:
    """Whether a section holds a table, and so needs both columns."""
    return any(isinstance(part, Columns) for part in section.parts)


def label_width(pairs: Pairs, width: float) -> float:
    """Millimetres for the labels of a part `width` wide: what the longest needs, at most two fifths."""
    widest = max(face(_FACE, True).width(pair.label, _SIZE) * _POINT for pair in pairs.rows)
    return round(max(16.0, min(widest + 4.0, width * 0.4)), 1)


def _section(section: Section) -> float:
    return _HEAD + sum(_height(part, COLUMN) for part in section.parts)


def _height(part: Part, width: float) -> float:
    if isinstance(part, Text):
        return _paragraphs(part.paragraphs, width)
    if isinstance(part, Points):
        return _paragraphs(part.items, width - 4.2)
    if isinstance(part, Pairs):
        beside = width - label_width(part, width)
        return sum(_paragraphs(pair.paragraphs, beside) for pair in part.rows)
    return sum(_paragraphs([max(row, key=lambda cell: len(plain(cell)))], width / len(part.names)) for row in part.rows)


def _paragraphs(paragraphs: Iterable[Runs], width: float) -> float:
    return sum(len(lines([Stretch(plain(runs), face(_FACE, False), _SIZE)], width / _POINT)) * _PITCH + _AFTER for runs in paragraphs)
