"""A term and its forms in prose.

A term is found by its lemma (`simplemma`), by the regular forms of its last word, by its authored
`forms:`, as a whole phrase, in any case and as a possessive. Where two terms could match, the longest
wins. What an author lists under `apart:` is never this term.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import simplemma

from packager.model.vocabulary import Term

# A word: letters with their combining marks, digits, and apostrophes between letters.
_WORD = re.compile(r"[^\W_](?:[\w\u0300-\u036f]|['’](?=[^\W\d_]))*")
_POSSESSIVE = re.compile(r"['’]s?$")
_VOWELS = "aeiou"
LONGEST_PHRASE = 12
"""Words in a phrase beyond which a term is compared as written only."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text: where it begins and ends, and its folded form."""

    start: int
    end: int
    word: str


@dataclass(frozen=True, slots=True)
class Match:
    """A term found in a text, from `start` up to `end`; `key` is what the matcher calls the term."""

    start: int
    end: int
    key: str


def tokens(text: str) -> Iterator[Token]:
    """The words of a text in order; a possessive ending is left out of the word and of its place."""
    for match in _WORD.finditer(text):
        word = _POSSESSIVE.sub("", match[0])
        if word:
            yield Token(match.start(), match.start() + len(word), folded(word))


def folded(word: str) -> str:
    """A word with case, ligatures and apostrophes made alike."""
    return unicodedata.normalize("NFKC", word).casefold().replace("’", "'")


@lru_cache(maxsize=100_000)
def lemma(word: str) -> str:
    """The dictionary form of an English word, in lower case."""
    return folded(simplemma.lemmatize(word, lang="en"))


@lru_cache(maxsize=100_000)
def regular_forms(word: str) -> frozenset[str]:
    """The plural and verb forms that a word has by rule, itself among them."""
    if not word.isalpha() or len(word) < 3:
        return frozenset({word})
    stems = {word[:-1]} if word.endswith("e") else {word}
    if word[-1] not in "aeiouwxy" and word[-2] in _VOWELS and word[-3] not in _VOWELS:
        stems.add(word + word[-1])
    forms = {word, word + "s", word + "d" if word.endswith("e") else word + "ed"}
    forms |= {stem + ending for stem in stems for ending in ("ing", "ed")}
    if word.endswith(("s", "x", "z", "ch", "sh", "o")):
        forms.add(word + "es")
    if word.endswith("y") and word[-2] not in _VOWELS:
        forms |= {word[:-1] + "ies", word[:-1] + "ied"}
    return frozenset(forms)


class Matcher:
    """Finds any of many terms in a text, in one pass over its words."""

    def __init__(self, terms: Iterable[tuple[str, Term]]) -> None:
        self._phrases: dict[str, list[tuple[tuple[frozenset[str], ...], str]]] = {}
        self._apart: dict[str, frozenset[tuple[str, ...]]] = {}
        for key, term in terms:
            self._add(key, term)
        for phrases in self._phrases.values():
            phrases.sort(key=lambda phrase: -len(phrase[0]))

    def _add(self, key: str, term: Term) -> None:
        self._apart[key] = frozenset(tuple(t.word for t in tokens(look_alike)) for look_alike in term.apart)
        for written in (term.term, *term.forms):
            words = tuple(token.word for token in tokens(written))
            if words:
                accepted = tuple(_accepted(word) for word in words)
                for first in accepted[0]:
                    self._phrases.setdefault(first, []).append((accepted, key))

    def matches(self, text: str) -> list[Match]:
        """Every term found in `text`, in order, none overlapping another."""
        words = list(tokens(text))
        found, position = [], 0
        while position < len(words):
            length, key = self._longest(words, position)
            if length:
                found.append(Match(words[position].start, words[position + length - 1].end, key))
            position += max(length, 1)
        return found

    def _longest(self, words: list[Token], position: int) -> tuple[int, str]:
        for first in {words[position].word, lemma(words[position].word)}:
            for phrase, key in self._phrases.get(first, ()):
                if self._stands(words, position, phrase, key):
                    return len(phrase), key
        return 0, ""

    def _stands(self, words: list[Token], position: int, phrase: tuple[frozenset[str], ...], key: str) -> bool:
        here = words[position : position + len(phrase)]
        if len(here) < len(phrase):
            return False
        if not all(t.word in accepted or lemma(t.word) in accepted for t, accepted in zip(here, phrase, strict=True)):
            return False
        return not any(tuple(t.word for t in words[position : position + len(apart)]) == apart for apart in self._apart[key] if apart)


def _accepted(word: str) -> frozenset[str]:
    return regular_forms(word) | {lemma(word)}
