"""Seconds and memory of `check` and of a build from nothing, beside those of a naive build of the same content."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from tests.bench.measure import PACKAGER, Measure, Sample, Setting, samples


def measures(setting: Setting) -> Iterator[Measure]:
    """The medians of `check`, of a cold build, of the naive build, and how the last two compare."""
    root = setting.root
    check, _ = samples(setting.runs, lambda _: [*PACKAGER, "check", "--root", root])
    yield from _both("check", check)
    yield Measure("check seconds per topic", check.seconds / setting.topics, "s")
    build, files = samples(setting.runs, lambda out: [*PACKAGER, "build", "--root", root, "--out", out])
    yield from _shares("build", build, setting.topics, files)
    naive, naive_files = samples(setting.runs, lambda out: [sys.executable, "-m", "tests.bench.naive", root, out])
    yield from _shares("naive build", naive, setting.topics, naive_files)
    yield Measure("build to naive build, seconds per file", (build.seconds / files) / (naive.seconds / naive_files), "ratio")
    yield Measure("build to naive build, memory", build.megabytes / naive.megabytes, "ratio")


def _shares(name: str, whole: Sample, topics: int, files: int) -> Iterator[Measure]:
    yield from _both(name, whole)
    yield Measure(f"{name} files", files, "files")
    yield Measure(f"{name} seconds per topic", whole.seconds / topics, "s")
    yield Measure(f"{name} seconds per file", whole.seconds / files, "s")


def _both(name: str, whole: Sample) -> Iterator[Measure]:
    yield Measure(f"{name} seconds", whole.seconds, "s")
    yield Measure(f"{name} peak memory", whole.megabytes, "MB")
