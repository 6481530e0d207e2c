"""The roles of text on PDF pages as data: faces, sizes and pitches in points, weights and colours.

The figures are the design's (`docs/design.md`, paper).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Role:
    """How one kind of text is set: points, and `pitch` from line to line. `face` and `colour` are keys of the settings."""

    face: str
    size: float
    pitch: float
    weight: int = 400
    colour: str = "ink"
    before: float = 0
    after: float = 0


ROLES: Mapping[str, Role] = {
    "cover-kicker": Role("text", 12.5, 16, 700, "soft-on-panel"),
    "cover-title": Role("display", 50, 55, 600, "on-panel"),
    "cover-question": Role("display", 19, 24, 400, "soft-on-panel"),
    "cover-strip": Role("text", 10.5, 13, 400, "muted"),
    "contents-title": Role("display", 32, 38, 600),
    "contents-number": Role("display", 22, 24, 600, "accent"),
    "contents-chapter": Role("display", 16, 19, 600),
    "contents-question": Role("text", 12, 15, 400, "muted"),
    "contents-page": Role("figures", 14, 17, 700, "accent"),
    "contents-credits": Role("text", 12, 15, 400, "muted"),
    "key": Role("text", 11, 15),
    "key-line": Role("figures", 10, 12, 400, "muted"),
    "key-word": Role("text", 12, 14, 700),
    "key-label": Role("text", 10, 12, 700, "accent"),
    "box-label": Role("text", 11, 15, 700, "accent"),
    "chapter": Role("display", 34, 40, 600, before=8, after=4),
    "question": Role("display", 17, 24, 400, "accent", after=16),
    "heading": Role("display", 16, 22, 600, before=14, after=6),
    "body": Role("text", 13.5, 20, after=8),
    "caption": Role("text", 10.5, 15, before=6, after=15),
    "pause": Role("display", 15, 21, 500),
    "source": Role("display", 14.5, 22, after=6),
    "quotation": Role("display", 14.5, 22, after=6),
    "attribution": Role("text", 10.5, 15, 400, "muted"),
    "tag": Role("text", 9.5, 12, 700, "on-panel"),
    "cell": Role("text", 11.5, 15.5),
    "head-cell": Role("text", 9.5, 12, 700, "accent"),
    "table-title": Role("text", 11.5, 15.5, 700),
    "credit": Role("text", 10.5, 14),
    "line-number": Role("figures", 9.5, 12, 400, "muted"),
    "running-head": Role("text", 9.5, 12, 400, "muted"),
    "footer": Role("text", 8.5, 11, 400, "muted"),
    "page-number": Role("text", 12, 14, 700, "accent"),
    "sheet-kicker": Role("text", 10.5, 13, 700, "soft-on-panel"),
    "sheet-title": Role("display", 25, 30, 600, "on-panel"),
    "section": Role("display", 15, 20, 600),
    "word": Role("text", 12.5, 15.5, 700),
    "say": Role("text", 11, 15.5, 400, "muted"),
    "example": Role("text", 11.5, 15.5, 400, "muted"),
    "met": Role("text", 11, 15),
    "quiz-heading": Role("display", 16, 22, 600),
    "quiz-roundel": Role("text", 12, 14, 700, "on-panel"),
    "quiz-how": Role("text", 11.5, 15.5, 400, "muted"),
    "quiz-word": Role("text", 13, 17, 700),
    "quiz-letter": Role("text", 12, 16, 700, "accent"),
    "quiz-meaning": Role("text", 11.5, 15.5),
    "quiz-gap": Role("text", 13, 22),
    "guide": Role("text", 10.5, 14.5, after=6),
    "guide-label": Role("text", 10, 14, 700, "accent"),
    "guide-lesson": Role("display", 28, 34, 600),
    "guide-question": Role("display", 14, 19, 400, "accent"),
    "guide-cell": Role("text", 10, 13.5),
}

WHOLE_ROLES: Mapping[str, Role] = {
    **ROLES,
    "poster-title": Role("display", 40, 46, 600),
    "poster-subtitle": Role("display", 21, 26, 400, "muted"),
    "poster-key": Role("text", 12, 15, 700),
    "poster-half-term": Role("display", 17, 21, 600),
    "poster-subject": Role("display", 14.5, 18, 600, "white"),
    "poster-topic": Role("display", 18, 23, 600),
    "poster-question": Role("text", 13.4, 18.4),
    "poster-words": Role("text", 11, 14, 700),
    "poster-empty": Role("text", 12.5, 17, 400, "muted"),
    "poster-traveller": Role("text", 12.5, 16, 700),
    "poster-note": Role("text", 10.5, 14, 400, "muted"),
    "lane-topic": Role("display", 15, 19, 600),
    "lane-subject": Role("text", 10.5, 14, 700),
    "progression-title": Role("display", 26, 32, 600),
    "progression-topic": Role("display", 14, 18, 600),
    "progression-time": Role("text", 10, 14, 400, "muted"),
    "progression-note": Role("text", 11, 16, after=6),
    "progression-cell": Role("text", 10, 13.5),
}
"""The roles of what belongs to the whole programme."""
