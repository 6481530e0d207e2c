"""The PDF renderers, as the table of renderers names them."""

from __future__ import annotations

from collections.abc import Mapping

from packager.document.booklet import Booklet
from packager.document.curriculum_map import CurriculumMap
from packager.document.progression import Progression
from packager.document.teacher_guide import TeacherGuide
from packager.document.vocabulary_sheet import VocabularySheet
from packager.document.year_timeline import YearTimeline
from packager.render.pdf.arrange import arrange_booklet, arrange_vocabulary
from packager.render.pdf.fitted import fittings
from packager.render.pdf.guide import arrange_guide
from packager.render.pdf.whole import arrange_poster, arrange_progression
from packager.render.pdf.write import write_pdf, write_pdf_with_layout
from packager.render.pdf.year_timeline import arrange_year_timeline
from packager.render.renderer import Context, Rendered


def render_booklet(booklet: Booklet, context: Context) -> Rendered:
    """The booklet as PDF, with the page of each block, chapter (`lesson-1` to `lesson-1/end`), `cover` and `credits`."""
    pages = arrange_booklet(booklet, context)
    content, layout = write_pdf_with_layout(pages, context)
    return Rendered(content, _page_map(booklet, layout.pages), pages.troubles, fittings=fittings(layout))


def render_vocabulary(sheet: VocabularySheet, context: Context) -> Rendered:
    """The vocabulary sheet as PDF."""
    return Rendered(write_pdf(arrange_vocabulary(sheet, context), context))


def render_teacher_guide(guide: TeacherGuide, context: Context) -> Rendered:
    """The teacher guide as PDF."""
    return Rendered(write_pdf(arrange_guide(guide, context), context))


def render_poster(document: CurriculumMap, context: Context) -> Rendered:
    """The map of each year as a poster."""
    return Rendered(write_pdf(arrange_poster(document, context), context))


def render_year_timeline(document: YearTimeline, context: Context) -> Rendered:
    """The timeline of a year as a poster."""
    return Rendered(write_pdf(arrange_year_timeline(document, context), context))


def render_progression(document: Progression, context: Context) -> Rendered:
    """The progression of vocabulary as a table a topic."""
    return Rendered(write_pdf(arrange_progression(document, context), context))


def _page_map(booklet: Booklet, places: Mapping[str, int]) -> dict[str, int]:
    """The page of each id, and for each chapter its last page: the one before whatever begins next."""
    pages = {id: page for id, page in places.items() if id != "end"}
    after = pages.get("credits", places["end"] + 1)
    for chapter in reversed(booklet.chapters):
        pages[f"{chapter.id}/end"] = after - 1
        after = pages[chapter.id]
    return pages
