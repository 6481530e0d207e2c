"""A small programme with dated events: Egypt beside Rivers and Rama, then Rome, then a year without any."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from packager.sequence.sequenced import sequence
from packager.sequence.teaching import Teaching, teach
from tests.sequence.small import small, topic

EGYPT, RIVERS, RAMA, ROME, HILLS = "history-3/egypt", "geography-3/rivers", "religion-3/rama", "history-3/rome", "geography-4/hills"
SLOTS = {
    "year-3/autumn-1/history": EGYPT,
    "year-3/autumn-1/geography": RIVERS,
    "year-3/autumn-1/religion": RAMA,
    "year-3/autumn-2/history": ROME,
    "year-4/autumn-1/geography": HILLS,
}


def dated(*events: tuple[int, str], spans: tuple[tuple[int, int, str], ...] = (), **fields: Any) -> dict[str, Any]:
    """A lesson with a timeline of events."""
    years = [year for year, _ in events]
    shown = [{"at": year, "text": text, "about": year < -1000} for year, text in events]
    lasted = [{"from": first, "to": last, "text": text} for first, last, text in spans]
    model = {"title": "Then", "alt": "Times", "from": min(years), "to": max(years) + 1, "events": shown, "spans": lasted, **fields}
    return {"title": "In time", "chapter": [{"text": "It was long ago."}, {"timeline": model}]}


TOPICS = {
    EGYPT: topic(
        dated((-3100, "Narmer rules both lands"), (-2560, "The Great Pyramid is finished")),
        dated((-3100, "Narmer unites two lands"), (-196, "The Rosetta Stone is carved"), (-30, "Rome takes Egypt"),
              spans=((-2686, -2181, "Old Kingdom"),), here=2026),
        title="Ancient Egypt",
    ),
    RIVERS: topic(dated((1779, "The Iron Bridge is built"), (1967, "A reservoir opens")), title="Rivers"),
    RAMA: topic(dated((-500, "The epic is first sung"), (1574, "Tulsidas begins his poem")), title="Rama and Sita"),
    ROME: topic("Seven hills.", dated((-753, "Rome is founded"), (-44, "Caesar is killed"), (-30, "Rome takes Egypt")), title="Rome"),
    HILLS: topic("Hills are high.", title="Hills"),
}  # fmt: skip


def in_years(root: Path) -> Teaching:
    """The programme as it is taught."""
    return teach(sequence(small(root, SLOTS, TOPICS, publisher="The publisher", licence="CC0-1.0", date="2026-09-01")))
