"""Jobs from a curriculum: which artifacts belong together, in which look, with which pictures."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress

from packager.model.curriculum import Curriculum
from packager.model.topic import Topic
from packager.plan.artifact import Artifact
from packager.plan.fingerprint import images_in
from packager.plan.outcomes import Outcome
from packager.plan.store import Store
from packager.plan.wanted import STANDARD, counted_for
from packager.render.job import Job
from packager.render.look import Look
from packager.source.files import OutsideRoot

TEMPLATES = ("deck.pptx", "booklet.docx")
"""The names of a publisher's own templates, in the folder of its theme."""
THEME_FOLDER = "curriculum/theme"
Known = Callable[[Iterable[Artifact], Callable[[Artifact], bool]], Mapping[str, Outcome]]
"""Gives what is known of files that need not be rendered again; by the second argument they are asked for or not."""


class Jobs:
    """Makes the jobs of one build. `known` and `store` are what earlier builds left; the templates are read once."""

    def __init__(self, curriculum: Curriculum, known: Known, store: Store | None) -> None:
        self.curriculum, self.known, self.store = curriculum, known, store
        self.templates = templates_of(curriculum)

    def of_topic(self, topic: Topic, artifacts: Iterable[Artifact], products: Collection[str], editions: Collection[str]) -> Job:
        """The wanted files of a topic, and those whose pages or slides they quote."""
        subject, counted = self.curriculum.subject_of(topic), counted_for(products)
        assert subject is not None, "a topic without a subject is not built"
        asked = frozenset((product, edition) for product in products for edition in editions)
        wanted = tuple(
            each
            for each in artifacts
            if (each.product, each.edition) in asked or (each.edition == STANDARD and (each.product, each.format) in counted)
        )
        return self._job(topic.id, wanted, asked, Look(self.curriculum.theme, subject.colour, subject.pattern))

    def of_whole(self, name: str, artifacts: Iterable[Artifact]) -> Job:
        """Files of the whole programme, in its ink and without a pattern."""
        wanted = tuple(artifacts)
        asked = frozenset((each.product, each.edition) for each in wanted)
        return self._job(name, wanted, asked, Look(self.curriculum.theme, self.curriculum.theme.colours.ink))

    def of_bridge(self, product: str, artifacts: Iterable[Artifact], look: Look) -> Job:
        """The files of a bridge; its booklet is laid out first, for the pages that both quote."""
        return self._job(product, tuple(artifacts), frozenset([(product, STANDARD)]), look)

    def _job(self, name: str, artifacts: tuple[Artifact, ...], asked: frozenset[tuple[str, str]], look: Look) -> Job:
        documents = tuple({id(each.document): each.document for each in artifacts}.values())
        media = {path: self.curriculum.folder.read(path) for path in {image.path for image in images_in(documents)}}
        known = self.known(artifacts, lambda each: (each.product, each.edition) in asked)
        return Job(name, artifacts, asked, look, media, self.templates, known, self.store)


def templates_of(curriculum: Curriculum) -> dict[str, bytes]:
    """The publisher's own templates, by name, of those that there are."""
    found = {}
    for name in TEMPLATES:
        with suppress(OSError, OutsideRoot):
            found[name] = curriculum.folder.read(f"{THEME_FOLDER}/{name}")
    return found
