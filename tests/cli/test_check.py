"""`packager check`: what it prints in each format, for which paths, and its exit code."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.builders import TOPIC, write_curriculum
from tests.command import packager

WARNED = {"units/notes.txt": "later"}
FAULTY = {f"{TOPIC}/lesson-1.yaml": "title: Hills\ntitle: Seven hills\nchapter:\n  - text: On seven hills.\n"}


def test_nothing_to_find_is_said_and_exits_with_0(tmp_path: Path) -> None:
    write_curriculum(tmp_path, {})
    outcome = packager("check", "--root", tmp_path)
    assert (outcome.code, outcome.out, outcome.err) == (0, "no findings\n", "")


def test_warnings_alone_exit_with_0(tmp_path: Path) -> None:
    write_curriculum(tmp_path, WARNED)
    outcome = packager("check", "--root", tmp_path)
    assert outcome.code == 0
    assert outcome.out.endswith("\n1 warning\n")


def test_an_error_exits_with_1_and_is_shown_with_its_line_and_hint(tmp_path: Path) -> None:
    write_curriculum(tmp_path, FAULTY)
    outcome = packager("check", "--root", tmp_path)
    assert outcome.code == 1
    assert outcome.out == (
        "units/history/rome/lesson-1.yaml:2:1: error[SRC002]: key `title` stands twice in one mapping (duplicate-key)\n"
        "    2 | title: Seven hills\n"
        "        ^\n"
        "  units/history/rome/lesson-1.yaml:1:1: first here\n"
        "    1 | title: Hills\n"
        "        ^\n"
        "  hint: keep one of the two\n"
        "\n"
        "1 error\n"
    )


def test_json_is_a_list_with_exactly_these_keys(tmp_path: Path) -> None:
    write_curriculum(tmp_path, FAULTY)
    outcome = packager("check", "--root", tmp_path, "--format", "json")
    assert outcome.code == 1
    assert outcome.findings == [
        {
            "code": "SRC002",
            "name": "duplicate-key",
            "severity": "error",
            "message": "key `title` stands twice in one mapping",
            "hint": "keep one of the two",
            "file": "units/history/rome/lesson-1.yaml",
            "line": 2,
            "column": 1,
            "related": [{"message": "first here", "file": "units/history/rome/lesson-1.yaml", "line": 1, "column": 1}],
        }
    ]


def test_json_of_nothing_is_an_empty_list(tmp_path: Path) -> None:
    write_curriculum(tmp_path, {})
    outcome = packager("check", "--format", "json", "--root", tmp_path)
    assert (outcome.code, outcome.findings) == (0, [])


def test_github_shows_a_line_a_finding(tmp_path: Path) -> None:
    write_curriculum(tmp_path, FAULTY | WARNED)
    outcome = packager("check", "--root", tmp_path, "--format", "github")
    assert outcome.code == 1
    error, warning = outcome.out.splitlines()
    assert error == (
        "::error file=units/history/rome/lesson-1.yaml,line=2,col=1,title=SRC002 duplicate-key"
        "::key `title` stands twice in one mapping%0Ahint: keep one of the two"
    )
    assert warning.startswith("::warning file=units/notes.txt,line=1,col=1,title=SEQ008 stray-file::")


@pytest.mark.parametrize("path", ["units/history/rome/lesson-1.yaml", "units/history/rome", "units/history/rome/", "units", "."])
def test_a_path_limits_what_is_shown(path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_curriculum(tmp_path, FAULTY)
    monkeypatch.chdir(tmp_path)
    assert packager("check", path).code == 1
    assert packager("check", "units/history/rome/topic.yaml", "curriculum").out == "no findings\n"


def test_a_path_may_be_given_from_the_root_or_from_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_curriculum(tmp_path, FAULTY)
    monkeypatch.chdir(tmp_path / TOPIC)
    assert packager("check", "lesson-1.yaml").code == packager("check", f"{TOPIC}/lesson-1.yaml").code == 1
    assert packager("check", tmp_path / TOPIC / "topic.yaml").code == 0


def test_a_path_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    write_curriculum(tmp_path, {})
    outcome = packager("check", "--root", tmp_path, "units/histroy")
    assert outcome.code == 2
    assert "`units/histroy` is no file or folder of the curriculum" in outcome.err


def test_a_link_that_leads_outside_can_be_asked_about_and_is_not_shown(tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("password: 1234\n")
    root = tmp_path / "root"
    write_curriculum(root, {f"{TOPIC}/lesson-1.yaml": None})
    (root / TOPIC / "lesson-1.yaml").symlink_to(tmp_path / "secret.yaml")
    outcome = packager("check", "--root", root, f"{TOPIC}/lesson-1.yaml")
    assert outcome.code == 1
    assert "error[SRC010]" in outcome.out and "1234" not in outcome.out


def test_a_name_that_is_no_utf_8_is_reported(tmp_path: Path) -> None:
    write_curriculum(tmp_path, {})
    (tmp_path / os.fsdecode(b"units/caf\xe9.txt")).write_text("x")
    for format_name in ("text", "json", "github"):
        outcome = packager("check", "--root", tmp_path, "--format", format_name)
        assert (outcome.code, "SEQ008" in outcome.out) == (0, True)


def test_excerpts_come_from_yaml_only(tmp_path: Path) -> None:
    write_curriculum(tmp_path, {"units/notes.txt": "not to be shown\n"})
    assert "not to be shown" not in packager("check", "--root", tmp_path).out
