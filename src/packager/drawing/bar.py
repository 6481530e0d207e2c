"""The bar of a timeline: its grounds, the spans on it and the ticks below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from packager.drawing import years
from packager.drawing.shapes import Fill, Freeform, Line, Pen, Rect, Shape, Subpath
from packager.drawing.style import DrawingStyle, Measure
from packager.drawing.text import Lines, even, set_lines
from packager.model.drawings import Span, Timeline

HEIGHT = 3.0
"""The height of a bar of one lane, in ems."""


@dataclass(frozen=True, slots=True)
class Bands:
    """The spans of a timeline in lanes: (position, lane, text); those whose text does not fit are `outside`, without one."""

    lanes: int
    inside: tuple[tuple[int, int, Lines | None], ...]
    outside: tuple[tuple[int, Span], ...]
    size: float

    @property
    def height(self) -> float:
        """The height of the bar: two lines of text, or one a lane."""
        return self.size * (HEIGHT if self.lanes == 1 else 1.75 * self.lanes)


def bands(spans: Sequence[Span], axis: years.Axis, size: float, style: DrawingStyle, measure: Measure) -> Bands:
    """The spans laid into as few lanes as there can be without one covering another."""
    ends: list[int] = []
    chosen: dict[int, int] = {}
    for i in sorted(range(len(spans)), key=lambda i: years.count(spans[i].from_)):
        first = years.count(spans[i].from_)
        lane = next((n for n, end in enumerate(ends) if end <= first), len(ends))
        ends[lane:] = [years.count(spans[i].to), *ends[lane + 1 :]]
        chosen[i] = lane
    texts = {i: _inside(span, axis, size, 2 if len(ends) <= 1 else 1, style, measure) for i, span in enumerate(spans)}
    outside = tuple((i, span) for i, span in enumerate(spans) if texts[i] is None)
    return Bands(max(len(ends), 1), tuple((i, chosen[i], texts[i]) for i in range(len(spans))), outside, size)


def _inside(span: Span, axis: years.Axis, size: float, count: int, style: DrawingStyle, measure: Measure) -> Lines | None:
    """The text of a span where it fits into it, in at most `count` lines."""
    room = axis.x(span.to) - axis.x(span.from_) - 0.25 * size
    for share in (0.9, 0.8):
        for number in range(1, count + 1):
            text = even(span.text, "text-bold", max(share * size, style.least), number, measure)
            if text.fits(room):
                return text
    return None


def draw_bar(
    model: Timeline, axis: years.Axis, fitted: Bands, top: float, size: float, style: DrawingStyle,
    down: Sequence[float], here: bool, measure: Measure,
) -> list[Shape]:  # fmt: skip
    """The bar in shapes; `down` is where stems run down, which ticks give way to."""
    height = fitted.height
    shapes: list[Shape] = [_ground(part, top, height, size, here and part is axis.parts[-1], part is axis.parts[0]) for part in axis.parts]
    lane = height / fitted.lanes
    order = sorted(fitted.inside, key=lambda band: years.count(model.spans[band[0]].from_))
    for turn, (i, n, text) in enumerate(order):
        span, dark = model.spans[i], turn % 2 == 0
        left, right = axis.x(span.from_), axis.x(span.to)
        role = "accent" if dark else "t3"
        shapes.append(Rect(span.text, left, top + n * lane, right - left, lane, Fill("accent" if dark else "t3")))
        if text:
            label = text.at(
                f"{span.text}: name",
                (left + right) / 2,
                top + n * lane + (lane - text.height) / 2,
                "white" if role == "accent" else "ink",
                "middle",
            )
            shapes.append(label)
    return shapes + _ticks(axis, top + height, size, style, down, measure)


def _ground(part: years.Part, top: float, height: float, size: float, pointed: bool, first: bool) -> Shape:
    if not pointed:
        return Rect("bar", part.left, top, part.right - part.left, height, Fill("t2"), radius=0.14 * height if first else 0)
    left, right, tip = part.left, part.right + 1.0 * size, part.right + 2.2 * size
    outline = ((left, top), (right, top), (tip, top + height / 2), (right, top + height), (left, top + height))
    return Freeform("bar", (Subpath(outline, closed=True),), Fill("t2"))


def _ticks(axis: years.Axis, foot: float, size: float, style: DrawingStyle, down: Sequence[float], measure: Measure) -> list[Shape]:
    shapes: list[Shape] = []
    text_size = max(0.86 * size, style.least)
    for part in axis.parts:
        if part.right - part.left < 6 * size:
            continue
        taken = part.left - size
        for year in years.ticks(part, 4 * size):
            x = part.x(years.count(year))
            label = set_lines(["1 CE" if year == 1 else f"{abs(year):,}"], "text", text_size, measure)
            clear = all(abs(x - pin) > label.width / 2 + 0.35 * size for pin in down)
            if all(abs(x - pin) > 0.45 * size for pin in down):
                shapes.append(Line("tick", (x, foot + 0.12 * size), (x, foot + 0.47 * size), Pen("muted", 0.09 * size)))
            if clear and x - label.width / 2 > taken:
                shapes.append(label.at("tick year", x, foot + 0.62 * size, "muted", "middle"))
                taken = x + label.width / 2 + 0.4 * size
    return shapes
