"""`packager build --edition`: which files are made, how they are named, and which pages they quote. Files are rendered by fakes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.builders import write_curriculum
from tests.command import packager
from tests.packs import built_files

pytestmark = pytest.mark.usefixtures("fast_renderers")

ROME = "packs/y3-autumn-1-history-rome/y3-history-rome"
FILES = {"curriculum/map.yaml": "year-3: {autumn-1: {history: history/rome}}\n"}
PRODUCTS = ("booklet", "teacher-guide", "vocabulary")


def build(root: Path, *arguments: str) -> set[str]:
    """The names of what stands in the pack after a build."""
    outcome = packager("build", "--root", root, *arguments)
    assert outcome.code == 0, outcome.err
    return {path.removeprefix(f"{ROME}-") for path in built_files(root / "build") if path.startswith(ROME)}


def in_edition(name: str) -> set[str]:
    ending = "" if name == "standard" else f"-{name}"
    return {f"{product}{ending}.{extension}" for product in PRODUCTS for extension in ("docx", "pdf")}


def test_only_the_standard_edition_is_made_unless_another_is_asked_for(tmp_path: Path) -> None:
    write_curriculum(tmp_path, FILES)
    assert build(tmp_path) == {*in_edition("standard"), "lesson-1.pptx", "flashcards.csv"}


@pytest.mark.parametrize(
    "arguments",
    [("--edition", "large-print,easy-read"), ("--edition", "large-print", "--edition", "easy-read")],
    ids=["at once", "one by one"],
)
def test_editions_are_asked_for_at_once_or_one_by_one(arguments: tuple[str, ...], tmp_path: Path) -> None:
    write_curriculum(tmp_path, FILES)
    assert build(tmp_path, *arguments) == in_edition("large-print") | in_edition("easy-read")


def test_what_has_no_editions_comes_with_the_standard_one(tmp_path: Path) -> None:
    write_curriculum(tmp_path, FILES)
    made = build(tmp_path, "--edition", "standard,ink-saver")
    assert made == {*in_edition("standard"), *in_edition("ink-saver"), "lesson-1.pptx", "flashcards.csv"}


def test_editions_of_an_earlier_build_stay_and_are_listed(tmp_path: Path) -> None:
    write_curriculum(tmp_path, FILES)
    build(tmp_path, "--edition", "ink-saver")
    assert build(tmp_path) >= in_edition("ink-saver")
    entries = json.loads((tmp_path / "build/index.json").read_text("utf-8"))["artifacts"]
    named = {entry["path"].rpartition("rome-")[2]: entry["edition"] for entry in entries if entry["topic"]}
    assert named["booklet-ink-saver.pdf"] == "ink-saver" and named["booklet.pdf"] == named["lesson-1.pptx"] == "standard"


def test_a_selection_of_products_holds_for_editions_too(tmp_path: Path) -> None:
    write_curriculum(tmp_path, FILES)
    made = build(tmp_path, "--only", "vocabulary", "--edition", "easy-read")
    assert made == {"vocabulary-easy-read.docx", "vocabulary-easy-read.pdf"}


def test_an_edition_that_there_is_not_is_wrong_usage(tmp_path: Path) -> None:
    write_curriculum(tmp_path, FILES)
    outcome = packager("build", "--root", tmp_path, "--edition", "large")
    assert outcome.code == 2 and "`large` is no edition" in outcome.err
