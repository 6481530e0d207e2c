"""The sequence as a teacher sees it: what moving a lesson or a half-term breaks is named, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from packager.checks.american import american_spellings, oxford_spellings
from packager.checks.run import run_checks
from packager.diagnostics.diagnostic import Diagnostic
from tests.sequence.small import small, topic, word

SLOTS = {
    "year-3/autumn-1/history": "history-3/egypt",
    "year-3/autumn-1/geography": "geography-3/rivers",
    "year-3/autumn-2/history": "history-3/rome",
}
POLICY = {"policy": {"lessons_per_topic": 2, "revisit": {"within_lessons": 2, "at_least": 1}}}


def topics() -> dict[str, dict[str, Any]]:
    return {
        "history-3/egypt": topic("The flood came.", "After the flood a pharaoh ruled.", words=[word("flood"), word("pharaoh", 2)]),
        "geography-3/rivers": topic("Silt fell.", "The flood left silt.", words=[word("silt")]),
        "history-3/rome": topic("An empire beyond the pharaoh.", "The empire fell.", words=[word("empire")], builds_on=["history-3/egypt"]),
    }


def found(root: Path, slots: Mapping[str, str], content: Mapping[str, Mapping[str, Any]]) -> list[tuple[str, str, str]]:
    return [(d.code, str(d.span), d.message) for d in run_checks(small(root, slots, content, **POLICY))]


def test_a_sound_sequence_has_no_findings(tmp_path: Path) -> None:
    assert found(tmp_path, SLOTS, topics()) == []


def test_swapping_two_lessons_names_the_words_that_now_come_too_early(tmp_path: Path) -> None:
    content = topics()
    content["history-3/egypt"]["lessons"] = content["history-3/egypt"]["lessons"][::-1]
    assert found(tmp_path, SLOTS, content) == [
        ("VOC003", "units/history-3/egypt/lesson-1.yaml:3:27", "`pharaoh` is used here, but introduced only in lesson 2"),
        ("VOC004", "units/history-3/egypt/topic.yaml:6:9", "`pharaoh` is introduced in lesson 2, whose chapter never uses it"),
    ]


def test_swapping_two_half_terms_names_what_was_built_on(tmp_path: Path) -> None:
    slots = {
        "year-3/autumn-1/history": "history-3/rome",
        "year-3/autumn-1/geography": "geography-3/rivers",
        "year-3/autumn-2/history": "history-3/egypt",
    }
    assert found(tmp_path, slots, topics()) == [
        ("VOC003", "units/geography-3/rivers/lesson-2.yaml:3:13", "`flood` is used here, but introduced only in `history-3/egypt/1`"),
        ("VOC003", "units/history-3/rome/lesson-1.yaml:3:30", "`pharaoh` is used here, but introduced only in `history-3/egypt/2`"),
        ("SEQ010", "units/history-3/rome/topic.yaml:7:3", "`history-3/rome` builds on `history-3/egypt`, which is taught later"),
    ]


def test_a_topic_that_is_deleted_but_stays_in_the_map_is_named_once(tmp_path: Path) -> None:
    content = topics()
    del content["history-3/egypt"]
    assert [code for code, _, _ in found(tmp_path, SLOTS, content)] == ["REF001", "REF001"]


HOSTILE = [
    topic("a", words=[word(" ".join(["word"] * 200))]),
    topic("(a|b)* [x", words=[word("(a|b)*"), word("[x", forms=["", "("]), word("\\d+", apart=["", "+"])]),
    topic("أرض و C\u0327atal", words=[word("أرض"), word("C\u0327atal"), word("e\u0301")]),
    topic("a", builds_on=["history-3/egypt", "history-3/egypt/1", "nothing", "a/b/c/d", "//"]),
    topic("a " * 5000, words=[word("a", n % 2 + 1, forms=["a"] * 5, apart=["a a"]) for n in range(80)]),
    topic("x", allow=[{"rule": "VOC?", "because": "x"}, {"rule": "💥", "because": "x"}]),
]


@pytest.mark.parametrize("content", HOSTILE, ids=range(len(HOSTILE)))
def test_no_source_can_make_it_fail(content: Mapping[str, Any], tmp_path: Path) -> None:
    findings = run_checks(small(tmp_path, {"year-3/autumn-1/history": "history-3/egypt"}, {"history-3/egypt": content}))
    assert all(isinstance(finding, Diagnostic) for finding in findings)


def test_no_american_spelling_is_a_british_one() -> None:
    table = american_spellings() | oxford_spellings()
    assert not set(table) & set(table.values())
    assert all(american != british and american.isalpha() and american == american.lower() for american, british in table.items())
    british = "colour honorary humorous glamorous vaporous capsize seize prize size wise meter tire story practice licence program"
    assert not set(british.split()) & set(table)
