"""The artifacts of topics, whose documents are composed only where what they are made of changed since a build before."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from packager.model.topic import Topic
from packager.plan.artifact import Artifact
from packager.plan.fingerprint import Digested
from packager.plan.inputs import Inputs
from packager.plan.remembered import Remembered
from packager.plan.wanted import Known, document_name, wanted
from packager.sequence.teaching import Teaching

_ITEM = "documents"


class KnownDocuments:
    """The documents of one build; without `remembered` all are composed."""

    def __init__(self, teaching: Teaching, remembered: Remembered | None) -> None:
        self.teaching, self.remembered = teaching, remembered
        self.inputs = Inputs(teaching, remembered.files) if remembered else None

    def wanted(self, topic: Topic, editions: Collection[str]) -> tuple[Artifact, ...]:
        """As `plan.wanted`."""
        if self.remembered is None or self.inputs is None:
            return tuple(wanted(self.teaching, topic, editions))
        about = f"{topic.id} {self.inputs.of(topic).hex()}"
        known = _known(self.remembered.item(_ITEM, about))
        artifacts = tuple(wanted(self.teaching, topic, editions, known))
        told = {document_name(each.product, each.lesson): each.told for each in artifacts}
        if told != known:
            self.remembered.keep(_ITEM, {name: [each.digest.hex(), *each.pictures] for name, each in told.items()}, about)
        return artifacts


def _known(item: dict[str, Any]) -> Known:
    """What was kept; nothing where it is damaged."""
    try:
        return {name: Digested(bytes.fromhex(digest), tuple(map(str, pictures))) for name, (digest, *pictures) in item.items()}
    except (TypeError, ValueError):
        return {}
