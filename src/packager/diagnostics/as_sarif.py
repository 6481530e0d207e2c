"""Findings as SARIF, which code-hosting sites and editors read.

Format: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0", sections 3.13 (log),
3.19 (tool component), 3.27 (result), 3.28 (location) and 3.30 (region).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from packager.diagnostics.diagnostic import Diagnostic
from packager.diagnostics.rule import Rule
from packager.diagnostics.span import Span

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "SRCROOT"
"""What file paths are relative to: the folder that holds `curriculum/` and `units/`."""


def as_sarif(diagnostics: Iterable[Diagnostic], rules: Iterable[Rule] = (), version: str | None = None) -> dict[str, Any]:
    """A SARIF log with one run, as plain data.

    `rules` explain the codes; of them only those that some finding names are written. Columns count
    Unicode characters, as ours do.
    """
    found = list(diagnostics)
    named = {rule.code: rule for rule in rules if any(d.code == rule.code for d in found)}
    places = {code: place for place, code in enumerate(sorted(named))}
    driver: dict[str, Any] = {"name": "packager", "rules": [_rule(named[code]) for code in places]}
    if version:
        driver["version"] = version
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(diagnostic, places) for diagnostic in found],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: Rule) -> dict[str, Any]:
    page = rule.page.strip()
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": " ".join(page.split("\n\n")[0].split())},
        "fullDescription": {"text": page},
        "help": {"text": page},
        "defaultConfiguration": {"level": str(rule.severity)},
    }


def _result(diagnostic: Diagnostic, places: dict[str, int]) -> dict[str, Any]:
    text = diagnostic.message + (f" (hint: {diagnostic.hint})" if diagnostic.hint else "")
    result: dict[str, Any] = {
        "ruleId": diagnostic.code,
        "level": str(diagnostic.severity),
        "message": {"text": text},
        "locations": [{"physicalLocation": _place(diagnostic.span)}],
    }
    if diagnostic.code in places:
        result["ruleIndex"] = places[diagnostic.code]
    if diagnostic.related:
        result["relatedLocations"] = [
            {"id": number, "message": {"text": related.message}, "physicalLocation": _place(related.span)}
            for number, related in enumerate(diagnostic.related, 1)
        ]
    return result


def _place(span: Span) -> dict[str, Any]:
    artifact = {"uri": quote(span.file), "uriBaseId": ROOT}
    return {"artifactLocation": artifact, "region": {"startLine": span.line, "startColumn": span.column}}
