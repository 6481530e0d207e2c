"""A drawing without grounds, to save ink: white with outlines where there was colour, dark text where it was white."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from packager.drawing.shapes import Drawing, Fill, Freeform, Group, Line, Pen, Rect, Shape, Text

OUTLINE = Pen("ink", 1.2)
GROUNDS = ("accent", "deep", "t1", "t2", "t3")


def outlined(drawing: Drawing) -> Drawing:
    """The drawing with outlines in place of grounds. What is ink stays so."""
    root = _outlined(drawing.root)
    assert isinstance(root, Group)
    return replace(drawing, root=root)


def _outlined(shape: Shape) -> Shape:
    if isinstance(shape, Group):
        signs = [s for s in shape.shapes if isinstance(s, Rect) and s.fill and s.fill.role == "ink"]
        return replace(shape, shapes=tuple(s if isinstance(s, Text) and _is_on(s, signs) else _outlined(s) for s in shape.shapes))
    if isinstance(shape, Rect | Freeform) and shape.fill and shape.fill.role in GROUNDS:
        return replace(shape, fill=Fill("white"), pen=OUTLINE)
    if isinstance(shape, Rect | Freeform | Line) and shape.pen and shape.pen.role in GROUNDS:
        return replace(shape, pen=replace(shape.pen, role="ink"))
    if isinstance(shape, Text) and shape.role == "white":
        return replace(shape, role="ink")
    return shape


def _is_on(text: Text, signs: Iterable[Rect]) -> bool:
    """Whether a text stands on one of the signs, which stay ink."""
    return any(sign.x <= text.x <= sign.x + sign.width and sign.y <= text.y <= sign.y + sign.height for sign in signs)
