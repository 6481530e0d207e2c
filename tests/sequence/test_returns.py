"""Words that come back: what a lesson leans on, and what a topic sets up."""

from __future__ import annotations

from pathlib import Path

from packager.sequence.returns import Returning, known_words, met_before, met_later, returns
from tests.sequence.small import occurrences, topic, word

EGYPT, RIVERS = "history-3/egypt", "geography-3/rivers"
SLOTS = {"year-3/autumn-1/history": EGYPT, "year-3/autumn-2/geography": RIVERS}


def told(words: tuple[Returning, ...]) -> dict[str, list[str]]:
    return {found.entry.term.term: [taught.id for taught in found.lessons] for found in words}


def test_words_of_other_topics_are_met_before_where_lessons_use_them(tmp_path: Path) -> None:
    topics = {
        EGYPT: topic("Silt.", words=[word("silt"), word("flood")]),
        RIVERS: topic("Silt and more silt.", "A spring.", words=[word("spring", 2)]),
    }
    found = occurrences(tmp_path, SLOTS, topics)
    assert told(met_before(found, RIVERS)) == {"silt": [f"{RIVERS}/1"]}
    assert told(met_before(found, EGYPT)) == {}
    assert told(met_later(found, EGYPT)) == {"silt": [f"{RIVERS}/1"]}


def test_a_word_is_not_known_in_the_lesson_that_introduces_it(tmp_path: Path) -> None:
    found = occurrences(tmp_path, SLOTS, {EGYPT: topic("Silt.", "Silt again.", words=[word("silt")])})
    first, second = found.timeline.lessons
    assert told(known_words(found, [first])) == {}
    assert told(known_words(found, [second])) == {"silt": [f"{EGYPT}/2"]}
    assert told(tuple(returns(found, EGYPT))) == {"silt": [f"{EGYPT}/2"]}


def test_recall_alone_is_no_return(tmp_path: Path) -> None:
    asked = {"chapter": [{"text": "Hills."}], "recall": [{"ask": "What is silt?", "answer": "mud"}]}
    found = occurrences(tmp_path, SLOTS, {EGYPT: topic("Silt.", asked, words=[word("silt")])})
    assert told(tuple(returns(found, EGYPT))) == {"silt": []}


def test_a_topic_without_a_place_in_time_has_met_nothing(tmp_path: Path) -> None:
    found = occurrences(tmp_path, {"year-3/autumn-1/history": EGYPT}, {EGYPT: topic("Silt.", words=[word("silt")]), RIVERS: topic("Silt.")})
    assert met_before(found, RIVERS) == ()
