"""The fit report of a build: every text that was split, and every one that only just held."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from packager.plan.record import Entry
from packager.plan.standing import Standing

FIT_REPORT = "fit-report.txt"
_HEAD = "What pages and slides made of the texts. Nothing here is wrong; it tells where a shorter text would sit better.\n"


def fit_report(standing: Standing) -> str:
    """The report on all that stands in the folder: by topic and file, a line for each text."""
    parts = [_HEAD]
    for topic, entries in groupby(_in_order(standing.entries.values()), key=lambda entry: entry.topic):
        lines = [line for entry in entries for line in _of_file(entry, standing)]
        if lines:
            parts.append("\n".join([f"\n{topic or 'the whole curriculum'}", *lines, ""]))
    return "".join(parts)


def _in_order(entries: Iterable[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: (entry.topic or "~", entry.path))


def _of_file(entry: Entry, standing: Standing) -> Iterator[str]:
    outcome = standing.kept.outcomes.get(entry.path)
    fittings = outcome.fittings if outcome and outcome.fingerprint == entry.fingerprint else ()
    if fittings:
        yield f"  {entry.path.rpartition('/')[2]}"
    for identity, kind, message in fittings:
        yield f"    {kind:<9}  {identity}: {message}"
