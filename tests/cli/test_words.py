"""`packager words`: the story of a word, and the words of a topic."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.small_programme import EGYPT, GREECE, RIVERS, ROME, programme, topics
from tests.command import Outcome, packager
from tests.sequence.small import topic, word


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return programme(tmp_path)


def words(root: Path, *arguments: object) -> Outcome:
    return packager("words", "--root", root, *arguments)


def data(root: Path, *arguments: object) -> dict[str, Any]:
    outcome = words(root, *arguments, "--json")
    assert (outcome.code, outcome.err) == (0, "")
    found: dict[str, Any] = json.loads(outcome.out)
    return found


def test_the_story_of_a_word(root: Path) -> None:
    assert (
        words(root, "silt").out
        == """\
silt
  what silt means

  Introduced in   History: Ancient Egypt, lesson 1
  Met again in    Geography: Rivers, lesson 2
                  History: Greece, lesson 1
  Recall asks in  History: Ancient Egypt, lesson 2
                  History: Rome, lesson 2

History: Ancient Egypt, lesson 1, introduced here  units/history-3/egypt/lesson-1.yaml
     3  chapter  After the flood lay silt.
     8  quiz     silt
     5  know     A flood leaves silt behind.

Geography: Rivers, lesson 2  units/geography-3/rivers/lesson-2.yaml
     3  chapter  Every flood leaves silt on the bank.

History: Greece, lesson 1  units/history-4/greece/lesson-1.yaml
     3  chapter  Silt filled the bay, as after a flood.
"""
    )


def test_every_sentence_is_quoted_whole_with_its_place(root: Path) -> None:
    found = data(root, "flood")["words"][0]
    assert (found["introduced"], found["met_again"]) == (f"{EGYPT}/1", [f"{EGYPT}/2", f"{RIVERS}/2", f"{GREECE}/1"])
    assert [(s["lesson"], s["when"], s["sentence"], s["written"]) for s in found["sentences"] if s["part"] == "chapter"] == [
        (f"{EGYPT}/1", "introduced", "The flood came.", ["flood"]),
        (f"{EGYPT}/1", "introduced", "After the flood lay silt.", ["flood"]),
        (f"{RIVERS}/1", "same week", "A river may flood its bank.", ["flood"]),
        (f"{EGYPT}/2", "again", "A pharaoh feared no flooding.", ["flooding"]),
        (f"{RIVERS}/2", "again", "Every flood leaves silt on the bank.", ["flood"]),
        (f"{GREECE}/1", "again", "Silt filled the bay, as after a flood.", ["flood"]),
    ]
    first = found["sentences"][0]
    assert (first["file"], first["line"]) == (f"units/{EGYPT}/lesson-1.yaml", 3)


@pytest.mark.parametrize("written", [("flood",), ("Floods",), ("FLOODED",), (" flooding ",)])
def test_a_word_may_be_asked_for_in_any_form(written: tuple[str, ...], root: Path) -> None:
    assert [found["term"] for found in data(root, *written)["words"]] == ["flood"]


def test_a_phrase_needs_no_quotation_marks(tmp_path: Path) -> None:
    content = topics() | {MAPS_ID: topic("The water cycle turns.", words=[word("water cycle")])}
    root = programme(tmp_path, content)
    assert data(root, "water", "cycle") == data(root, "water cycle")
    assert data(root, "water cycle")["words"][0]["introduced"] == f"{MAPS_ID}/1"


MAPS_ID = "geography-4/maps"


def test_words_spelt_alike_are_told_apart_by_their_sense(root: Path) -> None:
    found = data(root, "bank")["words"]
    assert [(each["sense"], each["introduced"], each["met_again"]) for each in found] == [
        ("of a river", f"{EGYPT}/1", [f"{RIVERS}/2"]),
        ("for money", f"{ROME}/1", []),
    ]
    out = words(root, "bank").out
    assert "bank (of a river)\n" in out and "\n\n\nbank (for money)\n" not in out and "\n\nbank (for money)\n" in out


def test_use_before_introduction_is_not_called_meeting_again(root: Path) -> None:
    found = data(root, "bank")["words"][0]
    assert found["same_week"] == [f"{RIVERS}/1"]
    assert "in the same week" in words(root, "bank").out
    early = topics()
    early[EGYPT]["lessons"] = early[EGYPT]["lessons"][::-1]
    swapped = programme(root / "swapped", early)
    assert data(swapped, "pharaoh")["words"][0]["too_early"] == [f"{EGYPT}/1"]
    assert "lesson 1, before it is introduced" in words(swapped, "pharaoh").out


def test_a_word_that_never_returns_and_one_whose_lesson_is_not_there(tmp_path: Path) -> None:
    content = topics()
    content[ROME]["vocabulary"].append(word("senate", 9))
    root = programme(tmp_path, content)
    assert "Met again in    no later lesson\n" in words(root, "bank").out
    found = data(root, "senate")["words"][0]
    assert (found["introduced"], found["sentences"]) == (None, [])
    assert "Introduced in  no lesson that has a place on the map (history-3/rome)" in words(root, "senate").out


def test_the_words_of_a_topic(root: Path) -> None:
    assert (
        words(root, "--topic", GREECE).out
        == """\
History: Greece (Year 4, Autumn 1)
  no new words, 3 words met again

Met again here
  flood   first met in History: Ancient Egypt, lesson 1;  here in lesson 1
  silt    first met in History: Ancient Egypt, lesson 1;  here in lesson 1
  empire  first met in History: Rome, lesson 2;           here in lesson 1
"""
    )
    found = data(root, "--topic", ROME)
    assert [(new["term"], new["sense"], new["lesson"]) for new in found["new"]] == [
        ("bank", "for money", f"{ROME}/1"),
        ("empire", None, f"{ROME}/2"),
    ]
    assert [(met["term"], met["first_met"], met["lessons"]) for met in found["met_again"]] == [("pharaoh", f"{EGYPT}/2", [f"{ROME}/1"])]
    assert "\nNew in lesson 2\n  empire  what empire means\n" in words(root, "--topic", ROME).out


@pytest.mark.parametrize("name", [EGYPT, f"units/{EGYPT}/", f"units/{EGYPT}/topic.yaml", "egypt", "Ancient Egypt", "ancient egypt"])
def test_a_topic_may_be_named_as_a_teacher_would(name: str, root: Path) -> None:
    assert data(root, "--topic", name)["topic"] == EGYPT


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "name either a word, such as `packager words flood`, or a topic with --topic"),
        (("flood", "--topic", EGYPT), "name either a word"),
        (("floood",), "no topic teaches the word `floood`: did you mean `flood`?"),
        (("xyz",), "no topic teaches the word `xyz`: `packager words --topic T` lists those of a topic"),
        (("river",), "no topic teaches `river`: it stands under `assumed` in curriculum/curriculum.yaml"),
        (("--topic", "egpyt"), "no topic `egpyt`: did you mean `history-3/egypt`?"),
        (("--topic", "nothing/at-all-like-it"), "no topic `nothing/at-all-like-it`: topics are named `unit/topic`"),
    ],
)
def test_wrong_usage_exits_with_2(arguments: tuple[str, ...], message: str, root: Path) -> None:
    outcome = words(root, *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert message in outcome.err


@pytest.mark.parametrize("written", ["", "*", "(a|b)[", "أرض", "\u0301", "w " * 300, "-" * 1000])
def test_no_word_can_make_it_fail(written: str, root: Path) -> None:
    assert words(root, "--", written).code == 2


def test_a_faulty_topic_is_left_out_and_named(root: Path) -> None:
    (root / "units" / ROME / "topic.yaml").write_text("title: [\n")
    outcome = words(root, "flood")
    assert outcome.code == 0 and "History: Greece, lesson 1" in outcome.out
    assert outcome.err == "left out, because they cannot be read: history-3/rome; `packager check` says why\n"
    assert words(root, "--topic", ROME).code == 1


def test_a_faulty_programme_is_one_clear_sentence(root: Path) -> None:
    (root / "curriculum/curriculum.yaml").write_text("title: [\n")
    outcome = words(root, "flood")
    assert (outcome.code, outcome.err) == (1, "Error: curriculum/curriculum.yaml cannot be read; `packager check` says why\n")
