"""Which characters the faces of a theme can show."""

from __future__ import annotations

import pytest

from packager.model.theme import Fonts
from packager.model.typefaces import UnknownFamily, families, missing_glyphs, typeface, unknown_families

FONTS = Fonts()


def test_each_family_is_tried_once_text_first() -> None:
    assert families(FONTS) == ("Atkinson Hyperlegible", "Literata", "Arimo", "Noto Sans", "Noto Sans Arabic", "Noto Sans Devanagari")


def test_the_families_of_the_default_theme_are_installed() -> None:
    assert unknown_families(FONTS) == ()


@pytest.mark.parametrize("name", ["Comic Sans MS", "", "../fonts", "Noto Sans; import os"])
def test_a_family_that_no_package_holds_is_unknown(name: str) -> None:
    assert unknown_families(FONTS.model_copy(update={"display": name})) == (name,)
    with pytest.raises(UnknownFamily):
        typeface(name)


def test_a_family_knows_its_files_upright_and_italic() -> None:
    assert [file.name for file in typeface("Literata").files] == ["Literata-Italic[opsz,wght].ttf", "Literata[opsz,wght].ttf"]


@pytest.mark.parametrize("text", ["‘Stone’ – café, naïve, 1 ½ m²", "alüvyon", "тростник", "πάπυρος", "كتاب", "नदी", "a\u00a0b\u202fc\n\t"])
def test_scripts_of_the_fonts_lack_nothing(text: str) -> None:
    assert missing_glyphs(text, FONTS) == ""


def test_a_missing_character_is_named_once_in_order() -> None:
    assert missing_glyphs("a 😀 b 河 c 😀", FONTS) == "😀河"


def test_joiners_and_variation_selectors_are_not_missed_by_themselves() -> None:
    assert missing_glyphs("\u200d\ufe0f\u2066\u00ad", FONTS) == ""
