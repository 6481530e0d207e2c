"""Maps, timelines and diagrams as pictures with their caption, and what pupils are to do with them."""

from __future__ import annotations

from collections.abc import Iterator

from packager.document.nodes import Drawing
from packager.render.docx.arranged import Inline, Paragraph, Picture
from packager.render.docx.text import bookmark, paragraph, texts
from packager.render.drawn import for_office
from packager.render.renderer import Context
from packager.render.wording import caption, hint


def arrange_drawing(drawing: Drawing, measure: float, context: Context) -> Iterator[Paragraph]:
    """The drawing over the whole measure, its caption below it, kept together."""
    drawn = for_office(drawing, measure, context)
    size = round(drawn.width, 1), round(drawn.height, 1)
    within = drawing.image.path if drawing.image else None
    picture = Picture(f"drawing:{drawing.id}", *size, drawing.alt, drawn=drawn, within=within)
    yield paragraph("Figure", [picture], bookmark(drawing.id))
    told = hint(drawing)
    yield labelled(drawing.label, caption(drawing), style="Caption and hint" if told else "Caption")
    if told:
        yield labelled(*told, style="Hint")


def labelled(label: str, words: str, style: str = "Caption") -> Paragraph:
    """A caption: its label in the accent, then the words."""
    content: list[Inline] = [*texts(label, "Label"), *texts(f"  {words}" if words else "")]
    return paragraph(style, content)
