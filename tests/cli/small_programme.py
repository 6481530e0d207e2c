"""A small programme to ask questions of: Egypt and rivers side by side, then Rome, then Greece a year later."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.sequence.small import small, topic, word

EGYPT, RIVERS, ROME, GREECE, MAPS = "history-3/egypt", "geography-3/rivers", "history-3/rome", "history-4/greece", "geography-4/maps"
SLOTS = {
    "year-3/autumn-1/history": EGYPT,
    "year-3/autumn-1/geography": RIVERS,
    "year-3/autumn-2/history": ROME,
    "year-4/autumn-1/history": GREECE,
    "year-4/autumn-1/geography": MAPS,
}


def topics() -> dict[str, dict[str, Any]]:
    """What is taught; a test may change it before it is written down."""
    return {
        EGYPT: topic(
            {
                "chapter": [{"text": "The *flood* came. Nobody saw it, e.g. at night. After the flood lay silt."}],
                "know": ["A flood leaves silt behind."],
                "quiz": [{"ask": "What does a flood leave?", "answer": "silt", "wrong": ["gold", "salt"]}],
            },
            {"chapter": [{"text": "A pharaoh feared no flooding."}], "quiz": [{"ask": "Who ruled?", "answer": "a pharaoh"}]},
            title="Ancient Egypt",
            words=[
                word("flood", say="FLUD", kind="noun", example="The flood rose."),
                word("silt"),
                word("bank", sense="of a river"),
                word("pharaoh", 2),
            ],
        ),
        RIVERS: topic("A river may flood its bank.", "Every flood leaves silt on the bank.", title="Rivers", words=[word("source")]),
        ROME: topic(
            "No pharaoh ruled here. A bank kept the money.",
            "The empire grew.",
            title="Rome",
            words=[word("bank", sense="for money"), word("empire", 2)],
            builds_on=[EGYPT],
        ),
        GREECE: topic("Silt filled the bay, as after a flood. No empire then.", title="Greece", builds_on=[ROME, f"{EGYPT}/2"]),
        MAPS: topic("Find the source.", title="Maps"),
    }


def programme(root: Path, content: dict[str, dict[str, Any]] | None = None, **fields: Any) -> Path:
    """The programme below `root`."""
    small(root, SLOTS, content or topics(), **{"assumed": ["river"], "policy": {"lessons_per_topic": 1}, **fields})
    return root
