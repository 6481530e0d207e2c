"""What is kept of unchanged sources: every stage gives the same with it as without, and finds things out only once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from packager.checks.reading import count
from packager.checks.run import run_checks
from packager.model.curriculum import Curriculum
from packager.model.load import load
from packager.plan.remembered import Remembered
from packager.plan.remembered_chapters import RememberedChapters
from packager.plan.store import Store
from packager.sequence.inflection import known_lemmas
from packager.sequence.sequenced import Sequenced, sequence
from packager.sequence.teaching import teach
from packager.source.files import SourceFolder
from tests.sequence.small import small, topic, word

SLOTS = {"year-3/autumn-1/history": "history-3/egypt", "year-3/autumn-1/geography": "geography-3/rivers"}
LESSON = "units/history-3/egypt/lesson-1.yaml"


def write(root: Path, text: str = "The flood came.") -> Path:
    topics = {
        "history-3/egypt": topic(text, "Floods again, and the delta.", words=[word("flood"), word("silt", 2)]),
        "geography-3/rivers": topic("A flood, too early.", words=[word("delta")]),
    }
    small(root, SLOTS, topics)
    return root


def run(root: Path, kept: Remembered | None) -> tuple[Curriculum, Sequenced, tuple[Any, ...]]:
    """The curriculum, in time, and all that comes of it."""
    loaded, found = load(SourceFolder(root), kept.read) if kept else load(SourceFolder(root))
    assert loaded is not None
    in_time = sequence(loaded, kept.scan) if kept else sequence(loaded)
    taught = teach(in_time)
    scanned = dict(in_time.occurrences.scanned)
    return loaded, in_time, (found, dict(loaded.topics), scanned, taught.recall, run_checks(loaded, in_time))


def remembering(store: Store, made_by: str = "us") -> Remembered:
    return Remembered(store, made_by)


class Counted(Store):
    """A store that knows what was put into it."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.count = 0

    def put(self, key: str, content: bytes) -> None:
        self.count += 1
        super().put(key, content)


def test_everything_is_as_if_found_out_anew(tmp_path: Path) -> None:
    root, store = write(tmp_path / "in"), Counted(tmp_path / "store")
    fresh = run(root, None)[2]
    assert run(root, remembering(store))[2] == fresh and store.count == 9 + 3  # files, lessons
    assert run(root, remembering(store))[2] == fresh and store.count == 9 + 3
    assert fresh[-1], "findings are placed in files whose tree was kept"


def test_only_what_was_edited_is_found_out_anew(tmp_path: Path) -> None:
    root, store = write(tmp_path / "in"), Counted(tmp_path / "store")
    run(root, remembering(store))
    store.count = 0
    write(root, "Silt, and then the flood came.")
    assert run(root, remembering(store))[2] == run(root, None)[2]
    assert store.count == 2


def test_another_word_is_looked_for_in_every_lesson(tmp_path: Path) -> None:
    root, store = write(tmp_path / "in"), Counted(tmp_path / "store")
    run(root, remembering(store))
    place = root / "units/geography-3/rivers/topic.yaml"
    place.write_text(place.read_text("utf-8").replace("term: delta", "term: again"), "utf-8")
    store.count = 0
    assert run(root, remembering(store))[2] == run(root, None)[2]
    assert store.count == 1 + 3


@pytest.mark.parametrize("text", ["title: a\ntitle: b\n", "title: [", "", "title: !!binary x\nchapter: []\n"])
def test_a_file_with_findings_has_them_each_time(tmp_path: Path, text: str) -> None:
    root, kept = write(tmp_path / "in"), remembering(Store(tmp_path))
    (root / LESSON).write_text(text, "utf-8")
    anew = load(SourceFolder(root))[1]
    assert anew and load(SourceFolder(root), kept.read)[1] == anew == load(SourceFolder(root), kept.read)[1]


def test_what_is_damaged_is_found_out_anew(tmp_path: Path) -> None:
    root, store = write(tmp_path / "in"), Store(tmp_path)
    fresh = run(root, remembering(store))[2]
    for item in (path for path in store.folder.rglob("*") if path.is_file()):
        item.write_bytes(b"damaged")
    assert run(root, remembering(store))[2] == fresh


def test_a_store_that_cannot_be_written_changes_nothing(tmp_path: Path) -> None:
    root = write(tmp_path / "in")
    (tmp_path / "file").write_bytes(b"")
    assert run(root, remembering(Store(tmp_path / "file")))[2] == run(root, None)[2]


def test_another_packager_finds_everything_out_anew(tmp_path: Path) -> None:
    root, store = write(tmp_path / "in"), Counted(tmp_path / "store")
    run(root, remembering(store))
    store.count = 0
    run(root, remembering(store, "the next release"))
    assert store.count == 9 + 3


def test_lemmas_that_were_looked_up_are_known_to_the_next_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Counted(tmp_path)
    kept = remembering(store)
    monkeypatch.setitem(known_lemmas(), "floods", "flood")
    kept.keep_lemmas()
    kept.keep_lemmas()
    assert store.count == 1
    monkeypatch.delitem(known_lemmas(), "floods")
    again = remembering(store)
    again.recall_lemmas()
    assert known_lemmas()["floods"] == "flood"
    again.keep_lemmas()
    assert store.count == 1


@pytest.mark.parametrize("kept", [b"[]", b'{"floods": 1}', b"{", b"[" * 100_000])
def test_lemmas_that_are_none_are_left_alone(tmp_path: Path, kept: bytes) -> None:
    store, before = Store(tmp_path), dict(known_lemmas())
    store.put(remembering(store).key("lemmas", b""), kept)
    remembering(store).recall_lemmas()
    assert known_lemmas() == before


def test_chapters_are_counted_once_for_each_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write(tmp_path / "root")
    store = Store(tmp_path / "out")
    store.out.mkdir()
    kept = remembering(store)
    loaded, _, _ = run(root, kept)
    lessons = list(loaded.lessons())
    counts = RememberedChapters(kept)
    first = [counts.count_of(lesson) for lesson in lessons]
    counts.keep()
    assert first == [count(lesson) for lesson in lessons] and all(words and sentences for words, sentences in first)
    monkeypatch.setattr("packager.plan.remembered_chapters.count", lambda _: pytest.fail("counted"))
    again = RememberedChapters(kept)
    assert [again.count_of(lesson) for lesson in lessons] == first


@pytest.mark.parametrize("damage", [[1], ["1", "2"], None, {}, [1, 2.5], [True, True]])
def test_counts_that_are_damaged_are_counted_anew(damage: Any, tmp_path: Path) -> None:
    root = write(tmp_path / "root")
    store = Store(tmp_path / "out")
    store.out.mkdir()
    kept = remembering(store)
    loaded, _, _ = run(root, kept)
    lesson = next(iter(loaded.lessons()))
    kept.keep("chapters", {kept.files[lesson.file]: damage})
    assert RememberedChapters(kept).count_of(lesson) == count(lesson)
