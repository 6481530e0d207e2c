"""What the theme puts at the foot of pages and slides."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from packager.document.furniture import page_footer, slide_footer
from packager.document.imprint import imprint
from packager.document.nodes import Image, Imprint
from packager.model.line import filled
from packager.model.theme import Furniture
from tests.builders import curriculum

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"/>'


@pytest.fixture
def designed(tmp_path: Path) -> Imprint:
    loaded = curriculum(tmp_path)
    return imprint(loaded, loaded.topics["history/rome"])


def with_furniture(given: Imprint, **fields: str) -> Imprint:
    return replace(given, furniture=Furniture(**fields))


def test_the_default_is_the_design(designed: Imprint) -> None:
    known = replace(designed, publisher="The press", licence="CC0 1.0")
    assert page_footer(known) == ("History, Year 3", "© The press, CC0 1.0")
    assert slide_footer(known, 2, "Seven hills") == ("Rome", "Lesson 2: Seven hills")


def test_a_part_whose_words_are_all_empty_is_left_out(designed: Imprint) -> None:
    assert page_footer(designed) == ("History, Year 3",)
    assert page_footer(with_furniture(designed, footer="{licence} · by {publisher} · {topic}")) == ("Rome",)


def test_every_word_of_the_footer_is_filled_in(designed: Imprint) -> None:
    line = "{programme} · {topic} · {subject} · {year} · {half_term} · ready"
    assert page_footer(with_furniture(designed, footer=line)) == ("Small", "Rome", "History", "3", "Autumn 1", "ready")
    assert slide_footer(with_furniture(designed, slide_footer="{lesson}/{title}"), 4, "{topic} · B") == ("4/{topic} · B",)


def test_nothing_may_stand_at_the_foot(designed: Imprint) -> None:
    assert page_footer(with_furniture(designed, footer="")) == ()


@pytest.mark.parametrize(("line", "said"), [("{subjekt}", "did you mean `subject`"), ("{topic", "a brace"), ("topic}", "a brace")])
def test_what_is_not_known_is_told(line: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        filled(line, {"subject": "", "topic": ""})


def test_a_logo_is_found_beside_the_theme(tmp_path: Path) -> None:
    theme = {"curriculum/theme/theme.yaml": "logo: {image: logo.svg, alt: Our house}\n", "curriculum/theme/logo.svg": LOGO}
    loaded = curriculum(tmp_path, theme)
    assert imprint(loaded, loaded.topics["history/rome"]).logo == Image("curriculum/theme/logo.svg", "Our house", "")
