"""The small Markdown of prose fields: paragraphs, `*emphasis*`, `-` lists and `>` quotations.

A backslash before `*`, `-`, `>` or `\\` takes its meaning away. Nothing else is markup, so no text can fail.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from packager.document.nodes import Run, Runs, Style

_EMPHASIS = re.compile(r"(?<![\w*\\])\*(?=[^\s*])((?:[^*\\]|\\.)*?[^\s*\\]|[^\s*\\])\*(?![\w*])", re.DOTALL)
_ESCAPE = re.compile(r"\\([*\->\\])")
_BREAK = re.compile(r"\n[ \t]*\n+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph (one entry in `runs`), a list (one an item) or a quotation (one a paragraph)."""

    kind: Literal["paragraph", "list", "quotation"]
    runs: tuple[Runs, ...]


def parse(text: str) -> tuple[Piece, ...]:
    """The pieces of a text, in order; none for a text of white space."""
    return tuple(_piece(part) for part in _BREAK.split(text.replace("\r\n", "\n").strip("\n")) if part.strip())


def inline(text: str) -> Runs:
    """One line of text as runs; line breaks become spaces."""
    text = " ".join(text.split())
    if "*" not in text and "\\" not in text:
        return (Run(text),) if text else ()
    runs: list[Run] = []
    end = 0
    for match in _EMPHASIS.finditer(text):
        _append(runs, text[end : match.start()], Style.PLAIN)
        _append(runs, match[1], Style.EMPHASIS)
        end = match.end()
    _append(runs, text[end:], Style.PLAIN)
    return tuple(runs)


def plain_text(text: str) -> str:
    """A text as a reader sees it, without marks, its paragraphs divided by line breaks."""
    return "\n".join("".join(run.text for run in runs) for piece in parse(text) for runs in piece.runs)


def _append(runs: list[Run], text: str, style: Style) -> None:
    if text:
        runs.append(Run(_ESCAPE.sub(r"\1", text), style))


def _piece(part: str) -> Piece:
    if not part.lstrip().startswith(("-", ">")):
        return Piece("paragraph", (inline(part),))
    lines = [line.strip() for line in part.splitlines()]
    if all(line.startswith(("- ", "> ", ">")) for line in lines):
        if all(line.startswith("- ") for line in lines):
            return Piece("list", tuple(inline(line[2:]) for line in lines))
        if all(line.startswith(">") for line in lines):
            return _quotation([line[1:].strip() for line in lines])
    if lines[0].startswith("- "):
        return Piece("list", tuple(inline(item) for item in _items(lines)))
    return Piece("paragraph", (inline(part),))


def _items(lines: list[str]) -> list[str]:
    """List items; a line that begins no item goes on with the one above."""
    items: list[str] = []
    for line in lines:
        if line.startswith("- "):
            items.append(line[2:])
        else:
            items[-1] += f" {line}"
    return items


def _quotation(lines: list[str]) -> Piece:
    paragraphs = _BREAK.split("\n".join(lines))
    return Piece("quotation", tuple(inline(part) for part in paragraphs if part.strip()))
