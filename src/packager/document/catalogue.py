"""The catalogue: what a teacher looks through to find a topic, a lesson or a word, and what each hangs together with."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from packager.document.booklet import Credit, compose_booklet
from packager.document.catalogue_map import MapYear, map_years
from packager.document.catalogue_ties import Ties, ties
from packager.document.catalogue_words import CatalogueWord, words_of_topic
from packager.document.curriculum_map import MapSubject
from packager.document.imprint import half_term_title, imprint, licence_title
from packager.document.nodes import Image, Imprint
from packager.document.programme_imprint import ProgrammeImprint, programme_imprint
from packager.model.lesson import Lesson
from packager.model.topic import Topic
from packager.sequence.teaching import Teaching


@dataclass(frozen=True, slots=True)
class CatalogueLesson:
    """A lesson as it is looked for: what it asks, and what a pupil can do at its end."""

    number: int
    title: str
    question: str | None
    outcome: str | None


@dataclass(frozen=True, slots=True)
class CatalogueTopic:
    """A topic with everything that its page says. `half_term` is as the programme names it, `autumn-1`."""

    imprint: Imprint
    half_term: str
    why: str | None
    guidance: str | None
    cover: Image | None
    lessons: tuple[CatalogueLesson, ...]
    words: tuple[CatalogueWord, ...]
    ties: Ties
    credits: tuple[Credit, ...]

    @property
    def id(self) -> str:
        """The id of the topic, `unit/topic`."""
        return self.imprint.topic


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The programme as a catalogue shows it: topics by id, in teaching order."""

    imprint: ProgrammeImprint
    version: str
    half_terms: tuple[str, ...]
    subjects: tuple[MapSubject, ...]
    years: tuple[MapYear, ...]
    topics: Mapping[str, CatalogueTopic]

    def of(self, topics: Collection[str]) -> Catalogue:
        """The same, with the pages of some topics only; the map stays whole."""
        return replace(self, topics={name: topic for name, topic in self.topics.items() if name in topics})

    def words(self) -> Iterator[CatalogueWord]:
        """Every word, in teaching order."""
        for topic in self.topics.values():
            yield from topic.words


def compose_catalogue(teaching: Teaching) -> Catalogue:
    """The catalogue of every topic that has lessons and stands on the map."""
    programme = teaching.curriculum.programme
    imprint = programme_imprint(teaching.curriculum)
    ready = [s.topic for s in teaching.timeline.topics.values() if s.topic.lessons and teaching.curriculum.subject_of(s.topic)]
    return Catalogue(
        imprint=replace(imprint, licence=licence_title(imprint.licence)),
        version=programme.version or "",
        half_terms=tuple(half_term_title(name) for name in programme.half_terms),
        subjects=tuple(MapSubject(name, s.title, s.colour, s.pattern) for name, s in programme.subjects.items()),
        years=map_years(teaching.curriculum),
        topics={topic.id: _topic(teaching, topic) for topic in ready},
    )


def _topic(teaching: Teaching, topic: Topic) -> CatalogueTopic:
    booklet = compose_booklet(teaching, topic)
    return CatalogueTopic(
        imprint=imprint(teaching.curriculum, topic),
        half_term=teaching.curriculum.slot_by_topic[topic.id].half_term,
        why=topic.why_this_why_now,
        guidance=topic.content_guidance,
        cover=booklet.cover,
        lessons=tuple(map(_lesson, topic.lessons)),
        words=tuple(words_of_topic(teaching, topic)),
        ties=ties(teaching, topic),
        credits=booklet.credits,
    )


def _lesson(lesson: Lesson) -> CatalogueLesson:
    return CatalogueLesson(lesson.number, lesson.title, lesson.question, lesson.outcome)
