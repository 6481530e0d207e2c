"""A term and its forms in prose."""

from __future__ import annotations

import time
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from packager.model.vocabulary import Term
from packager.sequence.matching import Match, Matcher, longest
from tests.sequence.small import term


def found(text: str, *terms: Term) -> list[str]:
    """What of the text is found, as it is written there."""
    return [text[match.start : match.end] for match in Matcher((t.term, t) for t in terms).matches(text)]


def keys(text: str, *terms: Term) -> list[str]:
    return [match.key for match in Matcher((t.term, t) for t in terms).matches(text)]


@pytest.mark.parametrize(
    ("written", "kind", "text", "expected"),
    [
        ("flood", "noun", "The flood floods; it flooded and was flooding.", ["flood", "floods", "flooded", "flooding"]),
        ("dynasty", "noun", "Two dynasties, one dynasty.", ["dynasties", "dynasty"]),
        ("tax", "noun", "He taxed them with a new tax; taxes rose.", ["taxed", "tax", "taxes"]),
        ("unite", "verb", "She unites and united them, uniting all.", ["unites", "united", "uniting"]),
        ("worship", "verb", "They worshipped. Worshiping, they sang.", ["worshipped", "Worshiping"]),
        ("plan", "verb", "He planned it. The plank was planed.", ["planned"]),
        ("rise", "verb", "It rose, has risen, rises, is rising.", ["rose", "risen", "rises", "rising"]),
        ("rise", "noun", "The rise. A red rose has risen.", ["rise"]),
        ("spring", "noun", "He sprang to the spring. Springs run.", ["spring", "Springs"]),
        ("die", "verb", "He is dying; a dice rolls.", ["dying"]),
        ("leaf", "noun", "Leaves fall from the leaf.", ["Leaves", "leaf"]),
        ("wolf", "noun", "Two wolves and a wolf.", ["wolves", "wolf"]),
        ("belief", "noun", "He believes in a belief.", ["belief"]),
        ("found", "verb", "She founded a city, founding it. He finds.", ["founded", "founding"]),
        ("dry", "adjective", "drier than the driest dry", ["drier", "driest", "dry"]),
        ("saturated", "adjective", "Saturated ground; water saturates it.", ["Saturated"]),
        ("hieroglyphs", "noun", "A hieroglyph stands among hieroglyphs.", ["hieroglyph", "hieroglyphs"]),
        ("to settle", "verb", "They settled there to settle.", ["settled", "settle"]),
        ("settle", "verb", "a settler in a settlement", []),
        ("ox", "noun", "An ox and two oxen", ["ox", "oxen"]),
        ("quarry", "noun", "quarries, quarried, quarrying", ["quarries", "quarried", "quarrying"]),
    ],
)
def test_regular_forms_and_lemmas_follow_the_kind(written: str, kind: Any, text: str, expected: list[str]) -> None:
    assert found(text, term(written, kind=kind)) == expected


@pytest.mark.parametrize(
    ("written", "text", "expected"),
    [
        ("rose from the dead", "He rises from the dead as he rose from the dead.", ["rises from the dead", "rose from the dead"]),
        ("pass down", "It was passed down, passing\n  down to us.", ["passed down", "passing\n  down"]),
        ("water cycle", "a water cycle, water-cycles, *water* cycle", ["water cycle", "water-cycles", "water* cycle"]),
        ("water cycle", "the water. Cycle on! water, cycle; water\n\ncycle; water\n- cycle", []),
        ("son of god", "Sons of god and daughters of gods", ["Sons of god"]),
        ("burst its banks", "They burst their banks; it burst its banks.", ["burst their banks", "burst its banks"]),
        ("oxbow lake", "oxbow\nlakes", ["oxbow\nlakes"]),
        ("flat-bottomed", "a flat bottomed boat, a flat-bottomed boat", ["flat bottomed", "flat-bottomed"]),
        ("Hadrian's Wall", "on Hadrian’s Wall", ["Hadrian’s Wall"]),
        ("book of the dead", "> the book\n> of the dead", ["book\n> of the dead"]),
    ],
)
def test_phrases_are_kept_whole_and_their_heads_inflect(written: str, text: str, expected: list[str]) -> None:
    assert found(text, term(written, kind="phrase")) == expected


def test_a_capital_counts_where_the_author_writes_one() -> None:
    assert found("3000 BCE, not bce. Maat, MAAT, maat; Hindus, hindus.", term("BCE"), term("Maat", kind="name"), term("Hindu")) == [
        "BCE",
        "Maat",
        "MAAT",
        "Hindus",
    ]


def test_other_terms_are_found_in_any_case() -> None:
    assert found("Silt! SILT and silt.", term("silt")) == ["Silt", "SILT", "silt"]


def test_a_possessive_ending_is_not_part_of_the_word() -> None:
    assert found("The pharaoh’s crown, two pharaohs’ crowns, a PHARAOH'S son", term("pharaoh")) == ["pharaoh", "pharaohs", "PHARAOH"]


def test_authored_forms_are_taken_as_written() -> None:
    silt = term("silt", forms=("silty", "", "  ", "silted over"))
    assert found("silty soil, siltier soil, silted over", silt) == ["silty", "silted over"]


def test_look_alikes_are_kept_apart() -> None:
    strike = term("strike", kind="verb", apart=("struck", ""))
    assert found("He struck. She strikes.", strike) == ["strikes"]
    channel = term("channel", apart=("Bristol Channel",))
    assert found("the Bristol Channel, a channel", channel) == ["channel"]
    spring = term("spring", apart=("in spring", "spring, summer"))
    assert found("In spring. A spring, summer and spring summer.", spring) == ["spring"]


def test_a_look_alike_within_a_form_does_not_hide_it() -> None:
    silt = term("silt", forms=("silts up the lake",), apart=("silts up",))
    assert found("It silts up the lake; it silts up.", silt) == ["silts up the lake"]


def test_the_longest_match_wins() -> None:
    assert keys("The flood barrier held back the flood.", term("flood"), term("flood barrier")) == ["flood barrier", "flood"]


def test_candidates_also_hold_what_stands_within_a_longer_one() -> None:
    matcher = Matcher((t.term, t) for t in (term("flood"), term("flood barrier")))
    candidates = matcher.candidates("a flood barrier")
    assert [match.key for match in candidates] == ["flood barrier", "flood"]
    assert longest(candidates, lambda key: key == "flood") == [Match(2, 7, "flood")]


def test_terms_spelt_alike_share_a_match() -> None:
    matcher = Matcher([("river", term("bank", sense="river")), ("money", term("bank", sense="money"))])
    assert matcher.matches("the bank")[0].keys == ("river", "money")


def test_the_term_as_written_comes_before_an_inflected_one() -> None:
    matcher = Matcher([("found", term("find", kind="verb")), ("founded", term("found", kind="verb"))])
    assert matcher.matches("They found it.")[0].keys == ("founded", "found")


def test_respellings_and_addresses_are_not_prose() -> None:
    assert found("A publican (PUB-lik-un) in a pub (pub-HOWSS door).", term("pub")) == ["pub"]
    assert found("See https://flood.org/flood, www.flood.uk, flood@flood.com or flood.org.uk/flood: flood.", term("flood")) == ["flood"]
    assert found("It was long ago (3100 BCE), (BCE).", term("BCE")) == ["BCE", "BCE"]


def test_terms_in_any_script_with_combining_marks() -> None:
    assert found("C\u0327atalho\u0308yu\u0308k is old", term("Çatalhöyük")) == ["C\u0327atalho\u0308yu\u0308k"]
    assert found("هذه أَرْض كبيرة", term("أرض")) == ["أَرْض"]
    assert found("आज दीपावली है, दीप नहीं", term("दीप")) == ["दीप"]
    assert found("flood\u00adplain", term("floodplain")) == ["flood\u00adplain"]


@pytest.mark.parametrize("written", ["C++", "(a|b)*", "[x", "what?", "a.b", "½", "\\d+", "+", "…", "'", "–", "$5", "🐪"])
def test_signs_of_regular_expressions_are_plain_signs(written: str) -> None:
    assert found("aaaa 55 zzz \\q nothing here", term(written)) == []


def test_signs_round_a_term_must_stand_there() -> None:
    assert found("C and C++", term("C++")) == ["C"]
    assert found("5 and $5", term("$5")) == ["5"]


def test_a_term_of_two_hundred_words_is_a_sentence_and_never_found() -> None:
    long = " ".join(["word"] * 200)
    assert found(long, term(long)) == []


def test_a_hostile_text_is_read_in_linear_time() -> None:
    phrases = [term(" ".join(["a"] * n + [f"b{n}"])) for n in range(1, 24)]
    phrases += [term(" ".join(("bath" if n >> bit & 1 else "bathe") for bit in range(10)), apart=("a",)) for n in range(1024)]
    matcher = Matcher((t.term, t) for t in phrases)
    started = time.process_time()
    matcher.matches("a " * 20_000)
    matcher.matches("bathing " * 8_000)
    assert time.process_time() - started < 10


@given(st.lists(st.text(max_size=20).filter(lambda text: text.strip()), max_size=4), st.text(max_size=200))
def test_no_text_and_no_term_can_fail(written: list[str], text: str) -> None:
    matches = Matcher((w, Term(term=w, lesson=1, meaning="", forms=("", w), apart=(w[:1],))) for w in written).matches(text)
    assert all(0 <= match.start < match.end <= len(text) for match in matches)
    assert all(one.end <= other.start for one, other in pairwise(matches))
