"""Booklets, vocabulary sheets and teacher guides as Word files: the entry points of this format."""

from __future__ import annotations

from packager.document.booklet import Booklet
from packager.document.teacher_guide import TeacherGuide
from packager.document.vocabulary_sheet import VocabularySheet
from packager.render.docx.arrange import arrange_booklet
from packager.render.docx.arranged import Arranged
from packager.render.docx.editions import in_edition, laid_out_in
from packager.render.docx.guide import arrange_guide
from packager.render.docx.guide_styles import guide_styles
from packager.render.docx.pictures import Pictures, pictures_in
from packager.render.docx.sheet import arrange_sheet
from packager.render.docx.sheet_styles import sheet_styles
from packager.render.docx.style import Style
from packager.render.docx.styles import booklet_styles
from packager.render.docx.template import template
from packager.render.docx.write import write
from packager.render.renderer import Context, Rendered


def render_booklet(booklet: Booklet, context: Context) -> Rendered:
    """The booklet to edit in Word, its contents filled in with the pages in `context.pages`."""
    return _rendered(arrange_booklet(booklet, context), booklet_styles(context.look, booklet.imprint.year, context.edition), context)


def render_vocabulary(sheet: VocabularySheet, context: Context) -> Rendered:
    """The vocabulary sheet with its word quiz."""
    return _rendered(arrange_sheet(sheet, context.edition), sheet_styles(context.look, context.edition), context)


def render_teacher_guide(guide: TeacherGuide, context: Context) -> Rendered:
    """The teacher guide, in columns that Word keeps."""
    return _rendered(arrange_guide(guide, context), guide_styles(context.look), context)


def _rendered(arranged: Arranged, styles: tuple[Style, ...], context: Context) -> Rendered:
    arranged = laid_out_in(context.edition, arranged)
    empty = template(in_edition(styles, context.edition, context.look), context.look, arranged.properties.language)
    troubles = tuple(trouble for picture in pictures_in(arranged) if picture.drawn for trouble in picture.drawn.troubles)
    return Rendered(write(arranged, empty, Pictures(arranged, context)), troubles=troubles)
