"""A small programme in which words travel: Egypt beside Rivers, then Rome, then a topic that is only planned."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from packager.model.topic import Topic
from packager.sequence.sequenced import sequence
from packager.sequence.teaching import Teaching, teach
from tests.builders import write_files
from tests.sequence.small import small, topic, word

EGYPT, RIVERS, ROME = "history-3/egypt", "geography-3/rivers", "history-3/rome"
SLOTS: dict[str, Any] = {
    "year-3/autumn-1/history": EGYPT,
    "year-3/autumn-1/geography": RIVERS,
    "year-3/autumn-2/history": ROME,
    "year-3/autumn-2/geography": {"planned": "Mountains", "question": "Why do mountains rise?", "coverage": ["ge.mountains"]},
    "year-3/autumn-2/religion": {"empty": "visits to places of worship"},
    "year-4/autumn-1/history": {"planned": "Vikings"},
}
COVERAGE = """\
hi.egypt: {subject: history, text: An early civilisation., source: Aims}
ge.mountains: {subject: geography, text: Mountains., source: Aims}
ge.coasts: {subject: geography, text: Coasts., source: Aims}
"""
GIFT = {
    "title": "The gift of the Nile",
    "question": "Why did people live beside the Nile?",
    "outcome": "I can explain what the flood did.",
    "know": ["The *flood* left silt.", "Silt makes fields rich."],
    "story_cue": "Pour water over sand.",
    "materials": ["a tray of sand", "a jug"],
    "say": {"Nile": "NYL"},
    "chapter": [
        {"text": "Every year a flood came. It left silt."},
        {"pause": {"ask": "What if no flood came?", "answer": "Nobody could sow."}},
    ],
    "recall": [{"ask": "Which continent is Egypt in?", "answer": "Africa"}],
    "task": {"instruction": "Draw the flood.", "guidance": "Look for:\n\n- water on the fields\n- mud when it has gone"},
    "quiz": [
        {"ask": "What did the flood leave?", "answer": "silt", "wrong": ["sand", "salt", "stones"]},
        {"ask": "Why did people stay?", "answer": "The fields were rich."},
    ],
    "misconceptions": [{"idea": "Egypt is all desert.", "response": "The valley is green."}],
    "notes": "The Nile floods no more.\n\nA dam holds it.",
    "content_guidance": "Floods also harm people.",
}
TOPICS = {
    EGYPT: topic(
        GIFT,
        {"title": "The king", "chapter": [{"text": "The pharaoh counted on the flood and its silt."}]},
        words=[word("flood", kind="noun"), word("silt", say="SILT", example="Dark silt lay there."), word("pharaoh", 2, say="FAIR-oh")],
        title="Ancient Egypt",
        question="How did a river help a kingdom?",
        why_this_why_now="Everything hangs on one river.\n\nIt comes first.",
        notes="Bring a map.",
        content_guidance="Speak of tombs with care.",
        coverage=["hi.egypt"],
    ),
    RIVERS: topic(
        "Water runs from a source.",
        {"title": "Down to the sea", "chapter": [{"text": "The river drops its silt after a flood, far from its source."}]},
        words=[word("source", kind="noun"), word("mouth", 2, kind="noun")],
        title="Rivers",
        builds_on=[],
    ),
    ROME: topic(
        {
            "title": "Seven hills",
            "chapter": [{"text": "The flood of the Tiber was feared."}],
            "quiz": [{"ask": "What is Rome’s river?", "answer": "Tiber"}],
        },
        words=[word("senate")],
        title="Rome",
        builds_on=[EGYPT],
    ),
}


def programme(root: Path) -> Teaching:
    """The programme as it is taught."""
    write_files(root, {"curriculum/coverage.yaml": COVERAGE})
    return teach(sequence(small(root, SLOTS, TOPICS, publisher="The publisher", licence="CC0-1.0", date="2026-09-01")))


def topic_of(teaching: Teaching, identity: str) -> Topic:
    """A topic of the programme."""
    return teaching.curriculum.topics[identity]
