"""A source as plain data, and beside it the place of every key and value."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from packager.diagnostics.span import Span

Path = tuple[str | int, ...]
"""Keys and list positions from the top of a file to one value."""


@dataclass(slots=True)
class Mark:
    """The place of one value, counted from 1, and of what stands inside it.

    `inside` maps a key or a list position to (line and column of the key, mark of the value); it
    is empty for a text. `block` tells that the text is written below its key with `|` or `>`.
    """

    line: int
    column: int
    inside: dict[str | int, tuple[int, int, Mark]] = field(default_factory=dict)
    block: bool = False


@dataclass(frozen=True, slots=True)
class Tree:
    """One file read: `data` is nested dicts, lists and texts; `mark` mirrors it with places."""

    file: str
    data: dict[str, Any]
    mark: Mark

    def span(self, path: Path = (), *, key: bool = False) -> Span:
        """The place of the value at `path`, or of its key.

        Segments that do not exist are skipped, so that a missing field is placed on what lacks it
        and pydantic's error paths, which name types too, still land on the right line.
        """
        line, column, mark = self.mark.line, self.mark.column, self.mark
        for segment in path:
            if segment in mark.inside:
                key_line, key_column, mark = mark.inside[segment]
                line, column = (key_line, key_column) if key else (mark.line, mark.column)
        return Span(self.file, line, column)
