"""The measures of PDF pages as data: margins in millimetres, type sizes and pitches in points.

The templates take every size from here, so an edition is a change of these figures and no other template.
The figures are the design's (`docs/design.md`, paper).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

YOUNGER = (3, 4)
"""Years whose booklets are set in the larger of the two text sizes."""


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


@dataclass(frozen=True, slots=True)
class Margins:
    """The margins of an A4 page in millimetres."""

    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of a product's pages."""

    name: str
    margins: Margins
    roles: Mapping[str, Role]


ROLES: Mapping[str, Role] = {
    "cover-kicker": Role("text", 12.5, 16, 700, "t2"),
    "cover-title": Role("display", 50, 55, 600, "white"),
    "cover-question": Role("display", 19, 24, 400, "t2"),
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
    "tag": Role("text", 9.5, 12, 700, "white"),
    "cell": Role("text", 11.5, 15.5),
    "head-cell": Role("text", 9.5, 12, 700, "accent"),
    "table-title": Role("text", 11.5, 15.5, 700),
    "credit": Role("text", 10.5, 14),
    "line-number": Role("figures", 9.5, 12, 400, "muted"),
    "running-head": Role("text", 9.5, 12, 400, "muted"),
    "footer": Role("text", 8.5, 11, 400, "muted"),
    "page-number": Role("text", 12, 14, 700, "accent"),
    "sheet-kicker": Role("text", 10.5, 13, 700, "t2"),
    "sheet-title": Role("display", 25, 30, 600, "white"),
    "section": Role("display", 15, 20, 600),
    "word": Role("text", 12.5, 15.5, 700),
    "say": Role("text", 11, 15.5, 400, "muted"),
    "example": Role("text", 11.5, 15.5, 400, "muted"),
    "met": Role("text", 11, 15),
    "quiz-heading": Role("display", 16, 22, 600),
    "quiz-roundel": Role("text", 12, 14, 700, "white"),
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

BOOKLET_MARGINS = Margins(left=34, right=28, top=27, bottom=28)
GUIDE_MARGINS = Margins(left=20, right=20, top=24, bottom=24)
SHEET_MARGINS = Margins(left=20, right=20, top=22, bottom=24)
OLDER_BODY = Role("text", 12.5, 19, after=8)


def booklet_edition(year: int) -> Edition:
    """The standard edition of a booklet; from Year 5 on its text is one point smaller."""
    roles = ROLES if year in YOUNGER else {**ROLES, "body": OLDER_BODY}
    return Edition("standard", BOOKLET_MARGINS, roles)


def sheet_edition() -> Edition:
    """The standard edition of a vocabulary sheet."""
    return Edition("standard", SHEET_MARGINS, ROLES)


def guide_edition() -> Edition:
    """The standard edition of a teacher guide."""
    return Edition("standard", GUIDE_MARGINS, ROLES)
