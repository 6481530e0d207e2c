"""Reads built files, each of which must be as it was built: what somebody changed since has no known source."""

from __future__ import annotations

import os
from dataclasses import dataclass
from hashlib import sha256
from mmap import ACCESS_READ, mmap
from pathlib import Path
from stat import S_ISLNK

from packager.bundle.pieces import Content
from packager.bundle.refused import Refused
from packager.plan.record import INDEX_FILE, Entry

State = tuple[int, int, int, int]
"""Size, times and number of a file on the disk: where these are the same, so are its bytes."""
_HELD = 256
"""Files that stay open for the next school: a process may not open many more than a thousand."""

_PLAIN = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Read:
    """The bytes of a file, and what the disk said of it meanwhile."""

    content: Content
    state: State


class Reader:
    """Reads the files of one build.

    The index is written last. A file of the listed size that is no younger than the index is taken to be the one
    that it lists, as make and git do; of any other the digest is looked at.
    """

    def __init__(self, folder: Path) -> None:
        self.folder, self.inside, self.held = folder, dict[str, bool](), dict[str, Read]()
        try:
            self.listed = (folder / INDEX_FILE).stat().st_mtime_ns
        except OSError as error:
            raise Refused(f"cannot read `{folder / INDEX_FILE}`: {error.strerror}") from error

    def read(self, entry: Entry, known: State | None = None) -> Read:
        """The bytes of one file, as they lie on the disk; raises Refused where they are not those that were `known` before."""
        place = f"{self.folder}/{entry.path}"
        try:
            seen = os.stat(place, follow_symlinks=False)  # noqa: PTH116
            if S_ISLNK(seen.st_mode) or not self._is_inside(place):
                raise Refused(f"`{entry.path}` leads out of `{self.folder}`")
            read = self.held.get(place)
            if read is None or read.state != _state(seen):
                read = _opened(place)
        except OSError as error:
            raise Refused(f"cannot read `{place}`: {error.strerror}") from error
        if known is not None and read.state != known:
            raise Refused(f"`{entry.path}` was changed while bundles were made of it")
        if known is None and not self._is_as_built(entry, read):
            raise Refused(f"`{entry.path}` was changed since it was built: build again")
        if len(self.held) < _HELD:
            self.held[place] = read
        return read

    def _is_as_built(self, entry: Entry, read: Read) -> bool:
        size, changed, *_ = read.state
        return size == entry.bytes and (changed <= self.listed or sha256(read.content).hexdigest() == entry.sha256)

    def _is_inside(self, place: str) -> bool:
        """Whether the folder of a file is none that a link leads to from outside."""
        folder = place.rpartition("/")[0]
        if folder not in self.inside:
            self.inside[folder] = Path(folder).resolve().is_relative_to(self.folder.resolve())
        return self.inside[folder]


def _opened(place: str) -> Read:
    """The file, mapped as a whole; raises OSError for a link, which may lead anywhere."""
    handle = os.open(place, os.O_RDONLY | _PLAIN)
    try:
        state = _state(os.fstat(handle))
        mapped = mmap(handle, 0, access=ACCESS_READ) if state[0] else b""
    finally:
        os.close(handle)
    return Read(mapped, state)


def _state(seen: os.stat_result) -> State:
    return seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_ino
