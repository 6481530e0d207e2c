"""How wide text is and where it breaks."""

from __future__ import annotations

import json
from importlib.resources import files
from itertools import pairwise

import pytest

from packager.render.faces import Face
from packager.render.font_files import advances
from packager.render.measure import Measured, Stretch, face, lines

BODY, BOLD = face("Arial", False), face("Arial", True)


# Advances of Arial and Georgia in units of 1/2048 em, from the fonts themselves.
@pytest.mark.parametrize(
    ("family", "bold", "character", "advance"),
    [
        ("Arial", False, "A", 1366),
        ("Arial", True, "A", 1479),
        ("Arial", False, "i", 455),
        ("Arial", True, "i", 569),
        ("Arial", False, " ", 569),
        ("Georgia", False, "A", 1374),
        ("Georgia", True, "A", 1549),
    ],
)
def test_advances_are_those_of_the_office_fonts(family: str, bold: bool, character: str, advance: int) -> None:
    assert face(family, bold).width(character, 2048) == pytest.approx(advance, abs=4)


def test_a_line_breaks_at_the_last_space_that_fits() -> None:
    text = "How do you lift a river into a field? Tie a bucket to one end of a long pole, and a lump of clay to the other."
    assert broken(text, 5.75) == [
        "How do you lift a river into a field?",
        "Tie a bucket to one end of a long",
        "pole, and a lump of clay to the",
        "other.",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [""]),
        ("one", ["one"]),
        ("a in-un-DAY-shun", ["a in-un-DAY-", "shun"]),
        ("no\u00a0break here", ["no\u00a0break", "here"]),
        ("Donaudampfschifffahrt", ["Donaudampf", "schifffahrt"]),
    ],
)
def test_breaks(text: str, expected: list[str]) -> None:
    assert broken(text, 2.2) == expected


def test_a_bold_word_is_measured_bold_and_may_run_on() -> None:
    stretches = [Stretch("a ", BODY, 26), Stretch("shaduf", face("Arial", True), 26), Stretch(", which lifts", BODY, 26)]
    assert lines(stretches, 130) == ["a shaduf,", "which lifts"]


def test_spaces_at_the_end_of_a_line_take_no_room() -> None:
    width = BODY.width("one two", 26)
    assert lines([Stretch("one two three", BODY, 26)], width) == ["one two", "three"]


def test_letters_that_a_face_lacks_are_measured_wide() -> None:
    assert BODY.width("漢", 100) > BODY.width("m", 100)
    assert BODY.width("\u0301\u200d", 100) == 0


def broken(text: str, inches: float) -> list[str]:
    return lines([Stretch(text, BODY, 26)], inches * 72)


@pytest.mark.parametrize(("style", "weight"), [("regular", 400), ("bold", 700)])
def test_the_table_of_arimo_is_that_of_the_packaged_font(style: str, weight: int) -> None:
    table = json.loads((files("packager.render") / "arimo-widths.json").read_text("utf-8"))
    widths = {letter: int(width) for width, letters in table[style].items() for letter in letters}
    em = table["units_per_em"]
    assert {letter: round(advance * em) for letter, advance in (advances("Arimo", weight) or {}).items()} == widths


def test_a_family_that_no_package_holds_is_measured_in_arimo() -> None:
    assert face("No such face", True) is face("Arial", True)


@pytest.mark.parametrize("width", [3.0, 5.5, 8.0, 17.0, 60.0])
def test_a_paragraph_measured_once_breaks_as_its_stretches_do_at_every_width(width: float) -> None:
    parts = (("After a storm the ", BODY), ("Donaudampfschifffahrt", BOLD), (" – well-known –  stopped.\nIt rained", BODY), ("…", BOLD))
    measured = Measured(parts)
    expected = lines([Stretch(text, drawn, 26) for text, drawn in parts], width * 26)
    assert measured.lines(width) == expected
    assert Measured(parts).count(width) == len(expected)


def test_no_line_is_longer_than_its_width_and_none_could_hold_the_next_word() -> None:
    text = "Our trickle is in a hurry. Below its source the mountainside is steep, and the water runs, slides and leaps. " * 3
    width = 240.0
    broken = lines([Stretch(text, BODY, 26)], width)
    assert all(BODY.width(line, 26) <= width for line in broken)
    assert all(BODY.width(f"{line} {after.split()[0]}", 26) > width for line, after in pairwise(broken))
    assert " ".join(broken) == text.strip()


def test_a_word_longer_than_a_line_fills_lines_and_the_next_word_follows_it() -> None:
    assert broken("The Donaudampfschifffahrtsgesellschaft it", 2.2) == ["The", "Donaudampf", "schifffahrtsge", "sellschaft it"]


def test_the_widths_kept_do_not_grow_for_ever() -> None:
    kept = Face({"a": 0.5, " ": 0.25})
    for number in range(70_000):
        kept.words[f"{number}"]
    assert len(kept.words) <= 30_000
