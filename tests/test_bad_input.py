"""Bad input is a clear finding at its place: never a traceback, a half-written file or an endless run."""

from __future__ import annotations

import json
import os
import re
import resource
import signal
import subprocess
import sys
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.bad_input import BAD, SOUND, write_bad_input
from tests.builders import TOPIC, lesson_text, write_curriculum
from tests.command import packager
from tests.packs import built_files
from tests.validators import OFFICE, open_xml_faults, pdf_faults

SECONDS = 20
KILOBYTES = 1_500_000
COMMAND = [sys.executable, "-c", "from packager.cli.entry import main; main()"]


@dataclass(frozen=True)
class Run:
    """A command that ran in a process of its own."""

    code: int
    out: str
    err: str
    seconds: float
    kilobytes: int


def run(*arguments: object, largest_file: int = resource.RLIM_INFINITY) -> Run:
    """Runs `packager` in a process that may not take more than 4 GB of addresses, nor write a larger file."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (4_000_000_000, 4_000_000_000))
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))

    start = time.monotonic()
    process = subprocess.Popen(
        [*COMMAND, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=limit,
    )
    out, err = process.communicate(timeout=300)
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    assert "Traceback" not in err, err
    return Run(process.returncode, out, err, time.monotonic() - start, most)


@dataclass(frozen=True)
class Hostile:
    """The hostile curriculum after one check and one build of it all."""

    root: Path
    check: Run
    build: Run
    findings: dict[str, list[dict[str, Any]]]

    def built(self, name: str) -> list[Path]:
        """What was built of a topic."""
        entries = json.loads((self.root / "build/index.json").read_text("utf-8"))["artifacts"]
        return [self.root / "build" / entry["path"] for entry in entries if entry["topic"] == f"history/{name}"]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Hostile:
    root = tmp_path_factory.mktemp("hostile") / "root"
    write_bad_input(root)
    check = run("check", "--root", root, "--format", "json")
    build = run("build", "--root", root)
    findings: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for finding in json.loads(check.out):
        findings[Path(finding["file"]).parts[2]].append(finding)
    return Hostile(root, check, build, findings)


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_found_at_its_place(name: str, hostile: Hostile) -> None:
    bad = BAD[name]
    errors = [finding for finding in hostile.findings[name] if finding["severity"] == "error"]
    assert {(f["code"], f["file"], f["line"]) for f in errors} == {(bad.code, f"units/history/{name}/{bad.file}", bad.line)}


@pytest.mark.parametrize("name", BAD)
def test_nothing_is_built_of_it(name: str, hostile: Hostile) -> None:
    assert hostile.built(name) == []
    assert f"history/{name}" in hostile.build.out


@pytest.mark.parametrize("name", SOUND)
def test_what_is_unusual_but_sound_is_built(name: str, hostile: Hostile) -> None:
    warning = SOUND[name][0]
    assert {finding["severity"] for finding in hostile.findings[name]} <= {"warning"}
    assert warning is None or warning in {finding["code"] for finding in hostile.findings[name]}
    assert len(hostile.built(name)) >= 5
    for path in hostile.built(name):
        faults = open_xml_faults if path.suffix in OFFICE else pdf_faults
        assert path.suffix not in (*OFFICE, ".pdf") or faults(path) == [], path


def test_a_check_ends_soon_and_within_its_memory(hostile: Hostile) -> None:
    assert hostile.check.code == 1
    assert hostile.check.seconds < SECONDS
    assert hostile.check.kilobytes < KILOBYTES


def test_a_build_leaves_whole_files_only_and_runs_nothing(hostile: Hostile) -> None:
    assert hostile.build.code == 1
    whole = {path.relative_to(hostile.root / "build").as_posix() for name in SOUND for path in hostile.built(name)}
    assert {path for path in built_files(hostile.root / "build") if path.startswith("packs/")} == whole
    assert not list(hostile.root.rglob("pwned")) and not Path("pwned").exists()


def test_nothing_outside_the_root_is_printed(hostile: Hostile) -> None:
    shown = run("check", "--root", hostile.root)
    assert "a secret" not in shown.out + hostile.check.out + hostile.build.err


@pytest.mark.parametrize(
    ("file", "content", "code"),
    [
        ("curriculum/curriculum.yaml", None, "SRC011"),
        ("curriculum/curriculum.yaml", "", "SRC008"),
        ("curriculum/curriculum.yaml", b"\xff\xfe", "SRC003"),
        ("curriculum/map.yaml", None, "SRC011"),
        ("curriculum/map.yaml", "- year-3\n", "SRC008"),
        ("curriculum/map.yaml", "year-3: {autumn-1: history/rome}\n", "MDL003"),
        ("units/history/unit.yaml", "{title: [", "SRC001"),
        (f"{TOPIC}/topic.yaml", "title: Rome\nvocabulary: {term: hill}\n", "MDL003"),
    ],
)
def test_a_bad_file_elsewhere_stops_the_build_of_what_needs_it(file: str, content: str | None, code: str, tmp_path: Path) -> None:
    write_curriculum(tmp_path, {file: content})
    checked = packager("check", "--root", tmp_path, "--format", "json")
    assert (checked.code, code in checked.codes) == (1, True)
    assert packager("build", "--root", tmp_path).code == 1
    assert not (tmp_path / "build/packs").exists()


def test_a_disk_that_takes_no_more_is_one_clear_sentence_and_leaves_whole_files_only(tmp_path: Path) -> None:
    write_curriculum(tmp_path, {})
    full = run("build", "--root", tmp_path, "--only", "vocabulary,deck", largest_file=20_000)
    assert full.code == 1
    assert re.fullmatch(r"error: cannot write `.*/packs/.*`: File too large\n", full.err)
    listed = {entry["path"] for entry in json.loads((tmp_path / "build/index.json").read_text("utf-8"))["artifacts"]}
    assert built_files(tmp_path / "build") == listed


def test_a_build_that_is_interrupted_exits_with_130_and_leaves_whole_files_only(tmp_path: Path) -> None:
    lessons = {f"{TOPIC}/lesson-{number}.yaml": lesson_text(f"Hill {number}") for number in range(1, 9)}
    write_curriculum(tmp_path, lessons | {f"{TOPIC}/topic.yaml": "title: Rome\n"})
    process = subprocess.Popen([*COMMAND, "build", "--root", tmp_path], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    deadline = time.monotonic() + 120
    while not (tmp_path / "build/.cache/lock-owner").exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=120)
    assert process.returncode == 130
    assert err.splitlines()[-1] == "interrupted; every file that was written is whole"
    listed = {entry["path"] for entry in json.loads((tmp_path / "build/index.json").read_text("utf-8"))["artifacts"]}
    assert built_files(tmp_path / "build") == listed


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes")
def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(tmp_path: Path) -> None:
    write_curriculum(tmp_path, {f"{TOPIC}/lesson-1.yaml": None})
    os.mkfifo(tmp_path / TOPIC / "lesson-1.yaml")
    checked = run("check", "--root", tmp_path)
    assert (checked.code, "SRC010" in checked.out) == (1, True)
