"""Flashcards as CSV: two fields a line for any importer, and nothing that a spreadsheet would run."""

from __future__ import annotations

import pytest

from packager.document.flashcards import Flashcards
from packager.render.csv.renderer import render_flashcards
from tests.render.docx_builders import CONTEXT, IMPRINT


def written(*cards: tuple[str, str]) -> str:
    return render_flashcards(Flashcards(IMPRINT, cards), CONTEXT).content.decode("utf-8")


def test_a_card_is_a_line_of_two_fields_without_a_heading() -> None:
    assert (
        written(("silt", "rich soil, carried by a river"), ("château", "a castle"))
        == "silt;rich soil, carried by a river\nchâteau;a castle\n"
    )


def test_no_cards_are_an_empty_file() -> None:
    assert written() == ""


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("this; and that", "this, and that"),
        ("two\nlines\tand a tab", "two lines and a tab"),
        ('a "quoted" word', "a ”quoted” word"),
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("  +44", "'+44"),
        ("-ed", "'-ed"),
        ("@name", "'@name"),
        ("#comment", "'#comment"),
        ("one,=cmd()", "one,'=cmd()"),
        ("one; -2", "one, '-2"),
        ("1 + 1 = 2", "1 + 1 = 2"),
    ],
)
def test_a_text_stays_one_field_and_is_never_a_command(text: str, field: str) -> None:
    assert written((text, text)) == f"{field};{field}\n"
