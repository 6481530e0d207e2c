"""The contents page: a field that is filled in already, and the key to the booklet's signs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from packager.document.booklet import Booklet, Chapter
from packager.render.docx.arranged import Block, Contents, Field, Group, Inline, Link, Paragraph, Tab
from packager.render.docx.furniture import PAUSE, opening_picture
from packager.render.docx.text import bookmark, paragraph, texts
from packager.render.editions import Edition
from packager.render.renderer import Context

CODE = r'TOC \o "1-1" \h \z \n 2-2 \t "Question,2,Credits heading,3"'
"""Chapters with page numbers, their questions without, and the credits (section 17.16.5.68)."""

COVER_FOCUS = 0.18
"""Covers are drawn with their horizon above the middle; this keeps it in the strip above the contents."""
ROOM_FOR_KEY = 6
"""Chapters: with more entries, each 19 mm, the key would stand on a page of its own."""


def contents(booklet: Booklet, context: Context) -> Iterator[Block]:
    """The head picture, the contents and the key."""
    if has_picture(context.edition):
        yield opening_picture(booklet.cover.path if booklet.cover else "pattern:tile", None, 50, COVER_FOCUS)
    entries = [entry for chapter in booklet.chapters for entry in _entries(chapter, context)]
    if booklet.credits:
        entries.append(_entry("toc 3", "credits", (), "Picture credits", page_of("credits", context, None)))
    yield Group("contents", (Contents(CODE, paragraph("TOC Heading", "Contents"), tuple(entries)),))
    if len(booklet.chapters) <= ROOM_FOR_KEY:
        yield Group("key", tuple(_key(context.edition)))


def has_picture(edition: Edition) -> bool:
    """Whether a picture stands above the contents: not where ink is saved, nor where large letters need its room."""
    return not (edition.outlined or edition.reflowed)


def page_of(id: str, context: Context, style: str | None) -> Field:
    """The page on which a block stands, from the laid-out booklet; Word can bring it up to date."""
    return Field(rf"PAGEREF {bookmark(id)} \h", str(context.pages.get(id, "")), style)


def _entries(chapter: Chapter, context: Context) -> Iterator[Paragraph]:
    number = texts(f"{chapter.number}. ", "Contents number")
    yield _entry("toc 1", chapter.id, number, chapter.title, page_of(chapter.id, context, "Contents page"))
    if chapter.question:
        yield Paragraph("toc 2", (Link(bookmark(f"{chapter.id}/question"), texts(chapter.question)),))


def _entry(style: str, id: str, number: tuple[Inline, ...], title: str, page: Field) -> Paragraph:
    """A line of the contents. Number and page stand beside the link, whose letters some programs set in its own style."""
    return Paragraph(style, (*number, Link(bookmark(id), texts(title)), Tab(), page))


def _key(edition: Edition) -> Iterator[Paragraph]:
    yield paragraph("Key heading", "How this booklet works")
    signs: tuple[tuple[tuple[Inline, ...], str], ...] = (
        (texts("15", "line number"), "a line number, to find the place"),
        ((PAUSE,), "pause, think and talk"),
        (texts("word", "New word"), "a new word, with how to say it"),
        (texts("Map 1", "Label"), "look closely before you read on"),
    )
    across = 1 if edition.reflowed else 2
    for start in range(0, len(signs), across):
        yield _key_line(signs[start : start + across])


def _key_line(signs: Iterable[tuple[tuple[Inline, ...], str]]) -> Paragraph:
    pieces = [piece for sign, means in signs for piece in (Tab(), *sign, Tab(), *texts(means))]
    return Paragraph("Key", tuple(pieces[1:]))
