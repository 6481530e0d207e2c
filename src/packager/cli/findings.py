"""Findings on their way to a terminal or another program, and the exit code that follows."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from packager.diagnostics.as_github import as_github
from packager.diagnostics.as_json import as_json
from packager.diagnostics.as_text import ReadLine, as_text
from packager.diagnostics.diagnostic import Diagnostic

FORMATS = ("text", "json", "github")


def rendered(found: list[Diagnostic], format_name: str, root: Path) -> str:
    """The findings in one of FORMATS."""
    if format_name == "json":
        return as_json(found)
    if format_name == "github":
        return as_github(found)
    return as_text(found, line_reader(root))


def line_reader(root: Path) -> ReadLine:
    """Reads a line of a source for an excerpt; each file is read once."""
    lines: dict[str, list[str]] = {}

    def read(file: str, number: int) -> str | None:
        if file not in lines:
            try:
                lines[file] = (root / file).read_bytes().decode("utf-8", "replace").splitlines()
            except OSError:
                lines[file] = []
        return lines[file][number - 1] if 0 < number <= len(lines[file]) else None

    return read


def counted(found: Iterable[Diagnostic]) -> str:
    """`2 errors, 1 warning`, or `no findings`."""
    listed = list(found)
    errors = sum(d.is_error for d in listed)
    parts = [_plural(errors, "error"), _plural(len(listed) - errors, "warning")]
    return ", ".join(part for part in parts if part) or "no findings"


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}" if count else ""
