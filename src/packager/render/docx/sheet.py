"""The vocabulary sheet: the words of each chapter in a table, words met before, and the word quiz."""

from __future__ import annotations

from collections.abc import Iterator

from packager.document.nodes import Imprint, Word
from packager.document.vocabulary_sheet import Section as Words
from packager.document.vocabulary_sheet import VocabularySheet, WordQuiz
from packager.render.docx.arranged import Arranged, Block, Cell, Page, Paragraph, Picture, Row, Section, Tab, Table
from packager.render.docx.furniture import footer, properties, running_sheet_header
from packager.render.docx.languages import language_name
from packager.render.docx.text import bookmark, paragraph, texts

PAGE = Page(left=20, right=20, top=10, bottom=24, header_at=10, footer_at=10.5)
"""The text begins below the panel on a first page; on others the header, which is deeper than the margin, pushes it down."""
COLUMNS = (34.0, 35.0, 49.0, 52.0)
HEADS = ("Word", "Say it", "What it means", "In a sentence")
GAP = "_" * 16
"""38 mm in 12.5 pt Arial."""
LONG_TITLE = 22
"""Letters: a title with more than these does not fit on one line of 118 mm in 26 pt Georgia bold (0.57 em a letter)."""
END = Paragraph("Carrier")


def arrange_sheet(sheet: VocabularySheet) -> Arranged:
    """The sheet as Word shall hold it; the quiz, if there is one, begins a new page."""
    title = f"{sheet.imprint.title}: words to know"
    words = Section(
        PAGE,
        (_panel(sheet.imprint, title), *(block for section in sheet.sections for block in _words(section)), *_met_before(sheet), END),
        running_sheet_header(title),
        footer(sheet.imprint, title),
        (END,),
    )
    return Arranged(properties(sheet.imprint, title), (words, *_quiz(sheet)))


def _panel(imprint: Imprint, title: str) -> Table:
    """The head of the page: subject, year, half-term and title on the accent, beside the pattern."""
    heading = "Heading 1" if len(title) <= LONG_TITLE else "Long sheet title"
    words = Cell((paragraph("Kicker", "  ·  ".join(imprint.kicker)), paragraph(heading, title)))
    pattern = Cell((paragraph("Carrier picture", [Picture("pattern:tile", 58, 30, None)]),))
    return Table("Sheet panel", (132, 58), (Row((words, pattern), height=30),), "Title", "The title of the sheet", indent=-10)


def _words(section: Words) -> Iterator[Block]:
    """A heading and a table; the ids are on the rows, which are the author's entries."""
    number = texts(f"{section.number}. ", "Chapter number")
    yield paragraph("Heading 2", [*number, *texts(section.title)], bookmark(section.id))
    rows = (_heads(HEADS), *(_word(word) for word in section.words))
    yield Table(
        "Curriculum Table", COLUMNS, rows, f"Words of chapter {section.number}", "Each word, how to say it, what it means, and a sentence"
    )


def _word(word: Word) -> Row:
    translated = (
        paragraph("Translation", [*texts(f"{language_name(code)}: "), *texts(text, language=code)]) for code, text in word.translations
    )
    term = Cell((paragraph("Term", word.term), *translated))
    said = paragraph("Table Muted", texts(word.say or "", "Say it"))
    return Row((term, Cell((said,)), _cell("Table Text", word.meaning), _cell("Table Muted", word.example or "")), id=word.id)


def _met_before(sheet: VocabularySheet) -> Iterator[Block]:
    if not sheet.met_before:
        return
    rows = (Row((_cell("Term", met.term), _cell("Table Text", met.meaning), _cell("Table Muted", met.where))) for met in sheet.met_before)
    heads = _heads(("Word", "What it means", "Where we met it"))
    title = "Words we have met before"
    table = Table("Met before", (34, 76, 60), (heads, *rows), title, "Words of earlier topics that come back in this one")
    yield from (paragraph("Heading 2", title), table)


def _quiz(sheet: VocabularySheet) -> Iterator[Section]:
    if not sheet.quiz:
        return
    title = f"{sheet.imprint.title}: word quiz"
    parts = (*_match(sheet.quiz), *_gaps(sheet.quiz))
    yield Section(PAGE, (_panel(sheet.imprint, title), *parts, END), running_sheet_header(title), footer(sheet.imprint, title), (END,))


def _match(quiz: WordQuiz) -> tuple[Block, ...]:
    letters = "abcdefghijklmnopqrstuvwxyz"
    rows = (
        Row(
            (
                _cell("Match word", word),
                _box(),
                _dots(),
                Cell((paragraph("Table Text", [*texts(f"{letter}  ", "Label"), *texts(meaning)]),)),
            )
        )
        for word, letter, meaning in zip(quiz.words, letters, quiz.meanings, strict=False)
    )
    table = Table(
        "Match",
        (36, 15, 15, 104),
        tuple(rows),
        "Match",
        "Words on the left, with a box for a letter; meanings on the right",
        first_column=True,
    )
    instruction = paragraph("Instruction", "Draw a line from dot to dot, or write the letter in the box.")
    return _part("A", "Match each word to its meaning"), instruction, table


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
