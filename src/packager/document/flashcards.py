"""Flashcards of a topic: each word with its meaning, for programs that drill vocabulary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from packager.document.imprint import imprint
from packager.document.nodes import Imprint
from packager.model.topic import Topic
from packager.model.vocabulary import Term
from packager.sequence.teaching import Teaching


@dataclass(frozen=True, slots=True)
class Flashcards:
    """The words of a topic in the order they are taught, each as (word, meaning)."""

    imprint: Imprint
    cards: tuple[tuple[str, str], ...]


def compose_flashcards(teaching: Teaching, topic: Topic) -> Flashcards:
    """A card for each word that has a meaning."""
    return Flashcards(imprint(teaching.curriculum, topic), tuple(_cards(topic)))


def _cards(topic: Topic) -> Iterator[tuple[str, str]]:
    """Words spelt alike are told apart by their sense: a program keeps one card a word."""
    terms = [term for lesson in topic.lessons for term in topic.introduced_in(lesson.number) if term.meaning]
    count = Counter(term.term for term in terms)
    return ((_front(term, count[term.term] > 1), term.meaning) for term in terms)


def _front(term: Term, twice: bool) -> str:
    return f"{term.term} ({term.sense})" if twice and term.sense else term.term
