"""Lesson decks as PowerPoint files."""

from __future__ import annotations

from packager.document.lesson_deck import LessonDeck
from packager.render.pptx.arrange import arrange
from packager.render.pptx.write import write
from packager.render.renderer import Context, Rendered


def render_deck(deck: LessonDeck, context: Context) -> Rendered:
    """The deck as a file, and what did not fit on its slides."""
    arranged, troubles = arrange(deck, context)
    return Rendered(write(arranged, context.look, context.media), troubles=troubles, slides={deck.id: len(arranged.slides)})
