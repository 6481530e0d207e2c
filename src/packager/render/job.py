"""The files of one topic, or of the whole programme, from documents to bytes: what one worker does.

A job holds all that the files are made of. Nothing is read from the disk, so that a job can be done anywhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256

from packager.plan.artifact import Artifact
from packager.plan.fingerprint import PictureDigests, fingerprint
from packager.plan.outcomes import Made, Outcome
from packager.plan.store import Store
from packager.render.editions import EDITIONS, look_in
from packager.render.look import Look
from packager.render.media import Media
from packager.render.registry import RENDERERS
from packager.render.renderer import Context
from packager.render.version import renderer_version

STANDARD = "standard"
Counts = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Job:
    """Artifacts in the order of rendering, the products and editions that are asked for, and what they are made of.

    `name` says whose files they are. `known` has what is known of files that need not be rendered again if their
    fingerprints are still the same. `digests` (sha256) are those of the pictures by path, `media` the pictures themselves,
    which only rendering needs; `templates` are the publisher's own.
    """

    name: str
    artifacts: tuple[Artifact, ...]
    asked: frozenset[tuple[str, str]]
    look: Look
    digests: Mapping[str, bytes]
    media: Mapping[str, bytes] = field(default_factory=dict)
    templates: Mapping[str, bytes] = field(default_factory=dict)
    known: Mapping[str, Outcome] = field(default_factory=dict)
    store: Store | None = None

    def __repr__(self) -> str:
        return f"`{self.name}`"

    def is_asked(self, artifact: Artifact) -> bool:
        """Whether the file itself is wanted, and not only what others quote of it."""
        return (artifact.product, artifact.edition) in self.asked


@dataclass(frozen=True, slots=True)
class Done:
    """A job that is done, by its name, with its files in order."""

    name: str
    made: tuple[Made, ...]


class _Marks:
    """The fingerprints of a job's files, one after the other, with the pages and slides counted so far."""

    def __init__(self, job: Job) -> None:
        self.job, self.pages, self.slides = job, dict[str, dict[str, int]](), dict[str, int]()
        self.digests = PictureDigests(job.digests.__getitem__)
        templates = {name: sha256(content).hexdigest() for name, content in sorted(job.templates.items())}
        self.how = f"{renderer_version()} {job.look.accent} {job.look.pattern_name} {templates}"

    def quoted_by(self, artifact: Artifact) -> tuple[Counts, Counts]:
        """The pages and slides that a file may quote: a booklet the pages of its own edition, all others the standard one's."""
        pages = self.pages.get(_counting(artifact), {}) if "booklet" in artifact.needs else {}
        return pages, self.slides if "deck" in artifact.needs else {}

    def of(self, artifact: Artifact) -> str:
        """The digest of all that a file is made of, the counts that it quotes among them."""
        pages, slides = self.quoted_by(artifact)
        counts = {**pages, **{f"{lesson}/slides": count for lesson, count in slides.items()}}
        how = f"{artifact.format} {artifact.edition} {self.how}"
        return fingerprint(artifact.told, self.job.look.theme, self.digests, how, counts)

    def add(self, artifact: Artifact, outcome: Outcome) -> None:
        """What those behind it may quote of a file."""
        self.pages.setdefault(_counting(artifact), {}).update(outcome.pages)
        self.slides.update(outcome.slides)


def render(job: Job) -> Done:
    """Every file of the job, in order; each quotes the pages and slides of those before it."""
    context = Context(job.look, Media(job.media.__getitem__, job.store), templates=job.templates)
    marks, made = _Marks(job), list[Made]()
    for artifact in job.artifacts:
        mark, content = marks.of(artifact), None
        outcome = job.known.get(artifact.path)
        if outcome is None or outcome.fingerprint != mark:
            outcome, content = _rendered(artifact, _context_of(artifact, context, marks), mark)
        marks.add(artifact, outcome)
        is_asked = job.is_asked(artifact)
        made.append(Made(artifact.without_document(), content if is_asked else None, outcome, is_asked))
    return Done(job.name, tuple(made))


def current(job: Job) -> Done | None:
    """What `render` would give where nothing has to be rendered; None where something has."""
    marks, made = _Marks(job), list[Made]()
    for artifact in job.artifacts:
        known = job.known.get(artifact.path)
        if known is None or known.fingerprint != marks.of(artifact):
            return None
        marks.add(artifact, known)
        made.append(Made(artifact.without_document(), None, known, job.is_asked(artifact)))
    return Done(job.name, tuple(made))


def _context_of(artifact: Artifact, context: Context, marks: _Marks) -> Context:
    edition, (pages, slides) = EDITIONS[artifact.edition], marks.quoted_by(artifact)
    return replace(context, look=look_in(edition, context.look), pages=pages, slides=slides, edition=edition)


def _rendered(artifact: Artifact, context: Context, mark: str) -> tuple[Outcome, bytes]:
    rendered = RENDERERS[artifact.product, artifact.format](artifact.document, context)
    troubles = tuple((each.code, each.id, each.message) for each in rendered.troubles)
    fittings = tuple((each.id, each.kind, each.message) for each in rendered.fittings)
    return Outcome(mark, rendered.pages, rendered.slides, troubles, fittings), rendered.content


def _counting(artifact: Artifact) -> str:
    return artifact.edition if artifact.product == "booklet" else STANDARD
