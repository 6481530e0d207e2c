"""`packager build`: what it says, what it exits with, and what it leaves alone. Files are rendered by fakes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.builders import TOPIC, lesson_text, write_curriculum
from tests.command import Outcome, packager
from tests.packs import built_files

pytestmark = pytest.mark.usefixtures("fast_renderers")

TWO_TOPICS = {
    "curriculum/map.yaml": "year-3: {autumn-1: {history: history/rome, geography: geography/rivers}}\n",
    "units/geography/unit.yaml": "{title: Water, subject: geography, year: 3}\n",
    "units/geography/rivers/topic.yaml": "title: Rivers\n",
    "units/geography/rivers/lesson-1.yaml": lesson_text("Source to sea"),
}
ROME = "packs/y3-autumn-1-history-rome/y3-history-rome"
RIVERS = "packs/y3-autumn-1-geography-rivers/y3-geography-rivers"
BOOKLET = ("-booklet.docx", "-booklet.pdf")
GUIDE = ("-teacher-guide.docx", "-teacher-guide.pdf")
VOCABULARY = ("-vocabulary.docx", "-vocabulary.pdf")
ENDINGS = (*BOOKLET, "-flashcards.csv", "-lesson-1.pptx", *GUIDE, *VOCABULARY)
WHOLE = ("curriculum/curriculum-map-year-3.pdf", "curriculum/curriculum-map.xlsx")
FAULT = {f"{TOPIC}/lesson-1.yaml": "title: Rome\nchapters: []\n"}


def build(root: Path, *arguments: object) -> Outcome:
    return packager("build", "--root", root, *arguments)


def files(out: Path) -> dict[str, bytes]:
    """Everything below a folder, by path, but what only the next build reads."""
    found = {path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}
    return {path: content for path, content in found.items() if not path.startswith(".cache/") and path != "record.json"}


def listed(out: Path) -> dict[str, dict[str, Any]]:
    """The entries of `index.json` by path."""
    return {entry["path"]: entry for entry in json.loads((out / "index.json").read_text("utf-8"))["artifacts"]}


def test_every_topic_is_built_into_build(tmp_path: Path) -> None:
    write_curriculum(tmp_path, TWO_TOPICS)
    outcome = build(tmp_path)
    assert outcome.code == 0
    assert built_files(tmp_path / "build") >= {start + ending for start in (RIVERS, ROME) for ending in ENDINGS}
    assert outcome.err.splitlines() == ["[1/3] geography/rivers", "[2/3] history/rome", "[3/3] curriculum"]


def test_the_summary_says_what_where_and_how_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_curriculum(tmp_path, TWO_TOPICS)
    monkeypatch.chdir(tmp_path)
    only = ("--only", "booklet,deck,vocabulary")
    assert packager("build", *only).out.startswith("built 10 files for 2 topics in build/ in 0.")
    one = packager("build", "history/rome", "--out", "elsewhere", *only).out
    assert one.startswith("built 5 files for 1 topic in elsewhere/ in 0.") and one.endswith(" s (no findings)\n")


@pytest.mark.parametrize("name", ["history/rome", "history/rome/", "units/history/rome"])
def test_a_topic_may_be_named(name: str, tmp_path: Path) -> None:
    write_curriculum(tmp_path, TWO_TOPICS)
    assert build(tmp_path, name).code == 0
    assert {entry["topic"] for entry in listed(tmp_path / "build").values()} == {"history/rome"}


@pytest.mark.parametrize(
    ("only", "endings"),
    [
        ("booklet", BOOKLET),
        ("deck", ("-lesson-1.pptx",)),
        ("vocabulary, deck", ("-lesson-1.pptx", *VOCABULARY)),
        ("teacher-guide,flashcards", ("-flashcards.csv", *GUIDE)),
        ("booklet,deck,vocabulary,teacher-guide,flashcards", ENDINGS),
    ],
)
def test_only_some_products(only: str, endings: tuple[str, ...], tmp_path: Path) -> None:
    write_curriculum(tmp_path, {})
    assert build(tmp_path, "--only", only).code == 0
    assert sorted(listed(tmp_path / "build")) == [ROME + ending for ending in endings]


@pytest.mark.parametrize("product", ["deck", "teacher-guide", "vocabulary", "curriculum-map"])
def test_a_product_built_alone_is_the_product_built_with_all(product: str, tmp_path: Path) -> None:
    write_curriculum(tmp_path, {})
    build(tmp_path, "--out", tmp_path / "all")
    build(tmp_path, "--out", tmp_path / "alone", "--only", product)
    together, alone = listed(tmp_path / "all"), listed(tmp_path / "alone")
    assert alone == {path: entry for path, entry in together.items() if entry["product"] == product} != {}


@pytest.mark.parametrize(
    ("arguments", "built"),
    [
        ((), True),
        (("history/rome", "geography/rivers"), True),
        (("history/rome",), False),
        (("history/rome", "--only", "deck,curriculum-map"), True),
        (("--only", "deck"), False),
    ],
)
def test_the_map_is_built_with_all_topics_or_where_it_is_named(arguments: tuple[str, ...], built: bool, tmp_path: Path) -> None:
    write_curriculum(tmp_path, TWO_TOPICS)
    assert build(tmp_path, *arguments).code == 0
    assert [entry for entry in listed(tmp_path / "build") if entry.startswith("curriculum/")] == (list(WHOLE) if built else [])


def test_what_belongs_to_the_whole_curriculum_belongs_to_no_topic_and_is_for_teachers(tmp_path: Path) -> None:
    coverage = "hi.rome: {subject: history, text: Rome, source: ours}\n"
    words = "title: Rome\ncoverage: [hi.rome]\nvocabulary: [{term: hill, lesson: 1, meaning: high ground}]\n"
    write_curriculum(tmp_path, {"curriculum/coverage.yaml": coverage, f"{TOPIC}/topic.yaml": words})
    assert build(tmp_path, "--only", "curriculum-map,progression,coverage").code == 0
    entries = listed(tmp_path / "build")
    assert {path: (entry["product"], entry["format"], entry["year"]) for path, entry in entries.items()} == {
        "curriculum/curriculum-coverage.xlsx": ("coverage", "xlsx", None),
        "curriculum/curriculum-map-year-3.pdf": ("curriculum-map", "pdf", 3),
        "curriculum/curriculum-map.xlsx": ("curriculum-map", "xlsx", None),
        "curriculum/vocabulary-progression.pdf": ("progression", "pdf", None),
        "curriculum/vocabulary-progression.xlsx": ("progression", "xlsx", None),
    }
    assert {(entry["topic"], entry["lesson"], entry["audience"]) for entry in entries.values()} == {(None, None, "teachers")}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("history/roem",), "no topic `history/roem`: did you mean `history/rome`?"),
        (("--only", "decks"), "`decks` is no product: did you mean `deck`?"),
        (("--only", "posters"), "`posters` is no product: known are booklet, deck, vocabulary, teacher-guide, flashcards, curriculum-map"),
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
    assert outcome.out.endswith("; left out because of errors: history/rome, the files of the whole curriculum\n")
    assert {path.split("/")[1] for path in built_files(tmp_path / "build") if path.startswith("packs/")} == {RIVERS.split("/")[1]}


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
        left_out = "history/rome" if arguments else "history/rome, the files of the whole curriculum"
        assert outcome.out.endswith(f"left out because of errors: {left_out}\n")
        after = files(tmp_path / "build")
        kept = {path for path in before if path.startswith((ROME, "curriculum/"))}
        assert set(after) == set(before) and {path: after[path] for path in kept} == {path: before[path] for path in kept}


def test_findings_of_other_topics_do_not_concern_a_build_of_one(tmp_path: Path) -> None:
    write_curriculum(tmp_path, TWO_TOPICS | FAULT)
    outcome = build(tmp_path, "geography/rivers")
    assert (outcome.code, outcome.err) == (0, "[1/1] geography/rivers\n")


def test_a_topic_without_lessons_has_no_files_and_is_no_error(tmp_path: Path) -> None:
    write_curriculum(tmp_path, {f"{TOPIC}/lesson-1.yaml": None})
    outcome = build(tmp_path)
    assert outcome.code == 0
    assert "warning[SEQ006]" in outcome.err
    assert sorted(listed(tmp_path / "build")) == list(WHOLE)


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
    assert outcome.err.startswith("error: cannot write `/proc/packager`: ")
