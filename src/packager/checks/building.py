"""SEQ: a topic stands on what is not there yet, or on what not every school teaches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from packager.checks.registry import Finding, check
from packager.diagnostics.diagnostic import Severity
from packager.diagnostics.quoted import quoted
from packager.diagnostics.span import Span
from packager.model.curriculum import MAP_FILE
from packager.model.topic import Topic
from packager.sequence.inflection import folded
from packager.sequence.occurrences import Occurrence, span_of
from packager.sequence.prose import Part
from packager.sequence.sequenced import Sequenced
from packager.sequence.timeline import Scheduled, is_known

LONGEST_CHAIN = 6


@check("SEQ010", "builds-on-later")
def builds_on_later(sequenced: Sequenced) -> Iterator[Finding]:
    """A topic builds on a topic or lesson that is taught after it.

    What it takes for granted has not been taught. Topics of the same half-term may build on each other;
    a lesson of another subject must be taught before the topic's last lesson.

        builds_on: [year-4-history/rome]     # in a topic of Year 3

    Change the order in `curriculum/map.yaml`, or take the entry out of `builds_on`.
    """
    for scheduled in sequenced.timeline.topics.values():
        for position, target in enumerate(scheduled.topic.builds_on):
            owner = _owner(sequenced, target)
            if owner and owner is not scheduled and _is_later(sequenced, scheduled, owner, target):
                span = sequenced.curriculum.span(scheduled.topic.file, ("builds_on", position))
                message = f"{quoted(scheduled.topic.id)} builds on {quoted(target)}, which is taught later"
                related = (_slot_of(sequenced, scheduled, "this topic's slot"), _slot_of(sequenced, owner, "the slot of what it builds on"))
                yield Finding(span, message, "change the order in the map, or take this out of `builds_on`", related)


def _is_later(sequenced: Sequenced, scheduled: Scheduled, owner: Scheduled, target: str) -> bool:
    lesson = sequenced.timeline.by_lesson.get(target)
    if lesson is None or lesson.half_term != scheduled.half_term or not scheduled.lessons:
        return owner.half_term > scheduled.half_term
    return not is_known(lesson, scheduled.lessons[-1])


def _owner(sequenced: Sequenced, target: str) -> Scheduled | None:
    """The topic that a topic's or lesson's id belongs to; None where it has no place in time."""
    lesson = sequenced.timeline.by_lesson.get(target)
    return sequenced.timeline.topics.get(lesson.topic.id if lesson else target)


def _slot_of(sequenced: Sequenced, scheduled: Scheduled, text: str) -> tuple[Span, str]:
    return sequenced.curriculum.span(MAP_FILE, scheduled.slot.path, key=True), text


@check("SEQ011", "builds-on-cycle")
def builds_on_cycle(sequenced: Sequenced) -> Iterator[Finding]:
    """Topics build on each other in a ring, or a topic builds on itself.

    None of them could be taught first.

        # year-3-history/egypt has      builds_on: [year-3-geography/rivers]
        # year-3-geography/rivers has   builds_on: [year-3-history/egypt]

    Take one entry out of `builds_on`, or name the very lesson that is built on (`unit/topic/2`).
    """
    topics = sequenced.curriculum.topics
    edges = {topic.id: tuple(dict.fromkeys(_targets(topic, topics))) for topic in topics.values()}
    ringed: set[str] = set()
    for topic in topics.values():
        for position, target in enumerate(topic.builds_on):
            owner = _whole(topic, target)
            chain = _way(edges, owner, topic.id) if owner in topics and topic.id not in ringed else None
            if chain:
                ringed.update(chain)
                span = sequenced.curriculum.span(topic.file, ("builds_on", position))
                yield Finding(span, _ring(topic.id, chain), "take one entry out of `builds_on`, or name the lesson that is built on")


def _targets(topic: Topic, topics: Mapping[str, Topic]) -> Iterator[str]:
    return (owner for target in topic.builds_on if (owner := _whole(topic, target)) in topics)


def _whole(topic: Topic, target: str) -> str:
    """The topic that is built on as a whole; of lessons only the topic's own count."""
    return topic.id if any(target == lesson.id for lesson in topic.lessons) else target


def _way(edges: Mapping[str, Iterable[str]], start: str, goal: str) -> list[str] | None:
    """The shortest chain of topics from `start` to `goal`, both in it; None where there is none."""
    came_from: dict[str, str | None] = {start: None}
    waiting = [start]
    for here in waiting:
        if here == goal:
            break
        for following in edges.get(here, ()):
            if following not in came_from:
                came_from[following] = here
                waiting.append(following)
    if goal not in came_from:
        return None
    chain: list[str] = []
    step: str | None = goal
    while step is not None:
        chain.append(step)
        step = came_from[step]
    return chain[::-1]


def _ring(topic: str, chain: list[str]) -> str:
    if chain == [topic]:
        return f"{quoted(topic)} builds on itself"
    shown = chain if len(chain) <= LONGEST_CHAIN else [*chain[: LONGEST_CHAIN - 1], "…", chain[-1]]
    return f"{quoted(topic)} builds on " + ", which builds on ".join("…" if each == "…" else quoted(each) for each in shown)


@check("SEQ012", "taken-for-granted", Severity.WARNING)
def taken_for_granted(sequenced: Sequenced) -> Iterator[Finding]:
    """A topic leans on a word that only an optional subject introduces.

    A school that leaves the subject out never teaches the word, but this topic takes it for granted.

        subjects: {religion: {..., optional: true}}     # and a history chapter uses a word of religion

    Say it in other words, explain it where it stands, or list it under `assumed` in
    `curriculum/curriculum.yaml` if nobody needs to be taught it.
    """
    optional = sequenced.timeline.optional
    assumed = {folded(word) for word in sequenced.curriculum.programme.assumed}
    said: set[tuple[str, str]] = set()
    for taught in sequenced.timeline.lessons if optional else ():
        for occurrence in sequenced.occurrences.in_lesson(taught) if taught.subject not in optional else ():
            key = (taught.topic.id, occurrence.entry.key)
            if key not in said and _leans(occurrence, optional) and folded(occurrence.entry.term.term) not in assumed:
                said.add(key)
                yield _leaning(sequenced, occurrence)


def _leans(occurrence: Occurrence, optional: frozenset[str]) -> bool:
    introduced = occurrence.entry.introduced
    if introduced is None or introduced.subject not in optional or occurrence.has_senses or occurrence.passage.part is Part.RECALL:
        return False
    return is_known(introduced, occurrence.taught)


def _leaning(sequenced: Sequenced, occurrence: Occurrence) -> Finding:
    entry = occurrence.entry
    subject = entry.introduced.subject if entry.introduced else ""
    message = f"{quoted(occurrence.written)} is introduced only in {quoted(subject)}, which a school may leave out"
    related = ((sequenced.curriculum.span(entry.topic.file, (*entry.path, "term")), "introduced here"),)
    hint = "say it in other words, explain it here, or list it under `assumed`"
    return Finding(span_of(sequenced.curriculum, occurrence), message, hint, related)


CHECKS = (builds_on_later, builds_on_cycle, taken_for_granted)
