"""`packager site`: it builds what is missing or stale, says so, and exits as other commands do."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.builders import TOPIC, write_curriculum
from tests.command import packager

pytestmark = pytest.mark.usefixtures("fast_renderers")


def test_what_is_not_built_is_built_first_and_said(tmp_path: Path) -> None:
    write_curriculum(tmp_path, {})
    outcome = packager("site", "--root", tmp_path)
    assert outcome.code == 0
    assert outcome.err.startswith(f"nothing is built in {tmp_path / 'build'}: building first")
    assert outcome.out.startswith(f"wrote {tmp_path / 'build' / 'site' / 'index.html'}: ")
    assert (tmp_path / "build/packs/y3-autumn-1-history-rome/y3-history-rome-booklet.pdf").is_file()
    assert (tmp_path / "build/site/topics/y3-autumn-1-history-rome.html").is_file()


def test_what_is_built_is_not_built_again(tmp_path: Path) -> None:
    write_curriculum(tmp_path, {})
    packager("site", "--root", tmp_path)
    assert packager("site", "--root", tmp_path).err == ""


def test_a_source_that_has_changed_is_built_again(tmp_path: Path) -> None:
    write_curriculum(tmp_path, {})
    packager("site", "--root", tmp_path)
    lesson = tmp_path / f"{TOPIC}/lesson-1.yaml"
    lesson.write_text("title: Eight hills\nchapter: [{text: Rome stands on eight hills.}]\n", "utf-8")
    later = (tmp_path / "build/index.json").stat().st_mtime_ns + 10**9
    os.utime(lesson, ns=(later, later))
    outcome = packager("site", "--root", tmp_path)
    assert outcome.err.startswith(f"`{TOPIC}/lesson-1.yaml` has changed since it was built: building first")
    assert "Eight hills" in (tmp_path / "build/site/topics/y3-autumn-1-history-rome.html").read_text("utf-8")


def test_a_shop_window_is_asked_for_by_name_and_may_stand_elsewhere(tmp_path: Path) -> None:
    write_curriculum(tmp_path, {})
    outcome = packager("site", "--root", tmp_path, "--public", "--out", tmp_path / "window")
    assert "for everyone to see" in outcome.out
    assert not list((tmp_path / "window").rglob("*.pptx"))


def test_errors_are_shown_and_what_can_be_shown_is(tmp_path: Path) -> None:
    write_curriculum(tmp_path, {f"{TOPIC}/lesson-1.yaml": "title: Rome\nchapters: []\n"})
    outcome = packager("site", "--root", tmp_path)
    assert outcome.code == 1 and "MDL" in outcome.err
    assert (tmp_path / "build/site/index.html").is_file()


def test_a_folder_without_a_curriculum_is_wrong_usage(tmp_path: Path) -> None:
    assert packager("site", "--root", tmp_path).code == 2
