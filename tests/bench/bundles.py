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
from packager.bundle.sign import new_keys, private_key
from packager.bundle.verify import verify
from packager.plan.build_folder import BuildFolder
from packager.plan.store import CACHE, Store
from packager.publishing import Bindery, Bundling
from packager.render.html.fonts import FONT_FILES
from packager.site.kept_fonts import kept_font
from tests.bench.measure import PACKAGER, Measure, Setting, at_most, sample

SCHOOLS = 10
"""In a row; what they have in common is prepared in the time of the first."""
_TODAY = date(2026, 10, 1)
_ROUNDS = 5
"""Each measure is the median of so many times the runs that were asked for: a bundle takes milliseconds."""


def measures(setting: Setting) -> Iterator[Measure]:
    """Stamping a topic and a year, and verifying, for the topics of the setting."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        cold = sample([*PACKAGER, "build", "--root", setting.root, "--out", folder / "build"]).seconds
        yield from _of_build(setting.root, folder, cold, setting.runs * _ROUNDS)


def _of_build(root: Path, folder: Path, cold: float, rounds: int) -> Iterator[Measure]:
    build, key = folder / "build", private_key(new_keys(folder, None)[0], str)
    topic = next(entry for entry in BuildFolder(build).entries() if entry.topic)
    year = topic.year or 0
    licences = [_licence(folder / f"{number}.txt", key, year, f"L-{number}") for number in range(SCHOOLS)]
    pack, out = build / Path(topic.path).parent, folder / "bundle.zip"
    copied = _seconds(lambda: shutil.copytree(pack, folder / "copy"), rounds, lambda: shutil.rmtree(folder / "copy", ignore_errors=True))
    small = Wish(topics=(str(topic.topic),))
    taken = _schools(build, small, licences, key, out, rounds)
    alone, stamped = taken[0], sum(taken) / SCHOOLS
    yield at_most(f"stamping and zipping a topic to copying its bytes, each of {SCHOOLS} schools", stamped / copied, "ratio", 3)
    yield Measure("stamping and zipping a topic to copying its bytes, one school alone", alone / copied, "ratio")
    yield from _years(root, folder, cold, (licences, year))
    yield from _verified(folder / "year.zip", key, rounds)


def _years(root: Path, folder: Path, cold: float, given: tuple[list[Path], int]) -> Iterator[Measure]:
    """Bundles of a year with the pages of the catalogue, by the command, to which a build is held too."""
    (licences, year), key = given, folder / "publisher.key"
    for name in FONT_FILES:  # as `packager site` leaves them
        kept_font(Store(folder / "build" / CACHE), name)
    command = [*PACKAGER, "bundle", "--root", root, "--build", folder / "build", "--year", str(year), "--key", key, "--today", str(_TODAY)]
    one = sample([*command, "--licence", licences[0], "--out", folder / "year.zip"]).seconds
    several = [part for licence in licences for part in ("--licence", licence)]
    all_of_them = sample([*command, *several, "--out", folder / "years"]).seconds / SCHOOLS
    yield at_most(f"stamped bundle of a year to its cold build, each of {SCHOOLS} schools", all_of_them / cold, "ratio", 0.1)
    yield at_most("stamped bundle of a year to its cold build, one school alone", one / cold, "ratio", 0.1)


def _schools(build: Path, wish: Wish, licences: list[Path], key: Ed25519PrivateKey, out: Path, rounds: int) -> list[float]:
    """Seconds for the bundle of each school in a row, the median of some rounds; the first begins with what the build left.

    As with what is copied, no bundle stands while the next is made: what waits to be written to the disk would slow it.
    """
    taken: list[list[float]] = [[] for _ in licences]
    for _ in range(rounds):
        bindery: Bindery | None = None
        for number, licence in enumerate(licences):
            out.unlink(missing_ok=True)
            start = time.perf_counter()
            bindery = bindery or Bindery(build)
            bindery.bundle(Bundling(build, wish, licence), key, _TODAY, out)
            taken[number].append(time.perf_counter() - start)
    return [median(seconds) for seconds in taken]


def _verified(out: Path, key: Ed25519PrivateKey, rounds: int) -> Iterator[Measure]:
    size = out.stat().st_size / 1e9
    assert verify(out, key.public_key(), _TODAY).is_good
    speed = size / _seconds(lambda: verify(out, key.public_key(), _TODAY), rounds)
    hashed = size / _seconds(lambda: _hash(out), rounds)
    yield Measure("verify", speed, "GB/s")
    share = speed / hashed
    yield Measure("verify to sha256 of the same bytes", share, "ratio", 0.7, share >= 0.7)


def _licence(file: Path, key: Ed25519PrivateKey, year: int, number: str) -> Path:
    """A licence for all subjects that are built."""
    subjects = ("history", "geography", "religion")
    licence = Licence(number, "Publisher", "St Mary’s Primary School", "123456", 210, subjects, (year,), _TODAY, date(2027, 8, 31))
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
