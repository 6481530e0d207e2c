"""The styles of the teacher guide as data."""

from __future__ import annotations

from packager.render.docx.common_styles import TINY, common_styles
from packager.render.docx.style import Border, ParagraphStyle, Stop, Style, TableStyle
from packager.render.look import WHITE, Look

NUMBER = 15.0
"""Millimetres: how far a lesson's title stands in, beside its number."""


def guide_styles(look: Look) -> tuple[Style, ...]:
    """Text of 10.5 points in columns of 81 mm, under accent rules."""
    return (*common_styles(look, measure=170, size=10.5, pitch=14.5), *_titles(look), *_sections(look))


def _titles(look: Look) -> tuple[Style, ...]:
    heading = ParagraphStyle(
        "heading 1",
        next="Question",
        font="display",
        size=28,
        pitch=34,
        bold=True,
        colour=look.colours.ink,
        before=6,
        after=2,
        left=NUMBER,
        first=-NUMBER,
        stops=(Stop(NUMBER),),
        keep_next=True,
        outline=0,
    )
    return (
        heading,
        ParagraphStyle("Plain title", "heading 1", next="Normal", left=0, first=0, after=10),
        ParagraphStyle("Question", font="display", size=14, pitch=19, colour=look.accent, after=10, left=NUMBER, keep_next=True),
        ParagraphStyle("Kicker", size=11, pitch=15, bold=True, colour=look.t2, before=10, after=10, left=10),
        ParagraphStyle("Guide title", "heading 1", next="Normal", size=24, pitch=30, colour=WHITE, before=0, after=0, left=10, first=0),
        ParagraphStyle("Long guide title", "Guide title", next="Normal", size=18, pitch=24),
        ParagraphStyle("Sheet header", "header", before=15, after=11),
        ParagraphStyle("After box", size=TINY, pitch=14, after=0),
        ParagraphStyle("Carrier picture", size=TINY, after=0),
        TableStyle("Sheet panel", across=0, down=0, fill=look.accent),
    )


def _sections(look: Look) -> tuple[Style, ...]:
    label = {"size": 10.0, "pitch": 14.0, "bold": True, "colour": look.accent, "keep_next": True, "outline": 1}
    rule = (Border("top", 0.75, look.accent, 5),)
    return (
        ParagraphStyle("heading 2", next="Normal", before=13, after=3, borders=rule, **label),  # type: ignore[arg-type]
        ParagraphStyle("Column heading", "heading 2", next="Normal", before=0),
        ParagraphStyle("Box heading", next="Box text", before=0, after=3, **label),  # type: ignore[arg-type]
        ParagraphStyle("Box text", after=0),
        ParagraphStyle("Pair label", bold=True, after=1),
        ParagraphStyle("Pair text", after=1),
        ParagraphStyle("Guide cell", size=10, pitch=13.5, after=0),
        TableStyle("In short", across=5, down=4, fill=look.t1),
        TableStyle("Pairs", across=0, down=0),
    )
