"""What every file of a topic says of itself."""

from __future__ import annotations

from packager.document.nodes import Imprint
from packager.model.curriculum import Curriculum
from packager.model.topic import Topic


def imprint(curriculum: Curriculum, topic: Topic) -> Imprint:
    """The imprint of a topic that stands in a slot of the map and whose unit and subject are known."""
    programme = curriculum.programme
    unit = curriculum.units[topic.unit]
    subject = programme.subjects[unit.subject]
    licence = programme.licence
    return Imprint(
        topic=topic.id,
        title=topic.title,
        question=topic.question,
        subject=unit.subject,
        subject_title=subject.title,
        colour=subject.colour,
        pattern=subject.pattern,
        year=unit.year,
        half_term=half_term_title(curriculum.slot_by_topic[topic.id].half_term),
        programme=programme.title,
        publisher=programme.publisher or "",
        licence=licence.name if licence else "",
        licence_url=licence.url if licence else None,
        language=programme.language,
        date=programme.date,
    )


def half_term_title(half_term: str) -> str:
    """`autumn-1` as it is printed: `Autumn 1`."""
    return half_term.replace("-", " ").capitalize()
