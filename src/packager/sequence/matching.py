"""Terms and their forms in prose.

A term is found in its regular forms and in those that its lemma adds (`inflection.py`), in its authored
`forms:`, as a possessive, and as a whole phrase whose heads may inflect (`passed down`), across a hyphen
or a line's end but never across a comma, a full stop or a new paragraph. A word that the author writes
with a capital (`Maat`, `BCE`) is found only with it, any other in any case. What `apart:` lists is
never this term. Where several terms could stand, the longest does. Respellings and addresses are
not prose.

The terms of all topics stand in one tree of words (`phrases.py`), so that a text is read once,
however many there are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice

from packager.model.vocabulary import Term
from packager.sequence.inflection import folded
from packager.sequence.phrases import LONGEST_PHRASE, Node, Phrases, Want
from packager.sequence.words import WORD, bare, gap, masked

MOST_AT_ONCE = 32
"""Phrases followed at one place of a text, so that no vocabulary makes the reading slow."""


@dataclass(frozen=True, slots=True)
class Match:
    """A term found in a text, from `start` up to `end`; `key` is what the matcher calls the term.

    `others` are the terms that could stand at this very place instead, as those spelt alike do.
    """

    start: int
    end: int
    key: str
    others: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """Every term that this may be, the likeliest first."""
        return (self.key, *self.others)


@dataclass(frozen=True, slots=True)
class _Hit:
    """A phrase found from word `first` to word `last`; `bent` counts the words that are not as the term is written."""

    first: int
    last: int
    bent: int
    key: str


@dataclass(frozen=True, slots=True)
class _Reading:
    """A text, its words and where they end, and what was found in it.

    `apart` are look-alikes by their first word: the last, and of which terms.
    """

    text: str
    words: list[str]
    ends: list[int]
    hits: list[_Hit]
    apart: dict[int, list[tuple[int, set[str]]]]

    def start_of(self, word: int) -> int:
        """Where a word begins."""
        return self.ends[word] - len(self.words[word])

    def end_of(self, word: int) -> int:
        """Where a word ends, without its possessive ending."""
        return self.start_of(word) + len(bare(self.words[word]))


_Way = tuple[Node, int]
"""How far a phrase has been followed, and how many of its words are not as the term is written."""


class Matcher:
    """Finds any of many terms in a text, in one pass over its words. What it learns of a spelling it keeps."""

    def __init__(self, terms: Iterable[tuple[str, Term]]) -> None:
        self.terms = tuple(terms)
        self._phrases = Phrases(self.terms)
        self._wants: dict[str, tuple[Want, ...]] = {}
        self._begun: dict[str, tuple[_Way, ...]] = {}

    def matches(self, text: str) -> list[Match]:
        """Every term found in `text`, in order, none overlapping another."""
        return longest(self.candidates(text))

    def candidates(self, text: str) -> list[Match]:
        """Every term that could stand somewhere in `text`, by place, the longer first; also those within longer ones."""
        text = masked(text)
        words = WORD.findall(text)
        new = set(words).difference(self._begun)
        if new:
            self._learn(new)
        begun = [(position, ways) for position, ways in enumerate(map(self._begun.__getitem__, words)) if ways]
        if not begun:
            return []
        reading = _Reading(text, words, _ends(text, words), [], {})
        for position, ways in begun:
            self._follow(reading, position, ways)
        return _settled(reading) if reading.hits else []

    def _learn(self, new: set[str]) -> None:
        """What phrases the words may begin is known then."""
        self._begun.update(dict.fromkeys(new, ()))
        for written in self._phrases.known(new):
            self._begun[written] = _step(((self._phrases.root, 0),), ("",), self._wants_of(written), written)

    def _follow(self, reading: _Reading, first: int, ways: tuple[_Way, ...]) -> None:
        """Follows every phrase that begins at word `first`, all at once, and notes those that are complete."""
        words, last = reading.words, first
        while ways:
            for node, bent in ways:
                if node.ends or node.apart:
                    _note(reading, first, last, node, bent)
            ways = tuple(way for way in ways if way[0].next)
            last += 1
            if not ways or last == len(words):
                return
            wants = self._wants_of(words[last])
            if not wants:
                return
            between = gap(reading.text, reading.end_of(last - 1), reading.start_of(last))
            ways = _step(ways, between, wants, words[last])

    def _wants_of(self, written: str) -> tuple[Want, ...]:
        wants = self._wants.get(written)
        if wants is None:
            wants = self._wants[written] = self._phrases.wants(written)
        return wants


def _ends(text: str, words: list[str]) -> list[int]:
    """Where each word ends: between one and the next stands nothing that a word could begin with."""
    end = 0
    return [end := text.index(word, end) + len(word) for word in words]


def _step(ways: tuple[_Way, ...], between: tuple[str, ...], wants: tuple[Want, ...], written: str) -> tuple[_Way, ...]:
    """Where the ways lead with one more word."""
    word = folded(bare(written))
    steps = (
        (following, bent + (want.word != word))
        for node, bent in ways
        for want in wants
        for sign in between
        if (following := node.next.get((sign, want)))
    )
    return tuple(islice(steps, MOST_AT_ONCE))


def _note(reading: _Reading, first: int, last: int, node: Node, bent: int) -> None:
    if node.apart:
        reading.apart.setdefault(first, []).append((last, node.apart))
    start, end = reading.start_of(first), reading.end_of(last)
    for done in node.ends:
        if reading.text.startswith(done.behind, end) and reading.text.endswith(done.before, 0, start):
            reading.hits.append(_Hit(first, last, bent, done.key))


def _settled(reading: _Reading) -> list[Match]:
    """The hits that are not kept apart, those at one place as one match."""
    places: dict[tuple[int, int], dict[str, int]] = {}
    for hit in reading.hits:
        if not (reading.apart and _is_apart(reading, hit)):
            keys = places.setdefault((hit.first, -hit.last), {})
            keys[hit.key] = min(hit.bent, keys.get(hit.key, hit.bent))
    return [_match(reading, first, -last, keys) for (first, last), keys in sorted(places.items())]


def longest(candidates: Iterable[Match], keep: Callable[[str], bool] | None = None) -> list[Match]:
    """Of candidates in order, the first and longest ones that do not overlap; only terms that `keep` holds for."""
    found: list[Match] = []
    end = 0
    for match in candidates:
        if match.start < end:
            continue
        if keep is not None:
            keys = [key for key in match.keys if keep(key)]
            if not keys:
                continue
            match = Match(match.start, match.end, keys[0], tuple(keys[1:]))
        found.append(match)
        end = match.end
    return found


def _is_apart(reading: _Reading, hit: _Hit) -> bool:
    """Whether a look-alike overlaps the hit; one that stands within a longer phrase of the term does not count."""
    for first in range(hit.first - LONGEST_PHRASE, hit.last + 1):
        for last, keys in reading.apart.get(first, ()):
            within = first >= hit.first and last <= hit.last and last - first < hit.last - hit.first
            if last >= hit.first and not within and hit.key in keys:
                return True
    return False


def _match(reading: _Reading, first: int, last: int, keys: dict[str, int]) -> Match:
    ranked = sorted(keys, key=lambda key: keys[key]) if len(keys) > 1 else list(keys)
    return Match(reading.start_of(first), reading.end_of(last), ranked[0], tuple(ranked[1:]))
