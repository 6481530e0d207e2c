"""The teacher guide: what it draws from the sequence, and that every answer is in it."""

from __future__ import annotations

from pathlib import Path

from packager.document.guide_nodes import Columns, Pairs, Section, strong_list
from packager.document.lesson_deck import QuizStep, compose_deck
from packager.document.nodes import plain
from packager.document.teacher_guide import TeacherGuide, compose_teacher_guide
from packager.document.vocabulary_sheet import word_quiz
from tests.document.goldens import same_outline
from tests.document.programme import EGYPT, RIVERS, ROME, programme, topic_of
from tests.packs import REPOSITORY

EGYPT_SHIPPED = "year-3-history/ancient-egypt"


def guide(root: Path, identity: str) -> TeacherGuide:
    teaching = programme(root)
    return compose_teacher_guide(teaching, topic_of(teaching, identity))


def section(sections: tuple[Section, ...], id: str) -> Section:
    return next(found for found in sections if found.id == id)


def rows(found: Section) -> list[list[str]]:
    tables = [part for part in found.parts if isinstance(part, Columns)]
    return [[plain(cell) for cell in row] for table in tables for row in table.rows]


def pairs(found: Section) -> dict[str, list[str]]:
    return {pair.label: [plain(text) for text in pair.paragraphs] for part in found.parts if isinstance(part, Pairs) for pair in part.rows}


def test_the_outline_of_a_guide(tmp_path: Path, update_goldens: bool) -> None:
    assert same_outline("teacher-guide", guide(tmp_path, EGYPT), update_goldens)


def test_words_of_earlier_topics_that_come_back_stand_with_where_they_were_first_met(tmp_path: Path) -> None:
    assert rows(section(guide(tmp_path, RIVERS).opening, "builds_on")) == [
        ["flood", "History: Ancient Egypt, lesson 1", "lesson 2"],
        ["silt", "History: Ancient Egypt, lesson 1", "lesson 2"],
    ]


def test_words_of_this_topic_that_come_back_later_stand_with_where(tmp_path: Path) -> None:
    assert rows(section(guide(tmp_path, EGYPT).opening, "sets_up")) == [
        ["flood", "lesson 1", "Geography: Rivers, lesson 2; History: Rome, lesson 1"],
        ["silt", "lesson 1", "Geography: Rivers, lesson 2"],
    ]


def test_topics_that_build_on_this_one_are_named_in_both_guides(tmp_path: Path) -> None:
    said = [plain(text) for part in section(guide(tmp_path, ROME).opening, "builds_on").parts for text in getattr(part, "paragraphs", ())]
    assert said[0] == "It builds on History: Ancient Egypt."
    said = [plain(text) for part in section(guide(tmp_path, EGYPT).opening, "sets_up").parts for text in getattr(part, "paragraphs", ())]
    assert said[0] == "History: Rome builds on it."


def test_what_stands_beside_a_topic_includes_what_is_only_planned(tmp_path: Path) -> None:
    assert pairs(section(guide(tmp_path, RIVERS).opening, "map")) == {
        "In the same weeks": ["History: Ancient Egypt. How did a river help a kingdom?"],
        "Next in Geography": ["Mountains (Year 3, Autumn 2). Why do mountains rise?"],
    }


def test_a_lesson_has_its_answers_as_the_deck_shows_them(tmp_path: Path) -> None:
    teaching = programme(tmp_path)
    egypt = topic_of(teaching, EGYPT)
    quiz = next(step for step in compose_deck(teaching, egypt, egypt.lessons[0]).steps if isinstance(step, QuizStep))
    letter = "abcd"[quiz.questions[0].options.index("silt")]
    found = section(compose_teacher_guide(teaching, egypt).lessons[0].reference, "lesson-1/quiz")
    assert pairs(found) == {
        "Recall": ["Africa"],
        "Pause": ["Nobody could sow."],
        "Quiz": [f"1\u2002{letter}: silt", "2\u2002The fields were rich."],
    }


def test_names_and_new_words_are_said_in_the_order_of_the_alphabet(tmp_path: Path) -> None:
    assert pairs(section(guide(tmp_path, EGYPT).lessons[0].sections, "lesson-1/say")) == {"Nile": ["NYL"], "silt": ["SILT"]}


def test_a_lesson_names_the_words_it_leans_on_and_those_it_sets_up(tmp_path: Path) -> None:
    assert pairs(section(guide(tmp_path, RIVERS).lessons[1].reference, "lesson-2/words")) == {
        "Before": ["flood and silt: History: Ancient Egypt, lesson 1", "source: lesson 1"],
        "New": ["mouth"],
    }
    assert pairs(section(guide(tmp_path, EGYPT).lessons[0].reference, "lesson-1/words"))["Next"] == [
        "flood and silt: Geography: Rivers",
        "flood: History: Rome",
    ]


def test_the_answers_to_the_word_quiz_stand_at_the_end(tmp_path: Path) -> None:
    teaching = programme(tmp_path)
    found = compose_teacher_guide(teaching, topic_of(teaching, EGYPT)).closing[-1]
    quiz, answers = word_quiz(topic_of(teaching, EGYPT))
    assert quiz is not None
    assert pairs(found)["A"] == [f"{word}  {letter}" for word, letter in zip(quiz.words, answers.letters, strict=True)]


def test_a_lesson_with_nothing_but_a_chapter_has_a_guide(tmp_path: Path) -> None:
    lesson = guide(tmp_path, RIVERS).lessons[0]
    assert [found.title for found in (*lesson.sections, *lesson.reference)] == ["Builds on, and sets up"]


def test_word_lists_read_as_english() -> None:
    assert [plain(strong_list(words)) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]


def test_every_answer_of_the_shipped_topics_is_in_their_guides() -> None:
    from tests.render.docx_files import teaching

    assert REPOSITORY.exists()
    topic = teaching().curriculum.topics[EGYPT_SHIPPED]
    for lesson, found in zip(topic.lessons, compose_teacher_guide(teaching(), topic).lessons, strict=True):
        said = " ".join(" ".join(texts) for texts in pairs(section(found.reference, f"lesson-{lesson.number}/quiz")).values())
        answers = [q.answer for q in (*lesson.recall, *lesson.quiz)] + [block.pause.answer or "" for block in lesson.chapter if block.pause]
        assert [answer for answer in answers if answer.replace("*", "") not in said] == []
