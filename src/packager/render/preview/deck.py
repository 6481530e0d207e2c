"""Which slides of a deck a teacher is shown before downloading it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from packager.document.lesson_deck import LessonDeck
from packager.render.deck import Slide
from packager.render.pptx.arrange import arrange
from packager.render.preview.raster import slide_picture
from packager.render.preview.slide import SlidePainter
from packager.render.renderer import Context

VERSION = "1"
"""Raise it when the pictures of slides change."""
_LEFT_OUT = frozenset({"Section", "Credits"})


@dataclass(frozen=True, slots=True)
class Sample:
    """A slide that is shown, its number counted from 1."""

    number: int
    slide: Slide

    @property
    def label(self) -> str:
        """What it is called."""
        return f"Slide {self.number}: {self.slide.title.lines[0].text}"


@dataclass(frozen=True, slots=True)
class Samples:
    """The slides of a deck that are shown, and how many it has."""

    shown: tuple[Sample, ...]
    count: int


def samples(deck: LessonDeck, context: Context) -> Samples:
    """The first slide of each layout: every kind of slide that the lesson has, questions before answers."""
    slides = arrange(deck, context)[0].slides
    return Samples(tuple(_firsts(slides)), len(slides))


def sample_picture(sample: Sample, painter: SlidePainter) -> bytes:
    """One of them as WebP."""
    return slide_picture(painter.svg(sample.slide, sample.number), painter.look.fonts)


def _firsts(slides: tuple[Slide, ...]) -> Iterator[Sample]:
    seen: set[str] = set()
    for number, slide in enumerate(slides, 1):
        if slide.layout not in seen and slide.layout not in _LEFT_OUT:
            seen.add(slide.layout)
            yield Sample(number, slide)
