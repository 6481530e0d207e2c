"""`packager build` where nothing has changed: the answer without importing what builds.

Only what a shell gives is looked at here; whatever is not plain is left to the real command.
"""

from __future__ import annotations

import os
import sys

from packager.plan.last_build import LastBuild, Signatures, head, lines, moment, read_last_build, settled, signature, signatures

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_FOLDERS = ("--root", "--out")
_HOW = ("--jobs", "-j", "--cluster")
"""Options that change how files are made, not which."""


class Asked:
    """A command line of `packager build`: its folders, and the rest, which says what is to be built."""

    def __init__(self, arguments: list[str]) -> None:
        self.rest, self.folders = list[str](), dict[str, str]()
        waiting = iter(arguments)
        for argument in waiting:
            name, equals, value = argument.partition("=")
            if name not in (*_FOLDERS, *_HOW):
                self.rest.append(argument)
                continue
            value = value if equals else next(waiting, "")
            if name in _FOLDERS:
                self.folders[name] = value

    @property
    def is_plain(self) -> bool:
        """Whether it asks for files and nothing else."""
        return not any(
            each.startswith(("-h", "--help", "--verify", "--bridge", "--class", "--starting", "--content")) for each in self.rest
        )

    @property
    def root(self) -> str:
        """The folder of the curriculum that is named, or the nearest one upwards; empty where there is none."""
        if "--root" in self.folders:
            return self.folders["--root"]
        here = os.getcwd()
        while not os.path.isdir(f"{here}/curriculum") or not os.path.isdir(f"{here}/units"):
            above = os.path.dirname(here)
            if above == here:
                return ""
            here = above
        return here

    def out(self, root: str) -> str:
        """The output folder that is named, or that of the root."""
        return self.folders.get("--out") or f"{root}/build"


def says_unchanged(arguments: list[str]) -> bool:
    """Whether a build of these arguments has nothing to do; if so, it has said so."""
    asked = Asked(arguments)
    root = asked.root if asked.is_plain else ""
    last = read_last_build(asked.out(root)) if root else None
    if last is None or not last.is_current(asked.rest, root, asked.out(root)):
        return False
    if last.findings:
        print(last.findings, file=sys.stderr)
    print(last.said)
    return True


class Remembering:
    """Looks at the sources before a build reads them, and tells after it what `record.json` is to hold."""

    def __init__(self, arguments: list[str], root: str) -> None:
        self.asked, self.root = Asked(arguments), root
        self.inputs: Signatures = settled(signatures(root), moment())

    def text(self, out: str, paths: Iterable[str], said: str, findings: str) -> str:
        """`record.json` after a build without errors that left `paths` in `out`."""
        outputs = {path: seen for path in paths if (seen := signature(f"{out}/{path}")) is not None}
        return LastBuild(head(self.asked.rest, self.root), lines(self.inputs), lines(outputs), said, findings).as_text()
