"""The curriculum as it is taught: its words in time, and what each lesson asks again."""

from __future__ import annotations

from dataclasses import dataclass

from packager.model.curriculum import Curriculum
from packager.sequence.occurrences import Occurrences
from packager.sequence.recall import RecallPlan, plan_recall
from packager.sequence.sequenced import Sequenced
from packager.sequence.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Teaching:
    """What documents are composed from: worked out once for a run, whatever is built of it."""

    curriculum: Curriculum
    occurrences: Occurrences
    recall: RecallPlan

    @property
    def timeline(self) -> Timeline:
        """The lessons in teaching order."""
        return self.occurrences.timeline


def teach(sequenced: Sequenced) -> Teaching:
    """The curriculum with the recall that its policy asks for."""
    numbers = sequenced.curriculum.programme.policy.recall
    return Teaching(sequenced.curriculum, sequenced.occurrences, plan_recall(sequenced.occurrences, numbers))
