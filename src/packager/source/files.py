"""The only reader of the disk: the files of a curriculum, by path relative to its root."""

from __future__ import annotations

import errno
import os
import posixpath
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path


class OutsideRoot(Exception):
    """A path leads out of the curriculum, by `..` or through a link."""


class TooLarge(Exception):
    """A file has more bytes than are read."""

    def __init__(self, size: int) -> None:
        super().__init__(f"{size:,} bytes")
        self.size = size


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
    _real: str = field(init=False, repr=False, compare=False)
    _folders: dict[str, str] = field(init=False, repr=False, compare=False, default_factory=dict)
    """The real places of folders that were asked for: to follow every link on the way takes longer than to read a file."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "_real", os.path.realpath(self.root))

    def read(self, path: str, at_most: int | None = None) -> bytes:
        """The bytes of the file at `path`; raises OSError, OutsideRoot for a path that leads out, or TooLarge."""
        real = self.inside(path)
        found = real.stat()
        if not stat.S_ISREG(found.st_mode) and not stat.S_ISDIR(found.st_mode):
            raise OSError(errno.EINVAL, "it is no ordinary file")  # reading a pipe would never end
        if at_most is not None and stat.S_ISREG(found.st_mode) and found.st_size > at_most:
            raise TooLarge(found.st_size)
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
        real = self._real_place(path)
        if real != self._real and not real.startswith(os.path.join(self._real, "")):  # noqa: PTH118
            raise OutsideRoot(path)
        return Path(real)

    def _real_place(self, path: str) -> str:
        folder, _, name = path.rpartition("/")
        if folder not in self._folders:
            self._folders[folder] = os.path.realpath(os.path.join(self._real, folder))  # noqa: PTH118
        place = os.path.join(self._folders[folder], name)  # noqa: PTH118
        return os.path.realpath(place) if name in ("", ".", "..") or os.path.islink(place) else place  # noqa: PTH114

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
