"""Coverage: which requirement is taught or planned where, and what each topic covers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from packager.document.curriculum_map import State
from packager.document.imprint import half_term_title
from packager.document.places import subject_title
from packager.document.programme_imprint import ProgrammeImprint, programme_imprint
from packager.model.curriculum import Slot
from packager.sequence.teaching import Teaching


@dataclass(frozen=True, slots=True)
class Covering:
    """A topic, written or planned, that covers a requirement."""

    requirement: str
    state: State
    year: int
    half_term: str
    subject: str
    topic: str


@dataclass(frozen=True, slots=True)
class Covered:
    """A requirement with the topics that cover it, in the order of the map."""

    id: str
    subject: str
    text: str
    source: str
    topics: tuple[Covering, ...]

    @property
    def state(self) -> State:
        """Written where a written topic covers it, planned where only planned ones do."""
        states = {topic.state for topic in self.topics}
        return State.WRITTEN if State.WRITTEN in states else State.PLANNED if states else State.EMPTY


@dataclass(frozen=True, slots=True)
class Coverage:
    """All requirements in the author's order."""

    imprint: ProgrammeImprint
    requirements: tuple[Covered, ...]


def compose_coverage(teaching: Teaching) -> Coverage:
    """The coverage of the programme's requirements by what its map names."""
    curriculum = teaching.curriculum
    coverings = [covering for slot in curriculum.slots for covering in _coverings(teaching, slot)]
    requirements = (
        Covered(id, subject_title(curriculum, r.subject), r.text, r.source, tuple(c for c in coverings if c.requirement == id))
        for id, r in curriculum.requirements.items()
    )
    return Coverage(programme_imprint(curriculum), tuple(requirements))


def _coverings(teaching: Teaching, slot: Slot) -> Iterator[Covering]:
    topic = teaching.curriculum.topics.get(slot.entry.topic or "")
    title = topic.title if topic else slot.entry.planned or slot.entry.topic or ""
    state = State.WRITTEN if topic and topic.lessons else State.PLANNED
    subject = subject_title(teaching.curriculum, slot.subject)
    for requirement in dict.fromkeys((*(topic.coverage if topic else ()), *slot.entry.coverage)):
        yield Covering(requirement, state, slot.year, half_term_title(slot.half_term), subject, title)
