"""Which topics must not be built because of errors, and which findings speak of which topic."""

from __future__ import annotations

from collections.abc import Iterable

from packager.diagnostics.diagnostic import Diagnostic
from packager.diagnostics.span import Span
from packager.model.curriculum import MAP_FILE, PROGRAMME_FILE, Curriculum, Slot
from packager.model.topic import Topic

THEME_FOLDER = "curriculum/theme/"
"""The theme and a publisher's own templates: every file is made with them."""


def topic_ids(curriculum: Curriculum) -> tuple[str, ...]:
    """The ids of all topics, also of those whose `topic.yaml` could not be read."""
    return tuple(sorted({*curriculum.topics, *(identity for identity in curriculum.broken if identity.count("/") == 1)}))


def blocked(curriculum: Curriculum, diagnostics: Iterable[Diagnostic]) -> frozenset[str]:
    """The ids of topics that some error stops; also of those that no slot or unit lets be built."""
    stopped = {topic for d in diagnostics if d.is_error for topic in touched(curriculum, d)}
    unread = {identity for identity in topic_ids(curriculum) if identity not in curriculum.topics}
    return frozenset(stopped | unread | {t.id for t in curriculum.topics.values() if not _can_be_built(curriculum, t)})


def _can_be_built(curriculum: Curriculum, topic: Topic) -> bool:
    """Whether a topic has its place. One without lessons needs none: it has no files."""
    placed = topic.id in curriculum.slot_by_topic and curriculum.subject_of(topic) is not None
    return topic.complete and (placed or not topic.lessons)


def touched(curriculum: Curriculum, diagnostic: Diagnostic) -> frozenset[str]:
    """The ids of the topics that a finding speaks of: by its file, or by the slot it stands on."""
    file, known = diagnostic.span.file, topic_ids(curriculum)
    if file == PROGRAMME_FILE or file.startswith(THEME_FOLDER):
        return frozenset(known)
    if file == MAP_FILE:
        return _on_slot(curriculum, diagnostic.span) & set(known)
    parts = file.split("/")
    if parts[0] != "units" or len(parts) < 3:
        return frozenset()
    if parts[2] == "unit.yaml":
        return frozenset(identity for identity in known if identity.startswith(f"{parts[1]}/"))
    return frozenset({f"{parts[1]}/{parts[2]}"} & set(known))


def _on_slot(curriculum: Curriculum, span: Span) -> frozenset[str]:
    """Topics of the slots that `span` names: a slot itself, its half-term or its year; all where the map was not read."""
    if not curriculum.slots:
        return frozenset(topic_ids(curriculum))
    return frozenset(slot.entry.topic for slot in curriculum.slots if slot.entry.topic and span in _spans(curriculum, slot))


def _spans(curriculum: Curriculum, slot: Slot) -> frozenset[Span]:
    keys = (curriculum.span(MAP_FILE, slot.path[:depth], key=True) for depth in (1, 2, 3))
    inside = ((), ("topic",), *(("coverage", number) for number in range(len(slot.entry.coverage))))
    return frozenset((*keys, *(curriculum.span(MAP_FILE, (*slot.path, *path)) for path in inside)))
