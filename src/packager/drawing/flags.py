"""What stands on the pins of a timeline: events, times too short for their names, and `You are here`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from packager.drawing import years
from packager.drawing.shapes import Anchor, Ellipse, Fill, Line, Pen, Rect, Role, Shape
from packager.drawing.slots import Flag, Slot
from packager.drawing.style import DrawingStyle, Measure
from packager.drawing.text import Lines, even, set_lines
from packager.model.drawings import Event, Span, Timeline

DOT, RING = 0.35, 0.5
"""The radius of a pin's head, and that of the white ring about it, in ems."""
REACH = 0.41
"""How far a label begins before its pin, in ems."""


@dataclass(frozen=True, slots=True)
class Label:
    """A pin with its date in bold and its text; `here` marks the reader's own time."""

    name: str
    pin: float
    date: Lines | None
    text: Lines
    here: bool = False

    @property
    def width(self) -> float:
        """The width of the wider of the two."""
        return max(self.text.width, self.date.width if self.date else 0)


def labels(
    model: Timeline, events: Sequence[Event], spans: Sequence[tuple[int, Span]], axis: years.Axis, size: float, least: float,
    count: int, measure: Measure,
) -> list[Label]:  # fmt: skip
    """What stands on pins, in the order of the pins, its text in at most `count` lines."""
    made = [_label(in_words, e.text, axis.x(e.at), size, count, measure) for e in events for in_words in [years.in_words(e.at, e.about)]]
    for _, span in spans:
        middle = (axis.x(span.from_) + axis.x(span.to)) / 2
        made.append(_label(_period(span), span.text, middle, size, count, measure))
    if model.here is not None and axis.holds(model.here):
        end = axis.parts[-1]
        last = years.count(model.here) == end.last
        pin = (end.left + end.right) / 2 if last and len(axis.parts) > 1 and not _shared(events, end) else axis.x(model.here)
        made.append(
            Label("You are here", pin, None, set_lines(["You are", "here"], "text-bold", max(0.94 * size, least), measure), here=True)
        )
    return sorted(made, key=lambda label: label.pin)


def _shared(events: Sequence[Event], part: years.Part) -> bool:
    return any(part.first <= years.count(e.at) <= part.last for e in events)


def _period(span: Span) -> str:
    return (
        f"{abs(span.from_)} to {years.in_words(span.to)}"
        if span.from_ < 0 and span.to < 0
        else f"{years.in_words(span.from_)} to {years.in_words(span.to)}"
    )


def _label(date: str, text: str, pin: float, size: float, count: int, measure: Measure) -> Label:
    dated = set_lines([date], "text-bold", size, measure)
    return Label(text, pin, dated, even(text, "text", size, count, measure))


def in_lines(label: Label, count: int, measure: Measure) -> Label:
    """The label with its text in at most `count` lines."""
    return replace(label, text=even(" ".join(label.text.lines), "text", label.text.size, count, measure))


def flag_of(label: Label, size: float) -> Flag:
    """The label as something to be placed."""
    if label.here:
        width = label.width + 1.2 * size
        return Flag(label.pin, width, width / 2, 0.7 * size, top=True)
    return Flag(label.pin, label.width, REACH * size, REACH * size)


def label_height(label: Label, size: float) -> float:
    """How high a label is, with what keeps it from the bar or the next row."""
    if label.here:
        return 2.9 * size
    return label.text.height + (1.22 * size if label.date else 0)


def draw_flag(
    label: Label, slot: Slot, near: float, top: float, height: float, size: float, style: DrawingStyle, measure: Measure
) -> Iterator[Shape]:
    """Stem, head and text; `near` is the height of the rows between the label and the bar."""
    edge = top if slot.above else top + height
    gap = 0.7 * size if slot.row else 0.0
    reach = (1.0 * size + near + gap) if slot.above else (1.9 * size + near + gap)
    end = edge - reach + 0.15 * size if slot.above else edge + reach
    role: Role = "ink" if label.here else "accent"
    yield Line(f"{label.name}: stem", (label.pin, edge), (label.pin, end), Pen(role, 0.12 * size))
    yield Ellipse(f"{label.name}: ring", label.pin, edge, RING * size, RING * size, Fill("white"))
    yield Ellipse(f"{label.name}: pin", label.pin, edge, DOT * size, DOT * size, Fill(role))
    foot = edge - reach if slot.above else edge + reach + label_height(label, size) + 0.15 * size
    yield from _here(label, slot, foot, size) if label.here else _words(label, slot, foot, size, style)


def _here(label: Label, slot: Slot, foot: float, size: float) -> Iterator[Shape]:
    width, height = label.width + 1.2 * size, 2.75 * size
    yield Rect("You are here: sign", slot.left, foot - height + 0.2 * size, width, height, Fill("ink"), radius=0.25 * size)
    yield label.text.at("You are here", slot.left + width / 2, foot - height / 2 - label.text.height / 2 + 0.2 * size, "white", "middle")


def _words(label: Label, slot: Slot, foot: float, size: float, style: DrawingStyle) -> Iterator[Shape]:
    anchor, x = _aligned(label, slot)
    top = foot - label_height(label, size)
    if label.date:
        yield label.date.at(f"{label.name}: date", x, top, "accent", anchor)
    yield label.text.at(label.name, x, top + 1.22 * size, "ink", anchor)


def _aligned(label: Label, slot: Slot) -> tuple[Anchor, float]:
    """To the side where the pin stands."""
    share = (label.pin - slot.left) / label.width if label.width else 0
    if share < 0.38:
        return "start", slot.left
    return ("middle", slot.left + label.width / 2) if share < 0.75 else ("end", slot.left + label.width)
