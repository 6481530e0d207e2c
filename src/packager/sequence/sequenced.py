"""A curriculum in time: what the stage as a whole gives to checks and documents."""

from __future__ import annotations

from dataclasses import dataclass

from packager.model.curriculum import Curriculum
from packager.sequence.occurrences import Occurrences, Scan, find_occurrences, scan
from packager.sequence.timeline import Timeline, lay_out


@dataclass(frozen=True, slots=True)
class Sequenced:
    """A curriculum with its words in teaching order."""

    curriculum: Curriculum
    occurrences: Occurrences

    @property
    def timeline(self) -> Timeline:
        """The lessons in teaching order."""
        return self.occurrences.timeline


def sequence(curriculum: Curriculum, read: Scan = scan) -> Sequenced:
    """The curriculum in time; `read` stands for `scan`."""
    return Sequenced(curriculum, find_occurrences(curriculum, lay_out(curriculum), read))
