"""A finished output folder, as tests look at it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from packager import pipeline
from packager.diagnostics.diagnostic import Diagnostic

REPOSITORY = Path(__file__).parents[1]


def built_files(out: Path) -> set[str]:
    """What stands in an output folder, by path, besides the records of the build itself (`index.json`, `.cache/` and the like)."""
    paths = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}
    return {path for path in paths if "/" in path and not path.startswith(".cache/")}


@dataclass(frozen=True)
class Packs:
    """What one build of every topic left in `folder`; `index` are the entries of its index.json."""

    root: Path
    folder: Path
    index: tuple[dict[str, Any], ...]
    found: tuple[Diagnostic, ...]

    def files(self, **wanted: object) -> list[Path]:
        """The files whose entries have these values: `files(format="pdf", topic="year-3-history/ancient-egypt")`."""
        entries = (entry for entry in self.index if all(entry[field] == value for field, value in wanted.items()))
        return [self.folder / entry["path"] for entry in entries]


def build_packs(root: Path, out: Path) -> Packs:
    """Builds every topic of the curriculum in `root` into `out`."""
    checked = pipeline.check(root)
    assert checked.curriculum is not None, checked.found
    built = pipeline.build(checked, out, checked.curriculum.topics, pipeline.PRODUCT_NAMES, lambda *_: None)
    index = json.loads((out / "index.json").read_text("utf-8"))["artifacts"]
    return Packs(root, out, tuple(index), built.found)
