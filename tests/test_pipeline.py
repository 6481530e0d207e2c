"""What a build leaves in the output folder, build after build. Files are rendered by fakes."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from packager import pipeline
from packager.pipeline import PRODUCT_NAMES, Built
from packager.plan.build_folder import BuildFolder, CannotWrite
from packager.render import job
from packager.render.renderer import Context, Rendered
from tests.builders import TOPIC, lesson_text, write_curriculum
from tests.packs import built_files

pytestmark = pytest.mark.usefixtures("fast_renderers")

BASE = {
    "curriculum/map.yaml": "year-3: {autumn-1: {history: history/rome}, autumn-2: {history: history/greece}}\n",
    f"{TOPIC}/lesson-2.yaml": lesson_text("The river"),
    "units/history/greece/topic.yaml": "title: Greece\n",
    "units/history/greece/lesson-1.yaml": lesson_text("Islands"),
}
ROME = "packs/y3-autumn-1-history-rome/y3-history-rome"
GREECE = "packs/y3-autumn-2-history-greece/y3-history-greece"
BOOKLET = ("-booklet.docx", "-booklet.pdf")
WHOLE = (*BOOKLET, "-flashcards.csv", "-teacher-guide.docx", "-teacher-guide.pdf", "-vocabulary.docx", "-vocabulary.pdf")
"""The files of the whole topic."""
MAP = ("curriculum/curriculum-map-year-3.pdf", "curriculum/curriculum-map.xlsx")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_curriculum(tmp_path / "root", BASE)
    return tmp_path / "root"


def build(root: Path, topics: Iterable[str] | None = None, products: Iterable[str] = PRODUCT_NAMES) -> Built:
    checked = pipeline.check(root)
    assert checked.curriculum is not None
    asked = sorted(checked.curriculum.topics) if topics is None else topics
    return pipeline.build(checked, root / "build", asked, products, lambda *_: None)


def standing(root: Path) -> set[str]:
    return built_files(root / "build")


def index(root: Path) -> dict[str, dict[str, Any]]:
    return {entry["path"]: entry for entry in json.loads((root / "build/index.json").read_text("utf-8"))["artifacts"]}


def test_the_index_lists_every_file_with_every_field(root: Path) -> None:
    build(root)
    entries = index(root)
    assert set(entries) == standing(root)
    assert list(entries) == sorted(entries)
    deck = entries[f"{ROME}-lesson-2.pptx"]
    content = (root / "build" / deck["path"]).read_bytes()
    assert len(deck.pop("fingerprint")) == 64
    assert deck == {
        "path": "packs/y3-autumn-1-history-rome/y3-history-rome-lesson-2.pptx",
        "product": "deck",
        "format": "pptx",
        "topic": "history/rome",
        "lesson": 2,
        "edition": "standard",
        "year": 3,
        "audience": "teachers",
        "programme": "Small",
        "bytes": len(content),
        "sha256": sha256(content).hexdigest(),
        "sources": ["units/history/unit.yaml", f"{TOPIC}/topic.yaml", f"{TOPIC}/lesson-2.yaml"],
    }


def test_two_builds_give_the_same_bytes(root: Path) -> None:
    build(root)
    first = {path: (root / "build" / path).read_bytes() for path in (*standing(root), "index.json")}
    shutil.rmtree(root / "build")
    build(root, ["history/greece"])
    build(root, ["history/rome"], ["deck"])
    build(root, ["history/rome"], ["booklet", "vocabulary", "flashcards"])
    build(root, ["history/rome"], ["teacher-guide", "curriculum-map"])
    assert {path: (root / "build" / path).read_bytes() for path in (*standing(root), "index.json")} == first


def test_a_build_tells_only_what_it_wrote_but_the_index_lists_all(root: Path) -> None:
    build(root, ["history/rome"])
    built = build(root, ["history/greece"], ["booklet"])
    assert {entry.path for entry in built.written} == {GREECE + ending for ending in BOOKLET}
    assert set(index(root)) == standing(root)
    assert standing(root) == {*(GREECE + e for e in BOOKLET), *(ROME + e for e in (*WHOLE, "-lesson-1.pptx", "-lesson-2.pptx"))}


def test_a_file_that_somebody_deleted_leaves_the_index(root: Path) -> None:
    build(root)
    (root / "build" / f"{ROME}-booklet.pdf").unlink()
    build(root, ["history/greece"])
    assert f"{ROME}-booklet.pdf" not in index(root)


def test_files_of_a_deleted_lesson_are_removed(root: Path) -> None:
    build(root)
    (root / TOPIC / "lesson-2.yaml").unlink()
    build(root)
    assert f"{ROME}-lesson-2.pptx" not in standing(root)
    assert set(index(root)) == standing(root)


def test_another_programme_in_the_same_folder_keeps_its_files(root: Path) -> None:
    build(root)
    first = standing(root)
    programme = root / "curriculum/curriculum.yaml"
    programme.write_text(programme.read_text("utf-8").replace("title: Small", "title: Other"), "utf-8")
    shutil.rmtree(root / TOPIC)
    write_curriculum_map(root, "year-3: {autumn-2: {history: history/greece}}\n")
    build(root)
    assert first <= standing(root)
    assert set(index(root)) == standing(root)


@pytest.mark.parametrize("topics", [["history/greece"], []], ids=["building another", "building nothing"])
def test_files_of_a_deleted_topic_are_removed_with_their_folder(topics: list[str], root: Path) -> None:
    build(root)
    shutil.rmtree(root / TOPIC)
    write_curriculum_map(root, "year-3: {autumn-2: {history: history/greece}}\n")
    build(root, topics)
    assert standing(root) == set(index(root)) == {f"{GREECE}-lesson-1.pptx", *(GREECE + ending for ending in WHOLE), *MAP}
    assert not (root / "build" / ROME).parent.exists()


def write_curriculum_map(root: Path, text: str) -> None:
    (root / "curriculum/map.yaml").write_text(text)


def test_files_of_a_topic_that_moves_to_another_half_term_move(root: Path) -> None:
    build(root)
    write_curriculum_map(root, "year-3: {spring-1: {history: history/rome}, autumn-2: {history: history/greece}}\n")
    text = (root / "curriculum/curriculum.yaml").read_text().replace("autumn-2]", "autumn-2, spring-1]")
    (root / "curriculum/curriculum.yaml").write_text(text)
    build(root)
    assert {path.split("/")[1] for path in standing(root) - set(MAP)} == {"y3-spring-1-history-rome", "y3-autumn-2-history-greece"}


def test_a_file_that_was_edited_since_stays_when_its_lesson_goes(root: Path) -> None:
    build(root)
    edited = root / "build" / f"{ROME}-lesson-2.pptx"
    edited.write_bytes(b"with a teacher's own slides")
    (root / TOPIC / "lesson-2.yaml").unlink()
    build(root)
    assert edited.read_bytes() == b"with a teacher's own slides"


def test_what_no_build_wrote_stays(root: Path) -> None:
    build(root)
    mine = ["build/README.md", "build/packs/mine.txt", f"build/{ROME}-lesson-7.pptx", f"build/{ROME.rpartition('/')[0]}/notes.txt"]
    for path in mine:
        (root / path).write_text("mine")
    shutil.rmtree(root / TOPIC)
    build(root)
    assert all((root / path).read_text() == "mine" for path in mine)


@pytest.mark.parametrize(
    ("file", "content"),
    [(f"{TOPIC}/topic.yaml", "title: [\n"), (f"{TOPIC}/lesson-2.yaml", "title: [\n"), ("units/history/unit.yaml", "x\n")],
)
def test_nothing_is_removed_of_a_topic_that_cannot_be_read(file: str, content: str, root: Path) -> None:
    build(root)
    before = standing(root)
    (root / file).write_text(content)
    build(root)
    assert standing(root) == set(index(root)) == before


@pytest.mark.parametrize("folder", ["units", "units/history", TOPIC])
def test_nothing_is_removed_of_a_topic_in_a_folder_that_cannot_be_looked_into(folder: str, root: Path, tmp_path: Path) -> None:
    build(root)
    before = standing(root)
    (root / folder).rename(tmp_path / "away")
    (root / folder).symlink_to(tmp_path / "away")
    build(root, [])
    assert standing(root) == before


def test_a_write_that_fails_leaves_whole_files_all_of_them_in_the_index(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write, count = BuildFolder.write, iter(range(100))

    def fails_at_the_fourth(folder: BuildFolder, path: str, content: bytes) -> None:
        if next(count) == 3:
            raise CannotWrite(f"cannot write `{path}`: No space left on device")
        write(folder, path, content)

    monkeypatch.setattr(BuildFolder, "write", fails_at_the_fourth)
    with pytest.raises(CannotWrite, match="No space left"):
        build(root)
    assert standing(root) == set(index(root)) != set()


def test_an_interrupt_leaves_whole_files_all_of_them_in_the_index(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = BuildFolder.write

    def interrupted(folder: BuildFolder, path: str, content: bytes) -> None:
        if path.endswith("rome-lesson-1.pptx"):
            raise KeyboardInterrupt
        write(folder, path, content)

    monkeypatch.setattr(BuildFolder, "write", interrupted)
    with pytest.raises(KeyboardInterrupt):
        build(root)
    assert standing(root) == set(index(root)) == {f"{GREECE}-lesson-1.pptx", *(GREECE + e for e in WHOLE), *(ROME + e for e in BOOKLET)}


def test_what_does_not_fit_is_found_at_its_place(root: Path) -> None:
    (root / f"{TOPIC}/lesson-2.yaml").write_text(lesson_text("x" * 201))
    found = [str(d.span) for d in build(root, ["history/rome"]).found if d.code == "FIT001"]
    assert found == [f"{TOPIC}/lesson-2.yaml:1:8"]


def test_what_an_author_allows_not_to_fit_is_not_found(root: Path) -> None:
    allow = "allow: [{rule: FIT001, because: it is the name of a place}]\n"
    (root / f"{TOPIC}/lesson-2.yaml").write_text(lesson_text("x" * 201) + allow)
    assert [d.code for d in build(root, ["history/rome"]).found if d.code in ("FIT001", "ALW001")] == []


def test_what_does_not_fit_weighs_what_the_policy_says(root: Path) -> None:
    programme = root / "curriculum/curriculum.yaml"
    programme.write_text(programme.read_text("utf-8").replace("policy: {", "policy: {severity: {FIT001: error}, "), "utf-8")
    (root / f"{TOPIC}/lesson-2.yaml").write_text(lesson_text("x" * 201))
    assert [d.is_error for d in build(root, ["history/rome"]).found if d.code == "FIT001"] == [True]


def test_decks_are_arranged_with_the_pages_of_the_booklet(root: Path) -> None:
    build(root, ["history/rome"], ["deck"])
    assert "('lesson-1', 3), ('lesson-2', 4)" in (root / "build" / f"{ROME}-lesson-1.pptx").read_text("utf-8")


def test_the_teacher_guide_knows_the_pages_of_the_booklet_and_the_slides_of_the_decks(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Context] = []

    def render_deck(document: Any, context: Context) -> Rendered:
        return Rendered(b"deck", slides={document.id: 14 + document.number})

    def render_guide(document: Any, context: Context) -> Rendered:
        seen.append(context)
        return Rendered(b"guide")

    renderers = {**job.RENDERERS, ("deck", "pptx"): render_deck, ("teacher-guide", "pdf"): render_guide}
    monkeypatch.setattr(job, "RENDERERS", renderers)
    built = build(root, ["history/rome"], ["teacher-guide"])
    assert {entry.product for entry in built.written} == {"teacher-guide"}
    assert (dict(seen[0].pages), dict(seen[0].slides)) == ({"lesson-1": 3, "lesson-2": 4}, {"lesson-1": 15, "lesson-2": 16})


def test_the_map_of_a_curriculum_with_an_error_stays_as_it_was(root: Path) -> None:
    build(root, products=["curriculum-map"])
    before = [(root / "build" / path).read_bytes() for path in MAP]
    (root / f"{TOPIC}/lesson-2.yaml").write_text("title: [")
    (root / "curriculum/map.yaml").write_text("year-4: {autumn-1: {history: {planned: Carthage}}}\n")
    assert build(root, products=["curriculum-map"]).whole_left_out
    assert [(root / "build" / path).read_bytes() for path in MAP] == before


def test_the_poster_of_a_year_that_leaves_the_map_is_removed(root: Path) -> None:
    build(root, products=PRODUCT_NAMES)
    for path in ("curriculum/map.yaml", "units/history/unit.yaml"):
        (root / path).write_text((root / path).read_text().replace("year-3", "year-4").replace("year: 3", "year: 4"))
    build(root, products=PRODUCT_NAMES)
    assert {path for path in standing(root) if path.startswith("curriculum/")} == {
        "curriculum/curriculum-map-year-4.pdf",
        "curriculum/curriculum-map.xlsx",
    }


def test_nothing_of_the_whole_curriculum_is_built_with_some_topics_only(root: Path) -> None:
    build(root, ["history/rome"], PRODUCT_NAMES)
    assert not [path for path in standing(root) if path.startswith("curriculum/")]
    build(root, None, PRODUCT_NAMES)
    assert [path for path in sorted(standing(root)) if path.startswith("curriculum/")] == list(MAP)


def said(root: Path) -> dict[str, Any]:
    topics: dict[str, Any] = json.loads((root / "build/content.json").read_text("utf-8"))["topics"]
    return topics


def test_the_content_tells_what_each_topic_that_stands_there_says(root: Path) -> None:
    build(root)
    assert set(said(root)) == {"history/rome", "history/greece"}
    passage = next(item for item in said(root)["history/rome"]["items"] if item["kind"] == "passage")
    assert (passage["id"], passage["lesson"], passage["audience"]) == ("lesson-1/chapter/1/1", 1, "pupils")
    assert passage["text"] == "Rome stands on seven hills."


def test_the_content_of_topics_that_are_not_built_now_stays_as_their_files_do(root: Path) -> None:
    build(root)
    before = said(root)
    for path in (TOPIC, "units/history/greece"):
        (root / path / "lesson-1.yaml").write_text(lesson_text("New"))
    build(root, ["history/rome"])
    assert said(root)["history/rome"] != before["history/rome"]
    assert said(root)["history/greece"] == before["history/greece"]


def test_the_content_of_a_topic_that_is_gone_goes(root: Path) -> None:
    build(root)
    shutil.rmtree(root / TOPIC)
    write_curriculum_map(root, "year-3: {autumn-2: {history: history/greece}}\n")
    build(root)
    assert set(said(root)) == {"history/greece"}
