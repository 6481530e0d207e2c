"""`packager new`: what the author must fill in is one finding each, and nothing else is wrong."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest

from tests.builders import TOPIC, write_curriculum
from tests.command import Outcome, packager

MAP = """\
# The order of teaching.
year-3:
  autumn-1: {history:  history/rome, geography: {planned: "Rivers: source to sea", question: Where?, coverage: [ge.a]}}  # aligned

  autumn-2:
      history: {planned: Greece}   # next
"""
COVERAGE = "ge.a: {subject: geography, text: rivers, source: programme}\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    files = {
        "curriculum/map.yaml": MAP,
        "curriculum/coverage.yaml": COVERAGE,
        "units/geography/unit.yaml": "{title: Water, subject: geography, year: 3}\n",
    }
    write_curriculum(tmp_path, files)
    return tmp_path


def errors(root: Path) -> list[tuple[str, str, int]]:
    """Code, file and line of each error."""
    outcome = packager("check", "--root", root, "--format", "json")
    return [(f["code"], f["file"], f["line"]) for f in outcome.findings if f["severity"] == "error"]


def todos(root: Path, file: str) -> list[tuple[str, str, int]]:
    """A finding for each TODO in a file, as `errors` lists them."""
    lines = (root / file).read_text("utf-8").splitlines()
    return [("MDL005", file, number) for number, line in enumerate(lines, 1) for _ in range(line.count("TODO"))]


def fill_in(root: Path, file: str) -> None:
    """Writes something else in place of each TODO."""
    path = root / file
    words = count(1)
    text = path.read_text("utf-8")
    while "TODO" in text:
        text = text.replace("TODO", f"Text number {next(words)}", 1)
    path.write_text(text, "utf-8")


def new(root: Path, *arguments: object) -> Outcome:
    outcome = packager("new", *arguments, "--root", root)
    assert outcome.code == 0, outcome.err
    return outcome


def test_a_fresh_unit_has_a_finding_for_each_todo(root: Path) -> None:
    outcome = new(root, "unit", "year-4-history")
    file = "units/year-4-history/unit.yaml"
    assert outcome.out == f"wrote {file}; `packager check {file}` lists what is still to be written\n"
    assert errors(root) == todos(root, file) != []


def test_subject_and_year_may_be_given_apart_from_the_name(root: Path) -> None:
    new(root, "unit", "ancient-worlds", "--subject", "history", "--year", "4")
    assert "subject: history\nyear: 4\n" in (root / "units/ancient-worlds/unit.yaml").read_text("utf-8")


def test_a_fresh_topic_takes_what_the_map_has_planned(root: Path) -> None:
    new(root, "topic", "geography/rivers", "--slot", "year-3/autumn-1")
    file = "units/geography/rivers/topic.yaml"
    text = (root / file).read_text("utf-8")
    assert 'title: "Rivers: source to sea"\nquestion: "Where?"\n' in text
    assert "coverage: [ge.a]\n" in text
    assert errors(root) == todos(root, file) != []


def test_a_fresh_topic_stands_in_the_map_and_every_other_line_is_as_it_was(root: Path) -> None:
    new(root, "topic", "geography/rivers", "--slot", "year-3/autumn-1")
    before, after = MAP.splitlines(), (root / "curriculum/map.yaml").read_text("utf-8").splitlines()
    assert after[2] == "  autumn-1: {history:  history/rome, geography: geography/rivers}  # aligned"
    assert [*after[:2], *after[3:]] == [*before[:2], *before[3:]]


def test_a_slot_that_the_map_does_not_list_is_added(root: Path) -> None:
    new(root, "topic", "geography/coasts", "--slot", "year-3/autumn-2")
    text = (root / "curriculum/map.yaml").read_text("utf-8")
    assert text == f"{MAP}      geography: geography/coasts\n"
    assert errors(root) == todos(root, "units/geography/coasts/topic.yaml")


def test_a_topic_that_the_map_names_already_needs_no_slot(root: Path) -> None:
    (root / "curriculum/map.yaml").write_text("year-3: {autumn-1: {history: history/rome, geography: geography/rivers}}\n")
    before = (root / "curriculum/map.yaml").read_bytes()
    new(root, "topic", "geography/rivers")
    assert (root / "curriculum/map.yaml").read_bytes() == before
    assert errors(root) == todos(root, "units/geography/rivers/topic.yaml")


def test_a_fresh_lesson_takes_the_next_number(root: Path) -> None:
    new(root, "lesson", "history/rome")
    new(root, "lesson", f"{TOPIC}/")
    files = [f"{TOPIC}/lesson-2.yaml", f"{TOPIC}/lesson-3.yaml"]
    assert errors(root) == [*todos(root, files[0]), *todos(root, files[1])] != []


@pytest.mark.usefixtures("fast_renderers")
def test_what_is_filled_in_builds(root: Path) -> None:
    new(root, "unit", "year-4-geography")
    new(root, "topic", "year-4-geography/mountains", "--slot", "year-4/autumn-1")
    new(root, "lesson", "year-4-geography/mountains")
    for name in ("unit.yaml", "mountains/topic.yaml", "mountains/lesson-1.yaml"):
        fill_in(root, f"units/year-4-geography/{name}")
    assert packager("check", "--root", root).out == "no findings\n"
    assert packager("build", "--root", root, "year-4-geography/mountains").code == 0
    pack = root / "build/packs/y4-autumn-1-geography-mountains"
    assert {"y4-geography-mountains-booklet.pdf", "y4-geography-mountains-lesson-1.pptx"} <= {file.name for file in pack.iterdir()}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("unit", "Year 4 History"), "`Year 4 History` is no name for a folder"),
        (("unit", "year-4-histroy"), "no subject `histroy`: name one of history, geography with --subject"),
        (("unit", "year-9-history"), "no year `9`: name one of 3, 4 with --year"),
        (("unit", "history", "--subject", "history", "--year", "3"), "`units/history/unit.yaml` is there already"),
        (("topic", "rome", "--slot", "year-3/autumn-1"), "`rome` is no topic: write `unit/topic`"),
        (("topic", "histroy/greece", "--slot", "year-3/autumn-1"), "no unit `histroy`: did you mean `history`?"),
        (("topic", "../greece", "--slot", "year-3/autumn-1"), "`..` is no name for a folder"),
        (("topic", "history/greece/athens", "--slot", "year-3/autumn-2"), "`greece/athens` is no name for a folder"),
        (("topic", "history/greece"), "name the slot with --slot"),
        (("topic", "history/greece", "--slot", "autumn-2"), "name the slot with --slot"),
        (("topic", "history/greece", "--slot", "year-3/autumn-9"), "no half-term `autumn-9`"),
        (("topic", "history/greece", "--slot", "year-4/autumn-2"), "the unit `history` is taught in Year 3, not in Year 4"),
        (("topic", "history/greece", "--slot", "year-3/autumn-1"), "year-3/autumn-1/history is taken by `history/rome`"),
        (("topic", "history/rome"), "`units/history/rome/topic.yaml` is there already"),
        (("lesson", "history/roem"), "no topic `history/roem`: did you mean `history/rome`?"),
        (("lesson", "../rome"), "`..` is no name for a folder"),
    ],
)
def test_wrong_usage_is_explained_and_writes_nothing(arguments: tuple[str, ...], message: str, root: Path) -> None:
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    outcome = packager("new", *arguments, "--root", root)
    assert outcome.code == 2
    assert message in outcome.err
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    "text", ["year-3: {autumn-1: {history: *nobody}}\n", "year-3: &a {autumn-1: {history: history/rome}}\nyear-4: *a\n"]
)
def test_a_map_that_cannot_be_changed_stays_and_no_topic_is_begun(text: str, root: Path) -> None:
    (root / "curriculum/map.yaml").write_text(text)
    outcome = packager("new", "topic", "geography/coasts", "--slot", "year-3/autumn-1", "--root", root)
    assert (outcome.code, outcome.err.count("\n")) == (1, 1)
    assert (root / "curriculum/map.yaml").read_text() == text
    assert not (root / "units/geography/coasts").exists()
