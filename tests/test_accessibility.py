"""Title, order, alternative texts, contrast, language and heads of tables: every product, in every format and edition."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from packager import pipeline
from packager.checks.colour_pairs import LARGE_TEXT, PAIRS
from packager.document.lesson_deck import LessonDeck, compose_deck
from packager.model.curriculum import Curriculum
from packager.model.tones import tones
from packager.plan.wanted import EDITIONS, targets
from packager.plan.whole import WHOLE_NAMES, whole_targets
from packager.render.deck import TableSlot, Tone
from packager.render.look import Look
from packager.render.media import Media
from packager.render.pptx.arrange import arrange
from packager.render.pptx.layouts import LAYOUTS
from packager.render.renderer import Context
from packager.sequence.sequenced import sequence
from packager.sequence.teaching import teach
from tests.access import docx, pdf, pptx, sheets
from tests.packs import REPOSITORY
from tests.site_pages import made_of

TOPIC = "year-3-religion/rama-and-sita"
CHECKED = pipeline.check(REPOSITORY)
assert CHECKED.curriculum is not None
CURRICULUM: Curriculum = CHECKED.curriculum
LANGUAGE = CURRICULUM.programme.language
FILES = [*(each.path for each in targets(CURRICULUM, CURRICULUM.topics[TOPIC])), *(each.path for each in whole_targets(CURRICULUM))]
TEXT_PAIRS = {(pair.tone, pair.ground): pair.least for pair in PAIRS}


def grounds() -> set[str]:
    """Every colour that a ground may have, in all subjects, on white and on cream."""
    theme = CURRICULUM.theme.colours
    accents = (*(subject.colour for subject in CURRICULUM.programme.subjects.values()), theme.ink)
    return {colour for accent in accents for page in ("#FFFFFF", theme.cream) for colour in tones(theme, accent, page).values()}


CHECKS: dict[str, Callable[[Path, str], Iterator[str]]] = {
    ".pdf": lambda path, language: pdf.faults(path, language, grounds()),
    ".docx": docx.faults,
    ".pptx": pptx.faults,
    ".xlsx": sheets.workbook_faults,
    ".csv": sheets.list_faults,
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One topic in every edition, and the files of the whole programme, built once."""
    out = tmp_path_factory.mktemp("accessible")
    pipeline.build(CHECKED, out, [TOPIC], pipeline.PRODUCT_NAMES, lambda *_: None, EDITIONS)
    pipeline.build(CHECKED, out, [], WHOLE_NAMES, lambda *_: None)
    return out


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.rpartition("/")[2])
def test_every_file_can_be_read_by_everyone(path: str, folder: Path) -> None:
    file = folder / path
    assert list(CHECKS[file.suffix](file, LANGUAGE)) == []


def test_every_page_of_the_catalogue_can_be_read_by_everyone() -> None:
    pages = {path: content for path, content in made_of(CURRICULUM).items() if path.endswith(".html")}
    assert {path: found for path, content in pages.items() if (found := list(sheets.page_faults(content, LANGUAGE)))} == {}


def decks() -> Iterator[LessonDeck]:
    teaching, topic = teach(sequence(CURRICULUM)), CURRICULUM.topics[TOPIC]
    return (compose_deck(teaching, topic, lesson) for lesson in topic.lessons)


def test_every_text_in_the_tables_of_slides_is_a_pair_of_the_table_of_colours() -> None:
    subject = CURRICULUM.subject_of(CURRICULUM.topics[TOPIC])
    assert subject
    context = Context(Look(CURRICULUM.theme, subject.colour, subject.pattern), Media(CURRICULUM.folder.read))
    used = {pair for deck in decks() for slide in arrange(deck, context).deck.slides for pair in _cells(slide)}
    assert used and {pair[:2] for pair in used} <= set(TEXT_PAIRS)
    assert all(TEXT_PAIRS[tone, ground] > LARGE_TEXT or size >= 18 for tone, ground, size in used)


def _cells(slide: Any) -> Iterator[tuple[str, str, float]]:
    """Tone, ground and size of each text in a table; white numbers stand on a disc of the accent, which is drawn behind."""
    page, has_discs = LAYOUTS[slide.layout].ground, any(mark.kind == "disc" for mark in slide.marks)
    for slot in slide.slots:
        for row in slot.rows if isinstance(slot, TableSlot) else ():
            for cell in (each for each in row.cells if each is not None):
                for words in (words for line in cell.lines for words in line.words if words.text.strip()):
                    tone: Tone = words.tone or cell.tone
                    on_disc = has_discs and tone is Tone.WHITE and cell.fill is None
                    yield str(tone), "accent" if on_disc else str(cell.fill or page), cell.size


def test_each_product_of_the_topic_comes_in_each_edition_that_it_has() -> None:
    made = {(each.product.name, each.format, each.edition) for each in targets(CURRICULUM, CURRICULUM.topics[TOPIC])}
    in_all = {
        (name, kind, edition) for name in ("booklet", "vocabulary", "teacher-guide") for kind in ("pdf", "docx") for edition in EDITIONS
    }
    assert made >= in_all and {("deck", "pptx", "standard"), ("flashcards", "csv", "standard")} <= made
