"""The map as the catalogue shows it: every slot of every year, and which topic stands there."""

from __future__ import annotations

from dataclasses import dataclass

from packager.document.curriculum_map import State, years_on_map
from packager.model.curriculum import Curriculum, Slot


@dataclass(frozen=True, slots=True)
class MapSlot:
    """A slot: `title` is the topic's, or why there is none; `topic` is the id of one that is written."""

    state: State
    title: str
    question: str | None = None
    topic: str | None = None


@dataclass(frozen=True, slots=True)
class MapYear:
    """One year: a row for each subject of the programme, in it a slot for each half-term, None where the map has none."""

    year: int
    rows: tuple[tuple[MapSlot | None, ...], ...]


def map_years(curriculum: Curriculum) -> tuple[MapYear, ...]:
    """The years that the map names."""
    slots = {(slot.year, slot.subject, slot.half_term): slot for slot in curriculum.slots}
    programme = curriculum.programme
    return tuple(
        MapYear(year, tuple(tuple(_slot(curriculum, slots.get((year, s, h))) for h in programme.half_terms) for s in programme.subjects))
        for year in years_on_map(curriculum)
    )


def _slot(curriculum: Curriculum, slot: Slot | None) -> MapSlot | None:
    if slot is None:
        return None
    entry = slot.entry
    topic = curriculum.topics.get(entry.topic or "")
    if topic:
        state = State.WRITTEN if topic.lessons else State.PLANNED
        return MapSlot(state, topic.title, topic.question or entry.question, topic.id if topic.lessons else None)
    if entry.empty:
        return MapSlot(State.EMPTY, entry.empty)
    return MapSlot(State.PLANNED, entry.planned or entry.topic or "", entry.question)
