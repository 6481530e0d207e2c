"""What a topic or a lesson builds on, and what it sets up: by name, in `builds_on`, and by the words it shares."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from packager.model.topic import Topic
from packager.sequence.occurrences import Entry
from packager.sequence.returns import known_words, met_before, met_later, returns
from packager.sequence.teaching import Teaching
from packager.sequence.timeline import Link, Taught


@dataclass(frozen=True, slots=True)
class Lead:
    """A topic or lesson at the other end of a lead.

    `named` are the ids by which one `builds_on` names the other; `words` are shared: taught earlier, used later.
    `further` are the leads by name that go on from there.
    """

    id: str
    link: Link | None
    named: tuple[str, ...]
    words: tuple[Entry, ...]
    further: tuple[Lead, ...] = ()


@dataclass(frozen=True, slots=True)
class Leads:
    """Both sides of a topic or lesson, each in teaching order."""

    id: str
    builds_on: tuple[Lead, ...]
    sets_up: tuple[Lead, ...]


def topic_leads(teaching: Teaching, topic: Topic) -> Leads:
    """The leads of a topic, from topic to topic."""
    graph = _Graph(teaching, topic.id)
    before = ((word.entry.topic.id, word.entry) for word in met_before(teaching.occurrences, topic.id))
    later = ((use.taught.topic.id, word.entry) for word in met_later(teaching.occurrences, topic.id) for use in word.places)
    return Leads(topic.id, graph.leads(before, graph.named_by(topic), graph.below), graph.leads(later, graph.naming(topic), graph.above))


def lesson_leads(teaching: Teaching, topic: Topic, number: int) -> Leads:
    """The leads of a lesson, from lesson to lesson; what its topic builds on is its own too."""
    identity = f"{topic.id}/{number}"
    graph, taught = _Graph(teaching, topic.id), teaching.timeline.by_lesson.get(identity)
    if taught is None:
        return Leads(identity, graph.leads((), graph.named_by(topic, lessons=True), graph.below), ())
    words = known_words(teaching.occurrences, (taught,))
    before = ((word.entry.introduced.id, word.entry) for word in words if word.entry.introduced)
    taught_here = (word for word in returns(teaching.occurrences, topic.id) if word.entry.introduced is taught)
    later = ((use.taught.id, word.entry) for word in taught_here for use in word.places)
    named = graph.naming(topic, number)
    return Leads(identity, graph.leads(before, graph.named_by(topic, lessons=True), graph.below), graph.leads(later, named, graph.above))


_Named = dict[str, tuple[str, ...]]
"""The ids in `builds_on`, by the topic or lesson at the other end."""


class _Graph:
    def __init__(self, teaching: Teaching, home: str) -> None:
        self.teaching, self.home = teaching, home
        self.topics = teaching.curriculum.topics

    def leads(self, words: Iterable[tuple[str, Entry]], named: _Named, further: Callable[[str], tuple[Lead, ...]]) -> tuple[Lead, ...]:
        """A lead for each id that words or names lead to."""
        shared: dict[str, dict[str, Entry]] = {identity: {} for identity in named}
        for identity, entry in words:
            shared.setdefault(identity, {})[entry.key] = entry
        leads = (
            Lead(identity, self._link(identity), named.get(identity, ()), tuple(entries.values()), further(identity))
            for identity, entries in shared.items()
        )
        return tuple(sorted(leads, key=lambda lead: self._place(lead.id)))

    def named_by(self, topic: Topic, *, lessons: bool = False) -> _Named:
        """What a topic names, gathered by topic, or as it is named."""
        found: dict[str, list[str]] = {}
        for target in topic.builds_on:
            found.setdefault(target if lessons else topic_of(target), []).append(target)
        return {identity: tuple(targets) for identity, targets in found.items() if identity != topic.id}

    def naming(self, topic: Topic, number: int | None = None) -> _Named:
        """The topics that name this one, any of its lessons, or one `number` of them."""
        found = {}
        for other in self.topics.values():
            targets = tuple(t for t in other.builds_on if _means(t, topic.id, number))
            if targets and other is not topic:
                found[other.id] = targets
        return found

    def below(self, identity: str) -> tuple[Lead, ...]:
        """What a topic names, what that names, and so on; each topic once."""
        return tuple(self._chain(identity, lambda topic: self.named_by(topic), {self.home}))

    def above(self, identity: str) -> tuple[Lead, ...]:
        """The topics that name a topic, those that name them, and so on."""
        return tuple(self._chain(identity, lambda topic: self.naming(topic), {self.home}))

    def _chain(self, identity: str, follow: Callable[[Topic], _Named], met: set[str]) -> Iterator[Lead]:
        topic = self.topics.get(topic_of(identity))
        if topic is None or topic.id in met:
            return
        met.add(topic.id)
        for other, named in sorted(follow(topic).items(), key=lambda item: self._place(item[0])):
            if topic_of(other) not in met:
                yield Lead(other, self.teaching.timeline.link(topic.id, topic_of(other)), named, (), tuple(self._chain(other, follow, met)))

    def _link(self, identity: str) -> Link | None:
        return self.teaching.timeline.link(self.home, topic_of(identity))

    def _place(self, identity: str) -> tuple[int, int]:
        """Where it lies in teaching order; what has no place in time comes last."""
        timeline = self.teaching.timeline
        taught: Taught | None = timeline.by_lesson.get(identity)
        topics = list(timeline.topics)
        rank = topics.index(topic_of(identity)) if topic_of(identity) in timeline.topics else len(topics)
        return (taught.place, rank) if taught else (_first(timeline.topics[topics[rank]].lessons) if rank < len(topics) else _LAST, rank)


_LAST = 1_000_000


def _first(lessons: tuple[Taught, ...]) -> int:
    return lessons[0].place if lessons else _LAST


def topic_of(identity: str) -> str:
    """The id of the topic that an id of a topic or lesson belongs to."""
    return "/".join(identity.split("/")[:2])


def _means(target: str, topic: str, number: int | None) -> bool:
    if target == topic:
        return True
    return topic_of(target) == topic and (number is None or target == f"{topic}/{number}")
