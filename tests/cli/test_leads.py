"""`packager leads`: what a topic or lesson builds on and sets up, as a graph."""

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


def leads(root: Path, *arguments: object) -> Outcome:
    return packager("leads", "--root", root, *arguments)


def data(root: Path, target: str) -> dict[str, Any]:
    outcome = leads(root, target, "--json")
    assert (outcome.code, outcome.err) == (0, "")
    found: dict[str, Any] = json.loads(outcome.out)
    return found


def brief(side: list[dict[str, Any]]) -> list[tuple[str, str | None, list[str], list[str]]]:
    return [(lead["id"], lead["link"], lead["named"], [word["term"] for word in lead["words"]]) for lead in side]


def test_a_topic_stands_between_what_it_builds_on_and_what_it_sets_up(root: Path) -> None:
    assert (
        leads(root, ROME).out
        == """\
Builds on
└─ History: Ancient Egypt (Year 3, Autumn 1), the same subject
      named under builds_on
      its words used here: pharaoh

History: Rome (Year 3, Autumn 2)

Sets up
└─ History: Greece (Year 4, Autumn 1), the same subject
      names it under builds_on
      uses the words: empire
"""
    )


def test_leads_go_on_as_far_as_topics_name_each_other(root: Path) -> None:
    out = leads(root, GREECE).out
    assert (
        """\
└─ History: Rome (Year 3, Autumn 2), the same subject
   │  named under builds_on
   │  its words used here: empire
   └─ History: Ancient Egypt (Year 3, Autumn 1), the same subject
         named under builds_on
"""
        in out
    )
    assert out.endswith("Sets up nothing that is written yet\n")
    rome = data(root, GREECE)["builds_on"][1]
    assert (rome["id"], brief(rome["builds_on"])) == (ROME, [(EGYPT, "vertical", [EGYPT], [])])


def test_leads_by_name_and_by_words_across_subjects_and_time(root: Path) -> None:
    found = data(root, EGYPT)
    assert (found["id"], found["builds_on"]) == (EGYPT, [])
    assert brief(found["sets_up"]) == [
        (RIVERS, "horizontal", [], ["flood", "silt", "bank"]),
        (ROME, "vertical", [EGYPT], ["pharaoh"]),
        (GREECE, "vertical", [f"{EGYPT}/2"], ["flood", "silt"]),
    ]
    assert brief(data(root, MAPS)["builds_on"]) == [(RIVERS, "vertical", [], ["source"])]


def test_the_leads_of_a_lesson_lead_to_lessons(root: Path) -> None:
    found = data(root, f"{EGYPT}/2")
    assert brief(found["builds_on"]) == [(f"{EGYPT}/1", None, [], ["flood"])]
    assert brief(found["sets_up"]) == [
        (ROME, "vertical", [EGYPT], []),
        (f"{ROME}/1", "vertical", [], ["pharaoh"]),
        (GREECE, "vertical", [f"{EGYPT}/2"], []),
    ]
    assert brief(data(root, f"{GREECE}/1")["builds_on"])[:2] == [
        (f"{EGYPT}/1", "vertical", [], ["flood", "silt"]),
        (f"{EGYPT}/2", "vertical", [f"{EGYPT}/2"], []),
    ]


@pytest.mark.parametrize("name", [f"{EGYPT}/2", "egypt/2", f"units/{EGYPT}/lesson-2.yaml", "Ancient Egypt/2"])
def test_a_lesson_may_be_named_as_a_teacher_would(name: str, root: Path) -> None:
    assert data(root, name)["id"] == f"{EGYPT}/2"


def test_topics_that_build_on_each_other_in_a_circle_end(tmp_path: Path) -> None:
    content = topics()
    content[EGYPT]["builds_on"] = [GREECE, EGYPT, f"{EGYPT}/1"]
    content[RIVERS]["builds_on"] = ["history-9/nowhere"]
    root = programme(tmp_path, content)
    for topic in (EGYPT, ROME, GREECE, f"{EGYPT}/1"):
        assert leads(root, topic).code == 0
    assert "└─ history-9/nowhere, which is not there\n" in leads(root, RIVERS).out


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("history-3/egpyt", "no topic `history-3/egpyt`: did you mean `history-3/egypt`?"),
        ("egypt/3", "no lesson 3 in `history-3/egypt`: it has lessons 1 and 2"),
        ("greece/2", "no lesson 2 in `history-4/greece`: it has 1"),
        ("", "no topic ``: topics are named `unit/topic`"),
    ],
)
def test_wrong_usage_exits_with_2(target: str, message: str, root: Path) -> None:
    outcome = leads(root, target)
    assert (outcome.code, outcome.out) == (2, "")
    assert message in outcome.err
