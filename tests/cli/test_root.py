"""Which folder a command works on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import TOPIC, write_curriculum
from tests.command import packager


@pytest.mark.parametrize("arguments", [("--root", "{}", "check"), ("check", "--root", "{}"), ("--root={}", "check")])
def test_the_root_may_stand_before_or_after_the_command(arguments: tuple[str, ...], tmp_path: Path) -> None:
    write_curriculum(tmp_path, {})
    assert packager(*(part.format(tmp_path) for part in arguments)).code == 0


@pytest.mark.parametrize("before", [True, False])
def test_so_it_may_with_the_commands_of_new(before: bool, tmp_path: Path) -> None:
    write_curriculum(tmp_path, {})
    root, command = ("--root", tmp_path), ("new", "unit", "year-4-history")
    assert packager(*(*root, *command) if before else (*command, *root)).code == 0
    assert (tmp_path / "units/year-4-history/unit.yaml").is_file()


def test_without_it_the_nearest_one_upwards_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_curriculum(tmp_path, {})
    monkeypatch.chdir(tmp_path / TOPIC)
    assert packager("check").out == "no findings\n"


def test_no_root_anywhere_is_wrong_usage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = packager("check")
    assert outcome.code == 2
    assert "no folder here or above holds curriculum/ and units/" in outcome.err


@pytest.mark.parametrize("name", ["empty", "missing"])
def test_a_folder_that_is_no_root_is_wrong_usage(name: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for command in ("check", "build", "schema"):
        assert packager(command, "--root", tmp_path / name).code == 2
