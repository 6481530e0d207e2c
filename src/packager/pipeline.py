"""The whole compiler on one page: read, load, check, compose, plan, render, write, record.

Each step is one call into its stage. Findings travel beside the results; nothing is printed here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from packager.checks.run import CHECK_RULES, run_checks
from packager.diagnostics.diagnostic import Diagnostic, in_order
from packager.diagnostics.rule import Rule
from packager.model.curriculum import Curriculum
from packager.model.load import load
from packager.model.rules import MODEL_RULES
from packager.model.topic import Topic
from packager.plan.artifact import Artifact
from packager.plan.blocked import blocked
from packager.plan.build_folder import BuildFolder
from packager.plan.fingerprint import fingerprint
from packager.plan.record import Entry, entry_of
from packager.plan.wanted import PRODUCTS, targets, wanted
from packager.render.look import Look
from packager.render.media import Media
from packager.render.registry import RENDERERS, VERSION
from packager.render.renderer import Context, Rendered, Trouble
from packager.render.rules import FIT_RULES
from packager.sequence.sequenced import Sequenced, sequence
from packager.sequence.teaching import Teaching, teach
from packager.source.files import SourceFolder
from packager.source.rules import SOURCE_RULES

RULES: dict[str, Rule] = {rule.code: rule for rule in (*SOURCE_RULES, *MODEL_RULES, *CHECK_RULES, *FIT_RULES.values())}
"""Every rule by its code."""

PRODUCT_NAMES = tuple(product.name for product in PRODUCTS)


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
    """What a build wrote, which topics it had to leave out, and every finding, in order."""

    written: tuple[Entry, ...]
    left_out: tuple[str, ...]
    found: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class _Made:
    """A rendered file that is not written yet."""

    artifact: Artifact
    content: bytes
    fingerprint: str


Report = Callable[[str, int, int], None]
"""Called with a topic's id after it is done, how many topics are done, and how many there are."""


def check(root: Path) -> Checked:
    """The curriculum in `root` with everything that can be found without building it."""
    curriculum, found = load(SourceFolder(root))
    if curriculum is None:
        return Checked(None, tuple(in_order(found)))
    sequenced = sequence(curriculum)
    return Checked(sequenced, tuple(in_order([*found, *run_checks(curriculum, sequenced)])))


def build(checked: Checked, out: Path, topics: Iterable[str], products: Iterable[str], report: Report) -> Built:
    """The wanted files of `topics` in `out`; a topic with errors is left out and what it had stays.

    Raises CannotWrite where the output folder cannot be written; every file there is still whole.
    """
    folder, asked = BuildFolder(out), tuple(topics)
    if checked.sequenced is None:
        return Built((), asked, checked.found)
    curriculum, teaching = checked.sequenced.curriculum, teach(checked.sequenced)
    stopped, kept = blocked(curriculum, checked.found), {entry.path: entry for entry in folder.entries()}
    written, found = list[Entry](), list(checked.found)
    if not stopped.issuperset(asked) or not asked:
        folder.record(kept.values())  # a folder that cannot be written is found out before the work is done
    for number, identity in enumerate(asked, 1):
        if identity not in stopped:
            made, troubles = _render(teaching, curriculum.topics[identity], set(products))
            found += troubles
            written += _write(folder, made, kept)
        report(identity, number, len(asked))
    _remove_stale(folder, curriculum, stopped, kept)
    return Built(tuple(written), tuple(i for i in asked if i in stopped), tuple(in_order(found)))


def _render(teaching: Teaching, topic: Topic, products: set[str]) -> tuple[list[_Made], list[Diagnostic]]:
    """Every wanted file of a topic as bytes. The booklet's PDF is laid out first: its pages are quoted."""
    curriculum, made, found = teaching.curriculum, list[_Made](), list[Diagnostic]()
    subject = curriculum.subject_of(topic)
    if subject is None or not topic.lessons:
        return made, found
    context = Context(Look(curriculum.theme, subject.colour, subject.pattern), Media(curriculum.folder.read))
    for artifact in wanted(teaching, topic):
        lays_out = (artifact.product, artifact.format) == ("booklet", "pdf")
        if artifact.product not in products and not lays_out:
            continue
        mark = _fingerprint(curriculum, artifact, context)
        rendered: Rendered = RENDERERS[artifact.product, artifact.format](artifact.document, context)
        found += [_diagnostic(curriculum, topic, trouble) for trouble in rendered.troubles]
        if rendered.pages:
            context = replace(context, pages=rendered.pages)
        if artifact.product in products:
            made.append(_Made(artifact, rendered.content, mark))
    return made, found


def _fingerprint(curriculum: Curriculum, artifact: Artifact, context: Context) -> str:
    renderer = f"{artifact.format} {VERSION}"
    return fingerprint(artifact.document, curriculum.theme, context.media.content, renderer, context.pages)


def _diagnostic(curriculum: Curriculum, topic: Topic, trouble: Trouble) -> Diagnostic:
    return FIT_RULES[trouble.code].found(curriculum.span_of_id(topic.id, trouble.id), trouble.message)


def _write(folder: BuildFolder, made: Iterable[_Made], kept: dict[str, Entry]) -> list[Entry]:
    """The entries of what was written; the index lists every file that stands, even where the writing breaks off."""
    written = list[Entry]()
    try:
        for each in made:
            folder.write(each.artifact.path, each.content)
            entry = entry_of(each.artifact, len(each.content), sha256(each.content).hexdigest(), each.fingerprint)
            kept[entry.path] = entry
            written.append(entry)
    finally:
        folder.record(kept.values())
    return written


def _remove_stale(folder: BuildFolder, curriculum: Curriculum, stopped: frozenset[str], kept: dict[str, Entry]) -> None:
    """Files whose sources are gone leave the folder; those of a topic that has errors, or cannot be looked at, stay."""
    living = {target.path for t in curriculum.topics.values() if t.id not in stopped for target in targets(curriculum, t)}
    stale = [e for e in kept.values() if e.path not in living and e.topic not in stopped and _can_be_seen(curriculum.folder, e.topic)]
    gone = [entry.path for entry in stale if folder.remove(entry)]
    if gone:
        folder.record(entry for entry in kept.values() if entry.path not in gone)


def _can_be_seen(folder: SourceFolder, topic: str | None) -> bool:
    """Whether a topic that is not there is truly gone, and not just in a folder that may not be read."""
    unit = (topic or "").partition("/")[0]
    above = (f"units/{unit}", f"units/{topic}")
    return folder.is_readable("units") and all(folder.is_readable(path) or not folder.names(path) for path in above)
