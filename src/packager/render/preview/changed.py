"""What a change of the sources changed to look at: slides of a deck, pages of a booklet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO

import pypdfium2

from packager.document.lesson_deck import LessonDeck
from packager.render.pptx.arrange import arrange
from packager.render.preview.slide import SlidePainter
from packager.render.renderer import Context

_GLANCE = 0.6
"""Pixels to the point at which two pages are compared: a comma more is seen."""
_SHOWN = 1.4
"""Pixels to the point at which a page is shown."""
_MOST = 24
"""Pictures of one file: where everything changed, nobody looks at all of it."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One picture with what it shows."""

    label: str
    kind: str
    content: bytes


def changed_slides(old: LessonDeck | None, new: LessonDeck, context: Context) -> Iterator[Panel]:
    """The slides of a deck that the old one did not have."""
    before = frozenset(repr(slide) for slide in arrange(old, context)[0].slides) if old else frozenset()
    painter = SlidePainter(context.look, context.media)
    slides = [each for each in enumerate(arrange(new, context)[0].slides, 1) if repr(each[1]) not in before]
    for number, slide in slides[:_MOST]:
        label = f"Lesson {new.number}, slide {number}: {slide.title.lines[0].text}"
        yield Panel(label, "image/svg+xml", painter.svg(slide, number).encode())


def changed_pages(old: bytes | None, new: bytes) -> Iterator[Panel]:
    """The pages of a PDF that do not look as the page of that number did."""
    before = _glances(old) if old else []
    with pypdfium2.PdfDocument(new) as document:
        numbers = [n for n, glance in enumerate(_glances(new)) if n >= len(before) or before[n] != glance]
        for number in numbers[:_MOST]:
            picture = BytesIO()
            document[number].render(scale=_SHOWN).to_pil().convert("RGB").save(picture, "WEBP", quality=80, method=2)
            yield Panel(f"Page {number + 1}", "image/webp", picture.getvalue())


def _glances(pdf: bytes) -> list[bytes]:
    """A digest of how each page looks."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [sha256(page.render(scale=_GLANCE, grayscale=True).buffer).digest() for page in document]
