"""What maps, timelines and diagrams cost, their share of a topic's build, and how large decks and booklets become.

Times are the processor's, so that other work on the machine weighs less. Every shipped drawing is laid out several
times for the slide and for the page, and the least time counts; `cold` is a map whose coasts nobody has asked for yet.
For the share, topics are built after another one, so that fonts are at hand, but not the coasts of their own maps.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch
from zipfile import ZipFile

from packager import pipeline
from packager.drawing import courses, furniture, ground, layers
from packager.drawing.draw import draw
from packager.drawing.style import PRINT, SLIDE, Box, DrawingStyle
from packager.model import drawings as written
from packager.model.curriculum import Curriculum
from packager.render import drawn, kept
from packager.render.docx import pictures
from packager.render.pptx import known
from packager.render.svg.faces import widths
from tests.bench.measure import Measure, Setting, at_most

_LAID_OUT, _VECTORS, _PIXELS, _PICTURES = "laid out", "written as shapes and SVG", "written as PNG", "pictures in them"
_STEPS: tuple[tuple[Any, str, str], ...] = (
    (known, "draw", _LAID_OUT),
    (drawn, "draw", _LAID_OUT),
    (known, "written", _VECTORS),
    (drawn, "as_svg", _VECTORS),
    (kept, "_packed", _VECTORS),
    (pictures.Pictures, "_drawn", _PIXELS),
    (drawn, "_address", _PICTURES),
)
"""What a drawing goes through on its way into a file: shapes, then native shapes of a deck, SVG, and the PNG of a DOCX.

The picture that a labelled diagram shows is one of the media, as any other: it is told apart, and not counted.
"""
_BOXES: tuple[tuple[str, dict[str, Box], DrawingStyle], ...] = (
    ("slide", {"map": Box(590.4, 381.6), "timeline": Box(860.4, 320.4), "diagram": Box(547.2, 385.2)}, SLIDE),
    ("page", dict.fromkeys(("map", "timeline", "diagram"), Box(418.3, 317.5, fill=False)), PRINT),
)
_SHARED: tuple[Any, ...] = (
    ground.ground, ground._shore, courses._known, courses.river_shapes,
    layers.area_shapes, layers.borders, layers.country, layers.lakes, furniture._land,
)  # fmt: skip
"""What the drawings of a process have in common, and forget before a map is drawn cold."""
_TIMES = 3


def measures(setting: Setting) -> Iterator[Measure]:
    """Milliseconds of a drawing of each kind, the share of drawings in a build, and the sizes of files."""
    checked = pipeline.check(setting.root)
    assert checked.curriculum is not None
    yield from _laid_out(checked.curriculum)
    topics = tuple(checked.curriculum.topics)
    with TemporaryDirectory() as place:
        _build(checked, Path(place), topics[:1])
        clock, build = _timed(checked, Path(place), topics[1:] or topics)
        yield Measure("build of a topic", build / len(topics[1:] or topics), "s")
        yield from clock.shares(build)
        yield from _sizes(Path(place))


def _laid_out(curriculum: Curriculum) -> Iterator[Measure]:
    """Milliseconds for each kind of drawing, slides and pages together, and for a map that is the first of its part of the world."""
    measure = widths(curriculum.theme.fonts)
    taken: dict[str, list[float]] = {}
    for model in _drawings(curriculum):
        for name, boxes, style in _BOXES:
            box, kind = boxes[_kind(model)], _kind(model)
            taken.setdefault(f"{kind} on a {name}", []).append(_least(model, box, style, measure, lambda: None))
            if kind == "map":
                taken.setdefault(f"{kind} on a {name}, cold", []).append(_least(model, box, style, measure, _forget))
    for what, times in sorted(taken.items()):
        yield Measure(f"drawing a {what}", median(times) * 1000, "ms")
        yield Measure(f"drawing a {what}, at most", max(times) * 1000, "ms")


def _least(model: written.Drawing, box: Box, style: DrawingStyle, measure: Any, before: Callable[[], None]) -> float:
    draw(model, box, style, measure)
    times = []
    for _ in range(_TIMES):
        before()
        start = time.process_time()
        draw(model, box, style, measure)
        times.append(time.process_time() - start)
    return min(times)


def _forget() -> None:
    for each in _SHARED:
        each.cache_clear()


def _drawings(curriculum: Curriculum) -> Iterator[written.Drawing]:
    for lesson in curriculum.lessons():
        for block in lesson.chapter:
            yield from (model for model in (block.map, block.timeline, block.diagram) if model)


def _kind(model: written.Drawing) -> str:
    return {written.Map: "map", written.Timeline: "timeline"}.get(type(model), "diagram")


@dataclass
class _Clock:
    """Seconds of each step on the way of drawings into files."""

    taken: dict[str, float] = field(default_factory=lambda: dict.fromkeys((_LAID_OUT, _VECTORS, _PIXELS, _PICTURES), 0.0))
    within: float = 0.0
    """Seconds of the steps inside the one that runs, which are their own."""

    def timing(self, step: Callable[..., Any], how: str) -> Callable[..., Any]:
        def timed(*arguments: Any) -> Any:
            before, self.within, start = self.within, 0.0, time.process_time()
            made = step(*arguments)
            taken = time.process_time() - start
            self.taken[how] += taken - self.within
            self.within = before + taken
            return made

        return timed

    def shares(self, whole: float) -> Iterator[Measure]:
        """What part of a whole time drawings took, and what for."""
        counted = sum(seconds for how, seconds in self.taken.items() if how != _PICTURES)
        yield at_most("drawings in the build of a topic", counted / whole, "share", 0.15)
        for how, seconds in self.taken.items():
            yield Measure(f"drawings {how} in the build of a topic", seconds / whole, "share")


def _timed(checked: pipeline.Checked, out: Path, topics: tuple[str, ...]) -> tuple[_Clock, float]:
    """The clock after a build of these topics, and the seconds that the whole build took."""
    clock = _Clock()
    with ExitStack() as patches:
        for owner, name, how in _STEPS:
            patches.enter_context(patch.object(owner, name, clock.timing(getattr(owner, name), how)))
        start = time.process_time()
        _build(checked, out, topics)
        return clock, time.process_time() - start


def _build(checked: pipeline.Checked, out: Path, topics: tuple[str, ...]) -> None:
    """Each topic for itself, with all its files in the standard edition and nothing of the whole programme."""
    for topic in topics:
        built = pipeline.build(checked, out / topic.replace("/", "-"), (topic,), pipeline.PRODUCT_NAMES, lambda *_: None)
        assert built.written and not built.left_out


def _sizes(out: Path) -> Iterator[Measure]:
    """The largest deck, with its pictures and without, and the largest booklet."""
    decks, booklets = sorted(out.rglob("*.pptx")), sorted(out.rglob("*-booklet.docx"))
    yield at_most("largest deck without its pictures", max(map(_without_pictures, decks)) / 1000, "kB", 250)
    yield Measure("median deck without its pictures", median(map(_without_pictures, decks)) / 1000, "kB")
    yield at_most("largest deck", max(map(_size, decks)) / 1000, "kB", 2000)
    yield Measure("median deck", median(map(_size, decks)) / 1000, "kB")
    yield at_most("largest booklet DOCX", max(map(_size, booklets)) / 1000, "kB", 4000)


def _size(file: Path) -> int:
    return file.stat().st_size


def _without_pictures(file: Path) -> int:
    with ZipFile(file) as archive:
        return _size(file) - sum(member.compress_size for member in archive.infolist() if "/media/" in member.filename)
