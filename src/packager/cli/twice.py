"""`packager build --verify`: the same files built again, from nothing and in another process, byte for byte."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from packager.plan.build_folder import BuildFolder

_SEED = "20"
"""The seed of the second process's hashes: what depends on their order comes out differently."""


def differing(root: Path, out: Path, arguments: Iterable[str]) -> tuple[int, list[str]]:
    """How many files a build from nothing gives, and the paths of those that are not the same in `out`."""
    with TemporaryDirectory(prefix="packager-") as fresh:
        command = [
            sys.executable,
            "-c",
            "from packager.cli.entry import main; main()",
            "build",
            *arguments,
            "--root",
            str(root),
            "--out",
            fresh,
        ]
        environment = {**os.environ, "PYTHONHASHSEED": _SEED}
        subprocess.run(command, env=environment, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        paths = [entry.path for entry in BuildFolder(Path(fresh)).entries()]
        return len(paths), [path for path in paths if not _same(Path(fresh) / path, out / path)]


def _same(first: Path, second: Path) -> bool:
    try:
        return first.read_bytes() == second.read_bytes()
    except OSError:
        return False
