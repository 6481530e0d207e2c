"""Makes a bundle: reads the chosen files, stamps them, lists them, signs the list. All or nothing is written."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import IO
from zlib import crc32

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from packager.bundle.archive import MANIFEST, SIGNATURE, ArchiveWriter
from packager.bundle.contents import Contents
from packager.bundle.licence import Licence
from packager.bundle.licence_file import licence_text
from packager.bundle.manifest import Listed, listed, manifest_text
from packager.bundle.mark import mark_of
from packager.bundle.names import check_names
from packager.bundle.pages import credits_page, licence_page
from packager.bundle.pieces import Content, Pieces, digests_of
from packager.bundle.refused import Refused
from packager.bundle.sign import key_id
from packager.bundle.stamp import Stamp
from packager.bundle.whole_file import WholeFile
from packager.plan.content import CONTENT_FILE
from packager.plan.record import INDEX_FILE, Entry

LICENCE_FILE = "school-licence.txt"
_AT_ONCE = 8
"""Files that are held in memory at the same time."""


@dataclass(frozen=True, slots=True)
class Granted:
    """A licence with the token that proves it."""

    licence: Licence
    token: str


@dataclass(frozen=True, slots=True)
class Order:
    """What goes into a bundle. `extras` are further files by their path, such as the pages of the catalogue."""

    folder: Path
    entries: tuple[Entry, ...]
    contents: Contents
    granted: Granted | None
    extras: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class _Ready:
    name: str
    content: Pieces
    crc: int
    sha256: str


def pack(order: Order, key: Ed25519PrivateKey, target: Path) -> tuple[Listed, ...]:
    """What stands in the bundle that `target` now is; raises Refused, and `target` stays as it was, where it cannot be made."""
    sources = _sources(order)
    check_names((*sources, MANIFEST, SIGNATURE))
    with WholeFile(target) as file:
        return _write(file, order, sources, key)


def _write(file: IO[bytes], order: Order, sources: Mapping[str, Callable[[], Content]], key: Ed25519PrivateKey) -> tuple[Listed, ...]:
    archive, files = ArchiveWriter(file), list[Listed]()
    stamp = Stamp(mark_of(order.granted.licence) if order.granted else None)
    for ready in _made(sources, stamp):
        files.append(listed(archive.add(ready.name, ready.content, ready.crc), ready.sha256))
    granted, entries = order.granted, {entry.path: entry for entry in order.entries}
    licence, token = (granted.licence, granted.token) if granted else (None, None)
    text = manifest_text(order.contents, files, entries, key_id(key.public_key()), licence, token).encode()
    for name, content in ((MANIFEST, text), (SIGNATURE, key.sign(text))):
        archive.add(name, (content,), crc32(content))
    archive.close()
    return tuple(files)


def _sources(order: Order) -> dict[str, Callable[[], Content]]:
    """Where the bytes of each file come from, in the order of the archive."""
    contents, granted = order.contents, order.granted
    own: dict[str, Callable[[], str]] = {
        CONTENT_FILE: contents.as_text,
        "credits.html": lambda: credits_page(contents),
        "licence.html": lambda: licence_page(contents, granted.licence if granted else None),
    }
    if granted:
        own[LICENCE_FILE] = lambda: licence_text(granted.licence, granted.token)
    given: dict[str, Callable[[], Content]] = {name: _told(tell) for name, tell in own.items()} | {
        name: _given(content) for name, content in order.extras.items()
    }
    reader = _Reader(order.folder)
    built: dict[str, Callable[[], Content]] = {entry.path: partial(reader.read, entry) for entry in order.entries}
    if clashing := next((name for name in given if name in built), None):
        raise Refused(f"two files would be named `{clashing}`")
    return dict(sorted({**given, **built}.items()))


def _given(content: bytes) -> Callable[[], Content]:
    return lambda: content


def _told(tell: Callable[[], str]) -> Callable[[], Content]:
    return lambda: tell().encode()


class _Reader:
    """Reads built files, each of which must be as it was built: what somebody changed since has no known source.

    The index is written last. A file of the listed size that is no younger than the index is taken to be the one
    that it lists, as make and git do; of any other the digest is looked at.
    """

    def __init__(self, folder: Path) -> None:
        self.folder, self.inside = folder, dict[Path, bool]()
        self.listed = (folder / INDEX_FILE).stat().st_mtime_ns

    def read(self, entry: Entry) -> Content:
        """The bytes of one file, as they lie on the disk: what is not rewritten need not be read twice."""
        place = self.folder / entry.path
        if place.is_symlink() or not self._is_inside(place.parent):
            raise Refused(f"`{entry.path}` leads out of `{self.folder}`")
        try:
            with place.open("rb") as file:
                state = os.fstat(file.fileno())
                content = mmap(file.fileno(), 0, access=ACCESS_READ) if state.st_size else b""
        except OSError as error:
            raise Refused(f"cannot read `{place}`: {error.strerror}") from error
        is_older = state.st_mtime_ns <= self.listed
        if state.st_size != entry.bytes or not (is_older or sha256(content).hexdigest() == entry.sha256):
            raise Refused(f"`{entry.path}` was changed since it was built: build again")
        return content

    def _is_inside(self, folder: Path) -> bool:
        if folder not in self.inside:
            self.inside[folder] = folder.resolve().is_relative_to(self.folder.resolve())
        return self.inside[folder]


def _made(sources: Mapping[str, Callable[[], Content]], stamp: Stamp) -> Iterator[_Ready]:
    """Every file as it goes into the bundle, in order. Another thread digests what is stamped while the next is read."""
    with ThreadPoolExecutor(1) as pool:
        waiting = deque[tuple[str, Pieces, Future[tuple[int, str]]]]()
        for name, read in sources.items():
            content = stamp.on(name, read())
            waiting.append((name, content, pool.submit(digests_of, content)))
            if len(waiting) == _AT_ONCE:
                yield _ready(*waiting.popleft())
        while waiting:
            yield _ready(*waiting.popleft())


def _ready(name: str, content: Pieces, digests: Future[tuple[int, str]]) -> _Ready:
    return _Ready(name, content, *digests.result())
