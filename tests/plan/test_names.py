"""Names of packs and files: short, ASCII, fit for Windows."""

from __future__ import annotations

import re
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from packager.model.slug import slug
from packager.plan.names import LONGEST_ENDING, LONGEST_PATH, file_stem, pack_folder

RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
"""What Windows refuses as a name, with any ending: Microsoft, `Naming Files, Paths, and Namespaces`."""


def test_names_say_what_they_are() -> None:
    assert pack_folder(3, "autumn-1", "history", "ancient-egypt") == "y3-autumn-1-history-ancient-egypt"
    assert file_stem(3, "history", "ancient-egypt") == "y3-history-ancient-egypt"
    assert file_stem(4, "history", "the-great-fire-of-london") == "y4-history-the-great-fire-of-london"


@pytest.mark.parametrize(("text", "expected"), [("Musique à l’école", "musique-a-lecole"), ("Año 1", "ano-1"), ("--x--", "x")])
def test_accents_and_signs_are_put_into_ascii(text: str, expected: str) -> None:
    assert slug(text, 24) == expected


def test_what_has_no_ascii_is_told_apart_by_a_digest() -> None:
    assert re.fullmatch("[0-9a-f]{5}", slug("音楽", 24))
    assert slug("音楽", 24) != slug("体育", 24)


def test_long_names_that_begin_alike_stay_apart() -> None:
    first, second = (slug("the-history-of-the-whole-world-part-" + part, 24) for part in ("one", "two"))
    assert first != second
    assert len(first) <= 24 and len(second) <= 24


def test_no_path_from_the_pack_on_is_too_long() -> None:
    for year, half_term, subject, topic in product((3, 13), ("autumn-1", "x" * 60), ("history", "é" * 60), ("rome", "x" * 60)):
        path = f"{pack_folder(year, half_term, subject, topic)}/{file_stem(year, subject, topic)}"
        assert len(path) + LONGEST_ENDING <= LONGEST_PATH, path


@given(
    year=st.integers(0, 13),
    half_term=st.text(min_size=1),
    subject=st.text(min_size=1),
    topic=st.from_regex("[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True),
)
def test_no_name_is_one_that_windows_refuses(year: int, half_term: str, subject: str, topic: str) -> None:
    for name in (pack_folder(year, half_term, subject, topic), f"{file_stem(year, subject, topic)}-booklet.docx"):
        assert re.fullmatch("[a-z0-9]+([.-][a-z0-9]+)*", name), name
        assert name.partition(".")[0] not in RESERVED
