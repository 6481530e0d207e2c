"""What a drawing is made of: a tree of shapes in points, y downwards, their colours given as roles.

Every kind of shape has a twin in DrawingML (`a:custGeom`, `a:prstGeom`, a text box; ECMA-376 part 1, 20.1.9)
and in SVG, so that a format needs one function a kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Role = Literal[
    "accent", "deep", "t1", "t2", "t3", "ink", "muted", "rule", "white", "paper",
    "land", "sea", "waterline", "coast", "river", "fertile", "hill", "border", "water_text", "region_text",
]  # fmt: skip
"""What a colour is for. A format turns it into a colour of its theme."""
Face = Literal["text", "text-bold", "display", "display-bold", "display-italic"]
Anchor = Literal["start", "middle", "end"]
XY = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Fill:
    """One plain colour."""

    role: Role
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Pen:
    """How a line is drawn; ends and corners are round, save where `flat` says that the ends are not."""

    role: Role
    width: float
    opacity: float = 1.0
    flat: bool = False


@dataclass(frozen=True, slots=True)
class Subpath:
    """One run of a path through `points`.

    A `curved` run holds a start and then three points a curve: two control points and the end of a cubic Bézier.
    """

    points: tuple[XY, ...]
    closed: bool = False
    curved: bool = False


@dataclass(frozen=True, slots=True)
class Freeform:
    """A shape of any outline. A hole is a run in the other direction."""

    name: str
    paths: tuple[Subpath, ...]
    fill: Fill | None = None
    pen: Pen | None = None
    arrow: bool = False
    """Whether its end bears an arrowhead."""


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    name: str
    start: XY
    end: XY
    pen: Pen
    arrow: bool = False


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle, its corners rounded by `radius`."""

    name: str
    x: float
    y: float
    width: float
    height: float
    fill: Fill | None = None
    pen: Pen | None = None
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Ellipse:
    """An ellipse about its centre."""

    name: str
    x: float
    y: float
    rx: float
    ry: float
    fill: Fill | None = None
    pen: Pen | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """Lines of text; `x`, `y` are the anchor on the first baseline, `width` is that of the widest line.

    `angle` turns it clockwise about the anchor, `tracking` is added after every letter, in points.
    """

    name: str
    x: float
    y: float
    lines: tuple[str, ...]
    size: float
    pitch: float
    width: float
    role: Role
    face: Face = "text"
    anchor: Anchor = "start"
    halo: Role | None = None
    angle: float = 0.0
    tracking: float = 0.0


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture file of the curriculum, as its author named it."""

    name: str
    x: float
    y: float
    width: float
    height: float
    image: str


@dataclass(frozen=True, slots=True)
class Group:
    """Shapes that belong together.

    Nothing is to be seen outside the rectangle `clip` (x, y, width, height); a format that cannot clip
    lays a mat in the colour of the page around it.
    """

    name: str
    shapes: tuple[Shape, ...]
    clip: tuple[float, float, float, float] | None = None


Shape = Freeform | Line | Rect | Ellipse | Text | Picture | Group


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that could not be shown: the name of the rule, the path in the model and a sentence about it."""

    rule: str
    path: tuple[str | int, ...]
    message: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished drawing and what could not be placed in it."""

    width: float
    height: float
    root: Group
    troubles: tuple[Trouble, ...] = ()


def every(shape: Shape) -> Iterator[Shape]:
    """A shape and all that is in it, from the bottom to the top."""
    yield shape
    if isinstance(shape, Group):
        for part in shape.shapes:
            yield from every(part)
