"""Words that come back: those of earlier topics in a topic, and those of a topic in later ones.

A recall question brings a word back too, but only the prose of a lesson leans on it: recall is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from packager.sequence.occurrences import Entry, Occurrence, Occurrences, is_leaned_on
from packager.sequence.timeline import Taught


@dataclass(frozen=True, slots=True)
class Returning:
    """A word with every place where it is met again, in teaching order."""

    entry: Entry
    places: tuple[Occurrence, ...]

    @property
    def lessons(self) -> tuple[Taught, ...]:
        """The lessons that it comes back in, each once."""
        return tuple({place.taught.id: place.taught for place in self.places}.values())


def known_words(occurrences: Occurrences, lessons: Iterable[Taught]) -> tuple[Returning, ...]:
    """The words taught before some lesson that uses them, in the order of their topics, with the places there.

    Lessons that are added later never change it.
    """
    found: dict[str, list[Occurrence]] = {}
    for taught in lessons:
        for key, places in occurrences.leaned_on[taught.id].items():
            found.setdefault(key, []).extend(places)
    return tuple(Returning(occurrences.entries[key], tuple(found[key])) for key in sorted(found, key=occurrences.rank.__getitem__))


def met_before(occurrences: Occurrences, topic: str) -> tuple[Returning, ...]:
    """The words of other topics that are known by the time a lesson of this one uses them."""
    scheduled = occurrences.timeline.topics.get(topic)
    return tuple(word for word in known_words(occurrences, scheduled.lessons if scheduled else ()) if word.entry.topic.id != topic)


def returns(occurrences: Occurrences, topic: str) -> Iterator[Returning]:
    """Each word of a topic with every later lesson that uses it, of the topic itself and of others; some have none."""
    for entry in occurrences.of_topic.get(topic, ()):
        yield Returning(entry, tuple(filter(is_leaned_on, occurrences.met_again(entry))))


def met_later(occurrences: Occurrences, topic: str) -> tuple[Returning, ...]:
    """The words of a topic that other topics use after it, with the places there."""
    found = []
    for returning in returns(occurrences, topic):
        elsewhere = tuple(place for place in returning.places if place.taught.topic.id != topic)
        if elsewhere:
            found.append(Returning(returning.entry, elsewhere))
    return tuple(found)
