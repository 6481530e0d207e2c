"""Booklets, vocabulary sheets and teacher guides as Word files: the entry points of this format."""

from __future__ import annotations

from packager.document.booklet import Booklet
from packager.document.teacher_guide import TeacherGuide
from packager.document.vocabulary_sheet import VocabularySheet
from packager.render.docx.arrange import arrange_booklet
from packager.render.docx.coarse import coarse_pictures
from packager.render.docx.editions import laid_out_in
from packager.render.docx.guide import arrange_guide
from packager.render.docx.pictures import Pictures
from packager.render.docx.sheet import arrange_sheet
from packager.render.docx.templates import template_for
from packager.render.docx.write import write
from packager.render.editions import STANDARD
from packager.render.renderer import Context, Rendered
from packager.render.undisturbed import undisturbed


@undisturbed()
def render_booklet(booklet: Booklet, context: Context) -> Rendered:
    """The booklet to edit in Word, its contents filled in with the pages in `context.pages`."""
    template = template_for("booklet", context, booklet.imprint.language, booklet.imprint.year)
    arranged = arrange_booklet(booklet, context)
    pictures = Pictures(arranged, context)
    found = coarse_pictures(pictures) if context.edition == STANDARD else ()
    return Rendered(write(arranged, template, pictures), troubles=(*pictures.troubles(), *found))


@undisturbed()
def render_vocabulary(sheet: VocabularySheet, context: Context) -> Rendered:
    """The vocabulary sheet with its word quiz."""
    template = template_for("sheet", context, sheet.imprint.language)
    arranged = arrange_sheet(sheet, context.edition)
    return Rendered(write(arranged, template, Pictures(arranged, context)))


@undisturbed()
def render_teacher_guide(guide: TeacherGuide, context: Context) -> Rendered:
    """The teacher guide, in columns that Word keeps."""
    template = template_for("guide", context, guide.imprint.language)
    arranged = laid_out_in(context.edition, arrange_guide(guide, context))
    return Rendered(write(arranged, template, Pictures(arranged, context)))
