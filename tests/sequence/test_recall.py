"""What each lesson asks again."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from packager.model.programme import Recall
from packager.sequence.occurrences import find_occurrences
from packager.sequence.recall import Distance, Kind, Recalled, RecallPlan, plan_recall
from packager.sequence.timeline import lay_out
from tests.sequence.small import small, topic, word

YEARS = ("year-3", "year-4")
HALF_TERMS = ("autumn-1", "autumn-2", "spring-1")
SLOTS = {f"{year}/{half_term}/history": f"history-{year[-1]}/{half_term}" for year in YEARS for half_term in HALF_TERMS}


def lesson(text: str, *, asks: int = 2, **fields: Any) -> dict[str, Any]:
    quiz = [{"ask": f"Question {number} on {text}?", "answer": f"Answer {number} on {text}"} for number in range(1, asks + 1)]
    return {"chapter": [{"text": text}], "quiz": quiz, **fields}


def history(lessons: int = 3) -> dict[str, dict[str, Any]]:
    """Six topics of history, each lesson with two questions and two words."""
    topics = {}
    for identity in SLOTS.values():
        name = identity.replace("history-", "h").replace("/", "")
        words = [word(f"{name}{n}{letter}", n) for n in range(1, lessons + 1) for letter in "ab"]
        topics[identity] = topic(*(lesson(f"{name} part {n}") for n in range(1, lessons + 1)), words=words)
    return topics


def plan(root: Path, slots: Mapping[str, str], topics: Mapping[str, Mapping[str, Any]], **numbers: int) -> RecallPlan:
    curriculum = small(root, slots, topics)
    return plan_recall(find_occurrences(curriculum, lay_out(curriculum)), Recall(**numbers))


def distances(questions: tuple[Recalled, ...]) -> list[tuple[Distance | None, str | None]]:
    return [(question.distance, question.lesson) for question in questions]


def test_the_first_lesson_of_all_has_nothing_to_recall(tmp_path: Path) -> None:
    assert plan(tmp_path, SLOTS, history()).decks["history-3/autumn-1/1"] == ()


def test_the_distances_grow(tmp_path: Path) -> None:
    decks = plan(tmp_path, SLOTS, history()).decks
    assert distances(decks["history-4/autumn-2/2"]) == [
        (Distance.LAST_LESSON, "history-4/autumn-2/1"),
        (Distance.LAST_LESSON, "history-4/autumn-2/1"),
        (Distance.LAST_TOPIC, "history-4/autumn-1/2"),
        (Distance.LAST_HALF_TERM, "history-3/spring-1/2"),
        (Distance.LAST_YEAR, "history-3/autumn-2/2"),
    ]


def test_in_the_first_topic_the_lessons_before_the_last_stand_for_the_last_topic(tmp_path: Path) -> None:
    decks = plan(tmp_path, SLOTS, history()).decks
    assert (Distance.LAST_TOPIC, "history-3/autumn-1/1") in distances(decks["history-3/autumn-1/3"])


def test_quizzes_and_words_take_turns(tmp_path: Path) -> None:
    deck = plan(tmp_path, SLOTS, history()).decks["history-4/autumn-2/2"]
    assert {question.kind for question in deck} == {Kind.QUIZ, Kind.WORD}
    asked = next(question for question in deck if question.kind is Kind.WORD)
    assert asked.ask == f"What does ‘{asked.answer.removeprefix('what ').removesuffix(' means')}’ mean?"


def test_the_policy_sets_the_numbers(tmp_path: Path) -> None:
    numbers = {"last_lesson": 1, "last_topic": 0, "last_half_term": 0, "last_year": 3, "at_most": 3}
    deck = plan(tmp_path, SLOTS, history(), **numbers).decks["history-4/spring-1/2"]
    assert [question.distance for question in deck] == [Distance.LAST_YEAR] * 3
    assert plan(tmp_path / "none", SLOTS, history(), at_most=0).decks["history-4/spring-1/2"] == ()


def test_the_authors_questions_come_first_and_count_for_their_distance(tmp_path: Path) -> None:
    topics = history()
    authored = [{"ask": "What is h3autumn-12a?", "answer": "that"}, {"ask": "Free?", "answer": "yes"}]
    topics["history-3/autumn-2"]["lessons"] = (lesson("a"), lesson("b", recall=authored), lesson("c"))
    topics["history-3/autumn-1"]["vocabulary"].append(word("h3autumn", 2))
    deck = plan(tmp_path, SLOTS, topics).decks["history-3/autumn-2/2"]
    assert [question.kind for question in deck[:2]] == [Kind.AUTHORED, Kind.AUTHORED]
    assert distances(deck)[:2] == [(Distance.LAST_TOPIC, "history-3/autumn-1/2"), (None, None)]
    assert [question.distance for question in deck[2:]] == [Distance.LAST_LESSON]


def test_nothing_is_asked_twice_in_a_topic(tmp_path: Path) -> None:
    decks = plan(tmp_path, SLOTS, history(6), last_topic=6, at_most=12).decks
    for identity in SLOTS.values():
        sources = [question.source for number in range(1, 7) for question in decks[f"{identity}/{number}"]]
        assert len(sources) == len(set(sources))


def test_a_question_that_needs_its_choices_or_its_page_is_not_asked_again(tmp_path: Path) -> None:
    quiz = [{"ask": "Which of these floats?", "answer": "wood"}, {"ask": "Where did it sink?", "answer": "here"}]
    topics = {"history-3/autumn-1": topic({"quiz": quiz}, "Two.")}
    assert plan(tmp_path, SLOTS, topics).decks["history-3/autumn-1/2"] == ()


LINKED = {"year-3/autumn-1/history": "history-3/egypt", "year-3/autumn-1/geography": "geography-3/rivers"}


def test_a_word_of_another_subject_is_asked_where_the_lesson_uses_it(tmp_path: Path) -> None:
    topics = {
        "history-3/egypt": topic("A flood.", "A field.", words=[word("flood")]),
        "geography-3/rivers": topic("No link.", "The flood again."),
    }
    decks = plan(tmp_path, LINKED, topics).decks
    assert [(question.ask, question.distance) for question in decks["geography-3/rivers/2"]] == [
        ("What does ‘flood’ mean?", Distance.OTHER_SUBJECT)
    ]
    assert decks["geography-3/rivers/1"] == ()


def test_what_the_topic_builds_on_is_a_link_too(tmp_path: Path) -> None:
    topics = {
        "history-3/egypt": topic(lesson("Egypt")),
        "geography-3/rivers": topic("No link.", "No word.", builds_on=["history-3/egypt/1"]),
    }
    deck = plan(tmp_path, LINKED, topics).decks["geography-3/rivers/2"]
    assert distances(deck) == [(Distance.OTHER_SUBJECT, "history-3/egypt/1")]


def test_nothing_is_asked_from_a_subject_that_a_school_may_leave_out(tmp_path: Path) -> None:
    slots = {"year-3/autumn-1/religion": "religion-3/rama", "year-3/autumn-2/history": "history-3/egypt"}
    topics = {"religion-3/rama": topic("An epic.", words=[word("epic")]), "history-3/egypt": topic("An epic.")}
    assert plan(tmp_path, slots, topics).decks["history-3/egypt/1"] == ()


def test_a_lesson_added_later_changes_no_earlier_deck(tmp_path: Path) -> None:
    short = history()
    before = plan(tmp_path / "before", SLOTS, short).decks
    longer = history()
    last = "history-4/autumn-1"
    more = longer[last]
    more["lessons"] = (*more["lessons"], lesson("added"))
    more["vocabulary"] = [*more["vocabulary"], word("part", 4), word("part 1", 4)]
    slots = {**SLOTS, "year-4/autumn-2/geography": "geography-4/new"}
    longer["geography-4/new"] = topic(lesson("new h3autumn-11a"), words=[word("question")])
    after = plan(tmp_path / "after", slots, longer).decks
    earlier = [identity for identity in before if identity < last or identity.startswith(last)]
    assert earlier and all(after[identity] == before[identity] for identity in earlier)


def test_the_plan_is_the_same_every_time(tmp_path: Path) -> None:
    assert plan(tmp_path / "one", SLOTS, history()) == plan(tmp_path / "two", SLOTS, history())


def test_the_report_says_how_often_each_word_and_question_returns(tmp_path: Path) -> None:
    found = plan(tmp_path, SLOTS, history())
    returns = found.returns()
    source, lessons = next(iter(returns.items()))
    assert all(any(question.source == source or source in question.words for question in found.decks[identity]) for identity in lessons)
    assert sum(len(lessons) for thing, lessons in returns.items() if "/quiz/" in thing or "/vocabulary/" in thing) == sum(
        len(deck) for deck in found.decks.values()
    )
