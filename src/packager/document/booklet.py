"""The pupil booklet: cover, contents, a chapter a lesson, picture credits. It holds no answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from packager.document.chapter import Chapters, image
from packager.document.imprint import imprint
from packager.document.in_time import in_time
from packager.document.nodes import Block, Drawing, Figure, Image, Imprint, Pause
from packager.model.lesson import Lesson
from packager.model.topic import Topic
from packager.sequence.teaching import Teaching

DRAWN_CREDIT = "Drawn from this lesson’s own text"
MAP_CREDIT = "Coasts and rivers: Natural Earth, public domain"


@dataclass(frozen=True, slots=True)
class Chapter:
    """One lesson's chapter; it starts on a new page below its `opening` picture, if it has one."""

    id: str
    number: int
    title: str
    question: str | None
    opening: Image | None
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Credit:
    """A line of the picture credits: which picture (by the id of its block), its name and its credit."""

    id: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Booklet:
    """The pupil booklet of one topic."""

    imprint: Imprint
    cover: Image | None
    chapters: tuple[Chapter, ...]
    credits: tuple[Credit, ...]


def compose_booklet(teaching: Teaching, topic: Topic, shared: Chapters | None = None) -> Booklet:
    """The booklet of a topic, with one chapter for each of its lessons; `shared` has what is worked out already."""
    blocks = shared or Chapters(topic)
    chapters = tuple(_chapter(lesson, blocks.of(lesson)) for lesson in topic.lessons)
    chapters = _with_time(chapters, in_time(teaching, topic, f"Timeline {_timelines(chapters) + 1}"))
    cover = image(topic.file, topic.cover) if topic.cover else None
    return Booklet(imprint(teaching.curriculum, topic), cover, chapters, tuple(_credits(cover, chapters)))


def _with_time(chapters: tuple[Chapter, ...], blocks: tuple[Block, ...]) -> tuple[Chapter, ...]:
    """The chapters, the last of them with `blocks` at its end."""
    return (*chapters[:-1], *(replace(chapter, blocks=(*chapter.blocks, *blocks)) for chapter in chapters[-1:]))


def _timelines(chapters: tuple[Chapter, ...]) -> int:
    return sum(isinstance(block, Drawing) and block.kind == "timeline" for chapter in chapters for block in chapter.blocks)


def _chapter(lesson: Lesson, blocks: tuple[Block, ...]) -> Chapter:
    opening = image(lesson.file, lesson.opening) if lesson.opening else None
    for_pupils = tuple(map(_for_pupils, blocks))
    return Chapter(f"lesson-{lesson.number}", lesson.number, lesson.title, lesson.question, opening, for_pupils)


def _for_pupils(block: Block) -> Block:
    return replace(block, answer=None) if isinstance(block, Pause) else block


def _credits(cover: Image | None, chapters: tuple[Chapter, ...]) -> Iterator[Credit]:
    if cover:
        yield Credit("cover", "Cover", cover.credit)
    for chapter in chapters:
        if chapter.opening:
            yield Credit(chapter.id, f"Chapter {chapter.number}, opening", chapter.opening.credit)
        for block in chapter.blocks:
            if isinstance(block, Figure | Drawing):
                yield Credit(block.id, block.label, credit_line(block))


def credit_line(block: Figure | Drawing) -> str:
    """The credit of a picture or drawing; a drawing without one is made from the lesson's own text."""
    if isinstance(block, Figure):
        return block.image.credit
    own = MAP_CREDIT if block.kind == "map" else DRAWN_CREDIT
    return block.credit or (block.image.credit if block.image else "") or own
