"""The styles of the vocabulary sheet and its word quiz as data."""

from __future__ import annotations

from packager.render.docx.common_styles import TINY, common_styles, footer
from packager.render.docx.style import Border, CharacterStyle, ParagraphStyle, Part, Stop, Style, TableStyle
from packager.render.editions import STANDARD, Edition
from packager.render.look import WHITE, Look
from packager.render.margins import margins


def sheet_styles(look: Look, edition: Edition = STANDARD) -> tuple[Style, ...]:
    """The styles of the vocabulary sheet and its word quiz."""
    measure = margins(edition, "sheet").measure
    return (*common_styles(look, measure, size=12, pitch=17), *_sheet(look, measure), *_quiz(look))


def _sheet(look: Look, measure: float) -> tuple[Style, ...]:
    ink, muted, accent = look.colours.ink, look.colours.muted, look.accent
    return (
        ParagraphStyle("Panel kicker", size=11, pitch=15, bold=True, colour=look.t2, before=10, after=10, left=10),
        ParagraphStyle("heading 1", next="heading 2", font="display", size=26, pitch=32, bold=True, keep_next=True, outline=0),
        ParagraphStyle(
            "Sheet title",
            "heading 1",
            next="heading 2",
            size=26,
            pitch=32,
            colour=WHITE,
            before=0,
            after=0,
            left=10,
            first=0,
            page_break_before=False,
        ),
        ParagraphStyle(
            "heading 2",
            next="Normal",
            font="display",
            size=16,
            pitch=22,
            bold=True,
            colour=ink,
            before=16,
            after=5,
            keep_next=True,
            outline=1,
        ),
        ParagraphStyle("Sheet header", "header", before=15, after=11),
        footer("Sheet footer", look, measure),
        CharacterStyle("Section letter", font="text", colour=WHITE, fill=accent, bold=True, padding=3),
        ParagraphStyle("Carrier picture", size=TINY, after=0),
        ParagraphStyle("Term", "Table Text", size=12.5, bold=True, keep_lines=True),
        ParagraphStyle("Translation", "Table Text", size=10.5, pitch=15, colour=muted, before=2),
        ParagraphStyle("Long sheet title", "Sheet title", next="heading 2", size=20, pitch=26),
        TableStyle("Sheet panel", across=0, down=0, fill=accent),
        TableStyle("Met before", fill=look.t1, parts=(Part("firstRow", fill=look.t2),)),
    )


def _quiz(look: Look) -> tuple[Style, ...]:
    accent, frame = look.accent, 1.0
    sides = tuple(Border(side, frame, accent, 9) for side in ("top", "left", "bottom", "right"))
    return (
        ParagraphStyle("Instruction", size=11.5, pitch=16, colour=look.colours.muted, after=8, keep_next=True),
        ParagraphStyle("Match word", "Table Text", size=12.5, bold=True),
        ParagraphStyle("Match box", "Table Text", align="center"),
        ParagraphStyle("Match dots", "Table Text", size=14, colour=accent, stops=(Stop(11, "right"),)),
        ParagraphStyle(
            "Word bank", size=12.5, pitch=20, bold=True, align="center", before=12, after=16, left=3.5, right=3.5, borders=sides
        ),
        ParagraphStyle("Gap sentence", "List Number", size=12.5, pitch=20, after=9, keep_lines=True),
        CharacterStyle("Gap", colour=look.colours.muted),
        TableStyle(
            "Match",
            down=1.6,
            between=Border("top", 8.5, WHITE),
            parts=(Part("firstCol", fill=look.t2), Part("lastCol", fill=look.t1)),
        ),
    )
