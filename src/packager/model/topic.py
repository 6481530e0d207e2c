"""A topic: one half-term of lessons in one subject."""

from __future__ import annotations

from packager.model.allowance import Allowance
from packager.model.base import Model, Text, TopicId
from packager.model.lesson import Lesson
from packager.model.picture import Picture
from packager.model.vocabulary import Term


class TopicFile(Model):
    """A `topic.yaml`."""

    title: Text
    question: Text | None = None
    """The question that the whole topic answers."""
    why_this_why_now: Text | None = None
    """A paragraph for teachers: why this topic, and why at this time."""
    builds_on: tuple[TopicId, ...] = ()
    """Topics (`unit/topic`) or lessons (`unit/topic/2`) taught before."""
    coverage: tuple[Text, ...] = ()
    """Ids from `curriculum/coverage.yaml`."""
    cover: Picture | None = None
    """The picture on the booklet's cover and the decks' title slides."""
    vocabulary: tuple[Term, ...] = ()
    notes: Text | None = None
    content_guidance: Text | None = None
    allow: tuple[Allowance, ...] = ()


class Topic(TopicFile):
    """A topic in its place: `id` is `unit/topic`.

    `lessons` are those that could be read, in the order of their numbers; `complete` tells
    whether every file of the topic could be read.
    """

    id: str
    unit: str
    file: str
    lessons: tuple[Lesson, ...]
    complete: bool

    @property
    def folder(self) -> str:
        """The folder of the topic's files, relative to the root."""
        return f"units/{self.id}"

    def introduced_in(self, number: int) -> tuple[Term, ...]:
        """The terms that lesson `number` introduces, in the author's order."""
        return tuple(term for term in self.vocabulary if term.lesson == number)
