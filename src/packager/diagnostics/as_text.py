"""Findings as text for a terminal: the place, the sentence, the line of source, the hint."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from packager.diagnostics.diagnostic import Diagnostic
from packager.diagnostics.span import Span

ReadLine = Callable[[str, int], str | None]
"""Gives the text of a line of a file, or None where there is none."""

WIDEST_EXCERPT = 100
# Control characters could move the cursor or colour the terminal: authors' text is shown, never obeyed.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def as_text(diagnostics: Iterable[Diagnostic], read_line: ReadLine) -> str:
    """All findings as text, each with an excerpt of its source, a blank line between two."""
    return "\n\n".join(_shown("\n".join(_lines(d, read_line))) for d in diagnostics)


def _lines(diagnostic: Diagnostic, read_line: ReadLine) -> Iterator[str]:
    d = diagnostic
    yield f"{d.span}: {d.severity}[{d.code}]: {d.message} ({d.name})"
    yield from _excerpt(d.span, read_line)
    for related in d.related:
        yield f"  {related.span}: {related.message}"
        yield from _excerpt(related.span, read_line)
    if d.hint:
        yield f"  hint: {d.hint}"


def _excerpt(span: Span, read_line: ReadLine) -> Iterator[str]:
    line = read_line(span.file, span.line)
    if line is None or not line.strip():
        return
    start = max(0, span.column - WIDEST_EXCERPT // 2) if len(line) > WIDEST_EXCERPT else 0
    gutter = f"{span.line:>5} | "
    yield gutter + line[start : start + WIDEST_EXCERPT]
    yield " " * (len(gutter) + max(0, span.column - 1 - start)) + "^"


def _shown(text: str) -> str:
    return _UNPRINTABLE.sub(lambda match: f"<U+{ord(match[0]):04X}>", text)
