"""The words of a topic as the catalogue shows them: where each is taught, and every lesson that it comes back in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from packager.document.imprint import half_term_title
from packager.document.places import subject_title
from packager.model.curriculum import Curriculum
from packager.model.topic import Topic
from packager.sequence.occurrences import Entry
from packager.sequence.prose import Part
from packager.sequence.teaching import Teaching
from packager.sequence.timeline import Taught

_ENDS = (".", "!", "?", "’", "”", "…")


@dataclass(frozen=True, slots=True)
class LessonPlace:
    """A lesson in its place, by id and in words; `half_term` is `Autumn 1`."""

    topic: str
    lesson: int
    lesson_title: str
    topic_title: str
    subject: str
    year: int
    half_term: str


@dataclass(frozen=True, slots=True)
class WordReturn:
    """A later lesson with the word: the parts of it that use it (`chapter`, `quiz`), and the first sentence."""

    place: LessonPlace
    parts: tuple[str, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class CatalogueWord:
    """A word with everything that its page says; `id` is `unit/topic/vocabulary/12`."""

    id: str
    term: str
    sense: str | None
    say: str | None
    kind: str | None
    meaning: str
    example: str | None
    forms: tuple[str, ...]
    language: str
    translations: tuple[tuple[str, str], ...]
    place: LessonPlace
    returns: tuple[WordReturn, ...]


def words_of_topic(teaching: Teaching, topic: Topic) -> Iterator[CatalogueWord]:
    """The words that the lessons of a topic introduce, in teaching order."""
    recalled = teaching.recall.returns()
    for taught in teaching.timeline.topics[topic.id].lessons:
        for entry in teaching.occurrences.introduced_in.get(taught.id, ()):
            yield _word(teaching, entry, taught, recalled.get(entry.key, ()))


def _word(teaching: Teaching, entry: Entry, taught: Taught, recalled: tuple[str, ...]) -> CatalogueWord:
    term, curriculum = entry.term, teaching.curriculum
    return CatalogueWord(
        id=entry.key,
        term=term.term,
        sense=term.sense,
        say=term.say,
        kind=term.kind,
        meaning=term.meaning,
        example=term.example,
        forms=term.forms,
        language=curriculum.programme.language,
        translations=tuple(sorted(term.translations.items())),
        place=_place(curriculum, taught),
        returns=tuple(_returns(teaching, entry, recalled)),
    )


def _returns(teaching: Teaching, entry: Entry, recalled: tuple[str, ...]) -> Iterator[WordReturn]:
    lessons: dict[str, Taught] = {}
    parts: dict[str, dict[str, None]] = {}
    sentences: dict[str, str] = {}
    for occurrence in teaching.occurrences.met_again(entry):
        lesson = occurrence.taught.id
        lessons[lesson] = occurrence.taught
        parts.setdefault(lesson, {})[str(occurrence.passage.part)] = None
        sentence = " ".join(occurrence.sentence.replace("*", "").split())
        # A question of a quiz, a heading or a caption means little by itself.
        if occurrence.passage.part is Part.CHAPTER and sentence.endswith(_ENDS):
            sentences.setdefault(lesson, sentence)
    for lesson in recalled:
        lessons[lesson] = teaching.timeline.by_lesson[lesson]
        parts.setdefault(lesson, {})[str(Part.RECALL)] = None
    for taught in sorted(lessons.values(), key=lambda each: each.place):
        yield WordReturn(_place(teaching.curriculum, taught), tuple(parts[taught.id]), sentences.get(taught.id, ""))


def _place(curriculum: Curriculum, taught: Taught) -> LessonPlace:
    slot, topic, lesson = curriculum.slot_by_topic[taught.topic.id], taught.topic, taught.lesson
    subject = subject_title(curriculum, taught.subject)
    return LessonPlace(topic.id, lesson.number, lesson.title, topic.title, subject, slot.year, half_term_title(slot.half_term))
