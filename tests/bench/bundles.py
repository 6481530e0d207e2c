"""Bundles beside what they cannot be faster than: copying their bytes, hashing them, building them."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from datetime import date
from hashlib import file_digest
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from packager.bundle.choose import Wish
from packager.bundle.licence import Licence, signed
from packager.bundle.licence_file import licence_text
from packager.bundle.verify import verify
from packager.plan.build_folder import BuildFolder
from packager.publishing import Bundling, bundle
from tests.bench.measure import PACKAGER, Measure, Setting, at_most, sample

_TODAY = date(2026, 10, 1)
_ROUNDS = 5
"""Each measure is the median of so many times the runs that were asked for: a bundle takes milliseconds."""


def measures(setting: Setting) -> Iterator[Measure]:
    """Stamping a topic and a year, and verifying, for the topics of the setting."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        cold = sample([*PACKAGER, "build", "--root", setting.root, "--out", folder / "build"]).seconds
        yield from _of_build(folder, cold, setting.runs * _ROUNDS)


def _of_build(folder: Path, cold: float, rounds: int) -> Iterator[Measure]:
    build, key = folder / "build", Ed25519PrivateKey.generate()
    entries = BuildFolder(build).entries()
    topic = next(entry for entry in entries if entry.topic)
    year = topic.year or 0
    licence = _licence(folder, key, year)
    pack, out = build / Path(topic.path).parent, folder / "bundle.zip"
    small = Bundling(build, Wish(topics=(str(topic.topic),)), licence)
    copy = folder / "copy"
    copied = _seconds(lambda: shutil.copytree(pack, copy), rounds, lambda: shutil.rmtree(copy, ignore_errors=True))
    stamped = _seconds(lambda: bundle(small, key, _TODAY, out), rounds, lambda: out.unlink(missing_ok=True))
    yield at_most("stamping and zipping a topic to copying its bytes", stamped / copied, "ratio", 3)
    whole = _seconds(lambda: bundle(Bundling(build, Wish(years=(year,)), licence), key, _TODAY, out), rounds)
    yield at_most("stamped bundle of a year to its cold build", whole / cold, "ratio", 0.1)
    yield from _verified(out, key, rounds)


def _verified(out: Path, key: Ed25519PrivateKey, rounds: int) -> Iterator[Measure]:
    size = out.stat().st_size / 1e9
    assert verify(out, key.public_key(), _TODAY).is_good
    speed = size / _seconds(lambda: verify(out, key.public_key(), _TODAY), rounds)
    hashed = size / _seconds(lambda: _hash(out), rounds)
    yield Measure("verify", speed, "GB/s")
    share = speed / hashed
    yield Measure("verify to sha256 of the same bytes", share, "ratio", 0.7, share >= 0.7)


def _licence(folder: Path, key: Ed25519PrivateKey, year: int) -> Path:
    """A licence for all subjects that are built."""
    subjects = ("history", "geography", "religion")
    licence = Licence("L-1", "Publisher", "St Mary’s Primary School", "123456", 210, subjects, (year,), _TODAY, date(2027, 8, 31))
    file = folder / "licence.txt"
    file.write_text(licence_text(licence, signed(licence, key)), "utf-8")
    return file


def _hash(file: Path) -> None:
    with file.open("rb") as opened:
        file_digest(opened, "sha256")


def _seconds(work: Callable[[], object], rounds: int, before: Callable[[], object] = lambda: None) -> float:
    """The median of some rounds; what is done `before` each is not counted."""
    taken = list[float]()
    for _ in range(rounds):
        before()
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return median(taken)
