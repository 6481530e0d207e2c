"""A drawing's shapes as text, for goldens that a person reads; long paths by their length and extent."""

from __future__ import annotations

from collections.abc import Iterator

from packager.drawing.shapes import Ellipse, Freeform, Group, Line, Picture, Rect, Shape, Text


def drawing_as_text(shape: Shape, depth: int = 0) -> Iterator[str]:
    """A line for each shape, those of a group set in below it."""
    yield "  " * depth + _said(shape)
    if isinstance(shape, Group):
        for part in shape.shapes:
            yield from drawing_as_text(part, depth + 1)


def _said(shape: Shape) -> str:
    match shape:
        case Group():
            return f"group {shape.name}"
        case Text():
            turned = f" turned {shape.angle:.0f}" if shape.angle else ""
            where = f"{shape.x:.0f},{shape.y:.0f} {shape.anchor}{turned}"
            return f"text {where} {shape.size:.1f} {shape.face} {shape.role}: {' / '.join(shape.lines)}"
        case Rect():
            return f"rect {shape.x:.0f},{shape.y:.0f} {shape.width:.0f}x{shape.height:.0f}{_look(shape)}: {shape.name}"
        case Ellipse():
            return f"ellipse {shape.x:.0f},{shape.y:.0f} {shape.rx:.1f}{_look(shape)}: {shape.name}"
        case Line():
            (a, b), (c, d) = shape.start, shape.end
            head = " arrow" if shape.arrow else ""
            return f"line {a:.0f},{b:.0f} to {c:.0f},{d:.0f} pen {shape.pen.role} {shape.pen.width:.1f}{head}: {shape.name}"
        case Picture():
            return f"picture {shape.x:.0f},{shape.y:.0f} {shape.width:.0f}x{shape.height:.0f}: {shape.image}"
        case Freeform():
            return _freeform(shape)


def _freeform(shape: Freeform) -> str:
    points = [point for path in shape.paths for point in path.points]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    extent = f"{min(xs):.0f},{min(ys):.0f} to {max(xs):.0f},{max(ys):.0f}"
    runs = f"{len(shape.paths)} runs of {len(points)} points" if len(shape.paths) > 1 else f"{len(points)} points"
    return f"freeform {extent}, {runs}{_look(shape)}{' arrow' if shape.arrow else ''}: {shape.name}"


def _look(shape: Rect | Ellipse | Freeform) -> str:
    fill = f" fill {shape.fill.role}" if shape.fill else ""
    return fill + (f" pen {shape.pen.role} {shape.pen.width:.1f}" if shape.pen else "")
