"""Whole builds of the synthetic curriculum: from nothing, with nothing to do, after one edit, by two workers; and their memory.

A build from nothing is held against the naive one with LibreOffice for the PDFs; that is made of a few topics, and its
seconds are multiplied, for it takes as long for each.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from shutil import which
from statistics import median
from tempfile import TemporaryDirectory

from tests.bench.measure import PACKAGER, Measure, Sample, Setting, at_least, at_most, sample
from tests.bench.synthetic import write_synthetic

FEW, MANY, NAIVE = 18, 72, 3
"""Topics."""
_EDITED = "One more sentence stands here now.\n\n"


def measures(setting: Setting) -> Iterator[Measure]:
    """The ratios of issue 5 that concern whole builds."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        for topics in (NAIVE, FEW, MANY):
            write_synthetic(root / str(topics), topics)
        cold = [_cold(root, MANY, number) for number in range(setting.runs)]
        few = [_cold(root, FEW, number) for number in range(setting.runs)]
        seconds, out = _middle(cold), root / f"{MANY}-0"
        yield Measure("cold build of 72 topics", seconds, "s")
        yield from _against_naive(root, seconds / MANY, setting.runs)
        yield from _nothing_to_do(root, out)
        yield at_most("one chapter edited against the cold build", _edited(root, out, setting.runs) / seconds, "share", 0.06)
        yield from _workers(root, _middle(few), setting.runs)
        memory = median(s.megabytes for s in cold) / median(s.megabytes for s in few)
        yield Measure("peak memory at 72 topics", median(s.megabytes for s in cold), "MB")
        yield at_most("peak memory at 72 topics against 18", memory, "ratio", 1.3)


def _cold(root: Path, topics: int, number: int) -> Sample:
    """A build by two workers into an empty folder: `72-0`."""
    return sample([*PACKAGER, "build", "--root", root / str(topics), "--out", root / f"{topics}-{number}", "--jobs", "2"])


def _workers(root: Path, two: float, runs: int) -> Iterator[Measure]:
    """Two workers beside one, on one processor as each of the two has, and as it is asked for, when typst takes both."""
    few = root / str(FEW)
    alone, free = (
        _middle([sample([*before, *PACKAGER, "build", "--root", few, "--out", root / f"{name}-{n}", "--jobs", "1"]) for n in range(runs)])
        for name, before in (("alone", ("env", "RAYON_NUM_THREADS=1")), ("free", ()))
    )
    yield at_least("two workers against one", alone / two, "times faster", 1.6)
    yield Measure("two workers against one whose typst takes both processors", free / two, "times faster")


def _against_naive(root: Path, ours: float, runs: int) -> Iterator[Measure]:
    name = "cold build against python-pptx python-docx and libreoffice"
    if not which("soffice"):
        yield Measure(name, None, "times faster", 10)
        return
    command: list[object] = [sys.executable, "-m", "tests.bench.naive", root / str(NAIVE)]
    taken = []
    for number in range(runs):
        out = root / f"naive-{number}"
        out.mkdir()
        taken.append(sample([*command, out, "--pdf"]))
    yield at_least(name, _middle(taken) / NAIVE / ours, "times faster", 10)


def _nothing_to_do(root: Path, out: Path) -> Iterator[Measure]:
    command = [*PACKAGER, "build", "--root", root / str(MANY), "--out", out]
    sample(command)  # what was made with --jobs is what is asked for now
    nothing = median(sample(command).seconds for _ in range(15))
    bare = median(sample([sys.executable, "-c", "pass"]).seconds for _ in range(15))
    yield Measure("nothing to do", 1000 * nothing, "ms")
    yield at_most("nothing to do against a bare interpreter start", nothing / bare, "ratio", 3)


def _edited(root: Path, out: Path, runs: int) -> float:
    """The seconds of a build after a sentence was added to one chapter."""
    lesson = sorted((root / str(MANY)).glob("units/year-5-history/*/lesson-3.yaml"))[0]
    taken = []
    for _ in range(max(3, runs)):
        head, mark, rest = lesson.read_text("utf-8").partition("- text: |\n")
        indent = rest[: len(rest) - len(rest.lstrip(" "))]
        lesson.write_text(f"{head}{mark}{indent}{_EDITED}{rest}" if mark else head + "\n", "utf-8")
        taken.append(sample([*PACKAGER, "build", "--root", root / str(MANY), "--out", out]))
    return _middle(taken)


def _middle(samples: Sequence[Sample]) -> float:
    return median(each.seconds for each in samples)
