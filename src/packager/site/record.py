"""What stands in the folder of a site, so that only what changed is made again and only what is ours is removed."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from packager.plan.build_folder import BuildFolder, CannotWrite

RECORD_FILE = "site.json"


@dataclass(frozen=True, slots=True)
class Piece:
    """A file to be: `key` changes when its content would, `make` gives the content."""

    key: str
    make: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Record:
    """The key of each file that stands, by path, and for each deck, by fingerprint, which of its slides are shown."""

    files: Mapping[str, str] = field(default_factory=dict)
    decks: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Placed:
    """How many files a site has, and how many of them were made anew."""

    files: int
    made: int


def read_record(folder: BuildFolder) -> Record:
    """The record of a site's folder; an empty one where there is none, or none that can be read."""
    try:
        found = json.loads(folder.text(RECORD_FILE))
        files = {str(path): str(key) for path, key in found["files"].items() if _is_inside(path)}
        return Record(files, dict(found["decks"]))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Record()


def place(folder: BuildFolder, pieces: Mapping[str, Piece], before: Record, decks: Mapping[str, Any]) -> Placed:
    """The folder holds exactly `pieces` of what is ours; raises CannotWrite, and every file there is still whole.

    What goes, goes first: a shop window never stands beside what it leaves out.
    """
    for path in before.files.keys() - pieces.keys():
        _remove(folder, path)
    made = 0
    standing = {path: key for path, key in before.files.items() if path in pieces}
    try:
        for path, piece in sorted(pieces.items()):
            if standing.get(path) != piece.key or not folder.holds(path):
                folder.write(path, piece.make())
                standing[path], made = piece.key, made + 1
    finally:
        text = json.dumps({"files": dict(sorted(standing.items())), "decks": decks}, ensure_ascii=False, indent=1, sort_keys=True)
        folder.write(RECORD_FILE, f"{text}\n".encode())
    return Placed(len(pieces), made)


def _remove(folder: BuildFolder, path: str) -> None:
    target = folder.folder / path
    try:
        target.unlink(missing_ok=True)
    except OSError as error:
        raise CannotWrite(f"cannot remove `{target}`: {error.strerror}") from error
    with suppress(OSError):
        target.parent.rmdir()


def _is_inside(path: str) -> bool:
    return bool(path) and not path.startswith(("/", "\\")) and ".." not in path.split("/")
