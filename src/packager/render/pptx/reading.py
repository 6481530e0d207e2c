"""The slides of the chapter: passages, passages with their picture, and pictures."""

from __future__ import annotations

from collections.abc import Iterator

from packager.document.lesson_deck import Notes, PassageStep
from packager.document.nodes import Figure
from packager.render.deck import Box, PictureSlot, Slide, Slot, TextSlot, line
from packager.render.pptx.passages import Portion, portions
from packager.render.pptx.slide_maker import SlideMaker, of_slide, quoted
from packager.render.rules import MANY_SLIDES

MOST_SLIDES = 12
"""More slides than a class can follow in one passage (FIT002)."""
_GAP = 0.08
"""Between a picture and its caption, in inches."""


def passage_slides(step: PassageStep, maker: SlideMaker) -> Iterator[Slide]:
    """The slides of a passage; its figure stands beside the last of them."""
    wide = maker.layouts["Passage"].place("text")
    narrow = maker.layouts["Passage and picture"].place("text") if step.figure else None
    cut, broken = portions(step.blocks, maker.setter, wide, narrow)
    _report(step, maker, len(cut), broken)
    for number, portion in enumerate(cut, 1):
        layout = "Passage and picture" if step.figure and number == len(cut) else "Passage"
        where = portion.blocks[0]
        slots: list[Slot] = [_text(layout, where, portion, maker)]
        if step.figure and number == len(cut):
            slots += figure_slots(step.figure, layout, maker)
        notes = of_slide(step.notes, " ".join([paragraph.text for paragraph in portion.lines]))
        yield maker.slide(where, layout, _title(step, maker), slots, notes, where)


def _text(layout: str, where: str, portion: Portion, maker: SlideMaker) -> TextSlot:
    """A portion on its slide; it is measured already, and smaller only where not even one sentence fits."""
    if portion.share > 1:
        return maker.text(layout, "text", where, portion.lines)
    maker.nearly(where, quoted(portion.lines[0].text), portion.share)
    return TextSlot("text", where, portion.lines)


def picture_slide(figure: Figure, title: str, notes: Notes, maker: SlideMaker) -> Slide:
    """A slide of its own for a figure."""
    slots = figure_slots(figure, "Picture", maker)
    return maker.slide(figure.id, "Picture", title, slots, notes, figure.id)


def figure_slots(figure: Figure, layout: str, maker: SlideMaker) -> list[Slot]:
    """A figure's picture, as large as its place allows, and its caption below."""
    place = maker.layouts[layout].place("picture").box
    box = fitted(maker.context.media.ratio(figure.image.path), place)
    picture = PictureSlot("picture", figure.id, figure.image.path, figure.image.alt, box)
    if not figure.caption:
        return [picture]
    below = maker.layouts[layout].place("caption").box._replace(y=box.bottom + _GAP)
    moved = None if abs(below.y - maker.layouts[layout].place("caption").box.y) < 0.01 else below
    return [picture, maker.text(layout, "caption", figure.id, (line(figure.caption),), moved)]


def fitted(ratio: float, place: Box) -> Box:
    """The largest box of a ratio inside a place, at its top left, above the left edge of a caption."""
    width = min(place.w, place.h * ratio)
    return Box(place.x, place.y, width, width / ratio)


def _title(step: PassageStep, maker: SlideMaker) -> str:
    """The heading above a passage; before the first heading, that of the chapter in the booklet."""
    lesson = maker.lesson
    return f"{lesson.number}. {lesson.title}" if step.title == lesson.title else step.title


def _report(step: PassageStep, maker: SlideMaker, count: int, broken: set[str]) -> None:
    for where in sorted(broken):
        maker.trouble(MANY_SLIDES.code, where, "a sentence is longer than a whole slide and is cut inside")
    maker.split(step.blocks[0].id, f"the passage `{step.title}` stands", count)
    if count > MOST_SLIDES:
        maker.trouble(MANY_SLIDES.code, step.id, f"the passage `{step.title}` needs {count} slides, more than {MOST_SLIDES}")
