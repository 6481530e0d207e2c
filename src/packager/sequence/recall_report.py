"""How often each word and each question comes back: in the prose of later lessons, and in the recall that opens them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from packager.model.topic import Topic
from packager.sequence.returns import returns
from packager.sequence.teaching import Teaching
from packager.sequence.timeline import Taught


@dataclass(frozen=True, slots=True)
class WordReturns:
    """A word, the later lessons that use it, and the lessons whose recall asks for it."""

    id: str
    term: str
    sense: str | None
    introduced: Taught
    used_in: tuple[Taught, ...]
    recalled_in: tuple[Taught, ...]

    @property
    def returns(self) -> int:
        """In how many lessons it comes back, in one way or the other."""
        return len({taught.id for taught in (*self.used_in, *self.recalled_in)})


@dataclass(frozen=True, slots=True)
class QuestionReturns:
    """A quiz question, the lesson it was first asked in, and the lessons whose recall asks it again."""

    id: str
    ask: str
    asked_in: Taught
    recalled_in: tuple[Taught, ...]


@dataclass(frozen=True, slots=True)
class TopicReturns:
    """The words and questions of one topic, in the order in which they are taught."""

    topic: Topic
    words: tuple[WordReturns, ...]
    questions: tuple[QuestionReturns, ...]


def recall_report(teaching: Teaching, topics: Iterable[str]) -> tuple[TopicReturns, ...]:
    """The report on topics that have a place in time, in teaching order."""
    wanted, recalled = set(topics), teaching.recall.returns()
    return tuple(_topic(teaching, identity, recalled) for identity in teaching.timeline.topics if identity in wanted)


def _topic(teaching: Teaching, identity: str, recalled: Mapping[str, tuple[str, ...]]) -> TopicReturns:
    scheduled = teaching.timeline.topics[identity]

    def lessons(source: str) -> tuple[Taught, ...]:
        return tuple(teaching.timeline.by_lesson[lesson] for lesson in recalled.get(source, ()))

    words = [
        WordReturns(entry.key, entry.term.term, entry.term.sense, entry.introduced, word.lessons, lessons(entry.key))
        for word in returns(teaching.occurrences, identity)
        if (entry := word.entry).introduced
    ]
    questions = (
        QuestionReturns(source, question.ask, taught, lessons(source))
        for taught in scheduled.lessons
        for number, question in enumerate(taught.lesson.quiz, 1)
        for source in (f"{taught.id}/quiz/{number}",)
    )
    return TopicReturns(scheduled.topic, tuple(sorted(words, key=lambda word: word.introduced.place)), tuple(questions))
