"""Lesson decks as PowerPoint files."""

from __future__ import annotations

from packager.document.lesson_deck import LessonDeck
from packager.render.pptx.arrange import arrange
from packager.render.pptx.publisher import TEMPLATE
from packager.render.pptx.write import write
from packager.render.renderer import Context, Rendered
from packager.render.undisturbed import undisturbed


@undisturbed()
def render_deck(deck: LessonDeck, context: Context) -> Rendered:
    """The deck as a file, in the publisher's own template where there is one, and what did not fit on its slides."""
    arranged, troubles, fittings = arrange(deck, context)
    content = write(arranged, context.look, context.media, context.templates.get(TEMPLATE))
    return Rendered(content, troubles=troubles, slides={deck.id: len(arranged.slides)}, fittings=fittings)
