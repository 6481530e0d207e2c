"""Where labels may stand on a map: what is taken already, and what a place for a label costs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import cos, radians, sin

from packager.drawing.clip import Box
from packager.drawing.shapes import XY
from packager.drawing.terrain import Terrain
from packager.drawing.text import ASCENT, Lines

_HAIR = 0.01


@dataclass(slots=True)
class Room:
    """A paper with what stands on it. Labels never cover what is `taken`."""

    width: float
    height: float
    terrain: Terrain
    taken: list[Box] = field(default_factory=list)

    def holds(self, point: XY) -> bool:
        """Whether a point lies on the paper, its edge included."""
        return -_HAIR <= point[0] <= self.width + _HAIR and -_HAIR <= point[1] <= self.height + _HAIR

    def free(self, boxes: Sequence[Box], edge: float = 2.0) -> bool:
        """Whether all the rectangles lie on the paper and cover nothing that is taken."""
        right, foot = self.width - edge, self.height - edge
        for a, b, c, d in boxes:
            if a < edge or b < edge or c > right or d > foot:
                return False
            for w, x, y, z in self.taken:
                if a < y and w < c and b < z and x < d:
                    return False
        return True

    def tight(self, boxes: Sequence[Box], apart: float) -> bool:
        """Whether something taken is nearer than `apart` to one of the rectangles."""
        return not self.free([(a - apart, b - apart, c + apart, d + apart) for a, b, c, d in boxes], -2 * apart)

    def take(self, boxes: Iterable[Box]) -> None:
        """From now on nothing else may stand there."""
        self.taken.extend(boxes)


def overlap(one: Box, two: Box) -> bool:
    """Whether two rectangles share any room."""
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]


def around(point: XY, radius: float) -> Box:
    """A square around a point."""
    return point[0] - radius, point[1] - radius, point[0] + radius, point[1] + radius


def boxes_of(text: Lines, centre: XY, angle: float = 0.0) -> list[Box]:
    """The rectangles that a text about its centre covers; a turned one is covered by a row of squares."""
    width, height = text.width, text.height
    x, y = centre
    if not angle:
        return [(x - width / 2, y - height / 2, x + width / 2, y + height / 2)]
    turn = radians(angle)
    count = max(int(width / height * 1.5), 2)
    shifts = [(-0.5 + (k + 0.5) / count) * width for k in range(count)]
    return [around((x + s * cos(turn), y + s * sin(turn)), height * 0.5) for s in shifts]


def baseline(text: Lines, centre: XY, angle: float = 0.0) -> XY:
    """The middle of the first baseline of a text about its centre."""
    up = text.height / 2 - text.size * ASCENT
    turn = radians(angle)
    return centre[0] + up * sin(turn), centre[1] - up * cos(turn)
