"""`packager build`: what it says, what it exits with, and what it leaves alone. Files are rendered by fakes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.builders import TOPIC, lesson_text, write_curriculum
from tests.command import Outcome, packager

pytestmark = pytest.mark.usefixtures("fast_renderers")

TWO_TOPICS = {
    "curriculum/map.yaml": "year-3: {autumn-1: {history: history/rome, geography: geography/rivers}}\n",
    "units/geography/unit.yaml": "{title: Water, subject: geography, year: 3}\n",
    "units/geography/rivers/topic.yaml": "title: Rivers\n",
    "units/geography/rivers/lesson-1.yaml": lesson_text("Source to sea"),
}
ROME = "packs/y3-autumn-1-history-rome/y3-history-rome"
RIVERS = "packs/y3-autumn-1-geography-rivers/y3-geography-rivers"
ENDINGS = ("-booklet.docx", "-booklet.pdf", "-lesson-1.pptx", "-vocabulary.docx", "-vocabulary.pdf")
FAULT = {f"{TOPIC}/lesson-1.yaml": "title: Rome\nchapters: []\n"}


def build(root: Path, *arguments: object) -> Outcome:
    return packager("build", "--root", root, *arguments)


def files(out: Path) -> dict[str, bytes]:
    """Everything below a folder, by path."""
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


def listed(out: Path) -> dict[str, dict[str, Any]]:
    """The entries of `index.json` by path."""
    return {entry["path"]: entry for entry in json.loads((out / "index.json").read_text("utf-8"))["artifacts"]}


def test_every_topic_is_built_into_build(tmp_path: Path) -> None:
    write_curriculum(tmp_path, TWO_TOPICS)
    outcome = build(tmp_path)
    assert outcome.code == 0
    assert sorted(files(tmp_path / "build")) == ["index.json", *(RIVERS + e for e in ENDINGS), *(ROME + e for e in ENDINGS)]
    assert outcome.err.splitlines() == ["[1/2] geography/rivers", "[2/2] history/rome"]


def test_the_summary_says_what_where_and_how_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_curriculum(tmp_path, TWO_TOPICS)
    monkeypatch.chdir(tmp_path)
    assert packager("build").out.startswith("built 10 files for 2 topics in build/ in 0.")
    one = packager("build", "history/rome", "--out", "elsewhere").out
    assert one.startswith("built 5 files for 1 topic in elsewhere/ in 0.") and one.endswith(" s (no findings)\n")


@pytest.mark.parametrize("name", ["history/rome", "history/rome/", "units/history/rome"])
def test_a_topic_may_be_named(name: str, tmp_path: Path) -> None:
    write_curriculum(tmp_path, TWO_TOPICS)
    assert build(tmp_path, name).code == 0
    assert {entry["topic"] for entry in listed(tmp_path / "build").values()} == {"history/rome"}


@pytest.mark.parametrize(
    ("only", "endings"),
    [("booklet", ENDINGS[:2]), ("deck", ENDINGS[2:3]), ("vocabulary, deck", ENDINGS[2:]), ("booklet,deck,vocabulary", ENDINGS)],
)
def test_only_some_products(only: str, endings: tuple[str, ...], tmp_path: Path) -> None:
    write_curriculum(tmp_path, {})
    assert build(tmp_path, "--only", only).code == 0
    assert sorted(listed(tmp_path / "build")) == [ROME + ending for ending in endings]


def test_a_deck_built_alone_is_the_deck_built_with_all(tmp_path: Path) -> None:
    write_curriculum(tmp_path, {})
    build(tmp_path, "--out", tmp_path / "all")
    build(tmp_path, "--out", tmp_path / "alone", "--only", "deck")
    assert files(tmp_path / "alone")[f"{ROME}-lesson-1.pptx"] == files(tmp_path / "all")[f"{ROME}-lesson-1.pptx"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("history/roem",), "no topic `history/roem`: did you mean `history/rome`?"),
        (("--only", "decks"), "`decks` is no product: did you mean `deck`?"),
        (("--only", "posters"), "`posters` is no product: known are booklet, deck, vocabulary"),
    ],
)
def test_wrong_usage_exits_with_2_and_builds_nothing(arguments: tuple[str, ...], message: str, tmp_path: Path) -> None:
    write_curriculum(tmp_path, {})
    outcome = build(tmp_path, *arguments)
    assert outcome.code == 2
    assert message in outcome.err
    assert not (tmp_path / "build").exists()


def test_a_topic_with_errors_is_left_out_and_the_others_are_built(tmp_path: Path) -> None:
    write_curriculum(tmp_path, TWO_TOPICS | FAULT)
    outcome = build(tmp_path)
    assert outcome.code == 1
    assert "error[MDL002]" in outcome.err
    assert outcome.out.endswith("; left out because of errors: history/rome\n")
    assert sorted(files(tmp_path / "build")) == ["index.json", *(RIVERS + ending for ending in ENDINGS)]


def test_what_was_built_of_it_before_stays(tmp_path: Path) -> None:
    write_curriculum(tmp_path, TWO_TOPICS)
    build(tmp_path)
    before = files(tmp_path / "build")
    write_curriculum(tmp_path, TWO_TOPICS | FAULT)
    assert build(tmp_path).code == 1
    assert files(tmp_path / "build") == before


def test_a_build_in_which_every_topic_has_errors_touches_nothing(tmp_path: Path) -> None:
    write_curriculum(tmp_path, FAULT)
    assert build(tmp_path).code == 1
    assert not (tmp_path / "build").exists()


@pytest.mark.parametrize("content", ["title: Rome\ntitle: Roma\n", "", "titel: Rome\n"])
def test_a_topic_whose_own_file_is_faulty_is_left_out_by_name(content: str, tmp_path: Path) -> None:
    write_curriculum(tmp_path, TWO_TOPICS)
    build(tmp_path)
    before = files(tmp_path / "build")
    write_curriculum(tmp_path, TWO_TOPICS | {f"{TOPIC}/topic.yaml": content})
    for arguments in ((), ("history/rome",)):
        outcome = build(tmp_path, *arguments)
        assert outcome.code == 1
        assert "units/history/rome/topic.yaml:1:1: error" in outcome.err or "topic.yaml:2:1: error" in outcome.err
        assert outcome.out.endswith("left out because of errors: history/rome\n")
        assert files(tmp_path / "build") == before


def test_findings_of_other_topics_do_not_concern_a_build_of_one(tmp_path: Path) -> None:
    write_curriculum(tmp_path, TWO_TOPICS | FAULT)
    outcome = build(tmp_path, "geography/rivers")
    assert (outcome.code, outcome.err) == (0, "[1/1] geography/rivers\n")


def test_a_topic_without_lessons_has_no_files_and_is_no_error(tmp_path: Path) -> None:
    write_curriculum(tmp_path, {f"{TOPIC}/lesson-1.yaml": None})
    outcome = build(tmp_path)
    assert outcome.code == 0
    assert "warning[SEQ006]" in outcome.err
    assert files(tmp_path / "build") == {"index.json": b'{\n "artifacts": []\n}\n'}


def test_a_faulty_curriculum_builds_nothing(tmp_path: Path) -> None:
    write_curriculum(tmp_path, {"curriculum/curriculum.yaml": "title: [\n"})
    assert build(tmp_path).code == build(tmp_path, "history/rome").code == 1
    assert not (tmp_path / "build").exists()


@pytest.mark.parametrize("way", ["out", "packs", "pack", "index.json"])
def test_a_file_in_the_way_of_a_folder_is_one_clear_sentence(way: str, tmp_path: Path) -> None:
    write_curriculum(tmp_path, {})
    out = tmp_path / "out"
    blocking = {"out": out, "packs": out / "packs", "pack": out / ROME.rpartition("/")[0], "index.json": out / "index.json/x"}[way]
    blocking.parent.mkdir(parents=True, exist_ok=True)
    blocking.write_text("mine")
    outcome = build(tmp_path, "--out", out)
    assert outcome.code == 1
    assert [line[: len("error: cannot write `")] for line in outcome.err.splitlines()][-1] == "error: cannot write `"
    assert blocking.read_text() == "mine"
    assert not [path for path in tmp_path.rglob("*") if path.name.endswith(".part")]


def test_a_folder_that_not_even_root_can_write_is_one_clear_sentence(tmp_path: Path) -> None:
    write_curriculum(tmp_path, {})
    outcome = build(tmp_path, "--out", "/proc/packager")
    assert outcome.code == 1
    assert outcome.err.startswith("error: cannot write `/proc/packager/index.json`: ")
