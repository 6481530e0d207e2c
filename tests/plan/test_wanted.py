"""The files that a topic is compiled into, and the digest of what each is made of."""

from __future__ import annotations

from pathlib import Path

import pytest

from packager.model.curriculum import Curriculum
from packager.plan.artifact import Artifact
from packager.plan.fingerprint import fingerprint, images_in
from packager.plan.wanted import PRODUCTS, counted_for, targets, wanted
from packager.sequence.sequenced import sequence
from packager.sequence.teaching import teach
from tests.builders import SVG, TOPIC, curriculum, lesson_text

FIGURE = "[{text: Rome stands on seven hills.}, {figure: {image: media/hill.svg, alt: a hill, credit: ours}}]"
FILES = {
    f"{TOPIC}/topic.yaml": "title: Rome\nvocabulary: [{term: hill, lesson: 1, meaning: high ground}]\n",
    f"{TOPIC}/lesson-1.yaml": f"title: Seven hills\nchapter: {FIGURE}\n",
    f"{TOPIC}/lesson-2.yaml": lesson_text("The river"),
    f"{TOPIC}/media/hill.svg": SVG,
}


def artifacts(root: Path, files: dict[str, str] | None = None) -> dict[str, Artifact]:
    """What is wanted of the topic, by the end of the path; also for the file's name alone."""
    loaded = curriculum(root, FILES | (files or {}))
    return {artifact.path.rpartition("rome-")[2]: artifact for artifact in wanted(teach(sequence(loaded)), loaded.topics["history/rome"])}


def digests(root: Path, files: dict[str, str] | None = None) -> dict[str, str]:
    loaded = curriculum(root, FILES | (files or {}))
    return {name: _digest(loaded, artifact) for name, artifact in artifacts(root, files).items()}


def _digest(loaded: Curriculum, artifact: Artifact) -> str:
    return fingerprint(artifact.document, loaded.theme, loaded.folder.read, artifact.format, {})


def test_what_a_topic_has_for_pupils_and_for_teachers(tmp_path: Path) -> None:
    found = artifacts(tmp_path)
    audience = {name: artifact.audience for name, artifact in found.items()}
    pupils, teachers = ("booklet.pdf", "booklet.docx"), ("lesson-1.pptx", "lesson-2.pptx")
    assert list(audience) == [
        *pupils,
        *teachers,
        "vocabulary.docx",
        "vocabulary.pdf",
        "teacher-guide.docx",
        "teacher-guide.pdf",
        "flashcards.csv",
    ]
    assert {name for name, reader in audience.items() if reader == "teachers"} == {*teachers, "teacher-guide.docx", "teacher-guide.pdf"}
    assert {name: a.lesson for name, a in found.items() if a.lesson} == {"lesson-1.pptx": 1, "lesson-2.pptx": 2}
    assert {a.path.rpartition("/")[0] for a in found.values()} == {"packs/y3-autumn-1-history-rome"}


def test_its_sources_are_the_files_it_is_made_of(tmp_path: Path) -> None:
    found = artifacts(tmp_path)
    shared = ("units/history/unit.yaml", f"{TOPIC}/topic.yaml")
    assert found["lesson-2.pptx"].sources == (*shared, f"{TOPIC}/lesson-2.yaml")
    assert found["lesson-1.pptx"].sources == (*shared, f"{TOPIC}/lesson-1.yaml", f"{TOPIC}/media/hill.svg")
    assert set(found["booklet.pdf"].sources) == {*shared, f"{TOPIC}/lesson-1.yaml", f"{TOPIC}/lesson-2.yaml", f"{TOPIC}/media/hill.svg"}


def test_a_topic_without_lessons_has_none(tmp_path: Path) -> None:
    loaded = curriculum(tmp_path, {f"{TOPIC}/lesson-1.yaml": None, "curriculum/map.yaml": "year-3: {}\n"})
    assert targets(loaded, loaded.topics["history/rome"]) == ()


def test_the_digest_is_the_same_in_another_folder_and_with_comments(tmp_path: Path) -> None:
    commented = {path: f"# a comment\n{text}" for path, text in FILES.items() if path.endswith(".yaml")}
    assert digests(tmp_path / "a") == digests(tmp_path / "b", commented)


@pytest.mark.parametrize(
    ("files", "changed"),
    [
        (
            {f"{TOPIC}/lesson-2.yaml": lesson_text("The Tiber")},
            {"booklet.pdf", "booklet.docx", "lesson-2.pptx", "vocabulary", "teacher-guide"},
        ),
        ({f"{TOPIC}/media/hill.svg": SVG.replace("#A5421C", "#000000")}, {"booklet.pdf", "booklet.docx", "lesson-1.pptx"}),
        ({"curriculum/theme/theme.yaml": "credit_note: Ours\n"}, {"booklet", "lesson", "vocabulary", "teacher-guide", "flashcards"}),
    ],
    ids=["a lesson", "a picture", "the theme"],
)
def test_the_digest_changes_with_what_the_file_is_made_of(files: dict[str, str], changed: set[str], tmp_path: Path) -> None:
    before, after = digests(tmp_path / "before"), digests(tmp_path / "after", files)
    assert {name for name in before if before[name] != after[name]} >= {name for name in before if name in changed}
    assert {name for name in before if before[name] != after[name]} <= {n for n in before if n.startswith(tuple(changed))}


def test_pictures_are_found_wherever_they_stand(tmp_path: Path) -> None:
    found = artifacts(tmp_path)
    assert {name: [image.path for image in images_in(a.document)] for name, a in found.items() if "1" in name or "pdf" in name} == {
        "booklet.pdf": [f"{TOPIC}/media/hill.svg"],
        "lesson-1.pptx": [f"{TOPIC}/media/hill.svg"],
        "vocabulary.pdf": [],
        "teacher-guide.pdf": [],
    }


def test_what_is_counted_is_rendered_first(tmp_path: Path) -> None:
    assert counted_for({"vocabulary", "flashcards"}) == frozenset()
    assert counted_for({"deck"}) == {("booklet", "pdf")}
    assert counted_for({"teacher-guide"}) == {("booklet", "pdf"), ("deck", "pptx")}
    names = [product.name for product in PRODUCTS]
    assert all(names.index(need) <= names.index(product.name) for product in PRODUCTS for need in product.needs)
