"""Documents as plain data for their templates: everything that the pages say, and nothing of how it is typeset."""

from __future__ import annotations

from packager.document.booklet import Booklet, Chapter
from packager.document.nodes import Word
from packager.document.vocabulary_sheet import VocabularySheet, WordQuiz
from packager.render.editions import booklet_in
from packager.render.languages import language_name
from packager.render.pdf.blocks import arrange_block
from packager.render.pdf.editions import Edition, booklet_edition, sheet_edition
from packager.render.pdf.line_counts import counted, head_lines
from packager.render.pdf.pages import Data, Pages, Pictures, line, lines, spaced
from packager.render.pdf.settings import settings
from packager.render.renderer import Context
from packager.render.spelling import shown


def arrange_booklet(booklet: Booklet, context: Context) -> Pages:
    """A booklet as data for `booklet.typ`."""
    booklet, imprint = booklet_in(context.edition, booklet), booklet.imprint
    edition = booklet_edition(imprint.year, context.edition)
    pictures = Pictures(context, edition.margins.measure)
    title = line(imprint.title)
    content = {
        "kicker": lines(imprint.kicker),
        "title": title,
        "question": line(imprint.question),
        "cover": pictures.picture(booklet.cover),
        "logo": pictures.picture(imprint.logo),
        "chapters": [_chapter(chapter, pictures, edition) for chapter in booklet.chapters],
        "credits": [{"id": credit.id, "name": line(credit.name), "text": line(credit.text)} for credit in booklet.credits],
        "licence": line(imprint.licence_url),
    }
    shared = settings(imprint, context.look, edition, title)
    return _pages("booklet", shared, content, pictures, context)


def arrange_vocabulary(sheet: VocabularySheet, context: Context) -> Pages:
    """A vocabulary sheet as data for `vocabulary.typ`."""
    title = line(sheet.imprint.title)
    content = {
        "kicker": lines(sheet.imprint.kicker),
        "title": f"{title}: words to know",
        "sections": [
            {"number": section.number, "title": line(section.title), "words": [_word(word) for word in section.words]}
            for section in sheet.sections
        ],
        "met_before": [[line(met.term), line(met.meaning), line(met.where)] for met in sheet.met_before],
        "quiz": _quiz(sheet.quiz, f"{title}: word quiz") if sheet.quiz else None,
    }
    shared = settings(sheet.imprint, context.look, sheet_edition(context.edition), f"{title}: words to know")
    return _pages("vocabulary", shared, content, Pictures(context, 0), context)


def _pages(template: str, shared: Data, content: Data, pictures: Pictures, context: Context) -> Pages:
    fonts = context.look.fonts
    return Pages(
        template,
        shown(shared, fonts),
        shown(content, fonts),
        pictures.by_name(),
        drawings={name: drawn.svg for name, drawn in pictures.drawn.items()},
        troubles=tuple(trouble for drawn in pictures.drawn.values() for trouble in drawn.troubles),
    )


def _chapter(chapter: Chapter, pictures: Pictures, edition: Edition) -> Data:
    fonts = pictures.context.look.fonts
    return {
        "id": chapter.id,
        "number": chapter.number,
        "title": line(chapter.title),
        "question": line(chapter.question),
        "opening": pictures.picture(chapter.opening),
        "lines": head_lines(line(chapter.title), line(chapter.question), edition, fonts),
        "blocks": counted((arrange_block(block, pictures) for block in chapter.blocks), edition, fonts),
    }


def _word(word: Word) -> Data:
    return {
        "term": line(word.term),
        "say": line(word.say),
        "meaning": line(word.meaning),
        "example": line(word.example),
        "translations": [[language, line(text), language_name(language)] for language, text in word.translations],
    }


def _quiz(quiz: WordQuiz, title: str) -> Data:
    return {
        "title": title,
        "words": lines(quiz.words),
        "meanings": lines(quiz.meanings),
        "bank": lines(quiz.bank),
        "gaps": [[spaced(gap.before), spaced(gap.after)] for gap in quiz.gaps],
    }
