"""What the last build saw and left: `record.json`, by which the next one knows that there is nothing to do.

A file counts as unchanged where its size and both of its times are as they were (`st_mtime_ns`, and `st_ctime_ns`,
which nobody can set back); clocks are never compared, only found equal. This module is read before any other of the
packager where nothing is to do: it imports nothing that is slow to import, not even `dataclasses` or `pathlib`.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterable

RECORD_FILE = "record.json"
VERSION = 1
SOURCES = ("curriculum", "units")
_TICK = 50_000_000
"""Nanoseconds: what changed so shortly before it was looked at may change again without a new time on its clock."""

Signature = list[int]
Signatures = dict[str, Signature]


class LastBuild:
    """One build: what it was asked, which packager made it, what it read and wrote, and what it said.

    `inputs` and `outputs` are signatures by path, relative to `root` and to the output folder; `said` is its last
    line where nothing had to be done, `findings` its warnings as text.
    """

    def __init__(
        self, asked: list[str], root: str, made_by: list[str], inputs: Signatures, outputs: Signatures, said: str, findings: str
    ) -> None:
        self.asked, self.root, self.made_by = asked, root, made_by
        self.inputs, self.outputs, self.said, self.findings = inputs, outputs, said, findings

    def is_current(self, asked: list[str], root: str, out: str) -> bool:
        """Whether the same build would find the same sources, the same packager, and every file as it was left."""
        return (
            (self.asked, self.root, self.made_by) == (asked, os.path.realpath(root), made_by())
            and all(signature(f"{out}/{path}") == seen for path, seen in self.outputs.items())
            and signatures(root) == self.inputs
        )

    def as_text(self) -> str:
        """`record.json`."""
        return json.dumps({"version": VERSION, **vars(self)}, ensure_ascii=False, separators=(",", ":"))


def read_last_build(out: str) -> LastBuild | None:
    """The record in an output folder; None where there is none, or one that is damaged or of another version."""
    try:
        with open(f"{out}/{RECORD_FILE}", "rb") as file:
            fields = json.loads(file.read())
        if fields.pop("version") != VERSION:
            return None
        last = LastBuild(**fields)
        texts = isinstance(last.said, str) and isinstance(last.findings, str)
        return last if texts and isinstance(last.inputs, dict) and isinstance(last.outputs, dict) else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def signatures(root: str, folders: Iterable[str] = SOURCES) -> Signatures:
    """The signature of every file in some folders of `root`, by path."""
    found: Signatures = {}
    for folder in folders:
        _gather(f"{root}/{folder}", folder, found)
    return found


def settled(seen: Signatures, moment: int) -> Signatures:
    """Those of `seen` that had stood unchanged for a tick at `moment` (nanoseconds); the others must be looked at again."""
    return {path: each for path, each in seen.items() if not each or each[2] < moment - _TICK}


def moment() -> int:
    """What the machine's clock says now, in nanoseconds."""
    return time.time_ns()


def signature(path: str) -> Signature | None:
    """Size and times of a file; None where there is none."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return [found.st_size, found.st_mtime_ns, found.st_ctime_ns]


def made_by() -> list[str]:
    """What builds: Python, the packager's own files, and the packages beside them, each by what changes when it does."""
    ours = os.path.dirname(os.path.dirname(__file__))
    own = [each for path, each in signatures(ours, _parts(ours)).items() if "__pycache__" not in path]
    newest = max((each[1] for each in own if each), default=0)
    installed = [str(os.stat(path).st_mtime_ns) for path in sys.path if path.endswith(("site-packages", "dist-packages"))]
    return [sys.version, f"{len(own)} files, {sum(each[0] for each in own if each)} bytes, {newest}", *installed]


def _parts(folder: str) -> list[str]:
    return [entry.name for entry in os.scandir(folder) if entry.is_dir() and entry.name != "__pycache__"]


def _gather(folder: str, name: str, found: Signatures) -> None:
    """Adds the files of a folder, and of those in it; a link that leads nowhere has an empty signature."""
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        path = f"{name}/{entry.name}"
        try:
            if entry.is_dir():
                _gather(entry.path, path, found)
                continue
            stat = entry.stat()
            found[path] = [stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns]
        except OSError:
            found[path] = []
