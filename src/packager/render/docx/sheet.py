"""The vocabulary sheet: the words of each chapter in a table, words met before, and the word quiz."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_lowercase

from packager.document.nodes import Imprint, Word
from packager.document.vocabulary_sheet import MetBefore, VocabularySheet, WordQuiz
from packager.document.vocabulary_sheet import Section as Words
from packager.render.docx.arranged import Arranged, Block, Cell, Page, Paragraph, Picture, Row, Section, Tab, Table
from packager.render.docx.furniture import SHEET_FOOTER, SHEET_HEADER, footer, header, properties
from packager.render.docx.text import bookmark, paragraph, texts
from packager.render.editions import STANDARD, Edition
from packager.render.languages import language_name
from packager.render.margins import margins

COLUMNS = (34.0, 35.0, 49.0, 52.0)
HEADS = ("Word", "Say it", "What it means", "In a sentence")
TERM = 56.0
"""Millimetres: the column of words where letters are large or wide, with how to say them below."""
GAP = "_" * 16
"""38 mm in 12.5 pt Arial."""
LONG_TITLE = 22
"""Letters: a title with more than these does not fit on one line of 118 mm in 26 pt Georgia bold (0.57 em a letter)."""
END = Paragraph("Carrier")


def arrange_sheet(sheet: VocabularySheet, edition: Edition = STANDARD) -> Arranged:
    """The sheet as Word shall hold it; the quiz, if there is one, begins a new page."""
    title = f"{sheet.imprint.title}: words to know"
    words = Section(
        _page(edition),
        (_panel(sheet.imprint, title, edition), *_all_words(sheet, edition), *_met_before(sheet, edition), END),
        header(sheet.imprint, title, SHEET_HEADER),
        footer(sheet.imprint, title, SHEET_FOOTER),
        (END,),
    )
    return Arranged(properties(sheet.imprint, title), (words, *_quiz(sheet, edition)))


def _page(edition: Edition) -> Page:
    """The text begins below the panel on a first page; on others the header, which is deeper than the margin, pushes it down."""
    at = margins(edition, "sheet")
    return Page(at.left, at.right, top=10, bottom=at.bottom, header_at=10, footer_at=10.5)


def _panel(imprint: Imprint, title: str, edition: Edition) -> Table:
    """The head of the page: subject, year, half-term and title on the accent, beside the pattern."""
    heading = "Sheet title" if len(title) <= LONG_TITLE else "Long sheet title"
    words = Cell((paragraph("Panel kicker", "  ·  ".join(imprint.kicker)), paragraph(heading, title)))
    pattern = Cell((paragraph("Carrier picture", [Picture("pattern:tile", 58, 30, None)]),))
    return Table(
        "Sheet panel",
        (132, 58),
        (Row((words, pattern), height=30),),
        "Title",
        "The title of the sheet",
        indent=10 - margins(edition, "sheet").left,
    )


def _all_words(sheet: VocabularySheet, edition: Edition) -> Iterator[Block]:
    for section in sheet.sections:
        yield from _words(section, edition)


def _words(section: Words, edition: Edition) -> Iterator[Block]:
    """A heading and a table; the ids are on the rows, which are the author's entries."""
    number = texts(f"{section.number}. ", "Chapter number")
    yield paragraph("Heading 2", [*number, *texts(section.title)], bookmark(section.id))
    heads: tuple[str, ...] = HEADS
    widths: tuple[float, ...] = COLUMNS
    row = _word
    if edition.reflowed:
        heads, widths, row = HEADS[::2], (TERM, margins(edition, "sheet").measure - TERM), _word_in_two
    rows = (_heads(heads), *(row(word) for word in section.words))
    yield Table(
        "Curriculum Table", widths, rows, f"Words of chapter {section.number}", "Each word, how to say it, what it means, and a sentence"
    )


def _word(word: Word) -> Row:
    term = Cell((paragraph("Term", word.term), *_translated(word)))
    return Row((term, Cell((_said(word),)), _cell("Table Text", word.meaning), _cell("Table Muted", word.example or "")), id=word.id)


def _word_in_two(word: Word) -> Row:
    said = (_said(word),) if word.say else ()
    example = (paragraph("Table Muted", word.example),) if word.example else ()
    term = Cell((paragraph("Term", word.term), *said, *_translated(word)))
    return Row((term, Cell((paragraph("Table Text", word.meaning), *example))), id=word.id)


def _said(word: Word) -> Paragraph:
    return paragraph("Table Muted", texts(word.say or "", "Say it"))


def _translated(word: Word) -> Iterator[Paragraph]:
    for code, text in word.translations:
        yield paragraph("Translation", [*texts(text, language=code), *texts(f" ({language_name(code)})")])


def _met_before(sheet: VocabularySheet, edition: Edition) -> Iterator[Block]:
    if not sheet.met_before:
        return
    heads: tuple[str, ...] = ("Word", "What it means", "Where we met it")
    widths: tuple[float, ...] = (34, 76, 60)
    if edition.reflowed:
        heads, widths = heads[:2], (TERM - 6, margins(edition, "sheet").measure - TERM + 6)
    rows = (Row(_met_cells(met, edition)) for met in sheet.met_before)
    title = "Words we have met before"
    table = Table("Met before", widths, (_heads(heads), *rows), title, "Words of earlier topics that come back in this one")
    yield from (paragraph("Heading 2", title), table)


def _met_cells(met: MetBefore, edition: Edition) -> tuple[Cell, ...]:
    means, where = paragraph("Table Text", met.meaning), paragraph("Table Muted", met.where)
    rest = (Cell((means, where)),) if edition.reflowed else (Cell((means,)), Cell((where,)))
    return (_cell("Term", met.term), *rest)


def _quiz(sheet: VocabularySheet, edition: Edition) -> Iterator[Section]:
    if not sheet.quiz:
        return
    title = f"{sheet.imprint.title}: word quiz"
    blocks = (_panel(sheet.imprint, title, edition), *_match(sheet.quiz, edition), *_gaps(sheet.quiz), END)
    yield Section(_page(edition), blocks, header(sheet.imprint, title, SHEET_HEADER), footer(sheet.imprint, title, SHEET_FOOTER), (END,))


def _match(quiz: WordQuiz, edition: Edition) -> tuple[Block, ...]:
    first = (56.0, 14.0, 14.0) if edition.reflowed else (36.0, 15.0, 15.0)
    rows = tuple(_pair(*each) for each in zip(quiz.words, ascii_lowercase, quiz.meanings, strict=False))
    described = "Words on the left, with a box for a letter; meanings on the right"
    widths = (*first, margins(edition, "sheet").measure - sum(first))
    table = Table("Match", widths, rows, "Match", described, first_column=True)
    instruction = paragraph("Instruction", "Draw a line from dot to dot, or write the letter in the box.")
    return _part("A", "Match each word to its meaning"), instruction, table


def _pair(word: str, letter: str, meaning: str) -> Row:
    means = Cell((paragraph("Table Text", [*texts(f"{letter}  ", "Label"), *texts(meaning)]),))
    return Row((_cell("Match word", word), _box(), _dots(), means))


def _box() -> Cell:
    return Cell((paragraph("Match box", [Picture("icon:box", 7, 7, None)]),))


def _dots() -> Cell:
    return Cell((paragraph("Match dots", [*texts("•"), Tab(), *texts("•")]),))


def _gaps(quiz: WordQuiz) -> tuple[Block, ...]:
    if not quiz.gaps:
        return ()
    bank = paragraph("Word bank", "\u2003 \u2003".join(quiz.bank))
    gaps = (paragraph("Gap sentence", [*texts(gap.before), *texts(GAP, "Gap"), *texts(gap.after)]) for gap in quiz.gaps)
    return _part("B", "Fill each gap with a word from the box"), bank, *gaps


def _part(letter: str, title: str) -> Paragraph:
    return paragraph("Heading 2", [*texts(f" {letter} ", "Section letter"), *texts(f"  {title}")])


def _heads(names: tuple[str, ...]) -> Row:
    return Row(tuple(_cell("Table Head", name) for name in names), header=True)


def _cell(style: str, text: str) -> Cell:
    return Cell((paragraph(style, text),))
