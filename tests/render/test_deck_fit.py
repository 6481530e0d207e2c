"""Long texts on slides: what is too long is split at sentence ends, set smaller within bounds, or reported; near misses are noted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from packager.document.lesson_deck import Asked, KnowStep, LessonDeck, QuizStep, RecallStep, Step
from packager.render.deck import Deck, Line, Slide, TableSlot, TextSlot, Words
from packager.render.pptx.arrange import Arranged, arrange
from packager.render.pptx.fit import POINTS, Setter
from packager.render.pptx.layouts import LAYOUTS
from packager.render.pptx.opening import MOST_IN_ONE
from tests.render.lessons import LESSON, Given, small_lesson

SENTENCE = "The river rose again and slid over the fields until the villages stood like islands in a lake. "
SHORTER = "The river slid over the fields and the villages"
QUESTIONS = tuple(Asked(f"lesson-1/recall/{n}", f"What is the {n}th hill of Rome?", "high ground") for n in range(1, 8))


def test_every_text_stands_inside_its_place_though_all_be_long(tmp_path: Path) -> None:
    given = small_lesson(tmp_path, lesson_of(SHORTER))
    for slide in arranged(given).deck.slides:
        for slot in texts(slide):
            assert share(slot, slide, given) <= 1, (slide.id, slot.name)


def test_every_row_is_as_high_as_its_cells_need(tmp_path: Path) -> None:
    given = small_lesson(tmp_path, lesson_of(SHORTER))
    setter = Setter(given.context.look)
    for table in (slot for slide in arranged(given).deck.slides for slot in slide.slots if isinstance(slot, TableSlot)):
        for row in table.rows:
            for column, cell in enumerate(row.cells):
                if cell and cell.rows == 1:
                    width = sum(table.columns[column : column + cell.columns])
                    assert setter.cell_height(cell, width) <= row.height + 0.001, cell.lines


def test_what_is_too_long_by_far_is_never_silent(tmp_path: Path) -> None:
    given = small_lesson(tmp_path, lesson_of(SENTENCE * 12))
    result = arranged(given)
    reported = {trouble.id for trouble in result.troubles if trouble.code == "FIT001"}
    for slide in result.deck.slides:
        for slot in texts(slide):
            assert share(slot, slide, given) <= 1 or slot.id in reported, (slide.id, slot.name)
    assert {"lesson-1/title", "lesson-1/talk", "lesson-1/task", "lesson-1/know"} <= reported


def test_prose_is_split_at_the_ends_of_sentences_without_a_lone_line(tmp_path: Path) -> None:
    given = small_lesson(tmp_path, f"title: Rome\nchapter:\n  - text: {SENTENCE * 30}\n")
    setter, place = Setter(given.context.look), LAYOUTS["Passage"].place("text")
    shown = [slide.slots[-1] for slide in arranged(given).deck.slides if slide.layout == "Passage"]
    assert len(shown) > 3
    for slot in shown:
        assert isinstance(slot, TextSlot) and slot.lines[-1].text.endswith(".")
        assert all(setter.count(each, place.level(1), place.box.w * POINTS) > 1 for each in slot.lines)


def test_a_quotation_stays_whole_and_with_its_source(tmp_path: Path) -> None:
    source = f"  - source: {{text: '{SENTENCE * 3}', from: a Roman poet}}\n"
    given = small_lesson(tmp_path, f"title: Rome\nchapter:\n  - text: {SENTENCE * 3}\n{source}")
    shown = [
        slot.lines for slide in arranged(given).deck.slides for slot in slide.slots if slot.name == "text" and isinstance(slot, TextSlot)
    ]
    quoted = [[each.level for each in lines] for lines in shown if any(each.level > 2 for each in lines)]
    assert len(quoted) == 1 and quoted[0][-2:] == [3, 4]


def test_a_passage_over_several_slides_is_a_split(tmp_path: Path) -> None:
    given = small_lesson(tmp_path, f"title: Rome\nchapter:\n  - heading: The hills\n  - text: {SENTENCE * 20}\n")
    assert ("lesson-1/chapter/2/1", "split", "the passage `The hills` stands on 4 slides") in fittings(arranged(given))


def test_a_table_over_several_slides_keeps_its_header_and_is_a_split(tmp_path: Path) -> None:
    rows = ", ".join(f"[King {n}, {'built a wall of stone ' * 4}]" for n in range(12))
    given = small_lesson(tmp_path, f"title: Rome\nchapter:\n  - table: {{title: Kings, columns: [King, Deed], rows: [{rows}]}}\n")
    result = arranged(given)
    tables = [slot for slide in result.deck.slides if slide.layout == "Table" for slot in slide.slots if isinstance(slot, TableSlot)]
    assert len(tables) > 1
    assert all(table.header and said(table)[0] == "King" for table in tables)
    assert max(len(table.rows) for table in tables) - min(len(table.rows) for table in tables) <= 1
    assert ("lesson-1/chapter/1", "split", f"the table stands on {len(tables)} slides") in fittings(result)


def test_a_table_that_needs_two_slides_at_any_size_is_shown_at_the_greatest(tmp_path: Path) -> None:
    rows = ", ".join(f"[King {n}, a deed]" for n in range(14))
    given = small_lesson(tmp_path, f"title: Rome\nchapter:\n  - table: {{title: Kings, columns: [King, Deed], rows: [{rows}]}}\n")
    result = arranged(given)
    tables = [slot for slide in result.deck.slides if slide.layout == "Table" for slot in slide.slots if isinstance(slot, TableSlot)]
    assert [len(table.rows) for table in tables] == [8, 8]
    assert {cell.size for table in tables for row in table.rows for cell in row.cells if cell} == {24}


def test_a_table_whose_words_are_wider_than_its_columns_is_reported(tmp_path: Path) -> None:
    word = "Donaudampfschifffahrtsgesellschaft"
    given = small_lesson(
        tmp_path, f"title: Rome\nchapter:\n  - table: {{title: T, columns: [{word}, {word}2, {word}3], rows: [[a, b, c]]}}\n"
    )
    assert [trouble.message for trouble in arranged(given).troubles if trouble.id == "lesson-1/chapter/1"] == [
        f"the columns of the table are narrower than their words, as `{word}2`"
    ]


@pytest.mark.parametrize(("count", "slides"), [(4, 1), (MOST_IN_ONE, 1), (6, 2), (7, 2)])
def test_five_questions_of_recall_stand_on_one_slide(tmp_path: Path, count: int, slides: int) -> None:
    result = only(small_lesson(tmp_path), RecallStep("lesson-1/recall", "What do you remember?", QUESTIONS[:count], ()))
    assert len(result.deck.slides) == 2 * slides
    assert {cell.size for slot in tables_of(result.deck) for row in slot.rows for cell in row.cells if cell and cell.lines} == {18, 26}


def test_five_longer_questions_are_set_smaller_but_not_small(tmp_path: Path) -> None:
    asked = tuple(replace(each, answer="flat land where a river splits before it meets the sea") for each in QUESTIONS[:2]) + QUESTIONS[2:5]
    result = only(small_lesson(tmp_path), RecallStep("lesson-1/recall", "What do you remember?", asked, ()))
    assert len(result.deck.slides) == 2
    sizes = {row.cells[1].size for slot in tables_of(result.deck) for row in slot.rows if row.cells[1]}
    assert len(sizes) == 1 and min(sizes) >= 22
    assert any(kind == "near miss" and "points instead of 26" in message for _, kind, message in fittings(result))


def test_questions_that_do_not_fit_on_one_slide_stand_on_two_at_full_size(tmp_path: Path) -> None:
    asked = tuple(replace(each, answer=SENTENCE) for each in QUESTIONS[:5])
    result = only(small_lesson(tmp_path), RecallStep("lesson-1/recall", "What do you remember?", asked, ()))
    assert {row.cells[1].size for slot in tables_of(result.deck) for row in slot.rows if row.cells[1]} == {26}
    assert any(kind == "split" for _, kind, _ in fittings(result))


def test_a_long_list_is_split_between_points(tmp_path: Path) -> None:
    points = tuple(f"{n} {SENTENCE}" for n in range(8))
    result = only(small_lesson(tmp_path), KnowStep("lesson-1/know", "What we now know", None, points, ()))
    lists = [slot for slide in result.deck.slides for slot in slide.slots if isinstance(slot, TextSlot)]
    assert [each.text for slot in lists for each in slot.lines] == list(points)
    assert ("lesson-1/know", "split", f"the list `What we now know` stands on {len(lists)} slides") in fittings(result)


def test_the_tick_of_an_answer_keeps_with_its_last_word(tmp_path: Path) -> None:
    asked = Asked("lesson-1/quiz/1", "What does Panchavati mean?", "five banyans", ("five banyans", "five rivers", "downstreams"))
    result = only(small_lesson(tmp_path), QuizStep("lesson-1/quiz", "Quiz", (asked,), ()))
    right = next(cell for slot in tables_of(result.deck) for row in slot.rows for cell in row.cells if cell and "✓" in said_by(cell.lines))
    assert said_by(right.lines) == "a\tfive banyans\u00a0✓"


def test_a_tick_breaks_off_rather_than_a_word_be_cut(tmp_path: Path) -> None:
    asked = Asked("lesson-1/quiz/1", "Which way?", "downstreams", ("downstreams", "upstream"))
    result = only(small_lesson(tmp_path), QuizStep("lesson-1/quiz", "Quiz", (asked,), ()))
    assert any("downstreams ✓" in text for slot in tables_of(result.deck) for text in said(slot))


def test_a_respelling_is_never_broken_at_its_hyphens(tmp_path: Path) -> None:
    text = "title: Rome\nchapter: [{text: Then the senate met.}]\n"
    shown = arranged(small_lesson(tmp_path, text)).deck.slides
    prose = [said_by(slot.lines) for slide in shown for slot in slide.slots if isinstance(slot, TextSlot) and slot.name == "text"]
    assert prose == ["Then the senate (SEN\u2011ut) met."]


def test_a_footer_longer_than_its_line_is_cut_and_noted(tmp_path: Path) -> None:
    given = small_lesson(
        tmp_path, "title: Rome\nchapter: [{text: Rome.}]\nquestion: Why?\n", f"title: {'A very long name of a topic ' * 6}\n", False
    )
    result = arranged(given)
    assert all(slide.footer.endswith(" …") for slide in result.deck.slides)
    assert [message for _, kind, message in fittings(result) if kind == "near miss" and "footer" in message]


def test_a_short_lesson_has_nothing_to_note(tmp_path: Path) -> None:
    given = small_lesson(tmp_path, "title: Seven hills\nchapter: [{text: Rome stands on hills.}]\n", "title: Rome\n", False)
    assert arranged(given)[1:] == ((), ())


def test_a_title_is_never_evened_by_cutting_a_word(tmp_path: Path) -> None:
    given = small_lesson(tmp_path, "title: Three thousand years\nchapter: [{text: Rome.}]\n")
    place, title = LAYOUTS["Title"].place("title"), arranged(given).deck.slides[0].title
    width = (title.box or place.box).w * POINTS
    assert Setter(given.context.look).broken(title.lines[0], place.level(1), width) == ["Three", "thousand", "years"]


SHORT = (
    "Why did a city grow here?", "What would you sell in the forum?", "Draw the seven hills.", "I would sell …", "Why build on a hill?",
    "Think alone first.", "Explain why the marsh mattered.", "Rome stands on seven hills.", "Which sea is south of Europe?",
    "the Mediterranean", "The marsh before it was drained", "built the wall", "Seven hills", "of old men",
)  # fmt: skip
"""Texts of the small lesson."""


def lesson_of(long: str) -> str:
    """The small lesson with one long text in place of many short ones."""
    text = LESSON
    for short in SHORT:
        text = text.replace(short, long.strip())
    return text


def arranged(given: Given) -> Arranged:
    return arrange(given.lesson, given.context)


def only(given: Given, step: Step) -> Arranged:
    """The slides of one step alone."""
    lesson: LessonDeck = replace(given.lesson, steps=(step,))
    return arrange(lesson, given.context)


def fittings(result: Arranged) -> list[tuple[str, str, str]]:
    return [(each.id, each.kind, each.message) for each in result.fittings]


def texts(slide: Slide) -> list[TextSlot]:
    """Every text of a slide, with its title and its footer."""
    footer = TextSlot("footer", slide.id, (Line((Words(slide.footer),)),))
    return [slide.title, footer, *(slot for slot in slide.slots if isinstance(slot, TextSlot))]


def share(slot: TextSlot, slide: Slide, given: Given) -> float:
    """The part of its place that a text fills."""
    scale = 0.7 if slot.scale == 0.1 else slot.scale
    return Setter(given.context.look).share(slot.lines, LAYOUTS[slide.layout].place(slot.name), slot.box, scale)


def tables_of(deck: Deck) -> list[TableSlot]:
    return [slot for slide in deck.slides for slot in slide.slots if isinstance(slot, TableSlot)]


def said(table: TableSlot) -> list[str]:
    return [said_by(cell.lines) for row in table.rows for cell in row.cells if cell]


def said_by(lines: tuple[Line, ...]) -> str:
    return " ".join(line.text for line in lines)
