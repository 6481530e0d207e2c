"""The output folder, and the only code that writes or removes anything in it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path, PurePosixPath

from packager.plan.record import INDEX_FILE, Entry, entries_of, index_text

CACHE_FOLDER = ".cache"
"""What only the next build reads."""
_HALF = ".part"
"""What a file that is being written ends in."""


class CannotWrite(Exception):
    """The output folder cannot be written; the message says which file and why."""


class BuildFolder:
    """A folder of built files. Every file appears whole or not at all."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, path: str, content: bytes) -> None:
        """The file at `path` becomes `content`; raises CannotWrite and leaves the old one where that fails."""
        target = self.folder / path
        temporary = self._aside(target) / f".{target.name}{_HALF}"
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with temporary.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(target)
        except OSError as error:
            self._discard(temporary)
            raise CannotWrite(f"cannot write `{target}`: {error.strerror}") from error
        except BaseException:
            self._discard(temporary)
            raise

    def entries(self) -> tuple[Entry, ...]:
        """What `index.json` lists and still stands there."""
        listed = entries_of(self.text(INDEX_FILE))
        return tuple(entry for entry in listed if _is_inside(entry.path) and self.holds(entry.path))

    def text(self, path: str) -> str:
        """The text of the file at `path`; empty where there is none that can be read."""
        try:
            return (self.folder / path).read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            return ""

    def record(self, entries: Iterable[Entry]) -> None:
        """`index.json` lists exactly `entries`."""
        self.write_text(INDEX_FILE, index_text(entries))

    def write_text(self, path: str, text: str) -> None:
        """A text stands at `path`, written only where it is another than it was."""
        if self.text(path) != text:
            self.write(path, text.encode())

    def remove(self, entry: Entry) -> bool:
        """Whether the file of `entry` is gone now. One that was changed since it was built is left alone."""
        target = self.folder / entry.path
        try:
            if sha256(target.read_bytes()).hexdigest() != entry.sha256:
                return False
            target.unlink()
        except FileNotFoundError:
            return True
        except OSError as error:
            raise CannotWrite(f"cannot remove `{target}`: {error.strerror}") from error
        with suppress(OSError):
            target.parent.rmdir()
        return True

    def sweep(self) -> None:
        """What a build that was killed has left half-written is gone."""
        for place, folders, files in os.walk(self.folder):
            if place.endswith(CACHE_FOLDER):
                folders.clear()  # thousands of kept results, whose own half-written files do no harm
            for name in files:
                if name.startswith(".") and name.endswith(_HALF):
                    self._discard(Path(place, name))

    def holds(self, path: str) -> bool:
        """Whether a file stands at `path`."""
        try:
            return (self.folder / path).is_file()
        except OSError:
            return False

    def _aside(self, target: Path) -> Path:
        """Where a file is while it is being written: apart from those that are whole, where there is such a place."""
        aside = self.folder / CACHE_FOLDER
        return aside if aside.is_dir() else target.parent

    def _discard(self, temporary: Path) -> None:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _is_inside(path: str) -> bool:
    """Whether a path from a record, which anyone may have edited, stays in the output folder."""
    parts = PurePosixPath(path).parts
    return bool(parts) and not path.startswith("/") and ".." not in parts
