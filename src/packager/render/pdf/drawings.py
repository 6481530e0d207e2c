"""Maps, timelines and diagrams as data: a vector file, and what pupils are to do with it."""

from __future__ import annotations

from packager.document.nodes import Drawing
from packager.render.pdf.pages import Data, Pictures, line
from packager.render.wording import caption, hint


def arrange_drawing(drawing: Drawing, pictures: Pictures) -> Data:
    """A drawing as data; `tall` is its height over its width."""
    name, drawn = pictures.drawing(drawing)
    told = hint(drawing)
    return {
        "label": drawing.label,
        "alt": line(drawing.alt),
        "caption": line(caption(drawing)),
        "hint": [line(part) for part in told] if told else None,
        "file": name,
        "tall": round(drawn.height / drawn.width, 4),
    }
