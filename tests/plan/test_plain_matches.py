"""What was found in a lesson and kept from run to run is what would be found in it anew."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from packager.model.vocabulary import Term
from packager.plan.plain_matches import Vocabulary
from packager.sequence.matching import Matcher
from packager.sequence.occurrences import scan
from packager.sequence.prose import Part, Passage
from tests.sequence.small import term

TERMS = (
    ("a/1", term("flood")),
    ("b/1", term("flood", sense="of tears")),
    ("a/2", term("flood plain")),
    ("c/1", term("Nile", kind="name", apart=("Nile blue",))),
)
TEXTS = ("", "The flood plain floods.", "No such word.", "Nile blue on the Nile, in flood.")


def passages(*texts: str) -> tuple[Passage, ...]:
    return tuple(Passage(Part.CHAPTER, ("chapter", number, "text"), text) for number, text in enumerate(texts))


def vocabulary(*terms: tuple[str, Term]) -> Vocabulary:
    return Vocabulary(Matcher(terms))


def assert_alike(texts: tuple[str, ...]) -> None:
    matcher = Matcher(TERMS)
    fresh = scan(matcher, passages(*texts))
    known = Vocabulary(matcher)
    assert known.scanned(known.plain(fresh), len(texts)) == fresh
    assert Vocabulary(Matcher(TERMS)).plain(fresh) == known.plain(fresh)


def test_matches_come_back_with_all_terms_that_they_may_be() -> None:
    assert_alike(TEXTS)
    assert any(match.others for matches in scan(Matcher(TERMS), passages(*TEXTS)) for match in matches)


@given(
    st.lists(st.lists(st.sampled_from(["flood", "floods", "plain", "Nile", "blue", ",", "*", "-"]), max_size=6).map(" ".join), max_size=4)
)
def test_whatever_a_lesson_says(texts: list[str]) -> None:
    assert_alike(tuple(texts))


def test_the_key_tells_the_texts_and_the_vocabulary() -> None:
    known = vocabulary(*TERMS)
    assert known.key(passages(*TEXTS)) == vocabulary(*TERMS).key(passages(*TEXTS))
    others = [
        known.key(passages(*TEXTS[:-1])),
        known.key(passages(*reversed(TEXTS))),
        known.key(passages("".join(TEXTS))),
        vocabulary(*TERMS[:-1]).key(passages(*TEXTS)),
        vocabulary(*reversed(TERMS)).key(passages(*TEXTS)),
        *(vocabulary(("a/1", other)).key(passages(*TEXTS)) for other in _flood()),
    ]
    assert len({known.key(passages(*TEXTS)), *others}) == len(others) + 1


def _flood() -> list[Term]:
    return [term("flood"), term("Flood"), term("flood", kind="verb"), term("flood", forms=("deluge",)), term("flood", apart=("deluge",))]


def test_the_meaning_of_a_word_changes_nothing_that_is_found() -> None:
    one, other = (Term(term="flood", lesson=lesson, meaning=meaning) for lesson, meaning in ((1, "much water"), (2, "high water")))
    assert vocabulary(("a/1", one)).key(passages(*TEXTS)) == vocabulary(("a/1", other)).key(passages(*TEXTS))


@pytest.mark.parametrize("plain", [b"", b"{}", b"[2,[]]", b"[1,[[0,[[0,5,99]]]]]", b"[1,[[0,[[0,5]]]]]", b"[1,[[0,3]]]", b"[" * 100_000])
def test_what_says_nothing_of_these_passages_counts_as_not_there(plain: bytes) -> None:
    assert vocabulary(*TERMS).scanned(plain, 1) is None
