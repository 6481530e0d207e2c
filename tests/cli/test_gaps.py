"""`packager gaps`: what a class that joined late, or is taught another year's content, has never met."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.small_programme import EGYPT, GREECE, MAPS, RIVERS, ROME, programme
from tests.command import Outcome, packager


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return programme(tmp_path)


def gaps(root: Path, joined: str, starting: str, *arguments: object) -> Outcome:
    return packager("gaps", "--root", root, "--class-joined", joined, "--starting", starting, *arguments)


def data(root: Path, joined: str, starting: str, *arguments: object) -> dict[str, Any]:
    outcome = gaps(root, joined, starting, *arguments, "--json")
    assert (outcome.code, outcome.err) == (0, "")
    found: dict[str, Any] = json.loads(outcome.out)
    return found


def test_words_and_topics_from_before_a_class_joined(root: Path) -> None:
    assert (
        gaps(root, "year-3/autumn-2", "year-4/autumn-1").out
        == """\
A class that joined in Year 3, Autumn 2 and starts Year 4, Autumn 1
  Coming up: History: Greece; Geography: Maps
  It has never met 3 words of 2 topics that these lessons count on.

History: Ancient Egypt (Year 3, Autumn 1)
  History: Greece builds on it
  flood  lesson 1  what flood means
      taken for granted in History: Greece, lesson 1: ‘Silt filled the bay, as after a flood.’
  silt   lesson 1  what silt means
      taken for granted in History: Greece, lesson 1: ‘Silt filled the bay, as after a flood.’

Geography: Rivers (Year 3, Autumn 1)
  source  lesson 1  what source means
      taken for granted in Geography: Maps, lesson 1: ‘Find the source.’
"""
    )


def test_the_same_as_json(root: Path) -> None:
    found = data(root, "year-3/autumn-2", "year-4/autumn-1")
    assert (found["class_joined"], found["starting"], found["content_year"]) == ("year-3/autumn-2", "year-4/autumn-1", None)
    assert found["coming"] == [GREECE, MAPS]
    assert found["topics"] == [
        {"id": EGYPT, "built_on_by": [GREECE], "words": ["flood", "silt"]},
        {"id": RIVERS, "built_on_by": [], "words": ["source"]},
    ]
    assert [(word["term"], word["introduced"], word["used_in"]) for word in found["words"]] == [
        ("flood", f"{EGYPT}/1", [f"{GREECE}/1"]),
        ("silt", f"{EGYPT}/1", [f"{GREECE}/1"]),
        ("source", f"{RIVERS}/1", [f"{MAPS}/1"]),
    ]
    assert found["words"][0]["sentences"][0] == {
        "lesson": f"{GREECE}/1",
        "part": "chapter",
        "sentence": "Silt filled the bay, as after a flood.",
    }


def test_a_class_that_was_there_all_the_time_has_no_gaps(root: Path) -> None:
    assert gaps(root, "year-3/autumn-1", "year-4/autumn-1").out.endswith("  The class has met all that is taken for granted there.\n")
    assert data(root, "year-3/autumn-1", "year-4/autumn-1")["words"] == []


def test_a_class_that_is_taught_the_content_of_another_year(root: Path) -> None:
    """A school takes the programme up with Year 3's content in Year 4."""
    late = data(root, "year-4/autumn-2", "year-4/autumn-2", "--content-year", 3)
    assert (late["coming"], [word["term"] for word in late["words"]]) == ([ROME], ["pharaoh"])
    assert data(root, "year-4/autumn-1", "year-4/autumn-2", "--content-year", 3)["words"] == []
    out = gaps(root, "year-4/autumn-2", "year-4/autumn-2", "--content-year", 3).out
    assert out.startswith("A class that joined in Year 4, Autumn 2 and starts Year 4, Autumn 2, with the content of Year 3\n")


def test_a_half_term_that_is_not_written_yet_says_what_is_planned(root: Path) -> None:
    (root / "curriculum/map.yaml").write_text((root / "curriculum/map.yaml").read_text() + "  spring-1: {history: {planned: Sparta}}\n")
    assert gaps(root, "year-4/spring-1", "year-4/spring-1").out.endswith("Spring 1\n  Not written yet: Sparta\n")
    assert gaps(root, "year-3/spring-1", "year-3/spring-1").out.endswith("  Nothing is taught in that half-term.\n")


@pytest.mark.parametrize(
    ("joined", "starting", "more", "message"),
    [
        ("year-3/sping-1", "year-4/autumn-1", (), "no half-term `year-3/sping-1`: did you mean `year-3/spring-1`?"),
        ("year-3/spring-1", "", (), "no half-term ``: half-terms are named `year-3/autumn-1`"),
        ("year-3/spring-1", "year-4/autumn-1", ("--content-year", 9), "no year 9: the programme has 3 and 4"),
        ("year-3/spring-1", "year-4/autumn-1", ("--content-year", "x"), "Invalid value for '--content-year'"),
        (
            "year-4/autumn-1",
            "year-3/spring-1",
            (),
            "a class that joins in Year 4, Autumn 1 cannot start Year 3, Spring 1, which is earlier",
        ),
        ("year-" + "9" * 5000, "year-4/autumn-1", (), "no half-term `year-999"),
    ],
)
def test_wrong_usage_exits_with_2(joined: str, starting: str, more: tuple[object, ...], message: str, root: Path) -> None:
    outcome = gaps(root, joined, starting, *more)
    assert (outcome.code, outcome.out) == (2, "")
    assert message in outcome.err


def test_both_half_terms_must_be_given(root: Path) -> None:
    assert packager("gaps", "--root", root, "--starting", "year-4/autumn-1").code == 2
