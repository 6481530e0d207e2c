"""What documents are made of: wherever an author changes something, each topic whose documents change has other inputs.

The shipped curriculum is changed at one place of each kind (`lesson.chapter[].timeline.events[].text`, say), one after the other.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from packager.model.load import load
from packager.plan.inputs import Inputs
from packager.plan.known_documents import KnownDocuments
from packager.plan.remembered import Remembered
from packager.plan.store import Store
from packager.plan.wanted import document_name, wanted
from packager.sequence.sequenced import sequence
from packager.sequence.teaching import Teaching, teach
from packager.source.files import SourceFolder

ROOT = Path(__file__).parents[2]
MORE = " The Nile, the monsoon and the delta; Ayodhya, a pharaoh."
"""Words of every topic, so that an addition also changes what comes back where."""
KEPT = frozenset({"image", "licence", "url", "term", "topic", "unit", "colour", "pattern", "date", "language", "base", "how", "kind"})
"""Fields in which words are not allowed, or mean another thing."""

Place = tuple[str, tuple[str | int, ...]]
Seen = dict[str, tuple[dict[str, bytes], bytes]]
"""Of each topic, the digests of its documents and of its inputs."""


@cache
def trees() -> dict[str, Any]:
    files = sorted(path for folder in ("curriculum", "units") for path in (ROOT / folder).rglob("*.yaml"))
    return {path.relative_to(ROOT).as_posix(): yaml.safe_load(path.read_text("utf-8")) for path in files}


def places() -> dict[str, Place]:
    """One text of each kind, by the name of its kind."""
    found: dict[str, Place] = {}
    for file, tree in trees().items():
        for path in texts(tree):
            if path and not KEPT & set(path):
                kind = re.sub(r"-\d+$", "", Path(file).stem) + "".join("[]" if isinstance(step, int) else f".{step}" for step in path)
                found.setdefault(kind, (file, path))
    return {kind: place for kind, place in found.items() if kind.startswith(("lesson", "topic", "unit"))}


def texts(tree: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    steps = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for step, value in steps:
        yield from texts(value, (*path, step))
    if isinstance(tree, str) and " " in tree:
        yield path


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("inputs")
    for folder in ("curriculum", "units"):
        shutil.copytree(ROOT / folder, root / folder)
    return root


def change(root: Path, place: Place, more: str = MORE) -> None:
    file, path = place
    tree = yaml.safe_load((ROOT / file).read_text("utf-8"))
    there = tree
    for step in path[:-1]:
        there = there[step]
    there[path[-1]] += more
    (root / file).write_text(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False), "utf-8")


def taught(root: Path) -> tuple[Teaching, Remembered]:
    known = Remembered(Store(root / "out"), "us")
    curriculum, _ = load(SourceFolder(root), known.read)
    assert curriculum is not None
    return teach(sequence(curriculum, known.scan)), known


def seen(root: Path) -> Seen:
    teaching, known = taught(root)
    inputs, found = Inputs(teaching, known.files), Seen()
    for topic in teaching.curriculum.topics.values():
        artifacts = wanted(teaching, topic)
        found[topic.id] = {document_name(each.product, each.lesson): each.told.digest for each in artifacts}, inputs.of(topic)
    return found


@pytest.fixture(scope="module")
def before(copied: Path) -> Seen:
    (copied / "out").mkdir()
    for file in trees():  # as a change writes them, so that only the change differs
        (copied / file).write_text(yaml.safe_dump(trees()[file], allow_unicode=True, sort_keys=False), "utf-8")
    return seen(copied)


@pytest.mark.parametrize("kind", places())
def test_a_document_changes_only_where_its_inputs_do(kind: str, copied: Path, before: Seen) -> None:
    file = copied / places()[kind][0]
    untouched = file.read_bytes()
    change(copied, places()[kind])
    try:
        now = seen(copied)
    finally:
        file.write_bytes(untouched)
    assert now.keys() == before.keys(), "the change stopped a topic: leave its field out"
    for topic, (documents, inputs) in now.items():
        assert documents == before[topic][0] or inputs != before[topic][1], topic


def test_prose_without_words_of_others_concerns_its_own_topic_alone(copied: Path, before: Seen) -> None:
    file = next(file for file in trees() if file.endswith("rivers/lesson-1.yaml"))
    path = next(path for path in texts(trees()[file]) if path[0] == "chapter" and path[-1] == "text")
    untouched = (copied / file).read_bytes()
    change(copied, (file, path), " Nobody knows why.")
    try:
        now = seen(copied)
    finally:
        (copied / file).write_bytes(untouched)
    assert [topic for topic in now if now[topic][1] != before[topic][1]] == ["year-3-geography/rivers"]


def test_what_is_known_is_not_composed_again(copied: Path, before: Seen, monkeypatch: pytest.MonkeyPatch) -> None:
    teaching, known = taught(copied)
    topic = teaching.curriculum.topics["year-3-geography/rivers"]
    first = KnownDocuments(teaching, known).wanted(topic, {"standard"})
    again = KnownDocuments(teaching, known)
    monkeypatch.setattr("packager.plan.wanted._compose", lambda *_: pytest.fail("composed"))
    assert [each.told for each in again.wanted(topic, {"standard"})] == [each.told for each in first]
    assert [each.sources for each in again.wanted(topic, {"standard"})] == [each.sources for each in first]
