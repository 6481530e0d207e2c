"""Exit codes, and the same bytes from every process."""

from __future__ import annotations

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from packager import pipeline
from packager.cli.root import COMMANDS
from tests.builders import TOPIC, lesson_text, write_curriculum
from tests.command import packager
from tests.packs import built_files

COMMAND = [sys.executable, "-c", "from packager.cli.entry import main; main()"]


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("check", "-h"), ("new", "topic", "--help")])
def test_help_exits_with_0(arguments: tuple[str, ...]) -> None:
    outcome = packager(*arguments)
    assert (outcome.code, bool(outcome.out)) == (0, True)


@pytest.mark.parametrize("arguments", [(), ("biuld",), ("--nonsense",), ("check", "--format", "xml"), ("new",), ("new", "unit")])
def test_wrong_usage_exits_with_2(arguments: tuple[str, ...]) -> None:
    assert packager(*arguments).code == 2


def test_commands_are_listed_in_the_order_in_which_a_newcomer_meets_them() -> None:
    listed = packager("--help").out.rpartition("Commands:")[2]
    assert [line.split()[0] for line in listed.strip().splitlines()] == list(COMMANDS)
    assert COMMANDS[:2] == ("check", "build")


def test_an_interrupt_exits_with_130(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: object) -> None:
        raise KeyboardInterrupt

    write_curriculum(tmp_path, {})
    monkeypatch.setattr(pipeline, "load", interrupted)
    outcome = packager("check", "--root", tmp_path)
    assert (outcome.code, outcome.err.strip()) == (130, "interrupted; every file that was written is whole")


def test_a_reader_that_goes_away_is_no_fault(tmp_path: Path) -> None:
    write_curriculum(tmp_path, {f"units/stray-{number}.txt": "" for number in range(2000)})
    process = subprocess.Popen([*COMMAND, "check", "--root", tmp_path], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.close()
    _, err = process.communicate(timeout=60)
    assert "Traceback" not in err


def test_another_process_on_another_day_gives_the_same_bytes(tmp_path: Path) -> None:
    write_curriculum(tmp_path, {f"{TOPIC}/topic.yaml": "title: Rome\nvocabulary: [{term: hill, lesson: 1, meaning: high ground}]\n"})
    (tmp_path / TOPIC / "lesson-1.yaml").write_text(lesson_text(quiz="[{ask: How many?, answer: 7, wrong: [1, 2, 3]}]"))
    digests = [_built(tmp_path, name, seed, zone) for name, seed, zone in (("a", "1", "Asia/Tokyo"), ("b", "2", "America/Lima"))]
    assert digests[0] == digests[1]
    assert len(built_files(tmp_path / "a")) >= 5


def _built(root: Path, name: str, seed: str, zone: str) -> dict[str, str]:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"}
    subprocess.run([*COMMAND, "build", "--root", root, "--out", root / name], env=environment, check=True, capture_output=True)
    files = (path for path in (root / name).rglob("*") if path.is_file() and path.name != "record.json" and ".cache" not in path.parts)
    return {path.relative_to(root / name).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}
