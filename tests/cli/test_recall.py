"""`packager recall`: how often each word and each question comes back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.small_programme import EGYPT, GREECE, MAPS, RIVERS, ROME, programme, topics
from tests.command import Outcome, packager


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return programme(tmp_path)


def recall(root: Path, *arguments: object) -> Outcome:
    return packager("recall", "--root", root, *arguments)


def data(root: Path, *arguments: object) -> dict[str, Any]:
    outcome = recall(root, *arguments, "--json")
    assert (outcome.code, outcome.err) == (0, "")
    found: dict[str, Any] = json.loads(outcome.out)
    return found


def test_how_often_each_word_and_question_of_a_topic_comes_back(root: Path) -> None:
    assert (
        recall(root, EGYPT).out
        == """\
History: Ancient Egypt (Year 3, Autumn 1)
  4 of 4 words come back
  2 of 2 quiz questions are asked again in recall

Words
  word               lesson  used again  recall
  flood              1       3 lessons   3       in History: Ancient Egypt, lesson 2; Geography: Rivers, lesson 2; History: Rome, lesson 2
  silt               1       2 lessons   2       in History: Ancient Egypt, lesson 2; History: Rome, lesson 2
  bank (of a river)  1       1 lesson    2       in History: Ancient Egypt, lesson 2; History: Greece, lesson 1
  pharaoh            2       1 lesson    1       in History: Rome, lesson 1

Quiz questions
  lesson  recall
  1       2       What does a flood leave?  (in History: Ancient Egypt, lesson 2; History: Rome, lesson 2)
  2       1       Who ruled?  (in History: Rome, lesson 1)
"""
    )


def test_the_report_is_what_the_decks_ask(root: Path) -> None:
    """Every word and question that the decks name is counted in the report, and no other."""
    found = data(root)
    assert [topic["topic"] for topic in found["topics"]] == [EGYPT, RIVERS, ROME, GREECE, MAPS]
    lessons = [f"{EGYPT}/1", f"{EGYPT}/2", f"{RIVERS}/2", f"{ROME}/1", f"{ROME}/2", f"{GREECE}/1", f"{MAPS}/1"]
    asked = [(deck["lesson"], ask["source"]) for deck in data(root, *lessons)["lessons"] for ask in deck["asks"]]
    counted = {
        (lesson, question["id"]) for topic in found["topics"] for question in topic["questions"] for lesson in question["recalled_in"]
    }
    assert counted == {(lesson, source) for lesson, source in asked if "/quiz/" in source}
    words = {(lesson, word["id"]) for topic in found["topics"] for word in topic["words"] for lesson in word["recalled_in"]}
    assert words >= {(lesson, source) for lesson, source in asked if "/vocabulary/" in source}


def test_a_word_that_comes_back_nowhere_says_so(tmp_path: Path) -> None:
    content = topics()
    content[GREECE]["vocabulary"].append({"term": "bay", "lesson": 1, "meaning": "a bend in the coast"})
    root = programme(tmp_path, content)
    assert "  bay   1       -           -       not yet\n" in recall(root, GREECE).out
    assert data(root, GREECE)["topics"][0]["words"] == [
        {
            "id": f"{GREECE}/vocabulary/1",
            "term": "bay",
            "sense": None,
            "introduced": f"{GREECE}/1",
            "returns": 0,
            "used_in": [],
            "recalled_in": [],
        }
    ]


def test_what_the_recall_of_one_lesson_asks_and_from_how_far_back(root: Path) -> None:
    assert (
        recall(root, f"{GREECE}/1", f"{EGYPT}/1").out
        == """\
Recall that opens History: Greece, lesson 1
  1  What does ‘empire’ mean?
     what empire means
     the last topic: History: Rome, lesson 2; one of its words
  2  What does ‘bank’ mean?
     what bank means
     a year ago or more: History: Ancient Egypt, lesson 1; one of its words

Recall that opens History: Ancient Egypt, lesson 1
  asks nothing
"""
    )


def test_a_topic_that_is_not_on_the_map_has_no_recall(root: Path) -> None:
    text = (root / "curriculum/map.yaml").read_text()
    (root / "curriculum/map.yaml").write_text(text.replace("    geography: geography-4/maps\n", ""))
    assert recall(root, MAPS).err == "`geography-4/maps` stands on no slot of the map, so nothing of it comes back\n"
    assert recall(root, f"{MAPS}/1").out == "Recall that opens geography-4/maps/1\n  asks nothing\n"


def test_wrong_usage_exits_with_2(root: Path) -> None:
    outcome = recall(root, "history-3/egpyt")
    assert (outcome.code, outcome.out) == (2, "")
    assert "did you mean `history-3/egypt`?" in outcome.err


def test_what_an_author_wrote_and_what_reaches_back_within_a_topic(tmp_path: Path) -> None:
    content = topics()
    authored = {"chapter": [{"text": "A king."}], "recall": [{"ask": "How are you?", "answer": "Well."}]}
    content[EGYPT]["lessons"] = (*content[EGYPT]["lessons"], authored)
    out = recall(programme(tmp_path, content), f"{EGYPT}/3").out
    assert "  1  How are you?\n     Well.\n     written for this lesson\n" in out
    assert "     the last lesson: History: Ancient Egypt, lesson 2; one of its words\n" in out
    assert "     earlier in this topic: History: Ancient Egypt, lesson 1; " in out
