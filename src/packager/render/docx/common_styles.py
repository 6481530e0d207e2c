"""The styles that all products share, as data. Built-in names keep Word's own."""

from __future__ import annotations

from packager.render.docx.style import Border, CharacterStyle, ParagraphStyle, Part, Stop, Style, TableStyle
from packager.render.look import Look

BULLETS, NUMBERS = 1, 2
"""The numbering definitions of the template."""
TINY = 1.0
"""Points: the size of paragraphs that only carry a picture or end a section."""


def common_styles(look: Look, measure: float, size: float, pitch: float) -> tuple[Style, ...]:
    """Text of `size` points on `pitch`, headers, footers and tables over `measure` millimetres, and the meanings of runs."""
    ink, muted, rule, accent = look.colours.ink, look.colours.muted, look.colours.rule, look.accent
    return (
        ParagraphStyle("Normal", None, font="text", size=size, colour=ink, pitch=pitch, before=0, after=8, line_numbers=False),
        ParagraphStyle("Body Text", line_numbers=True),
        ParagraphStyle("List Bullet", "Body Text", left=7, first=-7, numbering=(BULLETS, 0), after=4),
        ParagraphStyle("List Number", left=9, first=-9, numbering=(NUMBERS, 0)),
        ParagraphStyle("header", size=9.5, pitch=13, colour=muted, after=0, stops=(Stop(measure, "right"),)),
        footer("footer", look, measure),
        ParagraphStyle("Carrier", size=TINY, pitch=TINY, after=0),
        ParagraphStyle("Table Head", size=9.5, pitch=13, bold=True, colour=accent, after=0, keep_next=True),
        ParagraphStyle("Table Text", size=11.5, pitch=15.5, after=0),
        ParagraphStyle("Table Muted", "Table Text", colour=muted),
        TableStyle(
            "Curriculum Table",
            borders=(Border("bottom", 0.5, rule),),
            between=Border("top", 0.5, rule),
            parts=(Part("firstRow", fill=look.t2, borders=(Border("bottom", 0.9, accent),)),),
        ),
        ParagraphStyle("Credit", "Table Text", size=10, pitch=13.5),
        TableStyle(
            "Credits Table",
            down=1.1,
            borders=(Border("bottom", 0.5, rule),),
            between=Border("top", 0.5, rule),
            parts=(Part("firstRow", fill=look.t2, borders=(Border("bottom", 0.9, accent),)),),
        ),
        CharacterStyle("line number", font="text", size=9.5, colour=muted),
        CharacterStyle("page number", font="text", size=12, bold=True, colour=accent),
        CharacterStyle("Strong", bold=True),
        CharacterStyle("Emphasis", italic=True),
        CharacterStyle("Hyperlink"),
        CharacterStyle("New word", bold=True),
        CharacterStyle("Say it", checked=False),
        CharacterStyle("Icon", raised=-3),
        CharacterStyle("Label", bold=True, colour=accent),
        CharacterStyle("Chapter number", font="text", colour=accent),
        CharacterStyle("Footer title", bold=True, colour=accent),
    )


def footer(name: str, look: Look, measure: float) -> ParagraphStyle:
    """A line below a rule, with the page number at the right end of the measure."""
    stop, line = Stop(measure, "right"), Border("top", 0.5, look.colours.rule, 3)
    return ParagraphStyle(name, size=8.5, pitch=15, colour=look.colours.muted, after=0, stops=(stop,), borders=(line,))
