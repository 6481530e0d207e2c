"""The typefaces that a theme names: their files, and which characters they can show.

Fonts are ordinary packages, one a family: `Noto Sans` is the package `fontpkg-noto-sans`. What the
machine itself has installed is never looked at, so that every machine gives the same pages.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from packager.model.theme import Fonts


class UnknownFamily(LookupError):
    """No font package of this family is installed."""


@dataclass(frozen=True, slots=True)
class Typeface:
    """One family: its font files, and the characters that all of them can show."""

    family: str
    files: tuple[Path, ...]
    characters: frozenset[str]


def families(fonts: Fonts) -> tuple[str, ...]:
    """The families that PDF pages are set in, in the order in which they are tried, each once."""
    return tuple(dict.fromkeys((fonts.text, fonts.display, fonts.figures, *fonts.fallback)))


def unknown_families(fonts: Fonts) -> tuple[str, ...]:
    """The families for PDF pages that no installed package holds."""
    return tuple(family for family in (*families(fonts), fonts.easy_read) if not _files(family))


@lru_cache(maxsize=64)
def typeface(family: str) -> Typeface:
    """The typeface of a family, read once a process; raises UnknownFamily where none is installed."""
    files = _files(family)
    if not files:
        raise UnknownFamily(family)
    return Typeface(family, files, frozenset.intersection(*(_characters(file) for file in files)))


def missing_glyphs(text: str, fonts: Fonts) -> str:
    """The characters of `text` that no face of the theme can show, each once, in order.

    White space and characters that are never seen by themselves (joiners, variation selectors) are not missed.
    """
    known = coverage(families(fonts))
    return "".join(dict.fromkeys(c for c in text if c not in known and not is_unseen(c)))


@lru_cache(maxsize=16)
def coverage(names: tuple[str, ...]) -> frozenset[str]:
    """All characters that one of the families can show."""
    return frozenset().union(*(typeface(name).characters for name in names))


def is_unseen(character: str) -> bool:
    """Whether a character leaves no ink by itself: white space, a joiner, a mark of direction, a variation selector."""
    return (
        character.isspace() or unicodedata.category(character) == "Cf" or unicodedata.name(character, "").startswith("VARIATION SELECTOR")
    )


def _characters(file: Path) -> frozenset[str]:
    from fontTools.ttLib import TTFont  # only texts in other scripts have to be looked up

    with TTFont(file, lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))


@lru_cache(maxsize=64)
def _files(family: str) -> tuple[Path, ...]:
    return tuple(_found(family))


def _found(family: str) -> Iterator[Path]:
    name = family.lower().replace(" ", "_")
    spec = find_spec(f"fontpkg_{name}") if name.isidentifier() else None
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        yield from sorted(Path(folder, "files").glob("*.[to]tf"))
