"""The shipped curriculum tells its own true story, and whoever moves something in it is told what that breaks.

What is expected is read from the sources as text, so that it holds while the chapters are edited.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.command import packager
from tests.packs import REPOSITORY

EGYPT, RIVERS, RAMA = "year-3-history/ancient-egypt", "year-3-geography/rivers", "year-3-religion/rama-and-sita"
FLOOD = re.compile(r"\bflood(?:s|ed|ing)?\b(?! barriers?\b)", re.IGNORECASE)


def chapters_with(topic: str, pattern: re.Pattern[str]) -> set[str]:
    """The lessons of a topic whose running text has the pattern."""
    found = set()
    for file in sorted((REPOSITORY / "units" / topic).glob("lesson-*.yaml")):
        chapter = yaml.safe_load(file.read_text("utf-8"))["chapter"]
        if pattern.search("\n\n".join(block["text"] for block in chapter if "text" in block)):
            found.add(f"{topic}/{file.stem.removeprefix('lesson-')}")
    return found


def asked(*arguments: object) -> Any:
    outcome = packager(*arguments, "--root", REPOSITORY, "--json")
    assert outcome.code == 0, outcome.err
    return json.loads(outcome.out)


def test_the_story_of_flood_runs_through_all_three_subjects() -> None:
    (flood,) = asked("words", "flood")["words"]
    assert flood["introduced"] == f"{EGYPT}/1"
    again = set(flood["met_again"])
    assert {f"{RIVERS}/6", f"{RAMA}/4", f"{EGYPT}/2"} <= again
    for topic in (EGYPT, RIVERS, RAMA):
        in_chapters = {s["lesson"] for s in flood["sentences"] if s["part"] == "chapter"}
        assert chapters_with(topic, FLOOD) <= in_chapters
    assert (flood["same_week"], flood["too_early"]) == ([], [])


def test_every_sentence_of_the_story_holds_the_word_and_stands_where_it_says() -> None:
    (flood,) = asked("words", "flood")["words"]
    for sentence in flood["sentences"]:
        assert FLOOD.search(sentence["sentence"]), sentence
        line = (REPOSITORY / sentence["file"]).read_text("utf-8").splitlines()[sentence["line"] - 1]
        assert FLOOD.search(line), (sentence, line)


def test_the_three_topics_of_one_half_term_lead_to_each_other() -> None:
    sets_up = {lead["id"]: lead for lead in asked("leads", EGYPT)["sets_up"]}
    assert {RIVERS, RAMA} <= set(sets_up)
    assert all(lead["link"] == "horizontal" for lead in sets_up.values() if lead["id"] in (RIVERS, RAMA))
    assert {"flood", "silt", "delta"} <= {word["term"] for word in sets_up[RIVERS]["words"]}


Change = Callable[[Path], object]


def findings(root: Path, change: Change) -> list[dict[str, Any]]:
    """What `check` finds in a copy of the shipped curriculum after a change, and did not find before it."""
    for folder in ("curriculum", "units"):
        shutil.copytree(REPOSITORY / folder, root / folder)
    change(root)
    return [f for f in packager("check", "--root", root, "--format", "json").findings if _key(f) not in before()]


@lru_cache(maxsize=1)
def before() -> frozenset[tuple[str, str, str]]:
    """What `check` finds in the shipped curriculum as it stands."""
    return frozenset(_key(finding) for finding in packager("check", "--root", REPOSITORY, "--format", "json").findings)


def _key(finding: dict[str, Any]) -> tuple[str, str, str]:
    return finding["code"], finding["file"], finding["message"]


def named(finding: dict[str, Any]) -> str:
    """What a finding names first in backticks."""
    match = re.search(r"`([^`]+)`", finding["message"])
    assert match, finding
    return match[1]


def vocabulary(topic: str) -> list[dict[str, Any]]:
    words: list[dict[str, Any]] = yaml.safe_load((REPOSITORY / "units" / topic / "topic.yaml").read_text("utf-8"))["vocabulary"]
    return words


def is_of(written: str, words: list[dict[str, Any]]) -> bool:
    """Whether a word of prose is one of these, in some regular form."""
    return any(written.casefold().startswith(word["term"].casefold()[:5]) for word in words)


def swap_lessons(topic: str, one: int, other: int) -> Change:
    def swap(root: Path) -> None:
        first, second = (root / "units" / topic / f"lesson-{number}.yaml" for number in (one, other))
        texts = first.read_bytes(), second.read_bytes()
        first.write_bytes(texts[1]), second.write_bytes(texts[0])

    return swap


def test_swapping_two_lessons_names_their_words_and_nothing_else(tmp_path: Path) -> None:
    found = findings(tmp_path, swap_lessons(RIVERS, 3, 4))
    words = [word for word in vocabulary(RIVERS) if word["lesson"] in (3, 4)]
    assert {finding["code"] for finding in found} == {"VOC003", "VOC004", "QUZ003"}
    assert {finding["file"].rpartition("/")[0] for finding in found} == {f"units/{RIVERS}"}
    assert [finding for finding in found if not is_of(named(finding), words)] == []
    early = {named(finding) for finding in found if finding["code"] == "VOC003"}
    assert {"estuary", "mouth", "tide"} <= early and "meander" not in early
    absent = {named(finding) for finding in found if finding["code"] == "VOC004"}
    assert {"meander", "oxbow lake", "estuary", "mudflat"} <= absent
    assert all(finding["file"].endswith("/lesson-3.yaml") for finding in found if finding["code"] == "VOC003")


def test_a_lesson_that_is_moved_away_leaves_a_gap_and_its_words_without_a_lesson(tmp_path: Path) -> None:
    topic = f"units/{EGYPT}"
    found = findings(tmp_path, lambda root: (root / topic / "lesson-6.yaml").rename(root / topic / "lesson-7.yaml"))
    words = [word["term"] for word in vocabulary(EGYPT) if word["lesson"] == 6]
    gap = ("SEQ001", f"{topic}/lesson-7.yaml", "lesson 6 is missing before lesson 7")
    homeless = [("REF002", f"{topic}/topic.yaml", f"`{word}` is introduced in lesson 6, which is not there") for word in words]
    assert {_key(finding) for finding in found} == {gap, *homeless}


def swap_half_terms(*subjects: str) -> Change:
    """Swaps Autumn 1 and Autumn 2 of Year 3 in the map."""

    def swap(root: Path) -> None:
        file = root / "curriculum/map.yaml"
        plan = yaml.safe_load(file.read_text("utf-8"))
        first, second = plan["year-3"]["autumn-1"], plan["year-3"]["autumn-2"]
        for subject in subjects:
            first[subject], second[subject] = second[subject], first[subject]
        file.write_text(yaml.safe_dump(plan, allow_unicode=True, sort_keys=False), "utf-8")

    return swap


def test_swapping_the_half_terms_of_one_subject_names_what_the_others_take_from_it(tmp_path: Path) -> None:
    found = findings(tmp_path, swap_half_terms("history"))
    assert {finding["code"] for finding in found} <= {"VOC003", "VOC008", "QUZ003"}
    assert {finding["file"].rpartition("/")[0] for finding in found} == {f"units/{RIVERS}", f"units/{RAMA}"}
    assert all(f"introduced only in `{EGYPT}/" in finding["message"] for finding in found)
    words = vocabulary(EGYPT)
    assert [finding for finding in found if finding["code"] == "VOC003" and not is_of(named(finding), words)] == []
    (flood,) = asked("words", "flood")["words"]
    elsewhere = {sentence["file"] for sentence in flood["sentences"] if not sentence["lesson"].startswith(EGYPT)}
    assert {f["file"] for f in found if f["code"] == "VOC003" and named(f).lower().startswith("flood")} == elsewhere


@pytest.mark.parametrize("subjects", [("history", "geography", "religion")], ids=["all"])
def test_swapping_whole_half_terms_breaks_nothing(subjects: tuple[str, ...], tmp_path: Path) -> None:
    """What is taught together moves together, and nothing before it is written yet."""
    assert findings(tmp_path, swap_half_terms(*subjects)) == []


def test_a_class_that_comes_after_egypt_is_told_what_rivers_takes_from_it(tmp_path: Path) -> None:
    for folder in ("curriculum", "units"):
        shutil.copytree(REPOSITORY / folder, tmp_path / folder)
    swap_half_terms("geography")(tmp_path)
    when = ("--class-joined", "year-3/autumn-2", "--starting", "year-3/autumn-2")
    found = json.loads(packager("gaps", "--root", tmp_path, *when, "--json").out)
    assert found["coming"] == [RIVERS]
    assert EGYPT in [topic["id"] for topic in found["topics"]]
    assert {"flood", "silt", "delta"} <= {word["term"] for word in found["words"]}
