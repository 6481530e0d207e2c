"""Which topics must not be built because of errors, and which findings speak of which topic."""

from __future__ import annotations

from collections.abc import Iterable

from packager.diagnostics.diagnostic import Diagnostic
from packager.diagnostics.span import Span
from packager.model.curriculum import MAP_FILE, PROGRAMME_FILE, THEME_FILE, Curriculum


def blocked(curriculum: Curriculum, diagnostics: Iterable[Diagnostic]) -> frozenset[str]:
    """The ids of topics that some error stops; also of those that no slot or unit lets be built."""
    stopped = {topic for d in diagnostics if d.is_error for topic in touched(curriculum, d)}
    unplaced = {t.id for t in curriculum.topics.values() if t.id not in curriculum.slot_by_topic or curriculum.subject_of(t) is None}
    unfinished = {t.id for t in curriculum.topics.values() if not t.complete or not t.lessons}
    return frozenset(stopped | unplaced | unfinished)


def touched(curriculum: Curriculum, diagnostic: Diagnostic) -> frozenset[str]:
    """The ids of the topics that a finding speaks of: by its file, or by the slot it stands on."""
    file = diagnostic.span.file
    if file in (PROGRAMME_FILE, THEME_FILE):
        return frozenset(curriculum.topics)
    if file == MAP_FILE:
        return _on_slot(curriculum, diagnostic.span)
    parts = file.split("/")
    if parts[0] != "units" or len(parts) < 3:
        return frozenset()
    own = f"{parts[1]}/{parts[2]}"
    if own in curriculum.topics:
        return frozenset({own})
    return frozenset(t.id for t in curriculum.topics.values() if t.unit == parts[1] and parts[2] == "unit.yaml")


def _on_slot(curriculum: Curriculum, span: Span) -> frozenset[str]:
    """Topics of the slot at `span`; all topics where the map could not be read at all."""
    if not curriculum.slots:
        return frozenset(curriculum.topics)
    here = (slot for slot in curriculum.slots if span in (curriculum.span(MAP_FILE, slot.path, key=key) for key in (True, False)))
    return frozenset(slot.entry.topic for slot in here if slot.entry.topic)
