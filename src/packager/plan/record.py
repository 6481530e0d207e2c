"""What stands in the output folder: `index.json`, for people and programs that look for a file."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any

from packager.plan.artifact import Artifact

INDEX_FILE = "index.json"


@dataclass(frozen=True, slots=True)
class Entry:
    """One file in the output folder; the fields are those of `index.json`."""

    path: str
    product: str
    format: str
    topic: str | None
    lesson: int | None
    edition: str
    year: int | None
    audience: str
    bytes: int
    sha256: str
    fingerprint: str
    sources: tuple[str, ...]
    programme: str = ""
    """The title of the programme whose build wrote it: two programmes may share a folder."""

    @property
    def is_quoted(self) -> bool:
        """Whether it is the booklet whose pages other files quote, and people are shown."""
        return (self.product, self.format, self.edition) == ("booklet", "pdf", "standard")


_FIELDS = tuple(field.name for field in fields(Entry))


def entry_of(artifact: Artifact, size: int, sha256: str, fingerprint: str, programme: str) -> Entry:
    """The entry of an artifact that was written."""
    a = artifact
    return Entry(
        a.path, a.product, a.format, a.topic, a.lesson, a.edition, a.year, a.audience, size, sha256, fingerprint, a.sources, programme
    )


def index_text(entries: Iterable[Entry]) -> str:
    """`index.json`, sorted by path, an artifact a line."""
    in_order = sorted(entries, key=lambda entry: entry.path)
    lines = (json.dumps({name: getattr(entry, name) for name in _FIELDS}, ensure_ascii=False) for entry in in_order)
    return '{"artifacts": [\n' + ",\n".join(lines) + "\n]}\n"


def entries_of(text: str) -> tuple[Entry, ...]:
    """The entries of an `index.json`; none where it is damaged or of another version."""
    try:
        listed: list[dict[str, Any]] = json.loads(text)["artifacts"]
        return tuple(Entry(**{**fields, "path": str(fields["path"]), "sources": tuple(fields["sources"])}) for fields in listed)
    except (ValueError, KeyError, TypeError, RecursionError):
        return ()
