"""Many terms as one tree of words: which words a phrase is made of, and which of them may inflect."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from packager.model.vocabulary import Term
from packager.sequence.inflection import folded, forms_of, is_form_of, lemma
from packager.sequence.words import WORD, bare, gap, has_capitals_of

LONGEST_PHRASE = 24
"""Words beyond which a term is a sentence and is never found; rule VOC004 then says so."""
MOST_ALIKE = 64
"""Terms that one spelling may stand for, so that no vocabulary makes the reading slow."""

# A phrase's head may stand before these: `sons of`, `passed down`, `rose from`.
_JOINTS = frozenset(
    "of from in on at by to for with into onto upon over under up down out off away back through across about around along".split()  # noqa: SIM905
)
_FIXED = _JOINTS | {"the", "a", "an", "and", "or"}
_POSSESSIVES = frozenset({"its", "his", "her", "their", "your", "my", "our", "one"})
_SYMBOLS = re.compile(r"[+#&%°£$€@=<>/\\^|~]+")


class Want(NamedTuple):
    """One word of a phrase: folded, and as written where its capitals count; `kind` says how it may inflect."""

    word: str
    capitals: str
    inflects: bool
    kind: str | None


@dataclass(frozen=True, slots=True)
class End:
    """A phrase is complete: the term it is, and the signs that stand round it (`C++`)."""

    key: str
    before: str
    behind: str


@dataclass(slots=True)
class Node:
    """A place in the tree: what may follow, by what stands between and the word, and what ends here.

    `apart` are the terms that a phrase which ends here is not.
    """

    next: dict[tuple[str, Want], Node] = field(default_factory=dict)
    ends: list[End] = field(default_factory=list)
    apart: set[str] = field(default_factory=set)


class Phrases:
    """The tree of all spellings of the terms, and the words that they are made of."""

    def __init__(self, terms: Iterable[tuple[str, Term]]) -> None:
        self.root = Node()
        self._by_spelling: dict[str, dict[Want, None]] = {}
        self._by_lemma: dict[str, dict[Want, None]] = {}
        for key, term in terms:
            self._add(key, term)

    def known(self, words: Iterable[str]) -> list[str]:
        """Those of the words of a text that may stand for a word of a phrase: few, which alone need a closer look."""
        spellings, stems = self._by_spelling, self._by_lemma
        return [written for written in words if bare_folded(written) in spellings or stem_of(written) in stems]

    def wants(self, written: str) -> tuple[Want, ...]:
        """The words of phrases that a word of a text may stand for."""
        word, stem = bare_folded(written), stem_of(written)
        if word not in self._by_spelling and stem not in self._by_lemma:
            return ()
        found = dict(self._by_spelling.get(word, {}))
        for want in self._by_lemma.get(stem, ()):
            if is_form_of(word, want.word, want.kind):
                found[want] = None
        written = bare(written)
        return tuple(want for want in found if not want.capitals or has_capitals_of(written, want.capitals))

    def _add(self, key: str, term: Term) -> None:
        self._plant(key, _without_to(term), inflects=True, kind=term.kind)
        for form in term.forms:
            self._plant(key, form, inflects=False)
        for look_alike in term.apart:
            self._plant(key, look_alike, inflects=False, apart=True)

    def _plant(self, key: str, written: str, *, inflects: bool, kind: str | None = None, apart: bool = False) -> None:
        words = list(WORD.finditer(written))
        if not words or len(words) > LONGEST_PHRASE:
            return
        heads = _heads([folded(bare(word[0])) for word in words]) if inflects else frozenset()
        node, end = self.root, 0
        for position, word in enumerate(words):
            text = bare(word[0])
            want = self._want(text, position in heads, kind)
            between = gap(written, end, word.start())[0] if position else ""
            node = node.next.setdefault((between, want), Node())
            end = word.start() + len(text)
        if apart:
            node.apart.add(key)
        elif len(node.ends) < MOST_ALIKE:
            node.ends.append(End(key, *_signs_round(written, words[0].start(), end)))

    def _want(self, text: str, inflects: bool, kind: str | None) -> Want:
        word = folded(text)
        want = Want(word, text if text != text.lower() else "", inflects, kind if inflects else None)
        if inflects:
            spellings = forms_of(word, kind)
            self._by_lemma.setdefault(word, {})[want] = None
        else:
            spellings = _POSSESSIVES if word in _POSSESSIVES else frozenset({word})
        for spelling in spellings:
            self._by_spelling.setdefault(spelling, {})[want] = None
        return want


@lru_cache(maxsize=200_000)
def bare_folded(written: str) -> str:
    """A word of a text without its possessive ending, folded; every matcher asks it of every word."""
    return folded(bare(written))


@lru_cache(maxsize=200_000)
def stem_of(written: str) -> str:
    """The dictionary form of a word of a text."""
    return lemma(bare_folded(written))


def _heads(words: list[str]) -> frozenset[int]:
    """The places of the words that may inflect: the first, the last, and those before a preposition."""
    last = len(words) - 1
    places = {0, last} | {place for place in range(last) if words[place + 1] in _JOINTS}
    return frozenset(place for place in places if not last or words[place] not in _FIXED | _POSSESSIVES)


def _without_to(term: Term) -> str:
    return term.term[3:] if term.kind == "verb" and term.term.lower().startswith("to ") else term.term


def _signs_round(written: str, start: int, end: int) -> tuple[str, str]:
    before = _SYMBOLS.search(written[:start].strip())
    behind = _SYMBOLS.match(written, end)
    return before[0] if before else "", behind[0] if behind else ""
