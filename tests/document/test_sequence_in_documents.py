"""What documents draw from the sequence: words met before, and recall questions with where they come from."""

from __future__ import annotations

from pathlib import Path

from packager.document.flashcards import compose_flashcards
from packager.document.lesson_deck import LessonDeck, RecallStep, compose_deck
from packager.document.vocabulary_sheet import MOST_MET_BEFORE, MetBefore, compose_vocabulary_sheet
from packager.sequence.sequenced import sequence
from packager.sequence.teaching import teach
from tests.document.programme import EGYPT, RIVERS, ROME, programme, topic_of
from tests.sequence.small import small, topic, word


def recall(deck: LessonDeck) -> RecallStep:
    return next(step for step in deck.steps if isinstance(step, RecallStep))


def test_the_sheet_lists_words_of_earlier_topics_in_its_chapters(tmp_path: Path) -> None:
    teaching = programme(tmp_path)
    assert compose_vocabulary_sheet(teaching, topic_of(teaching, RIVERS)).met_before == (
        MetBefore("flood", "what flood means", "History: Ancient Egypt, chapter 1"),
        MetBefore("silt", "what silt means", "History: Ancient Egypt, chapter 1"),
    )
    assert compose_vocabulary_sheet(teaching, topic_of(teaching, EGYPT)).met_before == ()


def test_a_word_is_met_before_only_from_the_week_after_another_subject_teaches_it(tmp_path: Path) -> None:
    slots = {"year-3/autumn-1/history": "history-3/egypt", "year-3/autumn-1/geography": "geography-3/rivers"}
    topics = {"history-3/egypt": topic("The silt.", words=[word("silt")]), "geography-3/rivers": topic("The silt.")}
    teaching = teach(sequence(small(tmp_path, slots, topics)))
    assert compose_vocabulary_sheet(teaching, topic_of(teaching, "geography-3/rivers")).met_before == ()


def test_a_sheet_lists_no_more_words_met_before_than_a_page_holds(tmp_path: Path) -> None:
    names = [f"word{'abcdefghijklmnopqrstuvwxyz'[n // 26]}{'abcdefghijklmnopqrstuvwxyz'[n % 26]}" for n in range(40)]
    slots = {"year-3/autumn-1/history": "history-3/egypt", "year-3/autumn-2/history": "history-3/rome"}
    rome = topic(" ".join(names), f"Again {names[-1]} comes.")
    topics = {"history-3/egypt": topic("Nothing.", words=[word(name) for name in names]), "history-3/rome": rome}
    teaching = teach(sequence(small(tmp_path, slots, topics)))
    met = [each.term for each in compose_vocabulary_sheet(teaching, topic_of(teaching, "history-3/rome")).met_before]
    assert met == [*names[: MOST_MET_BEFORE - 1], names[-1]]


def test_the_author_s_questions_come_first_and_chosen_ones_follow(tmp_path: Path) -> None:
    teaching = programme(tmp_path)
    egypt, rome = topic_of(teaching, EGYPT), topic_of(teaching, ROME)
    assert [q.ask for q in recall(compose_deck(teaching, egypt, egypt.lessons[0])).questions] == ["Which continent is Egypt in?"]
    chosen = recall(compose_deck(teaching, rome, rome.lessons[0])).questions
    assert [(question.id, question.ask, question.answer) for question in chosen] == [
        ("lesson-1/recall/1", "What does ‘pharaoh’ mean?", "what pharaoh means")
    ]


def test_the_notes_say_where_each_question_comes_from(tmp_path: Path) -> None:
    teaching = programme(tmp_path)
    egypt, rivers = topic_of(teaching, EGYPT), topic_of(teaching, RIVERS)
    second = {note.label: note.text for note in recall(compose_deck(teaching, egypt, egypt.lessons[1])).notes}
    assert second["Where they come from"].endswith("from lesson 1")
    other = {note.label: note.text for note in recall(compose_deck(teaching, rivers, rivers.lessons[1])).notes}
    assert "History: Ancient Egypt, lesson 1" in other["Where they come from"]
    first = {note.label: note.text for note in recall(compose_deck(teaching, egypt, egypt.lessons[0])).notes}
    assert first["Where they come from"] == "question 1 written for this lesson"


def test_a_topic_without_a_place_in_time_keeps_its_author_s_questions(tmp_path: Path) -> None:
    lesson = {"chapter": [{"text": "Rome."}], "recall": [{"ask": "Which sea?", "answer": "the Mediterranean"}]}
    teaching = teach(sequence(small(tmp_path, {}, {"history-3/rome": topic(lesson)})))
    assert teaching.recall.decks == {}


def test_flashcards_are_the_words_in_the_order_taught_told_apart_by_their_sense(tmp_path: Path) -> None:
    words = [word("bank", 2, sense="of a river"), word("bank", 1, sense="for money"), word("silt", 1), {**word("ford", 1), "meaning": ""}]
    teaching = teach(
        sequence(small(tmp_path, {"year-3/autumn-1/history": "history-3/rome"}, {"history-3/rome": topic("A.", "B.", words=words)}))
    )
    assert compose_flashcards(teaching, topic_of(teaching, "history-3/rome")).cards == (
        ("bank (for money)", "what bank means"),
        ("silt", "what silt means"),
        ("bank (of a river)", "what bank means"),
    )
