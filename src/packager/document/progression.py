"""The progression of vocabulary: every word of the programme, where it is taught, and each lesson it comes back in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from packager.document.imprint import half_term_title
from packager.document.places import subject_title
from packager.document.programme_imprint import ProgrammeImprint, programme_imprint
from packager.model.curriculum import Curriculum
from packager.sequence.occurrences import Entry
from packager.sequence.prose import Part
from packager.sequence.teaching import Teaching
from packager.sequence.timeline import Scheduled, Taught


@dataclass(frozen=True, slots=True)
class Place:
    """A lesson in words; `half_term` is `Autumn 1`."""

    year: int
    half_term: str
    subject: str
    topic: str
    lesson: int


@dataclass(frozen=True, slots=True)
class Return:
    """A lesson that a word comes back in, the parts of it (`chapter`, `quiz`, `recall`), and the first sentence."""

    place: Place
    parts: tuple[str, ...]
    sentence: str
    here: bool
    """Whether the lesson belongs to the topic that teaches the word."""


@dataclass(frozen=True, slots=True)
class Progress:
    """A word with its meaning, the lesson that teaches it, and each later lesson with it, in teaching order."""

    word: str
    meaning: str
    taught: Place
    returns: tuple[Return, ...]


@dataclass(frozen=True, slots=True)
class TopicProgress:
    """The words of one topic, with the colour of its subject."""

    title: str
    subject: str
    colour: str
    year: int
    half_term: str
    words: tuple[Progress, ...]


@dataclass(frozen=True, slots=True)
class Progression:
    """The words of the programme, topic by topic in teaching order."""

    imprint: ProgrammeImprint
    topics: tuple[TopicProgress, ...]


def compose_progression(teaching: Teaching) -> Progression:
    """The progression of all words that have a place in time."""
    recalled = teaching.recall.returns()
    topics = (_topic(teaching, scheduled, recalled) for scheduled in teaching.timeline.topics.values())
    return Progression(programme_imprint(teaching.curriculum), tuple(topic for topic in topics if topic.words))


def _topic(teaching: Teaching, scheduled: Scheduled, recalled: Mapping[str, tuple[str, ...]]) -> TopicProgress:
    slot, topic = scheduled.slot, scheduled.topic
    subject = teaching.curriculum.programme.subjects[slot.subject]
    entries = (entry for taught in scheduled.lessons for entry in teaching.occurrences.introduced_in.get(taught.id, ()))
    words = tuple(_word(teaching, entry, recalled.get(entry.key, ())) for entry in entries)
    return TopicProgress(topic.title, subject.title, subject.colour, slot.year, half_term_title(slot.half_term), words)


def _word(teaching: Teaching, entry: Entry, recalled: tuple[str, ...]) -> Progress:
    assert entry.introduced is not None
    place = _place(teaching.curriculum, entry.introduced)
    return Progress(entry.term.term, entry.term.meaning, place, tuple(_returns(teaching, entry, recalled)))


def _returns(teaching: Teaching, entry: Entry, recalled: tuple[str, ...]) -> Iterator[Return]:
    lessons: dict[str, Taught] = {}
    parts: dict[str, dict[str, None]] = {}
    sentences: dict[str, str] = {}
    for occurrence in teaching.occurrences.met_again(entry):
        lesson = occurrence.taught.id
        lessons[lesson] = occurrence.taught
        parts.setdefault(lesson, {})[str(occurrence.passage.part)] = None
        if lesson not in sentences:
            sentences[lesson] = occurrence.sentence
    for lesson in recalled:
        lessons[lesson] = teaching.timeline.by_lesson[lesson]
        parts.setdefault(lesson, {})[str(Part.RECALL)] = None
    for taught in sorted(lessons.values(), key=lambda taught: taught.place):
        here = taught.topic.id == entry.topic.id
        yield Return(_place(teaching.curriculum, taught), tuple(parts[taught.id]), sentences.get(taught.id, ""), here)


def _place(curriculum: Curriculum, taught: Taught) -> Place:
    slot = curriculum.slot_by_topic[taught.topic.id]
    subject = subject_title(curriculum, taught.subject)
    return Place(slot.year, half_term_title(slot.half_term), subject, taught.topic.title, taught.lesson.number)
