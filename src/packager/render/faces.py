"""The faces of the theme's fonts: how wide letters and words are in them.

Georgia is measured with the advance widths of Gelasio, Arial with Arimo: each was drawn to the other's
metrics. Kerning is not counted, since the office formats leave it off.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache
from importlib.resources import files

GEORGIA = "Georgia"
ARIMO = "Arimo"
TWINS = {"Arial": ARIMO, "Verdana": "Lexend"}
"""Families that no package may hold, and the one whose advances stand for theirs."""
UNKNOWN = 0.9
"""Ems for a character that the face lacks: wider than nearly all, so that text rather breaks early."""
_REMEMBERED = 30_000
"""Words whose widths a face keeps: those of a programme of many topics, and no more than a few megabytes."""


class _Letters(dict[str, float]):
    """The advance of each letter, also of those that the face lacks."""

    def __missing__(self, letter: str) -> float:
        width = self[letter] = 0.0 if unicodedata.combining(letter) or unicodedata.category(letter) == "Cf" else UNKNOWN
        return width


class _Words(dict[str, float]):
    """The widths of words in ems, each with a space behind it; each is added up once."""

    def __init__(self, advance: Callable[[str], float]) -> None:
        super().__init__()
        self.advance, self.space = advance, advance(" ")

    def __missing__(self, word: str) -> float:
        if len(self) >= _REMEMBERED:
            self.clear()
        width = self[word] = sum(map(self.advance, word)) + self.space
        return width


class _Pieces(dict[str, tuple[float, float]]):
    """The widths of pieces of text in ems, with the spaces behind them and without; each is added up once."""

    def __init__(self, advance: Callable[[str], float]) -> None:
        super().__init__()
        self.advance = advance

    def __missing__(self, piece: str) -> tuple[float, float]:
        if len(self) >= _REMEMBERED:
            self.clear()
        widths = self[piece] = sum(map(self.advance, piece)), sum(map(self.advance, piece.rstrip()))
        return widths


class Face:
    """One face: how wide its letters are, in ems."""

    def __init__(self, advances: Mapping[str, float]) -> None:
        self.advance = _Letters(advances).__getitem__
        self.words, self.pieces = _Words(self.advance), _Pieces(self.advance)

    def width(self, text: str, size: float) -> float:
        """The width of `text` in points at `size` points."""
        return size * sum(map(self.advance, text))


def face(family: str, bold: bool, italic: bool = False) -> Face:
    """The face of a family; Arimo stands for a family that is not at hand. Only Georgia is ever set in italics."""
    if family == GEORGIA:
        return _tabled("gelasio", "bold" if bold else "italic" if italic else "regular")
    return _packaged(TWINS.get(family, family), bold)


@lru_cache(maxsize=8)
def _tabled(family: str, style: str) -> Face:
    """A face whose advances are kept beside the code: those of each slide, which so need not wait for fonts to be opened."""
    data = json.loads((files("packager.render") / f"{family}-widths.json").read_text("utf-8"))
    by_width = data[style]
    return Face({c: int(width) / data["units_per_em"] for width, characters in by_width.items() for c in characters})


@lru_cache(maxsize=32)
def _packaged(family: str, bold: bool) -> Face:
    """A face of the packages of fonts."""
    if family == ARIMO:
        return _tabled("arimo", "bold" if bold else "regular")
    from packager.render.font_files import advances  # opening fonts costs more than arranging a hundred decks

    found = advances(family, 700 if bold else 400)
    return Face(found) if found else _packaged(ARIMO, bold)
