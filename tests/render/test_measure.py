"""How wide text is and where it breaks."""

from __future__ import annotations

import pytest

from packager.render.measure import Stretch, face, lines

BODY = face("Arial", False)


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
