"""The vocabulary sheet: the words of a topic chapter by chapter, words met before, and a word quiz.

The quiz holds no answer; `word_quiz_answers` gives them to the teacher guide.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from packager.document.chapter import Chapters
from packager.document.imprint import imprint
from packager.document.nodes import Imprint, Word
from packager.document.places import chapter_place
from packager.document.words import words_of
from packager.model.topic import Topic
from packager.sequence.matching import Matcher, longest
from packager.sequence.prose import Part
from packager.sequence.returns import Returning, met_before
from packager.sequence.shuffle import shuffled
from packager.sequence.teaching import Teaching

MOST_MET_BEFORE = 24
"""What a page holds: of more words, those that come back in most chapters. The teacher guide has them all."""
MATCHES = 6
GAPS = 6
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Section:
    """The words of one chapter."""

    id: str
    number: int
    title: str
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class MetBefore:
    """A word taught earlier that comes back in this topic; `where` says where it was first met."""

    term: str
    meaning: str
    where: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A sentence cut at the place of its missing word."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class WordQuiz:
    """Words to match with `meanings`, each with its letter, and sentences to fill from the `bank`."""

    words: tuple[str, ...]
    meanings: tuple[str, ...]
    bank: tuple[str, ...]
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class WordQuizAnswers:
    """The letter for each word, and the word for each gap, in the order asked."""

    letters: tuple[str, ...]
    gaps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VocabularySheet:
    """The vocabulary sheet of one topic."""

    imprint: Imprint
    sections: tuple[Section, ...]
    met_before: tuple[MetBefore, ...]
    quiz: WordQuiz | None


def compose_vocabulary_sheet(teaching: Teaching, topic: Topic, shared: Chapters | None = None) -> VocabularySheet:
    """The vocabulary sheet of a topic; without a quiz where there are too few words for one. `shared` has what is worked out already."""
    sections = tuple(
        Section(f"lesson-{lesson.number}", lesson.number, lesson.title, words)
        for lesson in topic.lessons
        if (words := words_of(topic, lesson.number))
    )
    quiz, _ = (shared or Chapters(topic)).once(word_quiz)
    return VocabularySheet(imprint(teaching.curriculum, topic), sections, _met_before(teaching, topic), quiz)


def _met_before(teaching: Teaching, topic: Topic) -> tuple[MetBefore, ...]:
    """Words of earlier topics in this one's chapters, in the order they were taught."""
    chapters = [
        (word, count) for word in met_before(teaching.occurrences, topic.id) if (count := _chapters(word)) and word.entry.term.meaning
    ]
    kept = {word.entry.key for word, _ in sorted(chapters, key=lambda pair: -pair[1])[:MOST_MET_BEFORE]}
    return tuple(
        MetBefore(word.entry.term.term, word.entry.term.meaning, chapter_place(teaching.curriculum, word.entry.introduced))
        for word, _ in chapters
        if word.entry.key in kept and word.entry.introduced
    )


def _chapters(word: Returning) -> int:
    return len({place.taught.id for place in word.places if place.passage.part is Part.CHAPTER})


def word_quiz(topic: Topic) -> tuple[WordQuiz | None, WordQuizAnswers]:
    """The word quiz of a topic and its answers; no quiz with fewer than three words to match."""
    words = [word for lesson in topic.lessons for word in words_of(topic, lesson.number) if word.meaning]
    spread = _spread(words, MATCHES)
    if len(spread) < 3:
        return None, WordQuizAnswers((), ())
    gaps = tuple(_gaps(topic, [word for word in words if word not in spread]))[:GAPS]
    asked = tuple(word.term for word in spread)
    meanings = shuffled([word.meaning for word in spread], topic.id)
    letters = tuple(LETTERS[meanings.index(word.meaning)] for word in spread)
    answers = WordQuizAnswers(letters, tuple(term for term, _ in gaps))
    bank = shuffled(answers.gaps, f"{topic.id}/bank")
    return WordQuiz(asked, meanings, bank, tuple(gap for _, gap in gaps)), answers


def _spread(words: list[Word], count: int) -> list[Word]:
    """`count` words with distinct meanings, spread evenly over the topic."""
    distinct = list({word.meaning: word for word in words}.values())
    if len(distinct) <= count:
        return distinct
    return [distinct[position * len(distinct) // count] for position in range(count)]


def _gaps(topic: Topic, words: list[Word]) -> Iterator[tuple[str, Gap]]:
    """Words whose example shows them exactly as written, each with its example cut there."""
    matcher = Matcher({term.term: term for term in topic.vocabulary}.items())
    candidates = [(word.term, gap) for word in words if (gap := _gap(word, matcher))]
    step = max(1, len(candidates) // GAPS)
    yield from candidates[::step]


def _gap(word: Word, matcher: Matcher) -> Gap | None:
    example = word.example or ""
    found = longest(matcher.candidates(example), {word.term}.__contains__) if word.term in example else []
    if len(found) != 1 or example[found[0].start : found[0].end] != word.term:
        return None
    return Gap(example[: found[0].start], example[found[0].end :])
