"""Headings go down one level at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def skipped_levels(levels: Iterable[int]) -> Iterator[str]:
    """What is wrong with the levels of a document's headings, in order: the first is 1, and none skips one."""
    before = 0
    for level in levels:
        if level > before + 1:
            yield f"a heading of level {level} below one of level {before}" if before else f"the first heading has level {level}"
        before = level
    if before == 0:
        yield "no heading"
