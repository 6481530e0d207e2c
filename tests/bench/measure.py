"""What a measure is, and how a process is measured."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from tests.packs import REPOSITORY

PACKAGER = (sys.executable, "-c", "from packager.cli.entry import main; main()")
MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Measure:
    """One number; `value` is None where what it is held against is absent.

    `need` is what was asked for, `reached` whether it is so; both are None where nothing was.
    """

    name: str
    value: float | None
    unit: str
    need: float | None = None
    reached: bool | None = None

    def as_dict(self) -> dict[str, Any]:
        """The measure as plain data, its name as one word: `build-seconds-per-topic`."""
        return {**asdict(self), "name": "-".join(self.name.lower().replace(",", "").split())}


def at_most(name: str, value: float, unit: str, need: float) -> Measure:
    """A measure of which less is better, beside what is needed."""
    return Measure(name, value, unit, need, value <= need)


def at_least(name: str, value: float, unit: str, need: float) -> Measure:
    """A measure of which more is better, beside what is needed."""
    return Measure(name, value, unit, need, value >= need)


@dataclass(frozen=True)
class Sample:
    """What one process took; `megabytes` is the most memory it held at once."""

    seconds: float
    megabytes: float


@dataclass(frozen=True)
class Setting:
    """Whose curriculum is measured, how many topics it has, and how often each run is repeated."""

    root: Path
    topics: int
    runs: int


Family = Callable[[Setting], Iterable[Measure]]


def sample(arguments: Sequence[object]) -> Sample:
    """One run of a command in a process of its own; its peak memory is what the kernel counted for it alone."""
    start = time.perf_counter()
    process = subprocess.Popen([str(a) for a in arguments], cwd=REPOSITORY, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{arguments} exited with {process.returncode}")
    in_kilobytes = usage.ru_maxrss // (1024 if sys.platform == "darwin" else 1)
    return Sample(time.perf_counter() - start, in_kilobytes * 1024 / MEGABYTE)


def samples(runs: int, command: Callable[[Path], Sequence[object]]) -> tuple[Sample, int]:
    """The medians of `runs` runs, each into an empty folder, and how many files the last left there."""
    taken, files = [], 0
    for _ in range(runs):
        with TemporaryDirectory() as out:
            taken.append(sample(command(Path(out))))
            files = sum(path.is_file() and path.suffix != ".json" for path in Path(out).rglob("*"))
    return Sample(median(s.seconds for s in taken), median(s.megabytes for s in taken)), files
