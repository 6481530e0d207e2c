"""What every file of a topic says of itself."""

from __future__ import annotations

import re

from packager.document.nodes import Image, Imprint
from packager.model.curriculum import THEME_FILE, Curriculum
from packager.model.topic import Topic
from packager.source.files import beside


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
        licence=licence_title(licence.name) if licence else "",
        licence_url=licence.url if licence else None,
        language=programme.language,
        date=programme.date,
        furniture=curriculum.theme.furniture,
        logo=logo(curriculum),
    )


def logo(curriculum: Curriculum) -> Image | None:
    """The publisher's sign, if there is one; it needs no credit."""
    shown = curriculum.theme.logo
    return Image(beside(THEME_FILE, shown.image), shown.alt, "") if shown else None


def half_term_title(half_term: str) -> str:
    """`autumn-1` as it is printed: `Autumn 1`."""
    return half_term.replace("-", " ").capitalize()


_CREATIVE_COMMONS = re.compile(r"CC-([A-Z-]+)-(\d\.\d)")


def licence_title(name: str) -> str:
    """A licence as it is printed: the SPDX id `CC-BY-NC-SA-4.0` reads `CC BY-NC-SA 4.0`, as Creative Commons writes it."""
    return _CREATIVE_COMMONS.sub(r"CC \1 \2", name)
