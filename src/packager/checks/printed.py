"""The texts of the sources that some reader sees, pupils or teachers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from packager.model.curriculum import THEME_FILE, Curriculum
from packager.source.tree import Path

_UNPRINTED = frozenset({"image", "builds_on", "coverage", "allow", "url"})
"""Fields that hold a path, an id or a remark, not what readers see."""


@dataclass(frozen=True, slots=True)
class Printed:
    """The file, path and text of everything that is printed, in the authors' order."""

    curriculum: Curriculum
    texts: tuple[tuple[str, Path, str], ...]


def printed(curriculum: Curriculum) -> Printed:
    """What is printed of a curriculum; gathered once for all rules that look at it."""
    texts: list[tuple[str, Path, str]] = []
    for file, tree in curriculum.trees.items():
        if file != THEME_FILE:
            _gather(tree.data, (), file, texts)
    return Printed(curriculum, tuple(texts))


def _gather(value: Any, path: Path, file: str, texts: list[tuple[str, Path, str]]) -> None:
    if isinstance(value, str):
        texts.append((file, path, value))
    elif isinstance(value, list):
        for position, inner in enumerate(value):
            _gather(inner, (*path, position), file, texts)
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in _UNPRINTED:
                _gather(inner, (*path, key), file, texts)
