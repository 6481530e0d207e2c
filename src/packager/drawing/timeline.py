"""A timeline: a bar of years with spans on it, events on pins above and below, and `You are here`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from packager.drawing import years
from packager.drawing.bar import Bands, bands, draw_bar
from packager.drawing.flags import Label, draw_flag, flag_of, in_lines, label_height, labels
from packager.drawing.shapes import Drawing, Group, Line, Pen, Shape, Trouble
from packager.drawing.slots import Flag, Room, Slot, place, settle
from packager.drawing.style import Box, DrawingStyle, Measure
from packager.drawing.text import set_lines
from packager.model.drawings import Event, Timeline

LEAST_SHARE = 0.8
"""The share of the usual size below which text is not made smaller, if the least size allows even that."""


ROWS = ((1, 1), (2, 1), (2, 2), (3, 2), (3, 3))
"""How many rows of labels there may be above and below the bar; the fewer the better."""
LINES = (2, 3, 4)
GAPS = (1.0, 0.6)
"""Between two labels, in ems."""
DOTS = 0.9
"""Between the pins of one side, in ems, so that their heads do not touch."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """A way to draw a timeline that was found to fit."""

    size: float
    axis: years.Axis
    bands: Bands
    labels: tuple[Label, ...]
    slots: tuple[Slot, ...]


Breaks = Sequence[tuple[int, int]]
"""Times that are left out of the axis, by their first and last counted year."""


def draw_timeline(model: Timeline, box: Box, style: DrawingStyle, measure: Measure, breaks: Breaks | None = None) -> Drawing:
    """The timeline in shapes. Events that stand outside it, or for which there is no room, are left out and reported.

    `breaks` are given where several timelines shall have one axis.
    """
    shown = [(i, e) for i, e in enumerate(model.events) if years.count(model.from_) <= years.count(e.at) <= years.count(_last(model))]
    outside = [i for i in range(len(model.events)) if i not in {n for n, _ in shown}]
    troubles = [Trouble("event-outside", ("events", i), f"`{model.events[i].text}` lies outside the time that is shown") for i in outside]
    events = sorted(shown, key=lambda pair: years.count(pair[1].at))
    while True:
        plan = next(_plans(model, [e for _, e in events], box, style, measure, breaks), None)
        if plan or not events:
            break
        index, event = events.pop(_most_crowded([e for _, e in events]))
        troubles.append(Trouble("labels-left-out", ("events", index), f"no room for `{event.text}`"))
    if plan is None:
        return Drawing(
            box.width, box.height, Group(model.title, ()), (*troubles, Trouble("labels-left-out", (), "no room for the timeline"))
        )
    shapes, height = _drawn(model, plan, box, style, measure)
    return Drawing(box.width, height, Group(model.title, tuple(shapes)), tuple(troubles))


def _last(model: Timeline) -> int:
    return max(model.to, model.here or model.to, key=years.count)


def _most_crowded(events: Sequence[Event]) -> int:
    """The event that stands nearest to its neighbours."""
    at = [years.count(e.at) for e in events]
    around = [(at[min(i + 1, len(at) - 1)] - at[max(i - 1, 0)]) * (2 if i in (0, len(at) - 1) else 1) for i in range(len(at))]
    return around.index(min(around))


def _plans(
    model: Timeline, events: Sequence[Event], box: Box, style: DrawingStyle, measure: Measure, breaks: Breaks | None
) -> Iterator[_Plan]:
    """The ways that fit, the best first: large text before small, a whole axis before a broken one."""
    sizes = [size for size in (style.event, style.event * 0.9, style.event * LEAST_SHARE) if size >= style.least] or [style.least]
    ways = list(_breaks(model, events)) if breaks is None else [breaks]
    for inside, broken, size in product((True, False), ways, sizes):
        axis = _axis(model, broken, box, size)
        fitted = bands(model.spans, axis, size, style, measure)
        if inside and fitted.outside:
            continue
        in_count = {count: labels(model, events, fitted.outside, axis, size, style.least, count, measure) for count in LINES}
        flags = {count: [flag_of(label, size) for label in made] for count, made in in_count.items()}
        for row, count, gap in _arrangements(flags[LINES[-1]], box.width, size):
            room = Room(box.width, row, gap * size, DOTS * size)
            if _height(in_count[count], row, size, fitted) > box.height:
                continue
            slots = place(flags[count], room)
            if slots is not None:
                made, slots = _relaxed(in_count[count], slots, size, room, measure)
                yield _Plan(size, axis, fitted, tuple(made), tuple(slots))


def _arrangements(narrowest: Sequence[Flag], width: float, size: float) -> Iterator[tuple[tuple[int, int], int, float]]:
    """Rows, lines and gaps to try. Where the narrowest labels find no place close together, wider ones are not tried."""

    def fit(rows: tuple[int, int]) -> bool:
        return place(narrowest, Room(width, rows, GAPS[-1] * size, DOTS * size)) is not None

    if fit(ROWS[-1]):
        for rows in filter(fit, ROWS):
            yield from ((rows, count, gap) for count, gap in product(LINES, GAPS))


def _relaxed(made: list[Label], slots: list[Slot], size: float, room: Room, measure: Measure) -> tuple[list[Label], list[Slot]]:
    """The labels in fewer lines where that does no harm to the others."""
    for i, label in enumerate(made):
        for count in range(2, len(label.text.lines)):
            wider = [*made[:i], in_lines(label, count, measure), *made[i + 1 :]]
            moved = settle([flag_of(each, size) for each in wider], slots, room)
            if moved:
                made, slots = wider, moved
                break
    return made, slots


def _breaks(model: Timeline, events: Sequence[Event]) -> Iterator[Breaks]:
    """No break, then the longest gap, then the two longest; a mark beyond the end always stands behind a break."""
    marks = [e.at for e in events] + [y for s in model.spans for y in (s.from_, s.to)] + [model.from_, model.to]
    always: list[tuple[int, int]] = []
    if model.here and years.count(model.here) > years.count(model.to):
        always = [(years.count(model.to), years.count(model.here))]
    inside = marks + ([model.here] if model.here and not always else [])
    found = years.gaps(inside, [(s.from_, s.to) for s in model.spans])
    for count in range(min(len(found), 3) + 1):
        yield [*found[:count], *always]


def _axis(model: Timeline, broken: Sequence[tuple[int, int]], box: Box, size: float) -> years.Axis:
    return years.axis(model.from_, _last(model), broken, 2.45 * size, box.width - _tail(model, size), 2.1 * size)


def _tail(model: Timeline, size: float) -> float:
    """Room at the right for the point of the bar, for the era, or for half of the last year."""
    return 2.4 * size if model.here else 2.1 * size if model.to > 0 > model.from_ else 1.3 * size


def _height(made: Sequence[Label], rows: tuple[int, int], size: float, fitted: Bands) -> float:
    tallest = max((label_height(label, size) for label in made), default=0)
    return rows[0] * tallest + rows[1] * tallest + 1.0 * size + fitted.height + 2.3 * size


def _drawn(model: Timeline, plan: _Plan, box: Box, style: DrawingStyle, measure: Measure) -> tuple[list[Shape], float]:
    size = plan.size
    above = _rows(plan, True)
    below = _rows(plan, False)
    natural = sum(above) + (1.0 * size if above else 0.3 * size) + plan.bands.height + (2.3 if below else 1.9) * size + sum(below)
    spare = max(0.0, box.height - natural) if box.fill else 0.0
    top = sum(above) + (1.0 * size if above else 0.3 * size) + spare * 0.4
    here = {flag_of(label, size).pin for label in plan.labels if label.here}
    down = [label.pin for label, slot in zip(plan.labels, plan.slots, strict=True) if not slot.above]
    shapes = draw_bar(model, plan.axis, plan.bands, top, size, style, down, bool(here), measure)
    shapes += _eras(model, plan, top, max(0.9 * plan.size, style.least), measure)
    flags: list[Shape] = []
    for label, slot in zip(plan.labels, plan.slots, strict=True):
        near = sum((above if slot.above else below)[: slot.row])
        flags += draw_flag(label, slot, near, top, plan.bands.height, size, style, measure)
    return shapes + flags, natural + spare


def _rows(plan: _Plan, above: bool) -> list[float]:
    """The height of each row of labels on one side, from the bar outwards."""
    slots = [(slot, label) for slot, label in zip(plan.slots, plan.labels, strict=True) if slot.above is above]
    count = max((slot.row + 1 for slot, _ in slots), default=0)
    return [
        max((label_height(label, plan.size) for slot, label in slots if slot.row == row), default=0) + (0.7 * plan.size if row else 0)
        for row in range(count)
    ]


def _eras(model: Timeline, plan: _Plan, top: float, text_size: float, measure: Measure) -> Iterator[Shape]:
    """`BCE` before the bar, `CE` where it begins or ends in our era; the stroke pairs where it is broken."""
    size = plan.size
    middle = top + plan.bands.height / 2 - 0.49 * text_size
    era = set_lines(["BCE" if model.from_ < 0 else "CE"], "text-bold", text_size, measure)
    yield era.at("era", plan.axis.parts[0].left - 0.35 * size, middle, "muted", "end")
    for part in plan.axis.parts[:-1]:
        for shift in (0.75, 1.35):
            x, half = part.right + shift * size, plan.bands.height
            yield Line("break", (x - 0.3 * size, top + 0.86 * half), (x + 0.3 * size, top + 0.14 * half), Pen("ink", 0.16 * size))
    if model.from_ < 0 < model.to and not model.here:
        after = set_lines(["CE"], "text-bold", text_size, measure)
        yield after.at("era", plan.axis.parts[-1].right + 0.35 * size, middle, "muted")
