"""Drawings for tests: letters of one width, and what to look for among the shapes."""

from __future__ import annotations

from itertools import combinations
from math import cos, radians, sin
from typing import Any

from pydantic import TypeAdapter

from packager.drawing.draw import draw
from packager.drawing.shapes import Drawing, Ellipse, Face, Freeform, Group, Line, Picture, Rect, Shape, Text, every
from packager.drawing.style import SLIDE, Box, DrawingStyle
from packager.drawing.text import ASCENT
from packager.model.drawings import Diagram, Map, Timeline

MAP_BOX = Box(590.4, 381.6)
PAGE_BOX = Box(419.5, 317.5, fill=False)
TIMELINE_BOX = Box(860.4, 320.4)
DIAGRAM_BOX = Box(547.2, 385.2)


def measure(text: str, face: Face, size: float) -> float:
    """Every letter is half an em wide, and a little more in bold."""
    return len(text) * size * (0.56 if face.endswith("bold") else 0.5)


def drawn_map(box: Box = MAP_BOX, style: DrawingStyle = SLIDE, **fields: Any) -> Drawing:
    """A map of what `fields` say."""
    return draw(Map.model_validate({"title": "A map", "alt": "", **fields}), box, style, measure)


def drawn_timeline(box: Box = TIMELINE_BOX, style: DrawingStyle = SLIDE, **fields: Any) -> Drawing:
    """A timeline of what `fields` say; `start` and `end` are its `from` and `to`."""
    data = {"title": "A timeline", "alt": "", "from": fields.pop("start"), "to": fields.pop("end"), **fields}
    return draw(Timeline.model_validate(data), box, style, measure)


def drawn_diagram(kind: str, box: Box = DIAGRAM_BOX, style: DrawingStyle = SLIDE, **fields: Any) -> Drawing:
    """A diagram of a kind."""
    model = TypeAdapter(Diagram).validate_python({"kind": kind, "title": "A diagram", "alt": "", **fields})
    return draw(model, box, style, measure)


def texts(drawing: Drawing) -> list[Text]:
    """All texts, from the bottom to the top."""
    return [shape for shape in every(drawing.root) if isinstance(shape, Text)]


def words(drawing: Drawing) -> list[str]:
    """All texts in words."""
    return [" ".join(text.lines) for text in texts(drawing)]


def named(drawing: Drawing, name: str) -> list[Shape]:
    """All shapes of a name."""
    return [shape for shape in every(drawing.root) if shape.name == name]


def corners(text: Text) -> tuple[float, float, float, float]:
    """The rectangle around an upright text, from the top of its capitals to its last baseline."""
    left = text.x - {"start": 0.0, "middle": text.width / 2, "end": text.width}[text.anchor]
    return left, text.y - ASCENT * 0.9 * text.size, left + text.width, text.y + (len(text.lines) - 1) * text.pitch


def overlapping(drawing: Drawing) -> list[tuple[str, str]]:
    """Pairs of upright texts of which one covers the other."""
    upright = [(" ".join(t.lines), corners(t)) for t in texts(drawing) if not t.angle]
    return [
        (one, two)
        for (one, a), (two, b) in combinations(upright, 2)
        if a[0] < b[2] - 0.1 and b[0] < a[2] - 0.1 and a[1] < b[3] - 0.1 and b[1] < a[3] - 0.1
    ]


def outside(drawing: Drawing) -> list[str]:
    """Texts that reach beyond the drawing by more than a point."""
    found = []
    for text in texts(drawing):
        a, b, c, d = corners(text)
        if text.angle:
            turn = radians(text.angle)
            across, down = text.width / 2 * abs(cos(turn)), text.width / 2 * abs(sin(turn))
            a, b, c, d = text.x - across, text.y - down, text.x + across, text.y + down
        if a < -1 or b < -1 or c > drawing.width + 1 or d > drawing.height + 1:
            found.append(" ".join(text.lines))
    return found


def as_text(drawing: Drawing) -> str:
    """The shapes of a drawing as lines to be read; long paths by their length and extent."""
    head = [f"{drawing.width:.0f} x {drawing.height:.0f}", *(f"! {t.rule} {t.path}: {t.message}" for t in drawing.troubles)]
    return "\n".join([*head, *_lines(drawing.root, 0)]) + "\n"


def _lines(shape: Shape, depth: int) -> list[str]:
    start = "  " * depth
    if isinstance(shape, Group):
        return [f"{start}group {shape.name}", *(line for part in shape.shapes for line in _lines(part, depth + 1))]
    return [f"{start}{_said(shape)}"]


def _said(shape: Shape) -> str:
    match shape:
        case Text():
            turned = f" turned {shape.angle:.0f}" if shape.angle else ""
            said = " / ".join(shape.lines)
            return f"text {shape.x:.0f},{shape.y:.0f} {shape.anchor} {shape.size:.1f} {shape.face} {shape.role}{turned}: {said}"
        case Rect():
            return f"rect {shape.x:.0f},{shape.y:.0f} {shape.width:.0f}x{shape.height:.0f}{_look(shape)}: {shape.name}"
        case Ellipse():
            return f"ellipse {shape.x:.0f},{shape.y:.0f} {shape.rx:.1f}{_look(shape)}: {shape.name}"
        case Line():
            (a, b), (c, d) = shape.start, shape.end
            return f"line {a:.0f},{b:.0f} to {c:.0f},{d:.0f} pen {shape.pen.role}{' arrow' if shape.arrow else ''}: {shape.name}"
        case Picture():
            return f"picture {shape.x:.0f},{shape.y:.0f} {shape.width:.0f}x{shape.height:.0f}: {shape.image}"
        case Freeform():
            points = [point for path in shape.paths for point in path.points]
            xs, ys = [p[0] for p in points], [p[1] for p in points]
            extent = f"{min(xs):.0f},{min(ys):.0f} to {max(xs):.0f},{max(ys):.0f}"
            runs = f"{len(shape.paths)} runs, {len(points)} points" if len(points) > 12 else f"{len(points)} points"
            return f"freeform {extent}, {runs}{_look(shape)}{' arrow' if shape.arrow else ''}: {shape.name}"
        case _:
            raise TypeError(type(shape).__name__)


def _look(shape: Rect | Ellipse | Freeform) -> str:
    fill = f" fill {shape.fill.role}" if shape.fill else ""
    return fill + (f" pen {shape.pen.role} {shape.pen.width:.1f}" if shape.pen else "")
