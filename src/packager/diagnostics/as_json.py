"""Findings as JSON, for editors and other programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from packager.diagnostics.diagnostic import Diagnostic
from packager.diagnostics.span import Span


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """A JSON list with one object a finding: code, name, severity, message, hint, place and related."""
    text = json.dumps([as_dict(d) for d in diagnostics], ensure_ascii=False, indent=2)
    # A file's name may hold bytes that are no letters; Python's escape for them is JSON's too.
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def as_dict(diagnostic: Diagnostic) -> dict[str, Any]:
    """One finding as plain data; `file` is relative to the root."""
    return {
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": str(diagnostic.severity),
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        **_place(diagnostic.span),
        "related": [{"message": r.message, **_place(r.span)} for r in diagnostic.related],
    }


def _place(span: Span) -> dict[str, Any]:
    return {"file": span.file, "line": span.line, "column": span.column}
