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
from threading import Event, Thread
from typing import Any

from tests.packs import REPOSITORY

PACKAGER = (sys.executable, "-c", "from packager.cli.entry import main; main()")
MEGABYTE = 1_000_000
_GLANCE = 0.2
"""Seconds between two looks at memory."""


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
    """What one command took; `megabytes` is the most memory that it held at once."""

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
    """One run of a command in a session of its own; its peak memory is that of all its processes together, workers too."""
    start = time.perf_counter()
    command = [str(a) for a in arguments]
    process = subprocess.Popen(
        command, cwd=REPOSITORY, env=_environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    watched, ended = [0], Event()
    watcher = Thread(target=_watch, args=(process.pid, watched, ended))
    watcher.start()
    _, status, usage = os.wait4(process.pid, 0)
    taken = time.perf_counter() - start
    ended.set()
    watcher.join()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{arguments} exited with {process.returncode}")
    alone = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return Sample(taken, max(alone, watched[0]) / MEGABYTE)


def _environment() -> dict[str, str]:
    """Ours, but modules are compiled once and not for every run, as where a package is installed."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _watch(session: int, most: list[int], ended: Event) -> None:
    """Keeps the most bytes that the processes of a session held at once, as far as the system tells (proc(5))."""
    while not ended.wait(_GLANCE):
        most[0] = max(most[0], sum(_held(each) for each in Path("/proc").glob("[0-9]*") if _session(each) == session))


def _session(process: Path) -> int:
    try:
        return int((process / "stat").read_text().rpartition(")")[2].split()[3])
    except (OSError, ValueError, IndexError):
        return 0


def _held(process: Path) -> int:
    try:
        return int((process / "statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 0


def samples(runs: int, command: Callable[[Path], Sequence[object]]) -> tuple[Sample, int]:
    """The medians of `runs` runs, each into an empty folder, and how many files the last left there."""
    taken, files = [], 0
    for _ in range(runs):
        with TemporaryDirectory() as out:
            taken.append(sample(command(Path(out))))
            files = sum(path.is_file() and path.suffix != ".json" for path in Path(out).rglob("*"))
    return Sample(median(s.seconds for s in taken), median(s.megabytes for s in taken)), files
