"""What stands on every page, and what the file says of itself."""

from __future__ import annotations

from packager.document.nodes import Imprint
from packager.render.docx.arranged import Field, Paragraph, Picture, Properties, Tab
from packager.render.docx.text import texts

BAND = Picture("pattern:band", 190, 3, None, at=(10, 10), behind=True)
"""The pattern of the subject across the head of a page."""
PAUSE = Picture("icon:pause", 5, 5, None, style="Icon")
"""The sign of a pause, in a line of text."""


def header(title: str) -> tuple[Paragraph, ...]:
    """The band and the running head."""
    return (Paragraph("header", (BAND, *texts(title))),)


def running_header(code: str, title: str) -> tuple[Paragraph, ...]:
    """As `header`, with a field that follows the title as it is edited."""
    return (Paragraph("header", (BAND, Field(code, title))),)


def footer(imprint: Imprint, title: str) -> tuple[Paragraph, ...]:
    """Title, subject, year, rights and the page number."""
    rest = f"   {imprint.subject_title}, Year {imprint.year}" + (f"   ·   {imprint.rights}" if imprint.rights else "")
    return (Paragraph("footer", (*texts(title, "Footer title"), *texts(rest), Tab(), Field("PAGE", "1", "page number"))),)


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


def running_sheet_header(title: str) -> tuple[Paragraph, ...]:
    """As `header`, on pages whose header also keeps the text down."""
    return (Paragraph("Sheet header", (BAND, *texts(title))),)
