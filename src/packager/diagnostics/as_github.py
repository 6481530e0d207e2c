"""Findings as GitHub workflow commands, which show beside the lines of a pull request.

Format and escapes: GitHub's documentation, "Workflow commands for GitHub Actions".
"""

from __future__ import annotations

from collections.abc import Iterable

from packager.diagnostics.diagnostic import Diagnostic

_IN_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTY = {**_IN_DATA, ":": "%3A", ",": "%2C"}


def as_github(diagnostics: Iterable[Diagnostic]) -> str:
    """One `::error` or `::warning` line a finding."""
    return "\n".join(_command(d) for d in diagnostics)


def _command(diagnostic: Diagnostic) -> str:
    span = diagnostic.span
    title = _escaped(f"{diagnostic.code} {diagnostic.name}", _IN_PROPERTY)
    place = f"file={_escaped(span.file, _IN_PROPERTY)},line={span.line},col={span.column}"
    text = diagnostic.message + (f"\nhint: {diagnostic.hint}" if diagnostic.hint else "")
    return f"::{diagnostic.severity} {place},title={title}::{_escaped(text, _IN_DATA)}"


def _escaped(text: str, table: dict[str, str]) -> str:
    escaped = "".join(table.get(character, character) for character in text)
    return escaped.encode("utf-8", "backslashreplace").decode("utf-8")
