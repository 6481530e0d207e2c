"""Small programmes of several topics, written as plain data: a topic is its words and its lessons."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from packager.model.curriculum import Curriculum
from packager.model.load import load
from packager.model.vocabulary import Term
from packager.sequence.occurrences import Occurrences, find_occurrences
from packager.sequence.timeline import Timeline, lay_out
from tests.builders import write_files

HALF_TERMS = ["autumn-1", "autumn-2", "spring-1"]
PROGRAMME: dict[str, Any] = {
    "title": "Small",
    "years": [3, 4],
    "half_terms": HALF_TERMS,
    "subjects": {
        "history": {"title": "History", "colour": "#A5421C"},
        "geography": {"title": "Geography", "colour": "#0A6F70"},
        "religion": {"title": "Religion", "colour": "#46277A", "optional": True},
    },
}
Topics = Mapping[str, Mapping[str, Any]]


def term(written: str, lesson: int = 1, **fields: Any) -> Term:
    """A term with some meaning."""
    return Term(term=written, lesson=lesson, meaning="a meaning", **fields)


def word(written: str, lesson: int = 1, **fields: Any) -> dict[str, Any]:
    """A term as its author writes it."""
    return {"term": written, "lesson": lesson, "meaning": f"what {written} means", **fields}


def topic(*lessons: str | Mapping[str, Any], words: list[dict[str, Any]] | None = None, **fields: Any) -> dict[str, Any]:
    """A topic: each lesson is the text of its chapter, or the fields of its file."""
    return {"lessons": lessons, "vocabulary": words or [], **fields}


def small(root: Path, slots: Mapping[str, str], topics: Topics, **programme: Any) -> Curriculum:
    """A curriculum; `slots` says which topic stands at `year-3/autumn-1/history`. A unit is called `history-3`."""
    files = {"curriculum/curriculum.yaml": {**PROGRAMME, **programme}, "curriculum/map.yaml": _map(slots)}
    for identity, content in topics.items():
        unit = identity.partition("/")[0]
        subject, _, year = unit.rpartition("-")
        files[f"units/{unit}/unit.yaml"] = {"title": unit, "subject": subject, "year": int(year)}
        fields = {name: value for name, value in content.items() if name != "lessons"}
        files[f"units/{identity}/topic.yaml"] = {"title": identity, **fields}
        for number, lesson in enumerate(content["lessons"], 1):
            files[f"units/{identity}/lesson-{number}.yaml"] = _lesson(number, lesson)
    texts = {path: yaml.safe_dump(data, allow_unicode=True, sort_keys=False) for path, data in files.items()}
    loaded, found = load(write_files(root, texts))
    assert loaded is not None and not found, found
    return loaded


def timeline(root: Path, slots: Mapping[str, str], topics: Topics) -> Timeline:
    """The timeline of a small curriculum."""
    return lay_out(small(root, slots, topics))


def occurrences(root: Path, slots: Mapping[str, str], topics: Topics) -> Occurrences:
    """Everything found in a small curriculum."""
    curriculum = small(root, slots, topics)
    return find_occurrences(curriculum, lay_out(curriculum))


def _map(slots: Mapping[str, str]) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for slot, identity in slots.items():
        year, half_term, subject = slot.split("/")
        result.setdefault(year, {}).setdefault(half_term, {})[subject] = identity
    return result


def _lesson(number: int, lesson: str | Mapping[str, Any]) -> dict[str, Any]:
    fields = {"chapter": [{"text": lesson}]} if isinstance(lesson, str) else dict(lesson)
    return {"title": f"Part {number}", "chapter": [{"text": "Nothing."}], **fields}
