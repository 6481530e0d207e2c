"""What rendering a file told besides its bytes, kept for builds that need not render it again.

A deck quotes the pages of a booklet that is current, and the fit report lists what happened in files that were
not touched. An outcome holds for one fingerprint only.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from packager.plan.artifact import Artifact

OUTCOMES_FILE = ".cache/outcomes.json"
VERSION = 1
Written = list[str | list[int]]
"""The digest (sha256) of a file, and the signature that it had then."""
Told = tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """Of one file: the pages and slides it counted, its troubles (code, id, message) and fittings (id, kind, message)."""

    fingerprint: str
    pages: Mapping[str, int] = field(default_factory=dict)
    slides: Mapping[str, int] = field(default_factory=dict)
    troubles: Told = ()
    fittings: Told = ()


_FIELDS = tuple(field.name for field in fields(Outcome))


@dataclass(frozen=True, slots=True)
class Made:
    """One file: its bytes, or None where those that stand are current or where it was only counted; and what was told."""

    artifact: Artifact
    content: bytes | None
    outcome: Outcome
    is_asked: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """Outcomes by path; digest and signature of each file as it was written; and of each topic what its content was made of."""

    outcomes: dict[str, Outcome] = field(default_factory=dict)
    written: dict[str, Written] = field(default_factory=dict)
    contents: dict[str, str] = field(default_factory=dict)


def kept_text(kept: Kept) -> str:
    """What is kept, as text."""
    outcomes = {path: {name: getattr(each, name) for name in _FIELDS} for path, each in kept.outcomes.items()}
    told = {"version": VERSION, "outcomes": outcomes, "written": kept.written, "contents": kept.contents}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def kept_of(text: str) -> Kept:
    """What was kept; nothing where it is damaged or of another version."""
    try:
        found = json.loads(text)
        if found["version"] != VERSION:
            return Kept()
        outcomes = {str(path): _outcome(fields) for path, fields in found["outcomes"].items()}
        return Kept(outcomes, dict(found["written"]), dict(found["contents"]))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Kept()


def _outcome(fields: Mapping[str, Any]) -> Outcome:
    pages, slides = _counts(fields["pages"]), _counts(fields["slides"])
    return Outcome(str(fields["fingerprint"]), pages, slides, _told(fields["troubles"]), _told(fields["fittings"]))


def _counts(value: Any) -> dict[str, int]:
    if not all(type(count) is int for count in value.values()):
        raise TypeError("no counts")
    return dict(value)


def _told(value: Any) -> Told:
    return tuple((str(first), str(second), str(third)) for first, second, third in value)
