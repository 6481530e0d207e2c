"""What a teacher takes to a lesson: the booklet's pages, the deck, and what its author asks for."""

from __future__ import annotations

from packager.document.guide_lesson import GuideLesson
from packager.render.renderer import Context


def needs(lesson: GuideLesson, context: Context) -> tuple[str, ...]:
    """A line each; pages and slides only where they have been counted."""
    deck = f"Deck: lesson {lesson.number}"
    slides = context.slides.get(lesson.id)
    materials = (material[:1].upper() + material[1:] for material in lesson.materials)
    return (*_pages(lesson, context), f"{deck} ({slides} slides)" if slides else deck, *materials)


def _pages(lesson: GuideLesson, context: Context) -> tuple[str, ...]:
    first, last = context.pages.get(lesson.id), context.pages.get(f"{lesson.id}/end")
    if not first or not last:
        return ()
    return (f"Booklet pages {first} to {last}",) if last > first else (f"Booklet page {first}",)
