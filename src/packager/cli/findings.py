"""Findings on their way to a terminal or another program, and the exit code that follows."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path

from packager.diagnostics.as_github import as_github
from packager.diagnostics.as_json import as_json
from packager.diagnostics.as_sarif import as_sarif
from packager.diagnostics.as_text import ReadLine, as_text
from packager.diagnostics.diagnostic import Diagnostic
from packager.pipeline import RULES
from packager.source.files import OutsideRoot, SourceFolder
from packager.source.read_yaml import LARGEST_FILE

FORMATS = ("text", "json", "github", "sarif")
_LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")  # those by which YAML 1.1, section 5.4, counts lines


def rendered(found: list[Diagnostic], format_name: str, root: Path) -> str:
    """The findings in one of FORMATS."""
    if format_name == "json":
        return as_json(found)
    if format_name == "github":
        return as_github(found)
    if format_name == "sarif":
        return json.dumps(as_sarif(found, RULES.values()), ensure_ascii=False, indent=2)
    return as_text(found, line_reader(root))


def line_reader(root: Path) -> ReadLine:
    """Reads a line of a source for an excerpt; each file is read once."""
    folder, lines = SourceFolder(root), dict[str, list[str]]()

    def read(file: str, number: int) -> str | None:
        if file not in lines:
            lines[file] = _LINE_BREAK.split(_text(folder, file))
        return lines[file][number - 1] if 0 < number <= len(lines[file]) else None

    return read


def _text(folder: SourceFolder, file: str) -> str:
    """The text of a YAML file inside the root; nothing of what is far too large, a picture, or no file at all."""
    try:
        if not file.lower().endswith((".yaml", ".yml")) or folder.size(file) > LARGEST_FILE:
            return ""
        return folder.read(file).decode("utf-8", "replace")
    except (OSError, OutsideRoot, ValueError):
        return ""


def counted(found: Iterable[Diagnostic]) -> str:
    """`2 errors, 1 warning`, or `no findings`."""
    listed = list(found)
    errors = sum(d.is_error for d in listed)
    parts = [_plural(errors, "error"), _plural(len(listed) - errors, "warning")]
    return ", ".join(part for part in parts if part) or "no findings"


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}" if count else ""
