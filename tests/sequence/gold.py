"""How well terms are found, against sentences that a reader labelled by hand (`gold.yaml`)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from packager.model.curriculum import Curriculum
from packager.sequence.matching import Matcher

GOLD = Path(__file__).with_name("gold.yaml")


@dataclass(frozen=True)
class Wrong:
    """A sentence in which a term was found that is not there, or not found though it is."""

    sentence: str
    extra: frozenset[str]
    missed: frozenset[str]


@dataclass(frozen=True)
class Measure:
    """Of what is found, how much is right; of what is there, how much is found."""

    sentences: int
    labels: int
    precision: float
    recall: float
    wrong: tuple[Wrong, ...]


def labelled() -> list[dict[str, Any]]:
    """The labelled sentences: each with its topic and the terms that occur in it, once each."""
    rows: list[dict[str, Any]] = yaml.safe_load(GOLD.read_text(encoding="utf-8"))
    return rows


def measure(curriculum: Curriculum) -> Measure:
    """Precision and recall of the matcher with the words of all topics, sentence by sentence."""
    matcher = Matcher((term.term, term) for topic in curriculum.topics.values() for term in topic.vocabulary)
    right = found_in_all = wanted_in_all = 0
    wrong = []
    rows = labelled()
    for row in rows:
        found = {match.key for match in matcher.matches(row["sentence"])}
        wanted = set(row["terms"])
        right += len(found & wanted)
        found_in_all += len(found)
        wanted_in_all += len(wanted)
        if found != wanted:
            wrong.append(Wrong(row["sentence"], frozenset(found - wanted), frozenset(wanted - found)))
    return Measure(len(rows), wanted_in_all, right / max(1, found_in_all), right / max(1, wanted_in_all), tuple(wrong))
