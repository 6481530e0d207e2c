"""Files to a Curriculum: what is loaded, what is left out and named, and that nothing hostile stops it."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from packager.model.curriculum import COVERAGE_FILE, MAP_FILE
from packager.model.load import load
from packager.source.files import SourceFolder
from tests.builders import MINIMAL, TOPIC, curriculum, lesson_text, loaded_with_findings, write_curriculum


def codes(root: Path, files: dict[str, str | bytes | None]) -> list[str]:
    return [f"{d.code} {d.span.file}:{d.span.line}" for d in loaded_with_findings(root, files)[1]]


def test_the_minimal_curriculum_loads(tmp_path: Path) -> None:
    loaded = curriculum(tmp_path)
    assert list(loaded.units) == ["history"]
    assert list(loaded.topics) == ["history/rome"]
    assert [lesson.id for lesson in loaded.lessons()] == ["history/rome/1"]
    assert [(slot.year, slot.half_term, slot.subject) for slot in loaded.slots] == [(3, "autumn-1", "history")]


def test_lessons_are_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    files = {f"{TOPIC}/lesson-{number}.yaml": lesson_text(f"Lesson {number}") for number in (10, 2, 3)}
    topic = curriculum(tmp_path, {**files}).topics["history/rome"]
    assert [lesson.number for lesson in topic.lessons] == [1, 2, 3, 10]


def test_look_ups(tmp_path: Path) -> None:
    loaded = curriculum(tmp_path)
    topic = loaded.topics["history/rome"]
    assert loaded.topic_of(topic.lessons[0]) is topic
    assert loaded.unit_of(topic) is loaded.units["history"]
    assert loaded.slot_by_topic["history/rome"] is loaded.slots[0]
    assert loaded.is_known("history/rome") and loaded.is_known("history/rome/1") and not loaded.is_known("history/rome/2")
    assert loaded.lesson_numbers("history/rome") == {1} and loaded.lesson_numbers("history/athens") == frozenset()


def test_one_faulty_file_leaves_the_others(tmp_path: Path) -> None:
    files = {f"{TOPIC}/lesson-2.yaml": "title: [", f"{TOPIC}/lesson-3.yaml": lesson_text()}
    loaded, found = loaded_with_findings(tmp_path, {**files})
    assert loaded is not None and [d.code for d in found] == ["SRC001"]
    topic = loaded.topics["history/rome"]
    assert [lesson.number for lesson in topic.lessons] == [1, 3] and not topic.complete
    assert loaded.broken == {"history/rome/2"} and loaded.lesson_numbers("history/rome") == {1, 2, 3}


def test_a_topic_that_cannot_be_read_is_known_with_its_lessons(tmp_path: Path) -> None:
    loaded, _ = loaded_with_findings(tmp_path, {f"{TOPIC}/topic.yaml": None})
    assert loaded is not None and not loaded.topics
    assert loaded.is_known("history/rome") and loaded.is_known("history/rome/1")


def test_files_that_cannot_be_read_are_known(tmp_path: Path) -> None:
    loaded, _ = loaded_with_findings(tmp_path, {MAP_FILE: "- a", COVERAGE_FILE: "a: {}"})
    assert loaded is not None and loaded.unread == {MAP_FILE, COVERAGE_FILE}
    assert curriculum(tmp_path / "other", {COVERAGE_FILE: "{}"}).unread == frozenset()


def test_without_the_programme_the_other_files_are_still_read(tmp_path: Path) -> None:
    loaded, found = loaded_with_findings(tmp_path, {"curriculum/curriculum.yaml": None, f"{TOPIC}/lesson-1.yaml": "title: ["})
    assert loaded is None
    assert [d.code for d in found] == ["SRC011", "SRC001"]


@pytest.mark.parametrize("key", ["year 3", "year-03", "3", "year-", "year-3 ", "year--3", "year-٣", "year-" + "1" * 900])
def test_a_year_is_written_in_one_way(tmp_path: Path, key: str) -> None:
    loaded, _ = loaded_with_findings(tmp_path, {MAP_FILE: f'"{key}": {{autumn-1: {{history: history/rome}}}}'})
    assert loaded is not None and [slot.year for slot in loaded.slots] == [-1]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("years: [three]", "MDL003 curriculum/curriculum.yaml:2", id="no number"),
        pytest.param("years: [3.5]", "MDL003 curriculum/curriculum.yaml:2", id="no whole number"),
        pytest.param(f"years: [{'9' * 5000}]", "MDL004 curriculum/curriculum.yaml:2", id="a number without end"),
        pytest.param("years: []", "MDL004 curriculum/curriculum.yaml:2", id="no years"),
        pytest.param("years: {3: 4}", "MDL003 curriculum/curriculum.yaml:2", id="mapping for a list"),
    ],
)
def test_faulty_values_are_placed(tmp_path: Path, written: str, expected: str) -> None:
    text = MINIMAL["curriculum/curriculum.yaml"].replace("years: [3, 4]", written)
    assert codes(tmp_path, {"curriculum/curriculum.yaml": text}) == [expected]


def test_a_list_of_faulty_items_is_not_called_empty(tmp_path: Path) -> None:
    files = {f"{TOPIC}/lesson-1.yaml": "title: A\nchapter:\n  - txet: Rome\n"}
    assert codes(tmp_path, {**files}) == [f"MDL002 {TOPIC}/lesson-1.yaml:3"]


def test_a_file_full_of_faults_shows_a_hundred(tmp_path: Path) -> None:
    start = time.process_time()
    faults = "".join(f"field-{number}: a\n" for number in range(50_000))
    assert len(codes(tmp_path, {f"{TOPIC}/topic.yaml": f"title: Rome\n{faults}"})) == 100
    assert time.process_time() - start < 15


def test_pipes_and_links_are_not_followed_out(tmp_path: Path) -> None:
    folder = write_curriculum(tmp_path / "root", {f"{TOPIC}/lesson-1.yaml": None})
    secret = tmp_path / "secret.yaml"
    secret.write_text("title: secret")
    os.mkfifo(tmp_path / "root" / TOPIC / "lesson-1.yaml")
    (tmp_path / "root" / TOPIC / "lesson-2.yaml").symlink_to(secret)
    (tmp_path / "root" / TOPIC / "lesson-3.yaml").symlink_to("lesson-3.yaml")
    (tmp_path / "root" / "units" / "all").symlink_to("/")
    loaded, found = load(folder)
    assert [d.code for d in found] == ["SRC010", "SRC010", "SRC010"]
    assert loaded is not None and loaded.lesson_numbers("history/rome") == {1, 2, 3}
    assert [entry.path for entry in loaded.strays] == ["units/all"] and list(folder.entries("units/all")) == []


def test_a_folder_that_may_not_be_read_does_not_stop_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_curriculum(tmp_path, {"units/locked/unit.yaml": "title: A"})
    real = os.scandir

    def scandir(path: Path) -> object:
        if Path(path).name == "locked":
            raise PermissionError
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert list(folder.entries("units/locked")) == []


def test_nothing_is_there(tmp_path: Path) -> None:
    assert list(SourceFolder(tmp_path).entries("units")) == []
    assert not SourceFolder(tmp_path).is_file("a\0b")
