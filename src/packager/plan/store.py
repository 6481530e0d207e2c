"""A folder of results that took time to make, by the digest of all that they were made from.

Nothing depends on it: it may be removed at any time, and what is damaged in it counts as not there. Items that
no build has asked for in a month leave it.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

CACHE = ".cache/made"
"""Where the items stand in an output folder."""
_STAMP = "forgotten"
"""An empty file whose time is when unused items were last looked for."""
_DAY = 86_400
_KEPT = 30 * _DAY
"""Seconds for which an item stays that nobody asks for."""
_SEAL = 32
"""Bytes of the digest before each item, by which damage is seen."""


class Store:
    """Results by key in an output folder. Keys are digests in hexadecimal; to fail in writing is no error.

    Where there is no output folder yet, what is put waits until there is one: looking at sources creates nothing.
    """

    def __init__(self, out: Path) -> None:
        self.out, self.folder = out, out / CACHE
        self._waiting: dict[str, bytes] = {}

    def get(self, key: str) -> bytes | None:
        """The item of that key, or None where there is none that is whole."""
        if key in self._waiting:
            return self._waiting[key]
        place = self._place(key)
        try:
            sealed = place.read_bytes()
            content = sealed[_SEAL:]
            if sha256(content).digest() != sealed[:_SEAL]:
                return None
            self._touch(place)
        except OSError:
            return None
        return content

    def put(self, key: str, content: bytes) -> None:
        """The item of that key is `content`, unless it cannot be written."""
        if not self.out.is_dir():
            self._waiting[key] = content
            return
        place = self._place(key)
        temporary = place.with_name(f".{place.name}.{os.getpid()}.part")
        with suppress(OSError):
            place.parent.mkdir(parents=True, exist_ok=True)
            try:
                temporary.write_bytes(sha256(content).digest() + content)
                temporary.replace(place)
            finally:
                temporary.unlink(missing_ok=True)

    def settle(self) -> None:
        """What waited for the output folder stands there."""
        waiting, self._waiting = self._waiting, {}
        for key, content in waiting.items():
            self.put(key, content)

    def forget_unused(self) -> None:
        """What nobody has asked for in a month is gone; it is looked for once a day."""
        if not self._is_new_day():
            return
        oldest = time.time() - _KEPT
        for place in self.folder.glob("*/*"):
            with suppress(OSError):
                if place.stat().st_mtime < oldest:
                    place.unlink()

    def _is_new_day(self) -> bool:
        """Whether a day has gone by since this was last true; where nothing can be written, it is always."""
        stamp, now = self.folder / _STAMP, time.time()
        try:
            if 0 <= now - stamp.stat().st_mtime < _DAY:
                return False
        except OSError:
            pass
        with suppress(OSError):
            stamp.touch()
        return True

    def _place(self, key: str) -> Path:
        return self.folder / key[:2] / key[2:]

    def _touch(self, place: Path) -> None:
        """The day on which it was last asked for stands as its time."""
        if time.time() - place.stat().st_mtime > _DAY:
            with suppress(OSError):
                os.utime(place)
