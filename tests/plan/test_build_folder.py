"""The output folder: every file appears whole or not at all, and only what was built is removed."""

from __future__ import annotations

import errno
import json
import os
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from packager.plan.build_folder import BuildFolder, CannotWrite
from packager.plan.record import INDEX_FILE, Entry

CONTENT = b"a booklet"
ENTRY = Entry(
    path="packs/rome/booklet.pdf",
    product="booklet",
    format="pdf",
    topic="history/rome",
    lesson=None,
    edition="standard",
    year=3,
    audience="pupils",
    bytes=len(CONTENT),
    sha256=sha256(CONTENT).hexdigest(),
    fingerprint="0" * 64,
    sources=("units/history/rome/topic.yaml",),
)


@pytest.fixture
def folder(tmp_path: Path) -> BuildFolder:
    return BuildFolder(tmp_path / "build")


def everything(folder: BuildFolder) -> list[str]:
    return sorted(path.relative_to(folder.folder).as_posix() for path in folder.folder.rglob("*") if path.is_file())


def test_a_file_is_written_with_the_folders_above_it(folder: BuildFolder) -> None:
    folder.write(ENTRY.path, CONTENT)
    assert (folder.folder / ENTRY.path).read_bytes() == CONTENT
    assert everything(folder) == [ENTRY.path]


@pytest.mark.parametrize("failing", ["fsync", "replace"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO])
def test_a_full_disk_leaves_the_old_file_and_nothing_half_written(
    failing: str, code: int, folder: BuildFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.write(ENTRY.path, b"old")

    def fail(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(*(Path, "replace") if failing == "replace" else (os, "fsync"), fail)
    with pytest.raises(CannotWrite, match=f"cannot write `.*booklet.pdf`: {os.strerror(code)}"):
        folder.write(ENTRY.path, b"new" * 100)
    assert (folder.folder / ENTRY.path).read_bytes() == b"old"
    assert everything(folder) == [ENTRY.path]


def test_an_interrupt_leaves_the_old_file_and_nothing_half_written(folder: BuildFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.write(ENTRY.path, b"old")

    def interrupt(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        folder.write(ENTRY.path, b"new")
    assert (folder.folder / ENTRY.path).read_bytes() == b"old"
    assert everything(folder) == [ENTRY.path]


def test_a_folder_in_the_place_of_a_file_is_told(folder: BuildFolder) -> None:
    (folder.folder / ENTRY.path / "inner").mkdir(parents=True)
    with pytest.raises(CannotWrite, match="Is a directory"):
        folder.write(ENTRY.path, CONTENT)
    assert everything(folder) == []


def test_what_is_recorded_is_read_back_while_it_stands(folder: BuildFolder) -> None:
    gone = replace(ENTRY, path="packs/rome/gone.pdf")
    folder.write(ENTRY.path, CONTENT)
    folder.record([gone, ENTRY])
    assert folder.entries() == (ENTRY,)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"artifacts": 5}',
        '{"artifacts": [5]}',
        '{"artifacts": [{"path": "x"}]}',
        "[" * 100_000,
        json.dumps({"artifacts": [{"path": 5, "sources": []}]}),
    ],
)
def test_a_damaged_record_lists_nothing(text: str, folder: BuildFolder) -> None:
    folder.write(INDEX_FILE, text.encode())
    assert folder.entries() == ()


@pytest.mark.parametrize("path", ["../mine.txt", "/etc/hostname", "packs/../../mine.txt", "", "packs/" + "x" * 5000])
def test_a_record_that_names_what_is_outside_is_not_followed(path: str, folder: BuildFolder) -> None:
    (folder.folder.parent / "mine.txt").write_text("mine")
    folder.record([replace(ENTRY, path=path)])
    assert folder.entries() == ()


def test_a_file_that_was_built_is_removed_with_its_empty_folder(folder: BuildFolder) -> None:
    folder.write(ENTRY.path, CONTENT)
    assert folder.remove(ENTRY)
    assert not (folder.folder / "packs/rome").exists()
    assert folder.remove(ENTRY), "a second time it is gone already"


def test_a_file_that_was_changed_since_is_left_alone(folder: BuildFolder) -> None:
    folder.write(ENTRY.path, b"with a teacher's own notes")
    assert not folder.remove(ENTRY)
    assert everything(folder) == [ENTRY.path]


def test_a_folder_that_holds_more_is_left(folder: BuildFolder) -> None:
    folder.write(ENTRY.path, CONTENT)
    folder.write("packs/rome/mine.txt", b"mine")
    assert folder.remove(ENTRY)
    assert everything(folder) == ["packs/rome/mine.txt"]
