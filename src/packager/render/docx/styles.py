"""The styles of the pupil booklet as data, after the design's table of paper roles. Built-in names keep Word's own."""

from __future__ import annotations

from packager.render.docx.common_styles import TINY, common_styles
from packager.render.docx.style import Border, CharacterStyle, ParagraphStyle, Stop, Style, TableStyle
from packager.render.editions import STANDARD, Edition
from packager.render.look import WHITE, Look
from packager.render.margins import margins

YOUNG = 4
"""The last year in which the body is larger."""
INSET = 19.8
"""Points: 7 mm, the inset of text in boxes."""


def booklet_styles(look: Look, year: int, edition: Edition = STANDARD) -> tuple[Style, ...]:
    """The styles of the pupil booklet; the body is larger in Years 3 and 4."""
    size, pitch = (13.5, 20.0) if year <= YOUNG else (12.5, 19.0)
    measure = margins(edition, "booklet").measure
    return (
        *common_styles(look, measure=measure, size=size, pitch=pitch),
        *_cover(look),
        *_contents(look, measure, edition),
        *_chapter(look),
        *_boxes(look),
    )


def _cover(look: Look) -> tuple[Style, ...]:
    return (
        ParagraphStyle("Cover picture", size=TINY, after=0, keep_next=True),
        ParagraphStyle("Kicker", size=13, pitch=18, bold=True, colour=look.t2, before=26, after=10, left=13, right=13),
        ParagraphStyle("Title", font="display", size=50, pitch=55, bold=True, colour=WHITE, after=10, left=13, right=13),
        ParagraphStyle("Long title", "Title", size=34, pitch=40),
        ParagraphStyle("Subtitle", font="display", size=19, pitch=24, colour=look.t2, after=0, left=13, right=50),
        ParagraphStyle("Name strip", size=11, pitch=14, before=10, colour=look.colours.muted, after=0, left=4),
        ParagraphStyle("Own picture", size=10.5, pitch=15, before=6, after=0, left=4, colour=look.colours.muted),
        TableStyle("Cover panel", across=0, down=0, fill=look.accent),
    )


def _contents(look: Look, measure: float, edition: Edition) -> tuple[Style, ...]:
    ink, muted, rule = look.colours.ink, look.colours.muted, look.colours.rule
    line, page = (Border("top", 0.5, rule, 9),), (Stop(measure, "right"),)
    return (
        ParagraphStyle("TOC Heading", font="display", size=34, pitch=40, bold=True, before=0, after=11, keep_next=True),
        ParagraphStyle(
            "toc 1",
            font="display",
            size=16,
            pitch=25,
            bold=True,
            colour=ink,
            after=0,
            left=CONTENTS_INDENT,
            first=-CONTENTS_INDENT,
            borders=line,
            stops=page,
            keep_next=True,
        ),
        ParagraphStyle("toc 2", size=12, pitch=16, colour=muted, after=4, left=CONTENTS_INDENT, right=14),
        ParagraphStyle("toc 3", size=12, pitch=18, colour=muted, after=32, left=CONTENTS_INDENT, borders=_over(rule), stops=page),
        ParagraphStyle(
            "Key",
            size=10.5,
            pitch=17,
            after=4,
            left=7,
            right=7,
            fill=look.t1,
            borders=_box(look.t1, look.t1, 11),
            stops=(Stop(30),) if edition.reflowed else (Stop(18), Stop(72), Stop(85)),
        ),
        ParagraphStyle("Key heading", "Key", next="Key", pitch=15, bold=True, colour=look.accent, after=6, keep_next=True),
        CharacterStyle("Contents number", font="text", size=22, bold=True, colour=look.accent),
        CharacterStyle("Contents page", font="text", size=14, bold=True, colour=look.accent),
    )


CONTENTS_INDENT = 8.7
"""Millimetres: the width of `1. ` in the style of contents numbers."""
CHAPTER_INDENT = 13.3
"""Millimetres: the width of `1. ` in the style of Heading 1, whose figures are all equally wide."""


def _over(rule: str) -> tuple[Border, ...]:
    """A line above that reaches out to the left margin, past the indent, by an unseen border there."""
    return (Border("top", 0.5, rule, 9), Border("left", 0.5, WHITE, CONTENTS_INDENT * 72 / 25.4))


def _chapter(look: Look) -> tuple[Style, ...]:
    ink, accent = look.colours.ink, look.accent
    return (
        ParagraphStyle(
            "heading 1",
            next="Question",
            font="display",
            size=34,
            pitch=40,
            bold=True,
            colour=ink,
            before=8,
            after=4,
            first=-CHAPTER_INDENT,
            keep_next=True,
            keep_lines=True,
            page_break_before=True,
            outline=0,
        ),
        ParagraphStyle("Credits heading", "heading 1", next="Body Text", size=24, pitch=30, first=0, after=12),
        ParagraphStyle(
            "heading 2",
            next="Body Text",
            font="display",
            size=16,
            pitch=22,
            bold=True,
            colour=ink,
            before=14,
            after=6,
            keep_next=True,
            keep_lines=True,
            outline=1,
        ),
        ParagraphStyle(
            "Question", next="Body Text", font="display", size=17, pitch=24, colour=accent, after=16, keep_next=True, keep_lines=True
        ),
        ParagraphStyle("Opening picture", size=TINY, pitch=TINY, exact=True, after=0, keep_next=True),
        ParagraphStyle("Quote", font="display", size=14.5, pitch=22, left=7, right=7, after=8, line_numbers=True),
        ParagraphStyle("Figure", next="caption", pitch=12, before=6, after=0, keep_next=True),
        ParagraphStyle("caption", next="Body Text", size=10.5, pitch=15, before=6, after=15, keep_lines=True),
        ParagraphStyle("Caption and hint", "caption", next="Hint", after=3, keep_next=True),
        ParagraphStyle("Hint", "caption", before=0),
        ParagraphStyle("Table title", size=11.5, pitch=16, bold=True, before=6, after=5, keep_next=True),
        ParagraphStyle("After table", size=4, pitch=12, after=0),
    )


def _box(ground: str, bar: str, down: float) -> tuple[Border, ...]:
    """Four borders that widen the shaded ground around the text; the left one may be a bar (2 mm at most)."""
    thick = 0.5 if bar == ground else 5.67
    return (
        Border("top", 0.5, ground, down),
        Border("left", thick, bar, INSET),
        Border("bottom", 0.5, ground, down),
        Border("right", 0.5, ground, INSET),
    )


def _boxes(look: Look) -> tuple[Style, ...]:
    muted, accent = look.colours.muted, look.accent
    over = (Border("top", 1.2, accent, 0),)
    side = (Border("left", 0.5, WHITE, INSET), Border("right", 0.5, WHITE, INSET), Border("bottom", 1.2, accent, 11))
    return (
        ParagraphStyle(
            "Pause question",
            next="Pause how",
            font="display",
            size=15,
            pitch=21,
            after=0,
            left=8.5,
            right=7,
            keep_next=True,
            keep_lines=True,
            fill=look.t1,
            borders=_box(look.t1, accent, 13),
        ),
        ParagraphStyle("Pause label", "Pause question", font="text", size=11, pitch=18, bold=True, colour=accent, before=20, after=3),
        ParagraphStyle("Pause end", "Pause question", next="Body Text", after=28, keep_next=False),
        ParagraphStyle("Pause how", "Pause end", font="text", size=11.5, pitch=16, colour=muted, before=3),
        ParagraphStyle("After box", size=TINY, pitch=TINY, after=0),
        ParagraphStyle("Source label", next="Source", size=10.5, pitch=12, bold=True, before=12, after=5, keep_next=True, borders=over),
        ParagraphStyle(
            "Source", font="display", size=14.5, pitch=22, after=3, left=7, right=7, keep_lines=True, keep_next=True, borders=side
        ),
        ParagraphStyle("Source end", "Source", next="Body Text", after=26, keep_next=False),
        ParagraphStyle("Source attribution", "Source end", font="text", size=10.5, pitch=15, colour=muted),
        CharacterStyle("Tag", colour=WHITE, fill=accent),
    )
