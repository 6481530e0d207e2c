"""What each lesson asks again, at growing distances: from the last lesson, the last topic, the last
half-term, the last year, and from another subject that the lesson leans on.

The author's questions come first, and each counts for the distance it reaches back to. The rest are
chosen by what has come back least so far. Every choice depends only on lessons taught before, so a
lesson that is added later changes no earlier deck.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from packager.model.programme import Recall
from packager.sequence.occurrences import Occurrence, Occurrences
from packager.sequence.prose import Part
from packager.sequence.timeline import Scheduled, Taught, is_known


class Distance(StrEnum):
    """How far back a question reaches."""

    LAST_LESSON = "last lesson"
    LAST_TOPIC = "last topic"
    LAST_HALF_TERM = "last half-term"
    LAST_YEAR = "last year"
    OTHER_SUBJECT = "other subject"


class Kind(StrEnum):
    """Where the words of a question come from."""

    AUTHORED = "authored"
    """The lesson's own `recall`."""
    QUIZ = "quiz"
    """The quiz of an earlier lesson."""
    WORD = "word"
    """An entry of an earlier vocabulary."""


@dataclass(frozen=True, slots=True)
class Recalled:
    """A question of a deck's recall slides.

    `source` names what it was made from: `unit/topic/2/quiz/3`, `unit/topic/vocabulary/7`. `lesson` is
    the lesson that taught the answer; None for an author's question that uses no word of the vocabulary.
    """

    ask: str
    answer: str
    kind: Kind
    source: str
    lesson: str | None
    distance: Distance | None
    words: tuple[str, ...] = ()
    """Keys of the vocabulary entries that come back in it."""


@dataclass(frozen=True)
class RecallPlan:
    """The questions of every lesson, by its id, in the order asked."""

    decks: Mapping[str, tuple[Recalled, ...]]

    def returns(self) -> Mapping[str, tuple[str, ...]]:
        """The lessons whose recall asks for each source and each word again, by its id, in teaching order."""
        found: dict[str, dict[str, None]] = {}
        for lesson, questions in self.decks.items():
            for question in questions:
                for thing in (question.source, *question.words):
                    found.setdefault(thing, {})[lesson] = None
        return {thing: tuple(lessons) for thing, lessons in found.items()}


def plan_recall(occurrences: Occurrences, numbers: Recall) -> RecallPlan:
    """The recall of every lesson that has a place in time."""
    return _Planner(occurrences, numbers).plan()


# Far questions are chosen first: near ones are what authors mostly write themselves.
_CHOSEN = (Distance.OTHER_SUBJECT, Distance.LAST_YEAR, Distance.LAST_HALF_TERM, Distance.LAST_TOPIC, Distance.LAST_LESSON)
_ASKED = tuple(reversed(_CHOSEN))
# Such a question cannot be answered without its list of answers, or without the page before it.
_NEEDS_MORE = re.compile(
    r"\b(?:of these|(?:the|of) following|which one|odd one out|it|its|he|she|him|her|his|they|them|their|this|here|today)\b", re.IGNORECASE
)


class _Planner:
    """Goes through the lessons in teaching order and remembers what has come back."""

    def __init__(self, occurrences: Occurrences, numbers: Recall) -> None:
        self.occurrences, self.timeline = occurrences, occurrences.timeline
        self.at_most = numbers.at_most
        self.counts = {
            Distance.LAST_LESSON: numbers.last_lesson,
            Distance.LAST_TOPIC: numbers.last_topic,
            Distance.LAST_HALF_TERM: numbers.last_half_term,
            Distance.LAST_YEAR: numbers.last_year,
            Distance.OTHER_SUBJECT: numbers.other_subject,
        }
        self.topics: dict[str, list[Scheduled]] = {}
        self.last: dict[str, Taught] = {}
        self.returned: Counter[str] = Counter()
        self.asked: dict[str, set[str]] = {}
        self.offers: dict[str, tuple[Recalled, ...]] = {}

    def plan(self) -> RecallPlan:
        decks = {}
        for taught in self.timeline.lessons:
            known = tuple(self.occurrences.known_in_lesson(taught))
            topics = self.topics.setdefault(taught.subject, [])
            if not topics or topics[-1].topic is not taught.topic:
                topics.append(self.timeline.topics[taught.topic.id])
            decks[taught.id] = self._deck(taught, known)
            self.offers[taught.id] = tuple(self._offer(taught, known))
            self.last[taught.subject] = taught
        return RecallPlan(decks)

    def _offer(self, taught: Taught, known: Iterable[Occurrence]) -> Iterator[Recalled]:
        """What a lesson gives to later ones: its quiz, then its words."""
        words = _words_by_number(known, Part.QUIZ)
        for number, question in enumerate(taught.lesson.quiz):
            if not _NEEDS_MORE.search(question.ask):
                source = f"{taught.id}/quiz/{number + 1}"
                yield Recalled(question.ask, question.answer, Kind.QUIZ, source, taught.id, None, words.get(number, ()))
        for entry in self.occurrences.introduced_in.get(taught.id, ()):
            if entry.term.meaning:
                ask = f"What does ‘{entry.term.term}’ mean?"
                yield Recalled(ask, entry.term.meaning, Kind.WORD, entry.key, taught.id, None, (entry.key,))

    def _deck(self, taught: Taught, known: tuple[Occurrence, ...]) -> tuple[Recalled, ...]:
        deck = [self._authored(taught, number, known) for number in range(len(taught.lesson.recall))]
        left = dict(self.counts)
        for question in deck:
            distance = question.distance or Distance.LAST_LESSON
            left[distance] = max(0, left[distance] - 1)
        chosen: list[Recalled] = []
        for distance in _CHOSEN:
            for _ in range(min(left[distance], self.at_most - len(deck) - len(chosen))):
                pick = self._pick(taught, distance, self._pool(taught, distance, known), (*deck, *chosen))
                if pick is None:
                    break
                chosen.append(pick)
        deck += sorted(chosen, key=lambda question: _ASKED.index(question.distance or Distance.LAST_LESSON))
        for question in deck:
            self.returned.update({question.source, *question.words, *_topic_of(question)})
        self.asked.setdefault(taught.topic.id, set()).update(question.source for question in deck)
        return tuple(deck)

    def _authored(self, taught: Taught, number: int, known: Iterable[Occurrence]) -> Recalled:
        question, words = taught.lesson.recall[number], _words_by_number(known, Part.RECALL).get(number, ())
        sources = [entry.introduced for key in words if (entry := self.occurrences.entries[key]).introduced]
        latest = max((source for source in sources if source and source is not taught), key=lambda source: source.place, default=None)
        distance = self._distance(taught, latest) if latest else None
        source = f"{taught.id}/recall/{number + 1}"
        return Recalled(question.ask, question.answer, Kind.AUTHORED, source, latest.id if latest else None, distance, words)

    def _distance(self, taught: Taught, earlier: Taught) -> Distance:
        """How far back a lesson lies."""
        if earlier.subject != taught.subject:
            return Distance.OTHER_SUBJECT
        if earlier is self.last.get(taught.subject):
            return Distance.LAST_LESSON
        topics = [scheduled.topic.id for scheduled in self.topics[taught.subject][-2:]]
        if earlier.topic.id in topics:
            return Distance.LAST_TOPIC
        apart = self.timeline.distance(earlier.half_term, taught.half_term)
        return Distance.LAST_HALF_TERM if apart < self.timeline.half_terms else Distance.LAST_YEAR

    def _pool(self, taught: Taught, distance: Distance, known: Iterable[Occurrence]) -> Iterable[Recalled]:
        """What may be asked from one distance."""
        if distance is Distance.OTHER_SUBJECT:
            return self._leaned_on(taught, known)
        if distance is Distance.LAST_LESSON:
            last = self.last.get(taught.subject)
            return self.offers[last.id] if last else ()
        *earlier, now = self.topics[taught.subject]
        if distance is Distance.LAST_TOPIC:
            last = self.last.get(taught.subject)
            return self._of_topic(earlier[-1]) if earlier else (offer for offer in self._of_topic(now) if last and offer.lesson != last.id)
        year_ago = [self.timeline.distance(each.half_term, taught.half_term) >= self.timeline.half_terms for each in earlier[:-1]]
        wanted = distance is Distance.LAST_YEAR
        topics = [each for each, old in zip(earlier, year_ago, strict=False) if old is wanted]
        rested = min(reversed(topics), key=lambda each: self.returned[each.topic.id], default=None)
        return self._of_topic(rested) if rested else ()

    def _of_topic(self, scheduled: Scheduled) -> Iterator[Recalled]:
        for taught in scheduled.lessons:
            yield from self.offers.get(taught.id, ())

    def _leaned_on(self, taught: Taught, known: Iterable[Occurrence]) -> Iterator[Recalled]:
        """The words of other subjects that the lesson uses, and whatever was taught in lessons that its topic builds on.

        Nothing from a subject that a school may leave out.
        """
        for occurrence in known:
            introduced = occurrence.entry.introduced
            if introduced and self._is_other(introduced, taught) and occurrence.passage.part is not Part.RECALL:
                yield from (offer for offer in self.offers[introduced.id] if offer.source == occurrence.entry.key)
        for target in taught.topic.builds_on:
            scheduled = self.timeline.topics.get(target)
            lessons = scheduled.lessons if scheduled else filter(None, (self.timeline.by_lesson.get(target),))
            for lesson in lessons:
                if self._is_other(lesson, taught) and is_known(lesson, taught):
                    yield from self.offers.get(lesson.id, ())

    def _is_other(self, lesson: Taught, taught: Taught) -> bool:
        return lesson.subject != taught.subject and lesson.subject not in self.timeline.optional

    def _pick(self, taught: Taught, distance: Distance, pool: Iterable[Recalled], deck: tuple[Recalled, ...]) -> Recalled | None:
        """The question that has come back least; then one from the like-numbered lesson; quiz and words by turns."""
        turn = (Kind.QUIZ, Kind.WORD)[(taught.lesson.number + len(deck)) % 2]
        before = self.asked.get(taught.topic.id, set())
        for offer in sorted(pool, key=lambda offer: self._staleness(taught, offer, turn)):
            if offer.source not in before and not any(_same(offer, asked) for asked in deck):
                return replace(offer, distance=distance)
        return None

    def _staleness(self, taught: Taught, offer: Recalled, turn: Kind) -> tuple[int, int, bool]:
        lesson = self.timeline.by_lesson[offer.lesson or taught.id].lesson
        return self.returned[offer.source], abs(lesson.number - taught.lesson.number), offer.kind is not turn


def _same(offer: Recalled, asked: Recalled) -> bool:
    """Whether a question asks for what is asked already."""
    if offer.source == asked.source or _plain(offer.ask) == _plain(asked.ask) or _plain(offer.answer) == _plain(asked.answer):
        return True
    return offer.kind is Kind.WORD and offer.source in asked.words


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".?! ")


def _topic_of(question: Recalled) -> Iterator[str]:
    if question.lesson:
        yield question.lesson.rpartition("/")[0]


def _words_by_number(known: Iterable[Occurrence], part: Part) -> dict[int, tuple[str, ...]]:
    """The entries in each question of a part, without those that stand only among wrong answers."""
    found: dict[int, dict[str, None]] = {}
    for occurrence in known:
        path = occurrence.passage.path
        if occurrence.passage.part is part and isinstance(path[1], int) and path[2] != "wrong":
            found.setdefault(path[1], {})[occurrence.entry.key] = None
    return {number: tuple(keys) for number, keys in found.items()}
