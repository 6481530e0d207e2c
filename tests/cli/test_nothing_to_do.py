"""A build that has nothing to do says so at once, and never when it has. Files are rendered by fakes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from packager.cli import unchanged
from packager.plan import last_build
from packager.source import read_yaml
from tests.builders import TOPIC, lesson_text, write_curriculum
from tests.command import Outcome, packager

pytestmark = pytest.mark.usefixtures("fast_renderers")
NOTHING = "nothing to do: "


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(last_build, "_TICK", -(10**15))  # what was written this instant counts as settled: tests do not wait
    write_curriculum(tmp_path, {f"{TOPIC}/lesson-2.yaml": lesson_text("The river")})
    assert build(tmp_path).out.startswith("built ")
    return tmp_path


def build(root: Path, *arguments: object) -> Outcome:
    return packager("build", "--root", root, *arguments)


def is_quick(root: Path, *arguments: object) -> bool:
    """Whether a build is answered without looking into any source."""
    out = unchanged.says_unchanged(["--root", str(root), *map(str, arguments)])
    assert build(root, *arguments).out.startswith(NOTHING if out else "")
    return out


def lesson(root: Path) -> Path:
    return root / TOPIC / "lesson-1.yaml"


def deck(root: Path) -> Path:
    return next((root / "build").rglob("*-lesson-1.pptx"))


def test_the_second_build_has_nothing_to_do(root: Path) -> None:
    assert is_quick(root)
    assert is_quick(root, "--jobs", "2")
    assert is_quick(root, "--jobs=2")


def test_another_wish_is_another_build(root: Path) -> None:
    assert not unchanged.says_unchanged(["--root", str(root), "--only", "deck"])
    assert not unchanged.says_unchanged(["--root", str(root), "--out", str(root / "other")])
    assert not unchanged.says_unchanged(["--root", str(root), "--help"])


CHANGES: dict[str, Callable[[Path], object]] = {
    "a source is edited": lambda root: lesson(root).write_text(lesson(root).read_text().replace("Rome", "Roma")),
    "a source is edited to the same length": lambda root: lesson(root).write_text(lesson(root).read_text()[:-2] + "x\n"),
    "a source is added": lambda root: (root / TOPIC / "notes.txt").write_text("x"),
    "a source is removed": lambda root: (root / TOPIC / "lesson-2.yaml").unlink(),
    "a file is removed": lambda root: deck(root).unlink(),
    "a file is altered": lambda root: deck(root).write_bytes(b"x" * deck(root).stat().st_size),
    "the index is removed": lambda root: (root / "build/index.json").unlink(),
    "the record is removed": lambda root: (root / "build/record.json").unlink(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_changes_is_seen(root: Path, change: Callable[[Path], object]) -> None:
    change(root)
    assert not is_quick(root)
    assert is_quick(root)


def test_a_source_edited_with_its_clock_set_back_is_seen(root: Path) -> None:
    before, file = lesson(root).stat(), lesson(root)
    file.write_text(file.read_text()[:-2] + "x\n")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (file.stat().st_size, file.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    assert not is_quick(root)


def test_files_from_the_future_are_as_good_as_others(root: Path) -> None:
    future = 4_000_000_000
    os.utime(lesson(root), (future, future))
    assert not is_quick(root)
    assert is_quick(root)


def test_what_changed_this_instant_is_looked_at_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(last_build, "_TICK", 10**15)
    lesson(root).touch()
    assert not is_quick(root)
    assert not is_quick(root)


@pytest.mark.parametrize("installed", ["another packager", "another library"])
def test_another_packager_builds_again(root: Path, installed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(last_build, "made_by", lambda: [installed])
    assert not is_quick(root)


DAMAGED = {
    "empty": "",
    "truncated": '{"version":1,"asked":[],"roo',
    "no object": "[1]",
    "of an older version": '{"version":0}',
    "edited by hand": '{"version":1,"asked":[],"root":1,"made_by":0,"inputs":{"a":3},"outputs":{"b":null},"said":"","findings":""}',
    "with a field too many": '{"version":1,"more":1}',
    "very deep": "[" * 100_000,
}


@pytest.mark.parametrize("text", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_record_costs_only_time(root: Path, text: str) -> None:
    (root / "build/record.json").write_text(text)
    assert not is_quick(root)
    assert is_quick(root)


def test_warnings_are_told_again(root: Path) -> None:
    (root / TOPIC / "lesson-3.txt").write_text("x")
    assert "warning[SEQ008]: `lesson-3.txt` is not read" in build(root).err
    again = build(root)
    assert again.out.endswith("are current (2 warnings)\n")
    assert "warning[SEQ008]: `lesson-3.txt` is not read" in again.err


def test_a_build_with_errors_is_never_taken_for_done(root: Path) -> None:
    lesson(root).write_text("title: 1\nnonsense: 2\n")
    assert build(root).code == 1
    assert not is_quick(root)
    assert build(root).code == 1


def test_a_comment_writes_no_file(root: Path) -> None:
    files = [path for path in (root / "build").rglob("*") if path.is_file() and path.name not in ("record.json", "lock")]
    before = {path: path.stat().st_mtime_ns for path in files if "made" not in path.parts}  # what is found out may be kept
    lesson(root).write_text("# a comment\n" + lesson(root).read_text())
    assert build(root).out.startswith(NOTHING)
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_the_record_is_plain_json(root: Path) -> None:
    record = json.loads((root / "build/record.json").read_text("utf-8"))
    assert record["asked"] == [] and record["root"] == str(root.resolve())
    stat = lesson(root).stat()
    assert record["inputs"][f"{TOPIC}/lesson-1.yaml"] == [stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns]
    assert "index.json" in record["outputs"]
    assert record["said"].startswith(NOTHING) and isinstance(record["findings"], list)


def test_a_record_written_in_other_lines_costs_only_time(root: Path) -> None:
    record = root / "build/record.json"
    record.write_text(json.dumps(json.loads(record.read_text("utf-8"))))
    assert not is_quick(root)
    assert is_quick(root)


@pytest.mark.parametrize(
    "name", ['quote".txt', "back\\slash.txt", 'both\\".txt', "two\nlines.txt", "café: [1].txt", os.fsdecode(b"not-utf-8-\xff.txt")]
)
def test_a_file_of_any_name_is_known_again(root: Path, name: str) -> None:
    (root / TOPIC / name).write_text("x")
    told = build(root)
    assert is_quick(root)
    again = build(root).err.strip()
    assert "is not read" in again and again in told.err
    (root / TOPIC / name).write_text("y")
    assert not is_quick(root)


@pytest.mark.parametrize(
    "text", ["", "plain", 'said "so"', "back\\slash", '\\"', '"\\', "line\nbreak", "tab\t", "Ω é …", "\udcff", "a\u00adb"]
)
def test_what_was_said_is_told_again_to_the_letter(tmp_path: Path, text: str) -> None:
    record = last_build.LastBuild(last_build.head([text], str(tmp_path)), "", '"a": [1, 2, 3]', text, f"{text}\n{text}")
    (tmp_path / "record.json").write_text(record.as_text(), "utf-8")
    again = last_build.read_last_build(str(tmp_path))
    assert again and vars(again) == vars(record)
    assert json.loads(record.as_text())["said"] == text


def test_nothing_of_others_is_imported_where_nothing_is_to_do(root: Path) -> None:
    code = (
        "import sys\n"
        "from packager.plan import last_build\nlast_build._TICK = -10**15\n"
        f"sys.argv = ['packager', 'build', '--root', {str(root)!r}]\n"
        "from packager.cli.entry import main\n"
        "try:\n    main()\nexcept SystemExit as ended:\n    assert not ended.code\n"
        "print(sorted({name.partition('.')[0] for name in sys.modules}))\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.startswith(NOTHING), ran.stdout + ran.stderr
    third = {"click", "yaml", "pydantic", "lxml", "pptx", "docx", "typst", "PIL", "rich", "filelock"}
    slow = {"json", "re", "collections", "dataclasses", "pathlib", "typing"}
    assert not (third | slow) & set(json.loads(ran.stdout.splitlines()[1].replace("'", '"')))
    assert read_yaml  # what the quick way must not need
