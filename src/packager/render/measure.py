"""How wide text is, and how it breaks into lines, with the true metrics of the theme's fonts.

Georgia is measured with the advance widths of Gelasio, Arial with Arimo: each was drawn to the other's
metrics. Kerning is not counted, since the office formats leave it off.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import fontpkg
from fontTools.ttLib import TTFont

GEORGIA = "Georgia"
TWINS = {"Arial": "Arimo", "Verdana": "Lexend"}
"""Families that no package may hold, and the one whose advances stand for theirs."""
UNKNOWN = 0.9
"""Ems for a character that the face lacks: wider than nearly all, so that text rather breaks early."""

# A line may break after a space and after a hyphen or dash inside a word; a no-break space is no opening.
_OPENING = re.compile(r"[^ \t\n\-–—]*(?:[-–—]+(?=\w)|[-–—]*[ \t\n]+|[-–—]+|$)")


@dataclass(frozen=True, eq=False)
class Face:
    """One face: the advance of each character it has, in ems."""

    advances: Mapping[str, float]

    def width(self, text: str, size: float) -> float:
        """The width of `text` in points at `size` points."""
        advances = self.advances
        return size * sum(advances[c] if c in advances else _unknown(c) for c in text)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text in one face and size."""

    text: str
    face: Face
    size: float

    @property
    def width(self) -> float:
        """Its width in points."""
        return self.face.width(self.text, self.size)


def face(family: str, bold: bool, italic: bool = False) -> Face:
    """The face of a family; Arimo stands for a family that is not at hand. Only Georgia is ever set in italics."""
    if family == GEORGIA:
        return _gelasio("bold" if bold else "italic" if italic else "regular")
    return _packaged(TWINS.get(family, family), 700 if bold else 400)


def lines(stretches: Sequence[Stretch], width: float) -> list[str]:
    """The lines into which a paragraph breaks, greedily at spaces; at least one, though it be empty."""
    return list(_broken(tuple(stretches), width))


@lru_cache(maxsize=8192)
def _broken(stretches: tuple[Stretch, ...], width: float) -> tuple[str, ...]:
    done: list[str] = []
    line, used = "", 0.0
    for word in _words(stretches):
        text = "".join(part.text for part in word)
        total = sum(part.width for part in word)
        visible = total - sum(part.width for part in _trailing(word))
        if line and used + visible > width:
            done.append(line.rstrip())
            line, used = "", 0.0
        while not line and visible > width and len(text) > 1:
            head, word = _cut(word, width)
            done.append(head)
            text = "".join(part.text for part in word)
            total = sum(part.width for part in word)
            visible = total - sum(part.width for part in _trailing(word))
        line, used = line + text, used + total
    return (*done, line.rstrip())


def _words(stretches: Iterable[Stretch]) -> Iterable[list[Stretch]]:
    """Unbreakable pieces, each with the spaces behind it; one may run through several stretches."""
    word: list[Stretch] = []
    for stretch in stretches:
        for match in _OPENING.finditer(stretch.text):
            if not match[0]:
                continue
            word.append(Stretch(match[0], stretch.face, stretch.size))
            if match[0][-1] in " \t\n-–—":
                yield word
                word = []
    if word:
        yield word


def _trailing(word: Sequence[Stretch]) -> Iterable[Stretch]:
    last = word[-1]
    spaces = len(last.text) - len(last.text.rstrip())
    if spaces:
        yield Stretch(last.text[-spaces:], last.face, last.size)


def _cut(word: Sequence[Stretch], width: float) -> tuple[str, list[Stretch]]:
    """As many letters of a word too long for a line as the line holds, and the rest."""
    letters = [Stretch(letter, part.face, part.size) for part in word for letter in part.text]
    used, count = 0.0, 0
    for letter in letters:
        used += letter.width
        if used > width and count:
            break
        count += 1
    return "".join(letter.text for letter in letters[:count]), letters[count:]


def _unknown(character: str) -> float:
    return 0.0 if unicodedata.combining(character) or unicodedata.category(character) == "Cf" else UNKNOWN


@lru_cache(maxsize=3)
def _gelasio(style: str) -> Face:
    data = json.loads((files("packager.render") / "gelasio-widths.json").read_text("utf-8"))
    by_width = data[style]
    return Face({c: int(width) / data["units_per_em"] for width, characters in by_width.items() for c in characters})


@lru_cache(maxsize=32)
def _packaged(family: str, weight: int) -> Face:
    try:
        path = fontpkg.path(family, weight, nearest=True)
    except fontpkg.FontpkgError:
        path = fontpkg.path("Arimo", weight, nearest=True)
    with TTFont(path, lazy=True) as font:
        # A glyph set at a location gives the advances of that weight, by the HVAR table (OpenType 1.9, HVAR).
        location = {"wght": weight} if "fvar" in font else None
        glyphs = font.getGlyphSet(location=location)
        em = font["head"].unitsPerEm
        return Face({chr(code): glyphs[name].width / em for code, name in font.getBestCmap().items()})
