"""The files of a bridge: one booklet and one deck, named by the class that they are for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from packager.diagnostics.span import Span
from packager.document.bridge import Bridge, Joining
from packager.model.curriculum import MAP_FILE, PROGRAMME_FILE, Curriculum, Slot
from packager.model.slug import LONGEST_HALF_TERM, slug
from packager.plan.artifact import Artifact
from packager.plan.composed import composed
from packager.plan.fingerprint import images_in
from packager.sequence.gaps import Cohort, Gaps, coming_slots

PRODUCT = "bridge"
FOLDER = "bridges"


def bridge_paths(joining: Joining) -> dict[str, str]:
    """Where the files of a class go, by format: `bridges/bridge-joined-y3-spring-1-starting-y4-autumn-1.docx`."""
    content = f"-content-y{joining.content_year}" if joining.content_year not in (None, joining.year) else ""
    stem = f"{FOLDER}/bridge-joined-{_short(joining.joined)}-starting-{_short(joining.starting)}{content}"
    return {format_name: f"{stem}.{format_name}" for format_name in ("docx", "pptx")}


def bridge_artifacts(curriculum: Curriculum, joining: Joining, gaps: Gaps, bridge: Bridge) -> Iterator[Artifact]:
    """The booklet that is laid out for its page numbers and not written (PDF), then the booklet and the deck."""
    paths = bridge_paths(joining)
    sources = _sources(curriculum, gaps, bridge)
    for product, path, audience, document in (
        ("booklet", "", "pupils", bridge.booklet),
        (PRODUCT, paths["docx"], "pupils", bridge.booklet),
        (PRODUCT, paths["pptx"], "teachers", bridge.deck),
    ):
        yield _artifact(product, path, audience, document, joining.year, sources)


def bridge_topics(curriculum: Curriculum, group: Cohort, gaps: Gaps) -> frozenset[str]:
    """The ids of the topics that a bridge leads from and to; also of those that cannot be read, of which nobody knows."""
    coming = {slot.entry.topic for slot in coming_slots(curriculum, group) if slot.entry.topic}
    unread = {
        topic for slot in curriculum.slots if (topic := slot.entry.topic) in curriculum.broken and _was_missed(curriculum, slot, group)
    }
    return frozenset(topic for topic in {*coming, *unread, *(missed.topic.id for missed in gaps.topics)} if topic)


def _was_missed(curriculum: Curriculum, slot: Slot, group: Cohort) -> bool:
    programme = curriculum.programme
    if slot.year not in programme.years or slot.half_term not in programme.half_terms:
        return False
    half_term = programme.years.index(slot.year), programme.half_terms.index(slot.half_term)
    return half_term < group.starting and not group.has_met(half_term)


def span_of_block(curriculum: Curriculum, identity: str) -> Span:
    """The place of what a bridge calls `unit/topic/lesson-1/quiz/2`; the map, for what stands in the bridge alone."""
    unit, _, rest = identity.partition("/")
    topic, _, block = rest.partition("/")
    known = f"{unit}/{topic}" in curriculum.topics and block
    return curriculum.span_of_id(f"{unit}/{topic}", block) if known else Span(MAP_FILE)


def _artifact(product: str, path: str, audience: str, document: Any, year: int, sources: tuple[str, ...]) -> Artifact:
    format_name = path.rpartition(".")[2] or "pdf"
    needs = ("booklet",)
    return Artifact(path, product, format_name, None, None, year, audience, composed(document), sources, needs=needs)


def _sources(curriculum: Curriculum, gaps: Gaps, bridge: Bridge) -> tuple[str, ...]:
    topics = (*(missed.topic for missed in gaps.topics), *gaps.coming)
    units = dict.fromkeys(curriculum.units[topic.unit].file for topic in topics if topic.unit in curriculum.units)
    files = (file for topic in topics for file in (topic.file, *(lesson.file for lesson in topic.lessons)))
    media = sorted({picture.path for picture in images_in((bridge.booklet, bridge.deck))})
    return (PROGRAMME_FILE, MAP_FILE, *units, *files, *media)


def _short(half_term: str) -> str:
    """`year-3/spring-1` as `y3-spring-1`."""
    year, _, name = half_term.partition("/")
    return f"y{year.removeprefix('year-')}-{slug(name, LONGEST_HALF_TERM)}"
