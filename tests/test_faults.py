"""What a build leaves where it is interrupted, disturbed or short of room: whole files, which the next build completes."""

from __future__ import annotations

import json
import multiprocessing
import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from packager import pipeline
from packager.pipeline import EDITION_NAMES, PRODUCT_NAMES, Built
from packager.plan.build_folder import CannotWrite
from packager.plan.build_lock import locked
from packager.render import job
from tests.builders import TOPIC, lesson_text, write_curriculum
from tests.packs import built_files

KILLS = 50
FILES = {
    "curriculum/map.yaml": "year-3: {autumn-1: {history: history/rome}, autumn-2: {history: history/greece}}\n",
    **{f"{TOPIC}/lesson-{number}.yaml": lesson_text(f"The river {number}") for number in range(2, 7)},
    "units/history/greece/topic.yaml": "title: Greece\n",
    **{f"units/history/greece/lesson-{number}.yaml": lesson_text(f"Islands {number}") for number in range(1, 7)},
}
RECORDS = ("index.json", "content.json", "fit-report.txt")
COMMAND = [sys.executable, "-c", "from packager.cli.entry import main; main()", "build"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_curriculum(tmp_path / "root", FILES)
    return tmp_path / "root"


def build(root: Path, out: Path) -> Built:
    checked = pipeline.check(root)
    assert checked.curriculum is not None
    return pipeline.build(checked, out, sorted(checked.curriculum.topics), PRODUCT_NAMES, lambda *_: None, EDITION_NAMES)


def contents(out: Path) -> dict[str, bytes]:
    """What stands in an output folder and does not tell of this machine."""
    return {path: (out / path).read_bytes() for path in (*sorted(built_files(out)), *RECORDS) if (out / path).exists()}


def edition_of(root: Path, number: int) -> None:
    """The sources in one of two states that differ in every topic."""
    for topic in (TOPIC, "units/history/greece"):
        (root / topic / "lesson-1.yaml").write_text(lesson_text(f"Seven hills, told for the {number}. time"))


def undisturbed(root: Path, out: Path) -> dict[str, bytes]:
    build(root, out)
    return contents(out)


def assert_whole(out: Path) -> None:
    """Every file that stands is the whole text of a document, and every record can be read."""
    for path, content in contents(out).items():
        if path.endswith(".json"):
            json.loads(content)
        elif path != "fit-report.txt":
            assert content.endswith(b"]"), path


@pytest.mark.usefixtures("fast_renderers")
def test_a_kill_at_any_moment_leaves_whole_files_and_the_next_build_repairs_the_rest(root: Path, tmp_path: Path) -> None:
    wanted, usual = list[dict[str, bytes]](), 0.0
    for state in (0, 1):
        edition_of(root, state)
        started = time.perf_counter()
        wanted.append(undisturbed(root, tmp_path / f"undisturbed-{state}"))
        usual = time.perf_counter() - started
    out, chance, fork, cut_short = tmp_path / "out", random.Random(6), multiprocessing.get_context("fork"), 0
    for kill in range(KILLS):
        edition_of(root, kill % 2)
        builder = fork.Process(target=build, args=(root, out))
        builder.start()
        time.sleep(chance.uniform(0, 1.5 * usual))
        builder.kill()
        builder.join()
        cut_short += builder.exitcode == -signal.SIGKILL
        assert_whole(out)
        if kill % 5 == 4:  # most builds begin with what a killed one left
            build(root, out)
            assert contents(out) == wanted[kill % 2]
            assert not list(out.rglob(".*.part"))
    assert cut_short > KILLS / 4


@contextmanager
def holding(out: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that has the lock of a folder."""
    code = (
        "from pathlib import Path\nfrom packager.plan.build_lock import locked\n"
        f"with locked(Path({str(out)!r})):\n print('has it', flush=True)\n input()"
    )
    holder = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None and holder.stdout.readline() == "has it\n"
    try:
        yield holder
    finally:
        holder.kill()
        holder.communicate()


@pytest.mark.usefixtures("fast_renderers")
def test_two_builds_at_once_do_not_meet_in_one_folder(root: Path) -> None:
    out = root / "build"
    with holding(out) as holder:
        with pytest.raises(CannotWrite, match=rf"^another build is writing to `.*build` \(process {holder.pid}\); wait until it is done"):
            build(root, out)
        assert not built_files(out)
    build(root, out)
    assert built_files(out)


@pytest.mark.usefixtures("fast_renderers")
def test_the_lock_of_a_dead_build_does_not_hold(root: Path) -> None:
    out = root / "build"
    with holding(out) as holder:
        holder.kill()
        holder.wait()
        assert build(root, out).written
        with locked(out):
            pass


def test_what_a_killed_build_left_half_written_is_swept_up(root: Path, fast_renderers: None) -> None:
    out = root / "build"
    build(root, out)
    (out / "packs/.y3-booklet.pdf.part").write_bytes(b"%PDF")
    build(root, out)
    assert not list(out.rglob(".*.part"))


def run_with_little_room(root: Path, out: Path, largest: int) -> subprocess.CompletedProcess[str]:
    """A build that may write no file of more than `largest` bytes, as when a disk is full."""
    limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))  # noqa: E731
    command = [*COMMAND, "--root", str(root), "--out", str(out), "--jobs", "1", "--only", "flashcards,deck"]
    return subprocess.run(command, preexec_fn=limit, capture_output=True, text=True, check=False)


def test_a_disk_without_room_is_one_sentence_and_loses_nothing(tmp_path: Path) -> None:
    write_curriculum(tmp_path, {f"{TOPIC}/topic.yaml": "title: Rome\nvocabulary: [{term: hill, lesson: 1, meaning: high ground}]\n"})
    out = tmp_path / "build"
    assert run_with_little_room(tmp_path, out, 10_000_000).returncode == 0
    before = contents(out)
    (tmp_path / TOPIC / "lesson-1.yaml").write_text(lesson_text("Eight hills"))
    ran = run_with_little_room(tmp_path, out, 20_000)
    assert ran.returncode == 1
    assert ran.stderr.splitlines()[-1].startswith(f"error: cannot write `{out}/packs/") and "Traceback" not in ran.stderr
    assert contents(out) == before
    assert run_with_little_room(tmp_path, out, 10_000_000).returncode == 0
    assert contents(out) != before


def test_a_full_volume_is_one_sentence(tmp_path: Path) -> None:
    write_curriculum(tmp_path / "root", {})
    volume = tmp_path / "volume"
    volume.mkdir()
    if (
        os.geteuid()
        or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "none", volume], capture_output=True, check=False).returncode
    ):
        pytest.skip("only root can make a small volume")
    try:
        ran = run_with_little_room(tmp_path / "root", volume / "build", 10_000_000)
        assert (ran.returncode, "Traceback" in ran.stderr) == (1, False)
        assert ran.stderr.splitlines()[-1].startswith(f"error: cannot write `{volume}/build")
        assert "No space left on device" in ran.stderr
        assert not list(volume.rglob("*.part"))
    finally:
        subprocess.run(["umount", volume], check=True)


@pytest.mark.usefixtures("fast_renderers")
def test_another_lock_builds_everything_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = root / "build"
    first = build(root, out)
    assert not build(root, out).written
    monkeypatch.setattr(job, "renderer_version", lambda: "typst 99")
    assert len(build(root, out).written) == len(first.written)


DAMAGE = {
    "truncated": lambda text: text[: len(text) // 2],
    "of another version": lambda text: text.replace('"version":1', '"version":0').replace('"artifacts"', '"files"'),
    "edited by hand": lambda text: (
        text.replace('"pages":{', '"pages":{"lesson-1":"one",').replace('"sha256": "', '"sha256": "0').replace("pupils", "both")
    ),
    "of another kind": lambda text: "[]",
    "gone": lambda text: "",
}


@pytest.mark.usefixtures("fast_renderers")
@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
@pytest.mark.parametrize("record", ["index.json", "content.json", ".cache/outcomes.json", "fit-report.txt"])
def test_a_damaged_record_costs_only_time(root: Path, record: str, damage: object) -> None:
    out = root / "build"
    wanted = undisturbed(root, out)
    file = out / record
    file.write_text(damage(file.read_text()))  # type: ignore[operator]
    build(root, out)
    assert contents(out) == wanted
