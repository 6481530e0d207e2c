"""Which topics an error stops."""

from __future__ import annotations

from pathlib import Path

import pytest

from packager.pipeline import check
from packager.plan.blocked import blocked, topic_ids
from tests.builders import TOPIC, lesson_text, write_curriculum

BASE = {
    "curriculum/map.yaml": "year-3:\n  autumn-1: {history: history/rome}\n  autumn-2: {history: history/greece}\n",
    "units/history/greece/topic.yaml": "title: Greece\n",
    "units/history/greece/lesson-1.yaml": lesson_text("Islands"),
}
ROME, GREECE = "history/rome", "history/greece"


def stopped(root: Path, files: dict[str, str | bytes | None]) -> set[str]:
    write_curriculum(root, BASE | files)
    checked = check(root)
    assert checked.curriculum is not None
    assert topic_ids(checked.curriculum) == (GREECE, ROME)
    return set(blocked(checked.curriculum, checked.found))


def test_warnings_stop_nothing(tmp_path: Path) -> None:
    assert stopped(tmp_path, {"units/notes.txt": "", f"{TOPIC}/notes.txt": ""}) == set()


@pytest.mark.parametrize(
    ("file", "content", "expected"),
    [
        pytest.param(f"{TOPIC}/lesson-1.yaml", "title: [\n", {ROME}, id="a lesson that cannot be read"),
        pytest.param(f"{TOPIC}/lesson-1.yaml", "title: TODO\nchapter: [{text: x}]\n", {ROME}, id="a lesson that is not finished"),
        pytest.param(f"{TOPIC}/topic.yaml", "title: [\n", {ROME}, id="a topic that cannot be read"),
        pytest.param(f"{TOPIC}/Lesson 2.yaml", "title: x\n", {ROME}, id="a lesson with a wrong name"),
        pytest.param(f"{TOPIC}/lesson-3.yaml", lesson_text("A gap"), {ROME}, id="a gap before a lesson"),
        pytest.param("units/history/unit.yaml", "title: [\n", {ROME, GREECE}, id="the unit of both"),
        pytest.param("units/history/Lesson 1.yaml", "title: x\n", set(), id="a lesson beside the topics"),
        pytest.param("units/art/unit.yaml", "title: [\n", set(), id="another unit"),
        pytest.param("curriculum/coverage.yaml", "a: [\n", set(), id="the coverage"),
        pytest.param("curriculum/theme/theme.yaml", "fonts: [\n", {ROME, GREECE}, id="the theme"),
        pytest.param("curriculum/map.yaml", "year-3: [\n", {ROME, GREECE}, id="a map that cannot be read"),
        pytest.param("curriculum/map.yaml", "year-3: {autumn-1: {history: history/rome}}\n", {GREECE}, id="no slot"),
    ],
)
def test_an_error_in_a_file_stops_what_is_made_of_it(file: str, content: str, expected: set[str], tmp_path: Path) -> None:
    assert stopped(tmp_path, {file: content}) == expected


@pytest.mark.parametrize(
    ("slot", "expected"),
    [
        pytest.param("year-4:\n  autumn-1: {history: history/rome}\n", {ROME}, id="another year than its unit's"),
        pytest.param("year-4:\n  autumn-1: {history: {topic: history/rome}}\n", {ROME}, id="written as a mapping"),
        pytest.param("year-9:\n  autumn-1: {history: history/rome}\n", {ROME}, id="an unknown year"),
        pytest.param("  autumn-9: {history: history/rome}\n", {ROME}, id="an unknown half-term"),
        pytest.param("  autumn-1: {histroy: history/rome}\n", {ROME}, id="an unknown subject"),
        pytest.param("  autumn-1: {history: {topic: history/rome, coverage: [nothing]}}\n", {ROME}, id="unknown coverage"),
        pytest.param("  autumn-1: {history: history/rome, geography: history/nobody}\n", set(), id="another slot beside it"),
        pytest.param("  autumn-1: {history: history/rome}\nyear-4: {autumn-1: {history: history/greece}}\n", {GREECE}, id="taken twice"),
    ],
)
def test_an_error_in_the_map_stops_the_topic_of_its_slot(slot: str, expected: set[str], tmp_path: Path) -> None:
    text = f"year-3:\n  autumn-2: {{history: history/greece}}\n{slot}"
    assert stopped(tmp_path, {"curriculum/map.yaml": text, "curriculum/coverage.yaml": "{}\n"}) == expected
