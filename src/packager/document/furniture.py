"""What the theme puts at the foot of pages and slides, filled in for one topic or lesson. Formats join the parts."""

from __future__ import annotations

from packager.document.nodes import Imprint
from packager.model.line import filled


def page_footer(imprint: Imprint) -> tuple[str, ...]:
    """The parts of the foot of a page, behind the title of the file."""
    return filled(imprint.furniture.footer, _of_pages(imprint))


def slide_footer(imprint: Imprint, lesson: int, title: str) -> tuple[str, ...]:
    """The parts of the foot of a slide of a lesson."""
    return filled(imprint.furniture.slide_footer, {**_of_pages(imprint), "lesson": str(lesson), "title": title})


def _of_pages(imprint: Imprint) -> dict[str, str]:
    return {
        "programme": imprint.programme,
        "publisher": imprint.publisher,
        "licence": imprint.licence,
        "rights": imprint.rights,
        "topic": imprint.title,
        "subject": imprint.subject_title,
        "year": str(imprint.year),
        "half_term": imprint.half_term,
    }
