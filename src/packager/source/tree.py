"""A source as plain data, and beside it the place of every key and value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from packager.diagnostics.span import Span
from packager.source.scalar import place_in

Path = tuple[str | int, ...]
"""Keys and list positions from the top of a file to one value."""
Data = dict[str, Any]
Again = Callable[[str, bytes], "tuple[Tree | None, Any]"]
"""Reads the content of a file once more."""


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


class Tree:
    """One file read: `data` is nested dicts, lists and texts; `mark` mirrors it with places; `content` are its bytes.

    Data and places take ten times the room of the file, and are needed for findings only once it is checked: what is
    let go, or was not at hand from the start, is found `again` in the content when it is asked for.
    """

    __slots__ = ("_again", "_data", "_mark", "content", "file")

    def __init__(self, file: str, data: Data | None, mark: Mark | None = None, content: bytes = b"", again: Again | None = None) -> None:
        self.file, self.content = file, content
        self._data, self._mark, self._again = data, mark, again

    @property
    def data(self) -> Data:
        """Nested dicts, lists and texts."""
        if self._data is None:
            self._read_again()
        return self._data or {}

    @property
    def mark(self) -> Mark:
        """The places of all that stands in `data`."""
        if self._mark is None:
            self._read_again()
        return self._mark or Mark(1, 1)

    @property
    def text(self) -> str:
        """The file as it was read, to find the very letter that a finding speaks of; empty where it is not at hand."""
        return self.content.decode("utf-8-sig")

    def let_go(self) -> None:
        """Data and places are held no longer, where they can be found again."""
        if self._again:
            self._data = self._mark = None

    def _read_again(self) -> None:
        tree = self._again(self.file, self.content)[0] if self._again else None
        if tree:
            self._data, self._mark = self._data or tree.data, tree.mark

    def span(self, path: Path = (), *, key: bool = False) -> Span:
        """The place of the value at `path`, or of its key.

        Segments that do not exist are skipped, so that a missing field is placed on what lacks it
        and pydantic's error paths, which name types too, still land on the right line.
        """
        mark = self.mark
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
        if not self.content or not isinstance(value, str):
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
