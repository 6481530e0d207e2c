"""What stands on every page, and what the file says of itself."""

from __future__ import annotations

from packager.document.furniture import page_footer
from packager.document.nodes import Imprint
from packager.render.docx.arranged import Field, Paragraph, Picture, Properties, Tab
from packager.render.docx.text import texts

SHEET_HEADER, SHEET_FOOTER = "Sheet header", "Sheet footer"
"""The styles of sheets and guides, whose measure is wider and whose header also keeps the text down."""

BAND = Picture("pattern:band", 190, 3, None, at=(10, 10), behind=True)
"""The pattern of the subject across the head of a page."""
PAUSE = Picture("icon:pause", 5, 5, None, style="Icon")
"""The sign of a pause, in a line of text."""


def header(imprint: Imprint, title: str, style: str = "header") -> tuple[Paragraph, ...]:
    """The band and, where the theme wants it, the running head."""
    return (Paragraph(style, (BAND, *(texts(title) if imprint.furniture.running_heads else ()))),)


def running_header(imprint: Imprint, code: str, title: str) -> tuple[Paragraph, ...]:
    """As `header`, with a field that follows the title as it is edited."""
    return (Paragraph("header", (BAND, *((Field(code, title),) if imprint.furniture.running_heads else ()))),)


def footer(imprint: Imprint, title: str, style: str = "footer") -> tuple[Paragraph, ...]:
    """The title, what the theme puts behind it, and the page number."""
    rest = "   ·   ".join(page_footer(imprint))
    number = (Tab(), Field("PAGE", "1", "page number")) if imprint.furniture.page_numbers else ()
    return (Paragraph(style, (*texts(title, "Footer title"), *texts(f"   {rest}" if rest else ""), *number)),)


def opening_picture(path: str, alt: str | None, height: float, focus: float = 0.5) -> Paragraph:
    """A picture across the head of the page, with the band below it."""
    picture = Picture(path, 190, height, alt, at=(10, 10), focus=focus)
    return Paragraph("Opening picture", (picture, Picture("pattern:band", 190, 5, None, at=(10, 10 + height))))


def properties(imprint: Imprint, title: str) -> Properties:
    """The properties of the file of a topic."""
    subject = ", ".join(imprint.kicker)
    return Properties(
        title=title,
        subject=f"{imprint.programme}: {subject}",
        author=imprint.publisher,
        licence=imprint.licence,
        licence_url=imprint.licence_url,
        language=imprint.language,
        identifier=imprint.topic,
        date=imprint.date,
    )
