"""How large things are drawn, and how wide text is.

Sizes in points, after the mock-ups of the design: slides have labels of 16 pt up, print of 8 pt up,
large print of 16 pt up.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from packager.drawing.shapes import Face

Measure = Callable[[str, Face, float], float]
"""The width in points of a text in a face at a size, to which it is in proportion."""


def remembered(measure: Measure) -> Measure:
    """The same measure, which asks only once about each text."""

    @lru_cache(maxsize=1 << 15)
    def of_one_point(text: str, face: Face) -> float:
        return measure(text, face, 1.0)

    return lambda text, face, size: size * of_one_point(text, face)


@dataclass(frozen=True, slots=True)
class Box:
    """The room for a drawing. One that does not `fill` it is only as high as it needs to be."""

    width: float
    height: float
    fill: bool = True


@dataclass(frozen=True, slots=True)
class DrawingStyle:
    """Sizes of text and lines. `least` is the smallest text allowed."""

    least: float
    place: float
    note: float
    sea: float
    region: float
    key: float
    event: float
    step: float
    line: float
    """The unit of line widths: a coast."""
    upright: bool = False
    """Whether italics are forbidden."""
    outlined: bool = False
    """Whether grounds are left white, to save ink."""
    period: bool = True
    """Whether a map bears its period; where a caption says it, it need not."""

    def step_in(self, box: Box) -> float:
        """The usual size of text in a diagram; on a slide, whose room is given, it is larger than its least."""
        return self.step * (1.25 if box.fill else 1.0)

    @property
    def water(self) -> Face:
        """The face for the names of waters."""
        return "display" if self.upright else "display-italic"


SLIDE = DrawingStyle(least=16, place=18, note=16, sea=19, region=16.5, key=16, event=20, step=19, line=1.1)
PRINT = DrawingStyle(least=8, place=11, note=8.5, sea=14, region=11, key=8.5, event=9.8, step=10.5, line=0.7, period=False)
LARGE_PRINT = DrawingStyle(
    least=16, place=17, note=16, sea=19, region=16.5, key=16, event=16, step=16, line=1.0, upright=True, period=False
)
EASY_READ = DrawingStyle(least=9, place=11, note=9, sea=13, region=11, key=9.5, event=10, step=11, line=0.7, upright=True, period=False)
INK_SAVER = DrawingStyle(
    least=8, place=11, note=8.5, sea=14, region=11, key=8.5, event=9.8, step=10.5, line=0.7, outlined=True, period=False
)
