"""Words that every format prints alike: quotation marks, attributions, captions and what stands below a drawing."""

from __future__ import annotations

from packager.document.nodes import Drawing, Run, Runs, plain
from packager.model.drawings import Map, Timeline

_OPENING_MARKS = ("‘", "“", "'", '"', "«", "„")
LOOK_FOR, THINK = "Look for", "Think"


def quoted(paragraphs: tuple[Runs, ...]) -> tuple[Runs, ...]:
    """The paragraphs in single quotation marks, opened at each and closed at the last, unless the author set some."""
    if not paragraphs or plain(paragraphs[0]).startswith(_OPENING_MARKS):
        return paragraphs or ((),)
    *first, last = ((Run("‘"), *paragraph) for paragraph in paragraphs)
    return (*first, (*last, Run("’")))


def attribution(text: str) -> str:
    """Where the words of a source come from, as a sentence that begins with `From`; nothing for nothing."""
    text = text.strip()
    if not text:
        return ""
    return (text if text.lower().startswith("from ") else f"From {text}").rstrip(".") + "."


def caption(drawing: Drawing) -> str:
    """The caption of a drawing; that of a map ends with its period, which paper maps do not bear themselves."""
    period = drawing.model.period if isinstance(drawing.model, Map) else None
    if not period or period == "today" or period.lower() in drawing.caption.lower():
        return drawing.caption
    return f"{drawing.caption.rstrip('.')}, {period}"


def hint(drawing: Drawing) -> tuple[str, str] | None:
    """What pupils are to do with a drawing: a label and the words, `Look for` or `Think`."""
    if isinstance(drawing.model, Map) and drawing.model.look_for:
        return LOOK_FOR, "; ".join(item.strip().rstrip(".;,") for item in drawing.model.look_for) + "."
    if isinstance(drawing.model, Timeline) and drawing.model.ask:
        return THINK, drawing.model.ask
    return None
