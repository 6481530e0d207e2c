"""The whole compiler on one page: read, load, check, compose, plan, render, write, record.

Each step is one call into its stage. Findings travel beside the results; nothing is printed here. The stages know
nothing of what is kept from one build to the next: it is wrapped round them here.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from packager.checks.run import CHECK_RULES, run_checks, weigh_later
from packager.diagnostics.diagnostic import Diagnostic, in_order
from packager.diagnostics.rule import Rule
from packager.diagnostics.span import Span
from packager.document.bridge import Joining, compose_bridge
from packager.model.curriculum import Curriculum
from packager.model.load import load
from packager.model.rules import MODEL_RULES
from packager.plan.blocked import blocked, topic_ids
from packager.plan.bridge import PRODUCT as BRIDGE
from packager.plan.bridge import bridge_artifacts, bridge_paths, bridge_topics, span_of_block
from packager.plan.build_folder import BuildFolder
from packager.plan.build_lock import locked
from packager.plan.content_file import Contents
from packager.plan.executor import Executor, InProcess
from packager.plan.fit_report import FIT_REPORT, fit_report
from packager.plan.known_documents import KnownDocuments
from packager.plan.memory import Memory
from packager.plan.record import Entry
from packager.plan.stale import remove_stale
from packager.plan.standing import Standing
from packager.plan.wanted import EDITIONS, PRODUCTS, STANDARD
from packager.plan.whole import WHOLE_NAMES, is_whole_stopped, whole_wanted
from packager.render.job import Done, Job, current, render
from packager.render.jobs import Jobs
from packager.render.look import Look
from packager.render.rules import FIT_RULES
from packager.render.templates import template_findings
from packager.sequence.gaps import cohort, find_gaps
from packager.sequence.sequenced import Sequenced, sequence
from packager.sequence.teaching import Teaching, teach
from packager.source.files import SourceFolder
from packager.source.rules import SOURCE_RULES

RULES: dict[str, Rule] = {rule.code: rule for rule in (*SOURCE_RULES, *MODEL_RULES, *CHECK_RULES, *FIT_RULES.values())}
"""Every rule by its code."""

PRODUCT_NAMES = (*(product.name for product in PRODUCTS), *WHOLE_NAMES)

EDITION_NAMES = EDITIONS

WHOLE = "curriculum"
"""What the files of the whole programme go by in a report."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A curriculum in time, or None where `curriculum/` cannot be read, with every finding, in order."""

    sequenced: Sequenced | None
    found: tuple[Diagnostic, ...]

    @property
    def curriculum(self) -> Curriculum | None:
        """The curriculum, or None where `curriculum/` cannot be read."""
        return self.sequenced.curriculum if self.sequenced else None


@dataclass(frozen=True, slots=True)
class Built:
    """What a build wrote, which topics it had to leave out, and every finding, in order.

    `whole_left_out` tells that files of the whole programme were asked for and left out with them; `current` how
    many of the files asked for stood there already, as they had to be.
    """

    written: tuple[Entry, ...]
    left_out: tuple[str, ...]
    found: tuple[Diagnostic, ...]
    whole_left_out: bool = False
    current: int = 0


Report = Callable[[str, int, int], None]
"""Called with a topic's id, or `curriculum`, after it is done, how many are done, and how many there are."""


def check(root: Path, known: Memory | None = None) -> Checked:
    """The curriculum in `root` with everything that can be found without building it."""
    with _nothing_collected():
        folder = SourceFolder(root)
        curriculum, found = load(folder, known.sources.read) if known else load(folder)
        if curriculum is None:
            return Checked(None, tuple(in_order(found)))
        sequenced = sequence(curriculum, known.sources.scan) if known else sequence(curriculum)
        if known:
            found += run_checks(curriculum, sequenced, FIT_RULES, known.pictures.fault_of, known.chapters.count_of)
        else:
            found += run_checks(curriculum, sequenced, FIT_RULES)
        found += template_findings(curriculum)
        curriculum.let_go()
        return Checked(sequenced, tuple(in_order(found)))


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """No search for garbage meanwhile: all that reading makes is kept, and walking it again and again costs a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def _nothing_walked_again() -> Iterator[None]:
    """What there is already, the curriculum above all, is not looked at again for garbage meanwhile: it stays."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def read(root: Path) -> Teaching | None:
    """The curriculum in `root` as it is taught, unchecked; None where `curriculum/` cannot be read."""
    curriculum, _ = load(SourceFolder(root))
    return teach(sequence(curriculum)) if curriculum else None


def build(
    checked: Checked,
    out: Path,
    topics: Iterable[str],
    products: Iterable[str],
    report: Report,
    editions: Iterable[str] = (STANDARD,),
    executor: Executor | None = None,
    known: Memory | None = None,
) -> Built:
    """The wanted files of `topics` in `out` are as their sources say; a topic with errors is left out and what it had stays.

    Only what is not so already is rendered. What has no editions is built with the standard one; of that, what belongs
    to the whole programme where every topic is asked for, or where a selection of products names it, and where nothing
    has errors. Raises CannotWrite where the output folder cannot be written, or another build is writing there, and
    WorkerDied; every file there is still whole.
    """
    asked = tuple(topics)
    if checked.sequenced is None or (asked and not out.exists() and blocked(checked.sequenced.curriculum, checked.found).issuperset(asked)):
        return Built((), asked, checked.found)
    with locked(out):
        standing = Standing(BuildFolder(out), checked.sequenced.curriculum.programme.title)
        wish = Wish(asked, frozenset(products), frozenset(editions))
        with _nothing_walked_again():
            built = _Building(checked.sequenced, checked.found, standing, wish, report, known).run(executor or InProcess())
        if known:
            known.keep()
        return built


def build_bridge(checked: Checked, out: Path, joining: Joining) -> Built:
    """The booklet and the deck for a class that joined late, in `out`; none where it has missed nothing.

    Nothing is written where a topic that they lead from or to has errors. Raises UnknownHalfTerm, and
    CannotWrite as `build` does.
    """
    if checked.sequenced is None:
        return Built((), (), checked.found)
    curriculum, teaching = checked.sequenced.curriculum, teach(checked.sequenced)
    group = cohort(curriculum, joining.joined, joining.starting, joining.content_year)
    gaps = find_gaps(teaching.occurrences, group)
    left_out = bridge_topics(curriculum, group, gaps) & blocked(curriculum, checked.found)
    if left_out:
        return Built((), tuple(sorted(left_out)), checked.found)
    bridge = compose_bridge(teaching, joining, gaps)
    if bridge is None and not out.exists():
        return Built((), (), checked.found)
    with locked(out):
        standing = Standing(BuildFolder(out), curriculum.programme.title)
        if bridge is None:
            standing.remove([entry for path in bridge_paths(joining).values() if (entry := standing.entries.get(path))])
            return Built((), (), checked.found)
        look = Look(curriculum.theme, bridge.subject.colour, bridge.subject.pattern)
        jobs = Jobs(curriculum, standing.known, standing.store)
        done = render(jobs.filled(jobs.of_bridge(BRIDGE, bridge_artifacts(curriculum, joining, gaps, bridge), look)))
        written = standing.take(done.made)
        standing.record()
    return Built(tuple(written), (), tuple(in_order([*checked.found, *troubles(done, curriculum, partial(span_of_block, curriculum))])))


@dataclass(frozen=True, slots=True)
class Wish:
    """The topics, products and editions that a build is asked for."""

    topics: tuple[str, ...]
    products: frozenset[str]
    editions: frozenset[str]

    def whole(self, curriculum: Curriculum) -> frozenset[str]:
        """The products of the whole programme that are asked for: with all topics, or in a selection of products."""
        if STANDARD not in self.editions:
            return frozenset()
        is_selection = self.products < set(PRODUCT_NAMES)
        is_everything = set(self.topics).issuperset(topic_ids(curriculum))
        return self.products.intersection(WHOLE_NAMES) if is_selection or is_everything else frozenset()


class _Building:
    """One build: its jobs, as far as something is to be rendered, and what comes of them."""

    def __init__(
        self, sequenced: Sequenced, found: tuple[Diagnostic, ...], standing: Standing, wish: Wish, report: Report, known: Memory | None
    ) -> None:
        self.curriculum, self.teaching = sequenced.curriculum, teach(sequenced)
        self.standing, self.wish, self.report = standing, wish, report
        self.stopped, self.found = blocked(self.curriculum, found), list(found)
        self.whole, self.whole_stopped = wish.whole(self.curriculum), is_whole_stopped(self.stopped, found)
        self.jobs = Jobs(self.curriculum, standing.known, standing.store, known.pictures.digest_of if known else None)
        self.contents = Contents(self.curriculum, standing, self.jobs.digest_of)
        self.documents = KnownDocuments(self.teaching, known.sources if known else None)
        self.written, self.current, self.done = list[Entry](), 0, 0

    def run(self, executor: Executor) -> Built:
        """All that was asked for stands in the folder when this returns."""
        if not executor.shares_disk:
            self.jobs.store = None
        try:
            for jobs in (self._of_topics(), self._of_whole()):  # the progression of all words takes the most memory: in workers of its own
                for done in executor.run(render, self._stale(jobs)):
                    self._take(done)
            if self.whole:
                self._reported(WHOLE)
            remove_stale(self.standing, self.curriculum, self.stopped, self.whole_stopped)
            self.contents.write(self.stopped, self.teaching)
        finally:
            self.standing.record()
        self.standing.store.forget_unused()
        if self.standing.entries:
            self.standing.folder.write_text(FIT_REPORT, fit_report(self.standing))
        left_out = tuple(identity for identity in self.wish.topics if identity in self.stopped)
        return Built(tuple(self.written), left_out, tuple(in_order(self.found)), bool(self.whole) and self.whole_stopped, self.current)

    def _stale(self, jobs: Iterable[Job]) -> Iterator[Job]:
        """The jobs in which something has to be rendered; the others are done at once."""
        for job in jobs:
            done = current(job)
            if done is None:
                yield self.jobs.filled(job)
            else:
                self._take(done)

    def _of_topics(self) -> Iterator[Job]:
        for identity in self.wish.topics:
            topic = self.curriculum.topics.get(identity)
            if topic is None or identity in self.stopped or not topic.lessons:
                self._reported(identity)
                continue
            artifacts = self.documents.wanted(topic, {STANDARD, *self.wish.editions})
            self.contents.add(topic.id, artifacts)
            yield self.jobs.of_topic(topic, artifacts, self.wish.products, self.wish.editions)

    def _of_whole(self) -> Iterator[Job]:
        for name in () if self.whole_stopped else sorted(self.whole, reverse=True):  # those that take the longest first
            yield self.jobs.of_whole(WHOLE, whole_wanted(self.teaching, {name}))

    def _take(self, done: Done) -> None:
        """What a job made is written, and what it told is kept."""
        written = self.standing.take(done.made)
        self.written += written
        self.current += sum(made.is_asked for made in done.made) - len(written)
        if done.name != WHOLE:
            self.found += troubles(done, self.curriculum, partial(self.curriculum.span_of_id, done.name))
            self._reported(done.name)

    def _reported(self, name: str) -> None:
        self.done += 1
        self.report(name, self.done, len(self.wish.topics) + bool(self.whole))


def troubles(done: Done, curriculum: Curriculum, span: Callable[[str], Span]) -> list[Diagnostic]:
    """What did not fit in the files asked for, each once, where its id stands in the sources; not what an author allows."""
    told = dict.fromkeys(told for made in done.made if made.is_asked for told in made.outcome.troubles)
    return weigh_later(curriculum, [FIT_RULES[code].found(span(identity), message) for code, identity, message in told], FIT_RULES)
