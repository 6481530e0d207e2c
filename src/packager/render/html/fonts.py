"""The fonts of the pages: letters of European languages from the theme's packages, with their licences beside them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from types import MappingProxyType

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from packager.model.typefaces import typeface

FOLDER = "assets/fonts"
_BEYOND = "ĀāĂăĄąĆćČčĎďĒēĖėĘęĚěĞğĪīİıŁłŃńŇňŌōŐőŒœŘřŚśŞşŠšŤťŪūŮůŰűŹźŻżŽž‐‑–—‘’“”•…′"
_LETTERS = (*range(0x20, 0x7F), *range(0xA0, 0x100), *map(ord, _BEYOND))
"""Basic Latin, Latin-1, and what names from elsewhere in Europe and long vowels need; other letters are the system's."""
_NOUGHT = (ord("0"),)


@dataclass(frozen=True, slots=True)
class _Cut:
    """A font file of the pages: of which family, at which place in its design space, with which characters."""

    family: str
    style: str
    place: tuple[tuple[str, float], ...]
    characters: tuple[int, ...]


_CUTS = MappingProxyType(
    {
        "literata-600.woff": _Cut("Literata", "Literata", (("wght", 600), ("opsz", 36)), _LETTERS),
        "atkinson-400.woff": _Cut("Atkinson Hyperlegible", "AtkinsonHyperlegible-Regular", (), _LETTERS),
        "atkinson-700.woff": _Cut("Atkinson Hyperlegible", "AtkinsonHyperlegible-Bold", (), _LETTERS),
        "nought-400.woff": _Cut("Arimo", "Arimo", (("wght", 400),), _NOUGHT),
        "nought-700.woff": _Cut("Arimo", "Arimo", (("wght", 700),), _NOUGHT),
    }
)
FONT_FILES = tuple(_CUTS)


def _face(family: str, file: str, weight: int, more: str = "") -> str:
    source = f'src: url("fonts/{file}") format("woff")'
    return f'@font-face {{ font-family: "{family}"; {source}; font-weight: {weight}; font-display: swap;{more} }}'


# Atkinson's nought is slashed, which reads as another sign to children: Arimo's takes its place.
FACES = (
    _face("Catalogue Display", "literata-600.woff", 600),
    _face("Catalogue Text", "atkinson-400.woff", 400),
    _face("Catalogue Text", "atkinson-700.woff", 700),
    _face("Catalogue Text", "nought-400.woff", 400, " unicode-range: U+30;"),
    _face("Catalogue Text", "nought-700.woff", 700, " unicode-range: U+30;"),
)


def font_key(name: str) -> str:
    """What a font file is made from, as a text that changes when it does."""
    cut = _CUTS[name]
    return f"{cut} {_file(cut).stat().st_size}"


@lru_cache(maxsize=8)
def font_file(name: str) -> bytes:
    """One of FONT_FILES as WOFF (W3C, WOFF File Format 1.0)."""
    cut = _CUTS[name]
    with TTFont(_file(cut), recalcTimestamp=False) as font:
        options = Options()
        options.hinting = False
        options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl"]
        options.name_IDs = [0, 1, 2, 4, 6, 13, 14]
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=cut.characters)
        subsetter.subset(font)
        made = instantiateVariableFont(font, dict(cut.place)) if cut.place else font
        made.flavor = "woff"
        content = BytesIO()
        made.save(content)
    return content.getvalue()


def font_licences() -> dict[str, bytes]:
    """The licence of each family, by its path from the root of the catalogue."""
    families = {cut.family: _file(cut).parents[1] / "LICENSE" for cut in _CUTS.values()}
    return {f"{FOLDER}/{family.lower().replace(' ', '-')}-licence.txt": file.read_bytes() for family, file in families.items()}


def _file(cut: _Cut) -> Path:
    return next(file for file in typeface(cut.family).files if file.name.partition("[")[0].removesuffix(".ttf") == cut.style)
