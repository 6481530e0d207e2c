"""An arranged deck as a PowerPoint file, through python-pptx: layouts and placeholders are found by their names."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER

from packager.render.deck import Deck, Remark
from packager.render.look import Look
from packager.render.media import Media
from packager.render.pptx.archive import rezipped
from packager.render.pptx.palette import Palette
from packager.render.pptx.paragraphs import noted
from packager.render.pptx.template import template
from packager.render.pptx.write_slide import SlideWriter, fill_text
from packager.render.pptx.xml import slide_number

_NO_DATE = datetime(2000, 1, 1)
"""What a file says of its making where the programme declares no date, so that no build depends on the day."""


def write(deck: Deck, look: Look, media: Media) -> bytes:
    """The bytes of the deck's file, the same on any day."""
    file: Any = Presentation(BytesIO(template(look)))
    layouts = {layout.name: layout for layout in file.slide_layouts}
    for number, slide in enumerate(deck.slides, 1):
        added = file.slides.add_slide(layouts[slide.layout])
        SlideWriter(added, slide, number, Palette(look), media, deck.language).write()
        _write_notes(added.notes_slide, slide.remarks, number, deck.language)
    _write_properties(file.core_properties, deck)
    out = BytesIO()
    file.save(out)
    return rezipped(out.getvalue())


def _write_notes(notes: Any, remarks: Iterable[Remark], number: int, language: str) -> None:
    for shape in notes.placeholders:
        if shape.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER:
            fill_text(shape.text_frame._txBody, slide_number(language, str(number)))
    told = "".join(noted(remark.label, remark.text, language) for remark in remarks)
    fill_text(notes.notes_text_frame._txBody, told or "<a:p/>")


def _write_properties(properties: Any, deck: Deck) -> None:
    """The core properties (ECMA-376-2, 11)."""
    moment = datetime.fromisoformat(deck.date).replace(tzinfo=None) if deck.date else _NO_DATE
    properties.title = deck.title
    properties.author = properties.last_modified_by = deck.author
    properties.keywords = deck.keywords
    properties.comments = deck.rights
    properties.language = deck.language
    properties.created = properties.modified = moment
    properties.revision = 1
