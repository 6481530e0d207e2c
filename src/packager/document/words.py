"""The words of a lesson as documents show them."""

from __future__ import annotations

from packager.document.nodes import Word
from packager.model.topic import Topic
from packager.model.vocabulary import Term


def words_of(topic: Topic, number: int) -> tuple[Word, ...]:
    """The words that lesson `number` of a topic introduces, in the author's order."""
    return tuple(_word(position, term) for position, term in enumerate(topic.vocabulary, 1) if term.lesson == number)


def _word(position: int, term: Term) -> Word:
    translations = tuple(sorted(term.translations.items()))
    return Word(f"vocabulary/{position}", term.term, term.say, term.meaning, term.example, translations)
