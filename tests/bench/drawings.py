"""What maps, timelines and diagrams cost, and how large decks and booklets become.

Every topic is built once before the clock starts, so that fonts and coasts are at hand, and once more while it
runs. Times are the processor's, so that other work on the machine weighs less.
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
from packager.model import drawings as written
from packager.render import drawn
from packager.render.docx import pictures
from packager.render.pptx import drawings as on_slides
from packager.render.pptx import write_slide
from tests.bench.measure import Measure, Setting, at_most

_VECTORS, _PIXELS = "written as shapes and SVG", "written as PNG"
_WRITERS: tuple[tuple[Any, str, str], ...] = (
    (on_slides, "framed", _VECTORS),
    (write_slide, "drawing_xml", _VECTORS),
    (drawn, "as_svg", _VECTORS),
    (pictures.Pictures, "_drawn", _PIXELS),
)
"""What turns a drawing into a part of a file: native shapes of a deck, SVG, and the PNG of a DOCX."""


@dataclass
class _Clock:
    """Seconds of each call that lays a drawing out, by its kind, and of all that write one into a file, by how."""

    laid_out: dict[str, list[float]] = field(default_factory=dict)
    written: dict[str, float] = field(default_factory=dict)

    def laying_out(self, draw: Callable[..., Any]) -> Callable[..., Any]:
        def timed(model: written.Drawing, *arguments: Any) -> Any:
            start = time.process_time()
            made = draw(model, *arguments)
            self.laid_out.setdefault(_kind(model), []).append(time.process_time() - start)
            return made

        return timed

    def writing(self, write: Callable[..., Any], how: str) -> Callable[..., Any]:
        def timed(*arguments: Any) -> Any:
            start = time.process_time()
            made = write(*arguments)
            self.written[how] = self.written.get(how, 0) + time.process_time() - start
            return made

        return timed

    def shares(self, whole: float) -> Iterator[Measure]:
        """What part of a whole time drawings took, and what for."""
        parts = {"laid out": sum(map(sum, self.laid_out.values())), **self.written}
        yield at_most("drawings in the build of a topic", sum(parts.values()) / whole, "share", 0.15)
        for how, seconds in parts.items():
            yield Measure(f"drawings {how} in the build of a topic", seconds / whole, "share")


def _kind(model: written.Drawing) -> str:
    return {written.Map: "map", written.Timeline: "timeline"}.get(type(model), "diagram")


def measures(setting: Setting) -> Iterator[Measure]:
    """Milliseconds of a drawing of each kind, the share of drawings in a build, and the sizes of files."""
    checked = pipeline.check(setting.root)
    assert checked.curriculum is not None
    topics = tuple(checked.curriculum.topics)
    with TemporaryDirectory() as place:
        _build(checked, Path(place), topics)
        sizes = tuple(_sizes(Path(place)))
    clock = _Clock()
    with ExitStack() as patches, TemporaryDirectory() as place:
        _set_up(clock, patches)
        start = time.process_time()
        _build(checked, Path(place), topics)
        whole = time.process_time() - start
    for kind, seconds in sorted(clock.laid_out.items()):
        yield Measure(f"drawing a {kind}", median(seconds) * 1000, "ms")
        yield Measure(f"drawing a {kind} at most", max(seconds) * 1000, "ms")
    yield Measure("build of a topic, warm", whole / len(topics), "s")
    yield from clock.shares(whole)
    yield from sizes


def _set_up(clock: _Clock, patches: ExitStack) -> None:
    for module in (on_slides, drawn):
        patches.enter_context(patch.object(module, "draw", clock.laying_out(module.draw)))
    for owner, name, how in _WRITERS:
        patches.enter_context(patch.object(owner, name, clock.writing(getattr(owner, name), how)))


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
