"""What changed between two versions, as a Word file for teachers."""

from __future__ import annotations

from collections.abc import Iterator

from packager.document.change_notes import ChangeNotes, LessonNotes, Noted, TopicNotes
from packager.model.theme import ThemeFile
from packager.render.docx.arranged import Arranged, Block, Field, Page, Paragraph, Properties, Section, Tab
from packager.render.docx.common_styles import common_styles
from packager.render.docx.pictures import Pictures
from packager.render.docx.style import ParagraphStyle, Style
from packager.render.docx.template import own_template
from packager.render.docx.text import paragraph, texts
from packager.render.docx.write import write
from packager.render.look import Look
from packager.render.media import Media
from packager.render.renderer import Context

ACCENT = "#2F4858"
"""A colour of no subject, for notes speak of all."""
PAGE = Page(left=25, right=25, top=22, bottom=24, footer_at=10.5)


def render_change_notes(notes: ChangeNotes, heading: str, theme: ThemeFile) -> bytes:
    """The notes below `heading`, topic by topic."""
    look = Look(theme, ACCENT)
    arranged = arrange_change_notes(notes, heading)
    template = own_template(_styles(look), look, notes.language)
    return write(arranged, template, Pictures(arranged, Context(look, Media(_no_media))))


def arrange_change_notes(notes: ChangeNotes, heading: str) -> Arranged:
    """The notes as Word shall hold them."""
    blocks = (paragraph("heading 1", heading), *(block for topic in notes.topics for block in _topic(topic)))
    nothing = () if notes.topics else (paragraph("Normal", "Nothing changed."),)
    foot = (Paragraph("footer", (*texts(notes.title, "Footer title"), Tab(), Field("PAGE", "1", "page number"))),)
    said = Properties(f"{notes.title}: {heading}", heading, notes.publisher, "", None, notes.language, "changes", notes.date)
    return Arranged(said, (Section(PAGE, (*blocks, *nothing, Paragraph("Carrier")), (), foot),))


def _topic(topic: TopicNotes) -> Iterator[Block]:
    yield paragraph("heading 2", topic.title)
    yield paragraph("Place", topic.place)
    for lesson in topic.lessons:
        yield from _lesson(lesson)


def _lesson(lesson: LessonNotes) -> Iterator[Block]:
    if lesson.title:
        yield paragraph("heading 3", lesson.title)
    for noted in lesson.changes:
        yield from _noted(noted)


def _noted(noted: Noted) -> Iterator[Block]:
    yield paragraph("List Bullet", [*texts(f"{noted.happened.capitalize()}: ", "Strong"), *texts(noted.subject)])
    both = noted.before is not None and noted.after is not None
    if noted.before is not None:
        yield paragraph("Said", [*texts("Before: " if both else "", "Label"), *texts(" ".join(noted.before.split()))])
    if noted.after is not None:
        yield paragraph("Said", [*texts("Now: " if both else "", "Label"), *texts(" ".join(noted.after.split()))])


def _styles(look: Look) -> tuple[Style, ...]:
    deep = look.deep
    return (
        *common_styles(look, measure=PAGE.measure, size=11, pitch=15),
        _heading(1, 24, 30, deep, before=0, after=10),
        _heading(2, 16, 21, deep, before=16, after=2),
        _heading(3, 12.5, 17, look.colours.ink, before=10, after=4),
        ParagraphStyle("Place", colour=look.colours.muted, after=6, keep_next=True),
        ParagraphStyle("Said", size=10.5, pitch=14, left=7, after=4),
    )


def _heading(level: int, size: float, pitch: float, colour: str, before: float, after: float) -> Style:
    return ParagraphStyle(
        f"heading {level}",
        next="Normal",
        font="display",
        size=size,
        pitch=pitch,
        bold=True,
        colour=colour,
        before=before,
        after=after,
        keep_next=True,
        outline=level - 1,
    )


def _no_media(path: str) -> bytes:
    raise FileNotFoundError(path)
