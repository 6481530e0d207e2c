"""The forms a word takes in prose: its regular plural and verb forms, and what `simplemma` knows.

Which forms count follows from the kind of the term. A noun takes every regular form (`flood` is met in
`flooded`) but no irregular past tense: `sprang` is not a spring of water. A name takes only a plural.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from packager.sequence.irregular import plural_bases, plural_forms, verb_bases, verb_forms

if TYPE_CHECKING:
    from simplemma.strategies import DictionaryLookupStrategy

_VOWELS = "aeiou"
# Signs that a reader may write or leave out: soft hyphens, Arabic vowel signs and the stretching line.
_OPTIONAL = {ord(sign): None for sign in "\u00ad\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670\ufe0e\ufe0f"}
_FOLDED = {ord("’"): "'", ord("\u2010"): "-", ord("\u2011"): "-"}
FIXED_KINDS = frozenset({"adjective", "adverb"})
VERB_KINDS = frozenset({"verb", "phrase"})
NOUN_KINDS = frozenset({"noun", "name"})


def folded(word: str) -> str:
    """A word with case, ligatures, apostrophes and optional signs made alike."""
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFKC", word.translate(_OPTIONAL).translate(_FOLDED)).casefold()


def lemma(word: str) -> str:
    """The dictionary form of a (folded) English word, in lower case; the word itself where none is known.

    Only simplemma's list is asked: its rules for unknown words cost time, and `regular_forms` has its own.
    """
    known = known_lemmas()
    if word not in known:
        found = _list().get_lemma(word, "en")  # which looks for the word with a capital too
        known[word] = folded(found) if found else word
    return known[word]


@lru_cache(maxsize=1)
def known_lemmas() -> dict[str, str]:
    """Every lemma that was looked up in this process, by word.

    Unpacking the list takes longer than to read all lessons: whoever knows a lemma already may put it here before.
    """
    return {}


@lru_cache(maxsize=1)
def _list() -> DictionaryLookupStrategy:
    from simplemma.strategies import DictionaryLookupStrategy  # compiles the rules of fifty languages; needed for new words only

    return DictionaryLookupStrategy()


@lru_cache(maxsize=50_000)
def regular_forms(word: str) -> frozenset[str]:
    """The plural and verb forms that a word has by rule, itself among them."""
    if not word.isalpha() or len(word) < 3:
        return frozenset({word})
    return frozenset({word, *_with_s(word), *(stem + "ing" for stem in _stems(word, "i")), *_past(word)})


def _with_s(word: str) -> set[str]:
    if word.endswith("y") and word[-2] not in _VOWELS:
        return {word[:-1] + "ies"}
    if word.endswith(("s", "x", "z", "ch", "sh")):
        doubled = {word + word[-1] + "es"} if _doubles(word) and word[-1] in "sz" else set()
        return {word + "es"} | doubled
    return {word + "s", word + "es"} if word.endswith("o") else {word + "s"}


def _past(word: str) -> set[str]:
    if word.endswith("y") and word[-2] not in _VOWELS:
        return {word[:-1] + "ied"}
    return {word + "d"} if word.endswith("e") else {stem + "ed" for stem in _stems(word, "e")}


def _stems(word: str, ending: str) -> set[str]:
    """What stands before `-ing` and `-ed`: `mak`, `plann`; both `worship` and `worshipp`, `travel` and `travell`."""
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")) and ending == "i":
        return {word[:-2] + "y"} if word.endswith("ie") else {word[:-1]}
    if word.endswith("c"):
        return {word + "k"}
    if not _doubles(word):
        return {word}
    one_syllable = sum(letter in _VOWELS for letter in word) == 1
    return {word + word[-1]} if one_syllable else {word, word + word[-1]}


def _doubles(word: str) -> bool:
    """Whether the word ends in consonant, vowel, consonant."""
    return word[-1] not in "aeiouwxy" and word[-2] in _VOWELS and (word[-3] not in _VOWELS or word[-3:-1] == "ui")


def comparative_forms(word: str) -> frozenset[str]:
    """`drier` and `driest` of `dry`; none for a long word, which takes `more`."""
    if not word.isalpha() or not 3 <= len(word) <= 7:
        return frozenset()
    if word.endswith("y") and word[-2] not in _VOWELS:
        stems = {word[:-1] + "i"}
    else:
        stems = {word[:-1]} if word.endswith("e") else _stems(word, "e")
    return frozenset(stem + ending for stem in stems for ending in ("er", "est"))


@lru_cache(maxsize=50_000)
def forms_of(word: str, kind: str | None = None) -> frozenset[str]:
    """Every spelling, folded, in which a term of one (folded) word is met, besides what its lemma adds."""
    if kind == "name":
        return frozenset({word, *_with_s(word)}) if len(word) >= 3 else frozenset({word})
    bases = _bases(word, kind)
    forms = {form for base in bases for form in regular_forms(base)}
    for base in bases:
        if kind != "verb":
            forms |= plural_forms().get(base, frozenset())
        if kind not in NOUN_KINDS:
            forms |= verb_forms().get(base, frozenset())
    return frozenset(forms | comparative_forms(word) if kind == "adjective" else forms)


def is_form_of(word: str, base: str, kind: str | None = None) -> bool:
    """Whether the lemma list makes the (folded) `word` a form of the term `base`; irregular ones only of verbs."""
    if kind == "name" or lemma(word) != base:
        return False
    return word not in (verb_bases() if kind in NOUN_KINDS else plural_bases() if kind == "verb" else ())


def _bases(word: str, kind: str | None) -> set[str]:
    """The word, and where an author lists an inflected form (`hieroglyphs`) also its dictionary form."""
    if kind in FIXED_KINDS:
        return {word}
    base = lemma(word)
    regular = base != word and word in regular_forms(base)
    if kind == "noun":
        # `united` taken for a noun is not `unite`, but `hieroglyphs` is `hieroglyph`.
        return {word, *plural_bases().get(word, ())} | ({base} if regular and word in _with_s(base) else set())
    if word in verb_forms():
        return {word}
    irregular = verb_bases().get(word, frozenset()) if kind in VERB_KINDS else frozenset()
    return {word} | ({base} if regular else set()) | irregular
