"""The files of a curriculum: what is inside the root, what leads out, and in which order they come."""

from __future__ import annotations

from pathlib import Path

import pytest

from packager.source.files import Entry, OutsideRoot, SourceFolder, beside, nearest_root
from tests.builders import write_files


def test_entries_are_sorted_and_without_hidden_files(tmp_path: Path) -> None:
    folder = write_files(tmp_path, {"units/b.yaml": "", "units/a/c.yaml": "", "units/.git/d": "", "units/B.yaml": ""})
    assert list(folder.entries("units")) == [Entry("units/B.yaml", False), Entry("units/a", True), Entry("units/b.yaml", False)]
    assert [entry.name for entry in folder.entries("units")] == ["B.yaml", "a", "b.yaml"]
    assert list(folder.entries("nowhere")) == list(folder.entries("units/b.yaml")) == []


@pytest.mark.parametrize("path", ["../secret", "/etc/passwd", "units/../../secret", "out", "units/out/secret"])
def test_what_leads_out_is_not_read(tmp_path: Path, path: str) -> None:
    (tmp_path / "secret").write_text("x")
    folder = write_files(tmp_path / "root", {"units/a": "a"})
    (tmp_path / "root" / "out").symlink_to(tmp_path / "secret")
    (tmp_path / "root" / "units" / "out").symlink_to(tmp_path)
    with pytest.raises(OutsideRoot):
        folder.read(path)
    assert not folder.is_file(path) and list(folder.entries("units/out")) == []


def test_links_inside_are_followed(tmp_path: Path) -> None:
    folder = write_files(tmp_path, {"units/a": "a"})
    (tmp_path / "b").symlink_to("units/a")
    assert folder.read("b") == folder.read("units/../units/a") == b"a"
    assert folder.size("b") == 1 and folder.is_file("b")


def test_a_root_that_is_a_link_is_a_root(tmp_path: Path) -> None:
    write_files(tmp_path / "real", {"units/a": "a"})
    (tmp_path / "link").symlink_to("real")
    assert SourceFolder(tmp_path / "link").read("units/a") == b"a"


def test_what_stands_there_has_a_name(tmp_path: Path) -> None:
    folder = write_files(tmp_path, {"a": ""})
    (tmp_path / "b").symlink_to("nowhere")
    assert folder.names("a") and folder.names("b") and not folder.names("c")
    assert not folder.is_file("b") and not folder.is_file("")


@pytest.mark.parametrize(
    ("file", "target", "expected"),
    [
        ("units/a/b/lesson-1.yaml", "media/x.svg", "units/a/b/media/x.svg"),
        ("units/a/b/lesson-1.yaml", "./media//x.svg", "units/a/b/media/x.svg"),
        ("units/a/b/lesson-1.yaml", "../c/x.svg", "units/a/c/x.svg"),
        ("units/a/b/lesson-1.yaml", "../../../../x.svg", "../x.svg"),
        ("units/a/b/lesson-1.yaml", "/etc/passwd", "/etc/passwd"),
    ],
)
def test_beside(file: str, target: str, expected: str) -> None:
    assert beside(file, target) == expected


def test_the_nearest_root_is_found_upwards(tmp_path: Path) -> None:
    write_files(tmp_path, {"curriculum/a": "", "units/h/r/a": "", "other/units/a": ""})
    assert nearest_root(tmp_path / "units" / "h" / "r") == tmp_path
    assert nearest_root(tmp_path / "other") == tmp_path
    assert nearest_root(tmp_path.parent) is None
