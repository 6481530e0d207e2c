"""What the last build saw and left: `record.json`, by which the next one knows that there is nothing to do.

A file counts as unchanged where its size and both of its times are as they were (`st_mtime_ns`, and `st_ctime_ns`,
which nobody can set back); clocks are never compared, only found equal. This module is read before any other of the
packager where nothing is to do: it imports nothing that is slow to import, not even `json` or `collections.abc`.
For that the record is JSON with a line for each file, and the lines are compared with those that would stand there now.
"""

from __future__ import annotations

import os
import sys
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

RECORD_FILE = "record.json"
VERSION = 2
SOURCES = ("curriculum", "units")
_TICK = 50_000_000
"""Nanoseconds: what changed so shortly before it was looked at may change again without a new time on its clock."""
_INPUTS, _OUTPUTS, _FINDINGS, _SAID, _END = '"inputs": {\n', '\n},\n"outputs": {\n', '\n},\n"findings": [\n', '\n],\n"said": ', "\n}\n"
_NEXT = ",\n"

Signature = list[int]
Signatures = dict[str, Signature]


class LastBuild:
    """One build, as its record has it: `head` tells what it was asked and what made it, `inputs` and `outputs` what it read and wrote.

    Those are lines, each a path, relative to the root and to the output folder, with its signature; `said` is the last
    line of the build where nothing had to be done, `findings` its warnings as text.
    """

    def __init__(self, head: str, inputs: str, outputs: str, said: str, findings: str) -> None:
        self.head, self.inputs, self.outputs, self.said, self.findings = head, inputs, outputs, said, findings

    def is_current(self, asked: list[str], root: str, out: str) -> bool:
        """Whether the same build would find the same sources, the same packager, and every file as it was left."""
        return (
            self.head == head(asked, root)
            and self.outputs == lines({path: signature(f"{out}/{path}") for path in _paths(self.outputs)})
            and self.inputs == lines(signatures(root))
        )

    def as_text(self) -> str:
        """`record.json`."""
        findings = _NEXT.join(map(_quoted, self.findings.split("\n")))
        return "".join((self.head, _INPUTS, self.inputs, _OUTPUTS, self.outputs, _FINDINGS, findings, _SAID, _quoted(self.said), _END))


def read_last_build(out: str) -> LastBuild | None:
    """The record in an output folder; None where there is none, or one that is damaged or of another version."""
    try:
        with open(f"{out}/{RECORD_FILE}", "rb") as file:
            rest = file.read()
        parts = []
        for mark in (_INPUTS, _OUTPUTS, _FINDINGS, _SAID, _END):
            part, rest = rest.split(mark.encode(), 1)
            parts.append(part.decode())  # each for itself: a single letter beyond ASCII makes a text wide, and slow
        head, inputs, outputs, findings, said = parts
        told = "\n".join(map(_unquoted, findings.split(_NEXT)))
        return LastBuild(head, inputs, outputs, _unquoted(said), told) if not rest and _paths(outputs) else None
    except (OSError, ValueError, RecursionError):
        return None


def head(asked: list[str], root: str) -> str:
    """How a record begins: its version, what is asked, where the sources are, and what builds."""
    asks, makers = (", ".join(map(_quoted, texts)) for texts in (asked, made_by()))
    return f'{{\n"version": {VERSION},\n"asked": [{asks}],\n"root": {_quoted(os.path.realpath(root))},\n"made_by": [{makers}],\n'


def lines(seen: Mapping[str, Signature | None]) -> str:
    """The lines of a record that tell of these files, sorted by path."""
    if _is_plain("".join(seen)):
        return _NEXT.join([f'"{path}": {seen[path]}' for path in sorted(seen)])
    return _NEXT.join([f"{_quoted(path)}: {seen[path]}" for path in sorted(seen)])


def signatures(root: str, folders: Iterable[str] = SOURCES) -> Signatures:
    """The signature of every file in some folders of `root`, by path."""
    found: Signatures = {}
    for folder in folders:
        _gather(f"{root}/{folder}", f"{folder}/", found)
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
    own: Signatures = {}
    _gather(os.path.dirname(os.path.dirname(__file__)), "", own, "__pycache__")
    sizes, newest = sum(each[0] for each in own.values() if each), max((each[1] for each in own.values() if each), default=0)
    installed = [str(os.stat(path).st_mtime_ns) for path in sys.path if path.endswith(("site-packages", "dist-packages"))]
    return [sys.version.replace("\n", " "), f"{len(own)} files, {sizes} bytes, {newest}", *installed]


def _gather(folder: str, name: str, found: Signatures, but: str = "") -> None:
    """Adds the files of a folder, and of those in it but for some; a link that leads nowhere has an empty signature."""
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        path, place = f"{name}{entry.name}", f"{folder}/{entry.name}"
        try:
            if not entry.is_dir():
                seen = os.stat(place)
                found[path] = [seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns]
            elif entry.name != but:
                _gather(place, f"{path}/", found, but)
        except OSError:
            found[path] = []


def _paths(lines: str) -> list[str]:
    named = [line.rpartition('": ')[0] for line in lines.split(_NEXT)]
    return [_unquoted(f'{name}"') for name in named] if "\\" in lines else [name[1:] for name in named]


def _is_plain(text: str) -> bool:
    """Whether a text stands in JSON as it is; what cannot be printed is escaped there."""
    return text.isprintable() and '"' not in text and "\\" not in text


def _quoted(text: str) -> str:
    """A text in JSON."""
    if text.isprintable():
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    import json

    return json.dumps(text)


def _unquoted(text: str) -> str:
    """What a text in JSON says."""
    plain = text[1:-1].replace('\\"', '"')
    if "\\" not in plain:
        return plain
    import json

    return str(json.loads(text))
