"""How the chapters of a booklet came to fit their pages, as lines of the fit report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Self

from packager.render.renderer import Fitting

LITTLE = 0.2
"""The share of a page under which the end of a chapter looks forgotten."""
OVER = "over"
"""The place of a figure that stands at the head of the page after the one where it is mentioned."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """How one chapter is set: the pitch of its lines as a share of the design's, and the scale of each figure that is smaller."""

    id: str
    share: float
    scales: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands: pages by id (`end` for the last page), and the share of its last page that each chapter fills.

    `divided` are the boxes and tables that go on overleaf.
    """

    pages: Mapping[str, int]
    filled: Mapping[str, float]
    divided: tuple[str, ...]
    chapters: tuple[Fitted, ...]

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Self:
        """A layout from what the booklet's template tells of itself."""
        return cls(data["pages"], data["filled"], tuple(data["divided"]), tuple(_fitted(each) for each in data["fitted"]))


def fittings(layout: Layout) -> tuple[Fitting, ...]:
    """Every split, every figure that is shown smaller, every chapter that is set closer or ends on a page of a few lines."""
    return (*_divided(layout), *_smaller(layout), *_chapters(layout))


def _divided(layout: Layout) -> Iterator[Fitting]:
    for id in layout.divided:
        yield Fitting(id, "split", f"begins on page {layout.pages[id]} of the booklet and goes on overleaf")


def _smaller(layout: Layout) -> Iterator[Fitting]:
    for chapter in layout.chapters:
        for id, scale in chapter.scales.items():
            if scale < 1:
                where = f"on page {layout.pages[id]} of the booklet"
                yield Fitting(id, "near miss", f"is shown at {scale:.0%} of its size, so that the text fits {where}")


def _chapters(layout: Layout) -> Iterator[Fitting]:
    for chapter in layout.chapters:
        if chapter.share < 1:
            closer = f"has its lines set {1 - chapter.share:.0%} closer in the booklet, so that it does not end on a page of a few lines"
            yield Fitting(chapter.id, "near miss", closer)
        if layout.filled[chapter.id] < LITTLE:
            yield Fitting(chapter.id, "near miss", f"fills {max(layout.filled[chapter.id], 0):.0%} of its last page in the booklet")


def _fitted(data: Mapping[str, Any]) -> Fitted:
    shown = {**data["scales"], **{id: place for id, place in data["places"].items() if place != OVER}}
    return Fitted(data["id"], data["share"], shown)
