"""DRW: a map, timeline or diagram names what is not there, or holds what cannot be shown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from packager.checks.registry import Finding, check, first_few
from packager.diagnostics.nearest import did_you_mean
from packager.diagnostics.quoted import quoted
from packager.drawing.gazetteer import between, outside_names, unknown_names
from packager.drawing.shapes import XY
from packager.drawing.years import count, in_words
from packager.model.curriculum import Curriculum
from packager.model.drawings import Cycle, Layers, Map, Sequence, Timeline, Tree
from packager.model.lesson import Lesson
from packager.source.tree import Path

T = TypeVar("T")

MOST_STEPS = 8
"""The most steps of a diagram that pupils can still take in, and that fit on a slide in letters of 16 points."""


@check("DRW001", "unknown-place-name")
def unknown_place_name(curriculum: Curriculum) -> Iterator[Finding]:
    """A map names a river, a country, a sea or a range of hills that nobody knows.

    What is not known cannot be drawn. Countries are written by their three letters (ISO 3166),
    rivers by their English names.

        - map: {bounds: [24, 21, 37, 33], rivers: [Nlie], areas: [{country: EGP, name: Egypt}], ...}

    Correct the name. A river that is not known is drawn from its course, `{name: River Cam,
    along: [[0.1, 52.1], [0.12, 52.21]]}`; the name of a land, a sea or hills stands where `at` says.
    """
    for lesson, path, model in _drawings(curriculum, Map):
        for unknown in first_few(unknown_names(model)):
            hint = did_you_mean(unknown.name[:200], unknown.known) or _remedy(unknown.kind)
            yield Finding(curriculum.span(lesson.file, (*path, *unknown.path)), f"no {unknown.kind} {quoted(unknown.name)} is known", hint)


@check("DRW002", "outside-the-map")
def outside_the_map(curriculum: Curriculum) -> Iterator[Finding]:
    """Something on a map lies outside its `bounds`: a place or a name, or the whole of an arrow, an area or a river.

    It would not be seen. Most often longitude and latitude were exchanged: the longitude comes first.

        bounds: [24, 21, 37, 33]
        places: [{at: [29.85, 51.25], name: Memphis}]     # 31.25 east, 29.85 north

    Correct `at`, or widen the bounds.
    """
    for lesson, path, model in _drawings(curriculum, Map):
        for inner, name, points in first_few(p for p in _located(model) if not any(_inside(model, at) for at in p[2])):
            exchanged = any(_inside(model, (y, x)) for x, y in points)
            hint = "longitude comes first, then latitude" if exchanged else f"correct `{_field(inner)}`, or widen `bounds`"
            yield Finding(curriculum.span(lesson.file, (*path, *inner)), f"{quoted(name)} lies outside the map", hint)
        for inner, name in first_few(outside_names(model)):
            yield Finding(
                curriculum.span(lesson.file, (*path, *inner)), f"{quoted(name)} lies outside the map", "take it away, or widen `bounds`"
            )


@check("DRW003", "outside-the-timeline")
def outside_the_timeline(curriculum: Curriculum) -> Iterator[Finding]:
    """An event or a time lies before the `from` or after the `to` of its timeline, or a time ends before it begins.

    The same is said of a `here` that lies before the timeline.

    It would not be seen. Years BCE are negative.

        - timeline: {from: -3200, to: -30, events: [{at: 2560, text: The Great Pyramid}], ...}     # -2560

    Correct the year, or let the timeline begin earlier or end later.
    """
    for lesson, path, model in _drawings(curriculum, Timeline):
        for inner, text, year in first_few(_beyond(model)):
            hint = f"the timeline runs from {in_words(model.from_)} to {in_words(model.to)}"
            if _during(model, -year):
                hint = f"years BCE are negative: did you mean `{-year}`?"
            yield Finding(curriculum.span(lesson.file, (*path, *inner)), f"{quoted(text)} lies outside the timeline", hint)
        if model.here is not None and count(model.here) < count(model.from_):
            hint = f"the timeline begins in {in_words(model.from_)}; years BCE are negative"
            yield Finding(curriculum.span(lesson.file, (*path, "here")), f"{in_words(model.here)} lies before the timeline", hint)
        for number, span in enumerate(model.spans):
            if count(span.from_) >= count(span.to):
                place = curriculum.span(lesson.file, (*path, "spans", number))
                yield Finding(place, f"{quoted(span.text)} ends before it begins", "exchange `from` and `to`")


@check("DRW004", "number-of-steps")
def number_of_steps(curriculum: Curriculum) -> Iterator[Finding]:
    """A diagram has one step only, or more than eight; a tree has no branches; or a timeline has nothing on it.

    One step is no cycle and no sequence. More than eight cannot be read from the back of a classroom,
    and cannot be kept in mind.

        - diagram: {kind: cycle, title: The year, alt: ..., steps: [Winter]}

    Add steps, or draw two diagrams.
    """
    stepped: list[tuple[Lesson, Path, Cycle | Sequence | Layers]] = [*_drawings(curriculum, Cycle)]
    stepped += [*_drawings(curriculum, Sequence), *_drawings(curriculum, Layers)]
    for lesson, path, model in stepped:
        if len(model.steps) != 1 and len(model.steps) <= MOST_STEPS:
            continue
        place = curriculum.span(lesson.file, (*path, "steps"), key=True)
        if len(model.steps) == 1:
            yield Finding(place, f"a {model.kind} of one step shows nothing", "add steps, or say it in the text")
        else:
            yield Finding(place, f"expected at most {MOST_STEPS} steps, found {len(model.steps)}", "draw two diagrams")
    for lesson, path, line in _drawings(curriculum, Timeline):
        if not line.events and not line.spans:
            yield Finding(
                curriculum.span(lesson.file, path, key=True), "a timeline without events shows nothing", "add `events` or `spans`"
            )
    for lesson, path, tree in _drawings(curriculum, Tree):
        if not tree.root.children:
            yield Finding(
                curriculum.span(lesson.file, (*path, "root"), key=True), "a tree without branches shows nothing", "add `children`"
            )


CHECKS = (unknown_place_name, outside_the_map, outside_the_timeline, number_of_steps)


def _drawings(curriculum: Curriculum, kind: type[T]) -> Iterator[tuple[Lesson, Path, T]]:
    """Every drawing of a kind with its lesson and its path there."""
    for lesson in curriculum.lessons():
        for number, block in enumerate(lesson.chapter):
            for field in ("map", "timeline", "diagram"):
                model = getattr(block, field)
                if isinstance(model, kind):
                    yield lesson, ("chapter", number, field), model


def _remedy(kind: str) -> str:
    return {
        "river": "give its course: `{name: ..., along: [[longitude, latitude], ...]}`",
        "country": "write the three letters of ISO 3166, such as `EGY`",
    }.get(kind, "say where its name stands: `{name: ..., at: [longitude, latitude]}`")


def _located(model: Map) -> Iterator[tuple[Path, str, tuple[XY, ...]]]:
    """The path, name and place of everything on a map whose author says where it is; all points of a line or an area."""
    for number, place in enumerate(model.places):
        yield ("places", number, "at"), place.name, (place.at,)
    for field in ("regions", "seas", "relief"):
        for number, label in enumerate(getattr(model, field)):
            if label.at is not None:
                yield (field, number, "at"), label.name, (label.at,)
    for field in ("arrows", "rivers"):
        for number, line in enumerate(getattr(model, field)):
            if line.along:
                yield (field, number, "along"), getattr(line, "name", None) or getattr(line, "text", None) or "arrow", between(line.along)
    for number, area in enumerate(model.areas):
        if area.polygon:
            yield ("areas", number, "polygon"), area.name, (_nearest(area.polygon, model.bounds), *area.polygon)


def _nearest(polygon: tuple[XY, ...], bounds: tuple[float, float, float, float]) -> XY:
    """The point of the rectangle around a polygon that is nearest to the middle of a map: it lies on the map where the two meet."""
    xs, ys = [x for x, _ in polygon], [y for _, y in polygon]
    middle = (bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2
    return min(max(middle[0], min(xs)), max(xs)), min(max(middle[1], min(ys)), max(ys))


def _field(path: Path) -> str:
    return str(path[-1])


def _inside(model: Map, at: XY) -> bool:
    west, south, east, north = model.bounds
    return west <= at[0] <= east and south <= at[1] <= north


def _during(model: Timeline, year: int) -> bool:
    return count(model.from_) <= count(year) <= count(model.to)


def _beyond(model: Timeline) -> Iterator[tuple[Path, str, int]]:
    """The path, text and year of what lies outside a timeline."""
    for number, event in enumerate(model.events):
        if not _during(model, event.at):
            yield ("events", number, "at"), event.text, event.at
    for number, span in enumerate(model.spans):
        for field, year in (("from", span.from_), ("to", span.to)):
            if not _during(model, year):
                yield ("spans", number, field), span.text, year
