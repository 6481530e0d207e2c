"""The slides of the chapter: passages, passages with their picture, and pictures."""

from __future__ import annotations

from collections.abc import Iterator

from packager.document.lesson_deck import Notes, PassageStep
from packager.document.nodes import Figure
from packager.render.deck import Box, PictureSlot, Slide, Slot, line
from packager.render.pptx.bench import Bench, of_slide
from packager.render.pptx.layouts import LAYOUTS
from packager.render.pptx.passages import portions
from packager.render.rules import MANY_SLIDES

MOST_SLIDES = 12
"""More slides than a class can follow in one passage (FIT002)."""
_GAP = 0.08
"""Between a picture and its caption, in inches."""


def passage_slides(step: PassageStep, bench: Bench) -> Iterator[Slide]:
    """The slides of a passage; its figure stands beside the last of them."""
    wide = LAYOUTS["Passage"].place("text")
    narrow = LAYOUTS["Passage and picture"].place("text") if step.figure else None
    cut, broken = portions(step.blocks, bench.setter, wide, narrow)
    _report(step, bench, len(cut), broken)
    for number, portion in enumerate(cut, 1):
        layout = "Passage and picture" if step.figure and number == len(cut) else "Passage"
        where = portion.blocks[0]
        slots: list[Slot] = [bench.text(layout, "text", where, portion.lines)]
        if step.figure and number == len(cut):
            slots += figure_slots(step.figure, layout, bench)
        notes = of_slide(step.notes, " ".join(paragraph.text for paragraph in portion.lines))
        yield bench.slide(where, layout, _title(step, bench), slots, notes, where)


def picture_slide(figure: Figure, title: str, notes: Notes, bench: Bench) -> Slide:
    """A slide of its own for a figure."""
    slots = figure_slots(figure, "Picture", bench)
    return bench.slide(figure.id, "Picture", title, slots, notes, figure.id)


def figure_slots(figure: Figure, layout: str, bench: Bench) -> list[Slot]:
    """A figure's picture, as large as its place allows, and its caption below."""
    place = LAYOUTS[layout].place("picture").box
    box = fitted(bench.context.media.ratio(figure.image.path), place)
    picture = PictureSlot("picture", figure.id, figure.image.path, figure.image.alt, box)
    if not figure.caption:
        return [picture]
    below = LAYOUTS[layout].place("caption").box._replace(y=box.bottom + _GAP)
    moved = None if abs(below.y - LAYOUTS[layout].place("caption").box.y) < 0.01 else below
    return [picture, bench.text(layout, "caption", figure.id, (line(figure.caption),), moved)]


def fitted(ratio: float, place: Box) -> Box:
    """The largest box of a ratio inside a place, at its top left, above the left edge of a caption."""
    width = min(place.w, place.h * ratio)
    return Box(place.x, place.y, width, width / ratio)


def _title(step: PassageStep, bench: Bench) -> str:
    """The heading above a passage; before the first heading, that of the chapter in the booklet."""
    lesson = bench.lesson
    return f"{lesson.number}. {lesson.title}" if step.title == lesson.title else step.title


def _report(step: PassageStep, bench: Bench, count: int, broken: set[str]) -> None:
    for where in sorted(broken):
        bench.trouble(MANY_SLIDES.code, where, "a sentence is longer than a whole slide and is cut inside")
    if count > MOST_SLIDES:
        bench.trouble(MANY_SLIDES.code, step.id, f"the passage `{step.title}` needs {count} slides, more than {MOST_SLIDES}")
