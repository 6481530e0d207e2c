"""The whole compiler on one page: read, load, check, compose, plan, render, write, record.

Each step is one call into its stage. Findings travel beside the results; nothing is printed here.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from packager.checks.run import CHECK_RULES, run_checks
from packager.diagnostics.diagnostic import Diagnostic, in_order
from packager.diagnostics.rule import Rule
from packager.diagnostics.span import Span
from packager.document.bridge import Bridge, Joining, compose_bridge
from packager.model.curriculum import Curriculum
from packager.model.load import load
from packager.model.rules import MODEL_RULES
from packager.model.topic import Topic
from packager.plan.artifact import Artifact
from packager.plan.blocked import blocked, topic_ids
from packager.plan.bridge import PRODUCT as BRIDGE
from packager.plan.bridge import bridge_artifacts, bridge_paths, bridge_topics, span_of_block
from packager.plan.build_folder import BuildFolder
from packager.plan.content import CONTENT_FILE, content_text, programme_content, topic_content, topics_of
from packager.plan.fingerprint import fingerprint
from packager.plan.record import Entry, entry_of
from packager.plan.wanted import EDITIONS, PRODUCTS, STANDARD, counted_for, targets, wanted
from packager.plan.whole import WHOLE_NAMES, is_whole_stopped, whole_targets, whole_wanted
from packager.render.editions import EDITIONS as RENDER_EDITIONS
from packager.render.editions import look_in
from packager.render.look import Look
from packager.render.media import Media
from packager.render.registry import RENDERERS, VERSION
from packager.render.renderer import Context, Rendered
from packager.render.rules import FIT_RULES
from packager.sequence.gaps import cohort, find_gaps
from packager.sequence.sequenced import Sequenced, sequence
from packager.sequence.teaching import Teaching, teach
from packager.source.files import SourceFolder
from packager.source.rules import SOURCE_RULES

RULES: dict[str, Rule] = {rule.code: rule for rule in (*SOURCE_RULES, *MODEL_RULES, *CHECK_RULES, *FIT_RULES.values())}
"""Every rule by its code."""

PRODUCT_NAMES = (*(product.name for product in PRODUCTS), *WHOLE_NAMES)

EDITION_NAMES = EDITIONS


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

    `whole_left_out` tells that files of the whole programme were asked for and left out with them.
    """

    written: tuple[Entry, ...]
    left_out: tuple[str, ...]
    found: tuple[Diagnostic, ...]
    whole_left_out: bool = False


@dataclass(frozen=True, slots=True)
class _Made:
    """A rendered file that is not written yet."""

    artifact: Artifact
    content: bytes
    fingerprint: str
    programme: str


Report = Callable[[str, int, int], None]
"""Called with a topic's id, or `curriculum`, after it is done, how many are done, and how many there are."""


def check(root: Path) -> Checked:
    """The curriculum in `root` with everything that can be found without building it."""
    with _nothing_collected():
        curriculum, found = load(SourceFolder(root))
        if curriculum is None:
            return Checked(None, tuple(in_order(found)))
        sequenced = sequence(curriculum)
        return Checked(sequenced, tuple(in_order([*found, *run_checks(curriculum, sequenced, FIT_RULES)])))


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


def read(root: Path) -> Teaching | None:
    """The curriculum in `root` as it is taught, unchecked; None where `curriculum/` cannot be read."""
    curriculum, _ = load(SourceFolder(root))
    return teach(sequence(curriculum)) if curriculum else None


def build(
    checked: Checked, out: Path, topics: Iterable[str], products: Iterable[str], report: Report, editions: Iterable[str] = (STANDARD,)
) -> Built:
    """The wanted files of `topics` in `out`; a topic with errors is left out and what it had stays.

    What has no editions is built with the standard one; of that, what belongs to the whole programme where
    every topic is asked for, or where a selection of products names it, and where nothing has errors. Raises
    CannotWrite where the output folder cannot be written; every file there is still whole.
    """
    folder, asked, names, versions = BuildFolder(out), tuple(topics), frozenset(products), frozenset(editions)
    if checked.sequenced is None:
        return Built((), asked, checked.found)
    curriculum, teaching = checked.sequenced.curriculum, teach(checked.sequenced)
    stopped, kept = blocked(curriculum, checked.found), {entry.path: entry for entry in folder.entries()}
    whole = _whole_asked(curriculum, asked, names) if STANDARD in versions else frozenset()
    whole_stopped = is_whole_stopped(stopped, checked.found)
    written, found = list[Entry](), list(checked.found)
    if not stopped.issuperset(asked) or not asked:
        folder.record(kept.values())  # a folder that cannot be written is found out before the work is done
    for number, identity in enumerate(asked, 1):
        if identity not in stopped:
            made, troubles = _render(teaching, curriculum.topics[identity], names, versions)
            found += troubles
            written += _write(folder, made, kept)
        report(identity, number, len(asked) + bool(whole))
    if whole and not whole_stopped:
        written += _write(folder, _render_whole(teaching, whole), kept)
    if whole:
        report("curriculum", len(asked) + 1, len(asked) + 1)
    _remove_stale(folder, curriculum, stopped, whole_stopped, kept)
    _record_content(folder, teaching, stopped, {*asked}, [entry for entry in kept.values() if folder.holds(entry.path)])
    left_out = tuple(identity for identity in asked if identity in stopped)
    return Built(tuple(written), left_out, tuple(in_order(found)), bool(whole) and whole_stopped)


def build_bridge(checked: Checked, out: Path, joining: Joining) -> Built:
    """The booklet and the deck for a class that joined late, in `out`; none where it has missed nothing.

    Nothing is written where a topic that they lead from or to has errors. Raises UnknownHalfTerm, and
    CannotWrite as `build` does.
    """
    folder = BuildFolder(out)
    if checked.sequenced is None:
        return Built((), (), checked.found)
    curriculum, teaching = checked.sequenced.curriculum, teach(checked.sequenced)
    group = cohort(curriculum, joining.joined, joining.starting, joining.content_year)
    gaps = find_gaps(teaching.occurrences, group)
    left_out = bridge_topics(curriculum, group, gaps) & blocked(curriculum, checked.found)
    if left_out:
        return Built((), tuple(sorted(left_out)), checked.found)
    bridge, kept = compose_bridge(teaching, joining, gaps), {entry.path: entry for entry in folder.entries()}
    if bridge is None:
        _remove_bridge(folder, joining, kept)
        return Built((), (), checked.found)
    made, troubles = _render_bridge(curriculum, bridge, bridge_artifacts(curriculum, joining, gaps, bridge))
    return Built(tuple(_write(folder, made, kept)), (), tuple(in_order([*checked.found, *troubles])))


def _whole_asked(curriculum: Curriculum, topics: tuple[str, ...], products: frozenset[str]) -> frozenset[str]:
    """The products of the whole programme that are asked for: with all topics, or in a selection of products."""
    is_selection = products < set(PRODUCT_NAMES)
    is_everything = set(topics).issuperset(topic_ids(curriculum))
    return products.intersection(WHOLE_NAMES) if is_selection or is_everything else frozenset()


def _render(teaching: Teaching, topic: Topic, products: frozenset[str], editions: frozenset[str]) -> tuple[list[_Made], list[Diagnostic]]:
    """Every wanted file of a topic as bytes. What others quote the pages or slides of is rendered too, and first."""
    curriculum, subject = teaching.curriculum, teaching.curriculum.subject_of(topic)
    if subject is None or not topic.lessons:
        return [], []
    counted = counted_for(products)
    context = Context(Look(curriculum.theme, subject.colour, subject.pattern), Media(curriculum.folder.read))
    asked = {(product, edition) for product in products for edition in editions}
    artifacts = (
        each
        for each in wanted(teaching, topic, {STANDARD, *editions})
        if (each.product, each.edition) in asked or (each.edition == STANDARD and (each.product, each.format) in counted)
    )
    return _render_all(curriculum, artifacts, asked, context, partial(curriculum.span_of_id, topic.id))


def _render_all(
    curriculum: Curriculum,
    artifacts: Iterable[Artifact],
    asked: Collection[tuple[str, str]],
    context: Context,
    span: Callable[[str], Span],
) -> tuple[list[_Made], list[Diagnostic]]:
    """The files asked for by product and edition, as bytes, and what did not fit in them.

    Each quotes the pages and slides of those before it: a booklet its own edition's, all others the standard one's.
    """
    made, found, pages = list[_Made](), list[Diagnostic](), dict[str, Mapping[str, int]]()
    for artifact in artifacts:
        own = artifact.edition if artifact.product == "booklet" else STANDARD
        each, rendered = _rendered(curriculum, artifact, replace(context, pages=pages.get(own, {})))
        pages[own] = {**pages.get(own, {}), **rendered.pages}
        context = replace(context, slides={**context.slides, **rendered.slides})
        if (artifact.product, artifact.edition) in asked:
            made.append(each)
            found += [FIT_RULES[trouble.code].found(span(trouble.id), trouble.message) for trouble in rendered.troubles]
    return made, list(dict.fromkeys(found))


def _render_whole(teaching: Teaching, products: frozenset[str]) -> Iterator[_Made]:
    """Files of the whole programme as bytes, in its ink and without a pattern."""
    curriculum = teaching.curriculum
    context = Context(Look(curriculum.theme, curriculum.theme.colours.ink), Media(curriculum.folder.read))
    for artifact in whole_wanted(teaching, products):
        yield _rendered(curriculum, artifact, context)[0]


def _render_bridge(curriculum: Curriculum, bridge: Bridge, artifacts: Iterable[Artifact]) -> tuple[list[_Made], list[Diagnostic]]:
    """The files of a bridge as bytes. Its booklet is laid out first, for the pages that both quote."""
    context = Context(Look(curriculum.theme, bridge.subject.colour, bridge.subject.pattern), Media(curriculum.folder.read))
    return _render_all(curriculum, artifacts, ((BRIDGE, STANDARD),), context, partial(span_of_block, curriculum))


def _remove_bridge(folder: BuildFolder, joining: Joining, kept: dict[str, Entry]) -> None:
    """What was built for a class that has missed nothing any more leaves the folder."""
    gone = [path for path in bridge_paths(joining).values() if path in kept and folder.remove(kept[path])]
    if gone:
        folder.record(entry for path, entry in kept.items() if path not in gone)


def _rendered(curriculum: Curriculum, artifact: Artifact, context: Context) -> tuple[_Made, Rendered]:
    """A file as bytes with the digest of what it is made of, the counts that it quotes among them."""
    pages = context.pages if "booklet" in artifact.needs else {}
    slides = context.slides if "deck" in artifact.needs else {}
    edition = RENDER_EDITIONS[artifact.edition]
    counts = replace(context, look=look_in(edition, context.look), pages=pages, slides=slides, edition=edition)
    mark = fingerprint(
        artifact.document,
        curriculum.theme,
        context.media.content,
        f"{artifact.format} {artifact.edition} {VERSION}",
        {**pages, **_named(slides)},
    )
    rendered = RENDERERS[artifact.product, artifact.format](artifact.document, counts)
    return _Made(artifact, rendered.content, mark, curriculum.programme.title), rendered


def _named(slides: Mapping[str, int]) -> dict[str, int]:
    return {f"{lesson}/slides": count for lesson, count in slides.items()}


def _write(folder: BuildFolder, made: Iterable[_Made], kept: dict[str, Entry]) -> list[Entry]:
    """The entries of what was written; the index lists every file that stands, even where the writing breaks off."""
    written = list[Entry]()
    try:
        for each in made:
            folder.write(each.artifact.path, each.content)
            entry = entry_of(each.artifact, len(each.content), sha256(each.content).hexdigest(), each.fingerprint, each.programme)
            kept[entry.path] = entry
            written.append(entry)
    finally:
        folder.record(kept.values())
    return written


def _record_content(folder: BuildFolder, teaching: Teaching, stopped: frozenset[str], built: set[str], kept: Iterable[Entry]) -> None:
    """`content.json` tells what each topic that stands in the folder says: those built now anew, others as before."""
    curriculum, standing = teaching.curriculum, folder.text(CONTENT_FILE)
    before, said = topics_of(standing), dict[str, Any]()
    for identity in sorted({entry.topic for entry in kept if entry.topic}):
        if identity in before and (identity not in built or identity in stopped):
            said[identity] = before[identity]
        elif identity in curriculum.topics and identity not in stopped:
            documents = [artifact.document for artifact in wanted(teaching, curriculum.topics[identity])]
            said[identity] = topic_content(curriculum, identity, documents, curriculum.folder.read)
    text = content_text(programme_content(curriculum), said)
    if text != standing and (said or standing):
        folder.write(CONTENT_FILE, text.encode())


def _remove_stale(
    folder: BuildFolder, curriculum: Curriculum, stopped: frozenset[str], whole_stopped: bool, kept: dict[str, Entry]
) -> None:
    """Files whose sources are gone leave the folder; those of what has errors, cannot be looked at, or is another programme's, stay."""
    own = [entry for entry in kept.values() if entry.programme == curriculum.programme.title]
    living = {target.path for t in curriculum.topics.values() if t.id not in stopped for target in targets(curriculum, t)}
    living |= {target.path for target in whole_targets(curriculum)}
    dead = (entry for entry in own if entry.path not in living and entry.product != BRIDGE)
    stays = {None, *stopped} if whole_stopped else stopped
    gone = [e.path for e in dead if e.topic not in stays and _can_be_seen(curriculum.folder, e.topic) and folder.remove(e)]
    if gone:
        folder.record(entry for entry in kept.values() if entry.path not in gone)


def _can_be_seen(folder: SourceFolder, topic: str | None) -> bool:
    """Whether a topic that is not there is truly gone, and not just in a folder that may not be read."""
    above = (f"units/{topic.partition('/')[0]}", f"units/{topic}") if topic else ()
    return folder.is_readable("units") and all(folder.is_readable(path) or not folder.names(path) for path in above)
