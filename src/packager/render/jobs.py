"""Jobs from a curriculum: which artifacts belong together, in which look, with which pictures."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from hashlib import sha256

from packager.model.curriculum import Curriculum
from packager.model.topic import Topic
from packager.plan.artifact import Artifact
from packager.plan.outcomes import Outcome
from packager.plan.store import Store
from packager.plan.wanted import STANDARD, counted_for
from packager.render.job import Job
from packager.render.look import Look
from packager.render.templates import templates_of

Known = Callable[[Iterable[Artifact], Callable[[Artifact], bool]], Mapping[str, Outcome]]
"""Gives what is known of files that need not be rendered again; by the second argument they are asked for or not."""


class Jobs:
    """Makes the jobs of one build. `known` and `store` are what earlier builds left; `digest_of` gives the digest of a picture."""

    def __init__(self, curriculum: Curriculum, known: Known, store: Store | None, digest_of: Callable[[str], bytes] | None = None) -> None:
        self.curriculum, self.known, self.store = curriculum, known, store
        self.digest_of = digest_of or (lambda path: sha256(curriculum.folder.read(path)).digest())
        self.templates = templates_of(curriculum)

    def filled(self, job: Job) -> Job:
        """The job with its pictures, as rendering needs it; their digests are those of the very bytes that are shown."""
        media = {path: self.curriculum.folder.read(path) for path in job.digests}
        return replace(job, media=media, digests={path: sha256(content).digest() for path, content in media.items()})

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
        digests = {path: self.digest_of(path) for path in {path for each in artifacts for path in each.told.pictures}}
        known = self.known(artifacts, lambda each: (each.product, each.edition) in asked)
        return Job(name, artifacts, asked, look, digests, {}, self.templates, known, self.store)
