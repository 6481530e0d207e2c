"""What the documents of a topic are made of, as a digest: two builds with the same one compose the same documents.

A topic's own files count whole. Of all others its documents see no prose: the files of the programme and of units, every
`topic.yaml`, which lessons there are, the events that they date, the questions that recall asks here again, and which
words come back where. Composing everything to learn that nothing changed would take longer than all else together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from hashlib import sha256
from typing import Any

from packager.document.dated import dates_of
from packager.model.topic import Topic
from packager.plan.fingerprint import digested
from packager.sequence.occurrences import Occurrence
from packager.sequence.returns import known_words, returns
from packager.sequence.teaching import Teaching


class Inputs:
    """The inputs of one curriculum. `files` has what stands for the content of each YAML file, by its path."""

    def __init__(self, teaching: Teaching, files: Mapping[str, str]) -> None:
        self.teaching, self.files = teaching, files

    def of(self, topic: Topic) -> bytes:
        """The digest (sha256) of what the documents of a topic are made of."""
        own = tuple(self.files[lesson.file] for lesson in topic.lessons)
        return sha256(self._of_all + digested((own, tuple(self._asked(topic)), tuple(self._words(topic)))).digest).digest()

    @cached_property
    def _of_all(self) -> bytes:
        """Of what every topic may see of the others."""
        curriculum = self.teaching.curriculum
        lessons = {lesson.file for lesson in curriculum.lessons()}
        files = tuple((file, self.files[file]) for file in sorted(curriculum.trees.keys() - lessons))
        seen = tuple((topic.id, tuple(lesson.number for lesson in topic.lessons), dates_of(topic)) for topic in curriculum.topics.values())
        return digested((files, seen)).digest

    def _asked(self, topic: Topic) -> Iterator[Any]:
        for lesson in topic.lessons:
            yield lesson.number, self.teaching.recall.decks.get(lesson.id)

    def _words(self, topic: Topic) -> Iterator[Any]:
        """The words of other lessons in this topic's, and its own in later ones."""
        occurrences = self.teaching.occurrences
        scheduled = self.teaching.timeline.topics.get(topic.id)
        for word in known_words(occurrences, scheduled.lessons if scheduled else ()):
            yield word.entry.key, tuple(map(_place, word.places))
        for word in returns(occurrences, topic.id):
            yield word.entry.key, tuple(map(_place, word.places))


def _place(occurrence: Occurrence) -> tuple[str, str]:
    return occurrence.taught.id, occurrence.passage.part
