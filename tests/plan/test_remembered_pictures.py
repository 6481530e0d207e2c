"""What is known of pictures that stand as they stood; of every other it is found out anew."""

from __future__ import annotations

import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from packager.checks.pictures import picture_fault
from packager.plan import last_build
from packager.plan.remembered import Remembered
from packager.plan.remembered_pictures import RememberedPictures
from packager.plan.store import Store
from packager.source.files import OutsideRoot, SourceFolder
from tests.builders import SVG, picture, write_files

FILES = {"media/good.svg": SVG.encode(), "media/good.png": picture(), "media/bad.png": b"none", "media/odd.gif": b"GIF89a"}
NAMED = (*FILES, "media/gone.svg", "../outside.png", "media")


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file has stood for a while."""
    monkeypatch.setattr(last_build, "_TICK", -(10**12))


@pytest.fixture
def folder(tmp_path: Path) -> SourceFolder:
    return write_files(tmp_path / "in", FILES)


class Opened(SourceFolder):
    """A folder that knows which files were opened."""

    __slots__ = ("opened",)

    def read(self, path: str, at_most: int | None = None) -> bytes:
        self.opened.append(path)
        return SourceFolder.read(self, path, at_most)


def opened(folder: SourceFolder) -> Opened:
    watched = Opened(folder.root)
    object.__setattr__(watched, "opened", [])
    return watched


def remembered(tmp_path: Path, folder: SourceFolder) -> RememberedPictures:
    return RememberedPictures(Remembered(Store(tmp_path), "us"), folder)


def run(tmp_path: Path, folder: SourceFolder) -> list[str]:
    """The pictures that one run opens; what it finds out is what is so, and is kept."""
    watched = opened(folder)
    pictures = remembered(tmp_path, watched)
    for path in NAMED:
        assert pictures.fault_of(watched, path) == picture_fault(folder, path), path
    for path in FILES:
        assert pictures.digest_of(path) == sha256(folder.read(path)).digest(), path
    pictures.keep()
    return watched.opened  # type: ignore[no-any-return]


@pytest.mark.usefixtures("later")
def test_what_stands_as_it_stood_is_not_opened_again(tmp_path: Path, folder: SourceFolder) -> None:
    assert set(FILES) <= set(run(tmp_path, folder))
    assert set(run(tmp_path, folder)).isdisjoint(FILES)


def same_size(place: Path) -> None:
    place.write_bytes(SVG.replace("A5421C", "A5421D").encode())


def same_size_and_time(place: Path) -> None:
    before = place.stat()
    same_size(place)
    os.utime(place, ns=(before.st_atime_ns, before.st_mtime_ns))


def replaced(place: Path) -> None:
    place.rename(place.with_name("old.svg"))
    place.write_bytes(b"<svg/>")


CHANGES = {"grown": lambda place: place.write_bytes(SVG.encode() + b" "), "same size": same_size, "replaced": replaced}


@pytest.mark.usefixtures("later")
@pytest.mark.parametrize("change", [*CHANGES.values(), same_size_and_time], ids=[*CHANGES, "clock set back"])
def test_what_changed_is_opened_again(tmp_path: Path, folder: SourceFolder, change: Callable[[Path], object]) -> None:
    run(tmp_path, folder)
    change(folder.root / "media/good.svg")
    assert "media/good.svg" in run(tmp_path, folder)


@pytest.mark.usefixtures("later")
def test_what_is_gone_is_missed(tmp_path: Path, folder: SourceFolder) -> None:
    run(tmp_path, folder)
    (folder.root / "media/bad.png").unlink()
    pictures = remembered(tmp_path, folder)
    assert pictures.fault_of(folder, "media/bad.png") == picture_fault(folder, "media/bad.png")
    with pytest.raises(FileNotFoundError):
        pictures.digest_of("media/bad.png")
    with pytest.raises(OutsideRoot):
        pictures.digest_of("../outside.png")


def test_what_was_written_just_now_is_looked_at_again(tmp_path: Path, folder: SourceFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(last_build, "_TICK", 10**12)
    run(tmp_path, folder)
    assert set(FILES) <= set(run(tmp_path, folder))


@pytest.mark.usefixtures("later")
@pytest.mark.parametrize(
    "kept", [None, 1, [], [[1, 2], None, None], [[1, 2, 3], ["NONE", "x"], None], [[1, 2, 3], None, "zz"], [[1, 2, 3], 5, None]]
)
def test_what_is_not_as_it_is_kept_counts_as_not_there(tmp_path: Path, folder: SourceFolder, kept: object) -> None:
    Remembered(Store(tmp_path), "us").keep("pictures", dict.fromkeys(FILES, kept), str(folder.inside("")))
    assert set(FILES) <= set(run(tmp_path, folder))
