"""The styles of the teacher guide as data."""

from __future__ import annotations

from packager.render.docx.common_styles import TINY, common_styles, footer
from packager.render.docx.style import Border, ParagraphStyle, Stop, Style, TableStyle
from packager.render.look import WHITE, Look

SIZE, PITCH = 10.5, 14.5
FULL = 170.0
"""Millimetres: the measure of both columns."""
NUMBER = 15.0
"""Millimetres: how far a lesson's title stands in, beside its number."""


def guide_styles(look: Look) -> tuple[Style, ...]:
    """Text of 10.5 points in columns of 81 mm, under accent rules."""
    return (*common_styles(look, measure=FULL, size=SIZE, pitch=PITCH), *_titles(look), *_sections(look))


def _titles(look: Look) -> tuple[Style, ...]:
    ink, accent = look.colours.ink, look.accent
    return (
        ParagraphStyle("heading 1", next="Guide text", font="display", size=28, pitch=34, bold=True, colour=ink, keep_next=True, outline=0),
        ParagraphStyle(
            "Lesson title", "heading 1", next="Lesson question", size=28, pitch=34, colour=ink, before=6, after=2,
            left=NUMBER, first=-NUMBER, stops=(Stop(NUMBER),), page_break_before=False,
        ),
        ParagraphStyle("Lesson question", font="display", size=14, pitch=19, colour=accent, after=10, left=NUMBER, keep_next=True),
        ParagraphStyle("Plain title", "Lesson title", next="Guide text", left=0, first=0, after=10),
        ParagraphStyle("Panel kicker", size=11, pitch=15, bold=True, colour=look.t2, before=10, after=10, left=10),
        ParagraphStyle(
            "Guide title", "heading 1", next="Guide text", size=24, pitch=30, colour=WHITE,
            before=0, after=0, left=10, first=0, page_break_before=False,
        ),
        ParagraphStyle("Long guide title", "Guide title", next="Guide text", size=18, pitch=24),
        ParagraphStyle("Sheet header", "header", before=15, after=11),
        footer("Sheet footer", look, measure=FULL),
        ParagraphStyle("Below panel", size=TINY, pitch=14, after=0),
        ParagraphStyle("Carrier picture", size=TINY, after=0),
        TableStyle("Sheet panel", across=0, down=0, fill=accent),
    )  # fmt: skip


def _sections(look: Look) -> tuple[Style, ...]:
    """Labels in the accent, those of sections under a rule. `heading 2` gives them their level in the outline."""
    label = {"font": "text", "size": 10.0, "pitch": 14.0, "bold": True, "colour": look.accent, "keep_next": True}
    rule = (Border("top", 0.75, look.accent, 5),)
    return (
        ParagraphStyle("Guide text", size=SIZE, pitch=PITCH),
        ParagraphStyle("Guide bullet", "List Bullet", size=SIZE, pitch=PITCH),
        ParagraphStyle("heading 2", next="Guide text", outline=1, **label),  # type: ignore[arg-type]
        ParagraphStyle("Guide heading", "heading 2", next="Guide text", before=13, after=3, borders=rule, **label),  # type: ignore[arg-type]
        ParagraphStyle("Column heading", "Guide heading", next="Guide text", before=0),
        ParagraphStyle("Box heading", next="Box text", before=0, after=3, outline=1, **label),  # type: ignore[arg-type]
        ParagraphStyle("Box text", "Guide text", after=0),
        ParagraphStyle("Pair label", "Guide text", bold=True, after=1),
        ParagraphStyle("Pair text", "Guide text", after=1),
        ParagraphStyle("Guide cell", size=10, pitch=13.5, after=0),
        TableStyle("In short", across=5, down=4, fill=look.t1),
        TableStyle("Pairs", across=0, down=0),
    )
