"""The only reader of the disk: the files of a curriculum, by path relative to its root."""

from __future__ import annotations

import errno
import os
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


class OutsideRoot(Exception):
    """A path leads out of the curriculum, by `..` or through a link."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file or folder found: its path relative to the root, and which of the two it is."""

    path: str
    is_folder: bool

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class SourceFolder:
    """A folder that holds `curriculum/` and `units/`."""

    root: Path

    def read(self, path: str) -> bytes:
        """The bytes of the file at `path`; raises OSError, or OutsideRoot for a path that leads out."""
        real = self.inside(path)
        if real.exists() and not real.is_file() and not real.is_dir():
            raise OSError(errno.EINVAL, "it is no ordinary file")  # reading a pipe would never end
        return real.read_bytes()

    def size(self, path: str) -> int:
        """The size of a file in bytes; raises as `read` does."""
        return self.inside(path).stat().st_size

    def is_file(self, path: str) -> bool:
        """Whether a file stands at `path` inside the root."""
        try:
            return self.inside(path).is_file()
        except (OSError, OutsideRoot, ValueError):
            return False

    def names(self, path: str) -> bool:
        """Whether anything stands at `path`, be it a folder or a link to nothing."""
        return os.path.lexists(self.root / path)

    def inside(self, path: str) -> Path:
        """The real place of `path`; raises OutsideRoot where it leads out of the root."""
        real = Path(os.path.realpath(self.root / path))
        if not real.is_relative_to(os.path.realpath(self.root)):
            raise OutsideRoot(path)
        return real

    def entries(self, path: str) -> Iterator[Entry]:
        """What stands in the folder at `path`, sorted by name; nothing where no folder inside the root can be read.

        Names that begin with a dot are the file system's and the editor's own, and are passed over.
        """
        try:
            inner = sorted(os.scandir(self.inside(path)), key=lambda e: e.name)
        except (OSError, OutsideRoot):
            return
        for entry in inner:
            if not entry.name.startswith("."):
                yield Entry(f"{path}/{entry.name}", _is_folder(entry))

    def is_readable(self, path: str) -> bool:
        """Whether the folder at `path` stands inside the root and may be read."""
        try:
            return self.inside(path).is_dir() and os.access(self.inside(path), os.R_OK | os.X_OK)
        except (OSError, OutsideRoot):
            return False


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads to itself
        return False


def beside(file: str, target: str) -> str:
    """The path of `target` as written in `file`, relative to the root; `..` parts are resolved."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(file), target))


def nearest_root(start: Path) -> Path | None:
    """The nearest folder upwards from `start` that holds `curriculum/` and `units/`, or None."""
    for folder in (start, *start.parents):
        if (folder / "curriculum").is_dir() and (folder / "units").is_dir():
            return folder
    return None
