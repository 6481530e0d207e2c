"""A source as plain data, and beside it the place of every key and value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from packager.diagnostics.span import Span
from packager.source.scalar import place_in

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


Late = Callable[[], Mark]
"""Finds the places of a file whose data was known before: most files have no finding, and are never asked."""


@dataclass(frozen=True, slots=True)
class Tree:
    """One file read: `data` is nested dicts, lists and texts; `mark` mirrors it with places."""

    file: str
    data: dict[str, Any]
    mark: Mark | Late
    text: str = field(default="", repr=False, compare=False)
    """The file as it was read, to find the very letter that a finding speaks of."""

    def span(self, path: Path = (), *, key: bool = False) -> Span:
        """The place of the value at `path`, or of its key.

        Segments that do not exist are skipped, so that a missing field is placed on what lacks it
        and pydantic's error paths, which name types too, still land on the right line.
        """
        mark = self.mark if isinstance(self.mark, Mark) else self.mark()
        line, column = mark.line, mark.column
        for segment in path:
            if segment in mark.inside:
                key_line, key_column, mark = mark.inside[segment]
                line, column = (key_line, key_column) if key else (mark.line, mark.column)
        return Span(self.file, line, column)

    def span_in(self, path: Path, offset: int) -> Span:
        """The place of one letter of the text at `path`; leading white space is not counted, as models strip it.

        The start of the value where the file's text is not at hand or the value is no text.
        """
        start, value = self.span(path), self._value(path)
        if not self.text or not isinstance(value, str):
            return start
        offset += len(value) - len(value.lstrip())
        return Span(self.file, *place_in(self.text, start.line, start.column, value, offset))

    def _value(self, path: Path) -> Any:
        """The value at `path`; segments that do not exist are skipped, as in `span`."""
        value: Any = self.data
        for segment in path:
            known = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
            value = value[segment] if segment in known else value
        return value
