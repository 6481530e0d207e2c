"""What every file of the whole programme says of itself."""

from __future__ import annotations

from dataclasses import dataclass

from packager.document.imprint import logo
from packager.document.nodes import Image, rights_line
from packager.model.curriculum import Curriculum


@dataclass(frozen=True, slots=True)
class ProgrammeImprint:
    """The imprint of a file that belongs to no one topic. `date` is the declared date that files carry, or None."""

    programme: str
    publisher: str
    licence: str
    licence_url: str | None
    language: str
    date: str | None
    logo: Image | None = None

    @property
    def rights(self) -> str:
        """The line of rights in a footer."""
        return rights_line(self.publisher, self.licence)


def programme_imprint(curriculum: Curriculum) -> ProgrammeImprint:
    """The imprint of a programme."""
    programme = curriculum.programme
    licence = programme.licence
    return ProgrammeImprint(
        programme=programme.title,
        publisher=programme.publisher or "",
        licence=licence.name if licence else "",
        licence_url=licence.url if licence else None,
        language=programme.language,
        date=programme.date,
        logo=logo(curriculum),
    )
