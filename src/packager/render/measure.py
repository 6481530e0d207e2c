"""How text breaks into lines, with the true metrics of the theme's fonts. A paragraph is measured once, for all widths and sizes."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from operator import add

from packager.render.faces import Face, face

__all__ = ["Face", "Measured", "Pieces", "Stretch", "face", "lines"]

# A line may break after a space and after a hyphen or dash inside a word; a no-break space is no opening.
_OPENING = re.compile(r"[^ \t\n\-–—]*(?:[-–—]+(?=\w)|[-–—]*[ \t\n]+|[-–—]+|$)")
_OPENS = " \t\n-–—"
_LETTERS_OF_AN_EM = 4
"""Letters on an em of text, at most but for narrow ones: a text of more is not tried on one line."""
_ENDLESS = float("inf")
_ROUNDING = 1e-9
"""Ems by which a line may be too long, since sums of fractions are not exact."""


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


class Measured:
    """A paragraph of one size, measured once, for all widths; widths are in ems. It is divided only where it may need two lines."""

    __slots__ = ("_length", "_pieces", "parts")

    def __init__(self, parts: Sequence[tuple[str, Face]]) -> None:
        self.parts = parts
        self._length: float | None = None
        self._pieces: Pieces | None = None

    @property
    def pieces(self) -> Pieces:
        """What it is made of."""
        if self._pieces is None:
            self._pieces = _pieces([(text, drawn, 1.0) for text, drawn in self.parts])
        return self._pieces

    def count(self, width: float) -> int:
        """The number of lines."""
        pieces = self._pieces
        if pieces is None:
            length = self._length
            if length is None:
                length = self._length = self._on_one_line(width)
            if length <= width:
                return 1
            pieces = self.pieces
        return pieces.count(width)

    def _on_one_line(self, width: float) -> float:
        """The length of the paragraph; without end where it is far too long for a line, as can be told without measuring it."""
        most, letters, length = _LETTERS_OF_AN_EM * width, 0, 0.0
        for text, drawn in self.parts:
            letters += len(text)
            if letters > most:
                return _ENDLESS
            words = drawn.words
            length += sum(map(words.__getitem__, text.split(" "))) - words.space
        return length

    def lines(self, width: float) -> list[str]:
        """The lines, without the spaces at their ends; at least one, though it be empty."""
        return self.pieces.lines(width)

    def last(self, width: float) -> tuple[int, int]:
        """The number of lines, and of words on the last of them."""
        held = self.pieces.held(width)
        starts = held.starts(width)
        return len(starts), len("".join(held.texts[starts[-1] :]).split())


class Pieces:
    """The pieces between which a paragraph may break, where each begins, and where it ends without the spaces behind it.

    Where all of these are of one width they are counted with the pieces, and `space` is that width.
    """

    __slots__ = ("_texts", "begins", "ends", "longest", "parts", "space")

    def __init__(
        self, parts: Parts, begins: list[float], ends: list[float], longest: float, texts: list[str] | None = None, space: float = 0.0
    ) -> None:
        self.parts, self.begins, self.ends, self.longest, self._texts, self.space = parts, begins, ends, longest, texts, space

    @property
    def texts(self) -> list[str]:
        """Each with the spaces behind it."""
        if self._texts is None:
            self._texts = _divided("".join([text for text, _, _ in self.parts]))
        return self._texts

    def at(self, letters: Sequence[int]) -> list[int]:
        """The pieces that begin at, or behind, each of some letters of the text, which are given in order."""
        if self._texts is None:  # its pieces are its words
            text = "".join([text for text, _, _ in self.parts])
            return list(accumulate([text.count(" ", start, end) for start, end in pairwise((0, *letters))]))
        reached = list(accumulate(map(len, self.texts), initial=0))
        return [bisect_left(reached, letter) for letter in letters]

    def starts(self, width: float, first: int = 0) -> list[int]:
        """The pieces at which lines begin, from the piece `first` on, if no piece is longer than a line."""
        begins, ends, count = self.begins, self.ends, len(self.ends)
        limit, at, found = width + self.space + _ROUNDING, first, [first]
        while (at := bisect_right(ends, begins[at] + limit, at + 1)) < count:
            found.append(at)
        return found

    def count(self, width: float) -> int:
        """The number of lines."""
        begins, ends, limit = self.begins, self.ends, width + self.space + _ROUNDING
        if not ends or ends[-1] <= limit:
            return 1
        if self.longest > width + _ROUNDING:
            return len(self.held(width).starts(width))
        at, lines, count = 0, 1, len(ends)
        while (at := bisect_right(ends, begins[at] + limit, at + 1)) < count:
            lines += 1
        return lines

    def rest(self, first: int) -> float:
        """The length of what stands from the piece `first` on, on one line."""
        return self.ends[-1] - self.space - self.begins[first]

    def lines(self, width: float) -> list[str]:
        """The lines, without the spaces at their ends."""
        held = self.held(width)
        return ["".join(held.texts[start:end]).rstrip() for start, end in pairwise([*held.starts(width), len(held.texts)])]

    def held(self, width: float) -> Pieces:
        """The same with each piece that is longer than a line cut into pieces that are not, all but its last filling a line."""
        if self.longest <= width + _ROUNDING:
            return self
        texts, widths, advances, at = list[str](), list[tuple[float, float]](), _advances(self.parts), 0
        for number, text in enumerate(self.texts):
            visible = self.ends[number] - self.space - self.begins[number]
            while visible > width + _ROUNDING and len(text) > 1:
                count = _holding(advances[at : at + len(text)], width)
                texts.append(text[:count])
                widths.append((2 * width + 1, 2 * width + 1))  # too wide to stand on a line with anything else
                visible -= sum(advances[at : at + count])
                text, at = text[count:], at + count
            texts.append(text)
            widths.append((sum(advances[at : at + len(text)]), visible))
            at += len(text)
        return _placed(self.parts, texts, widths)


Parts = Sequence[tuple[str, Face, float]]
"""Stretches of text, each in its face, and so many times as large as the ems in which widths are given."""


def _holding(advances: Sequence[float], width: float) -> int:
    """How many of some letters a line holds; at least one."""
    return max(1, bisect_right(list(accumulate(advances)), width + _ROUNDING))


def _advances(parts: Parts) -> list[float]:
    """The width of each letter."""
    return [size * advance for text, face, size in parts for advance in map(face.advance, text)]


def _pieces(parts: Parts) -> Pieces:
    """The pieces of a paragraph."""
    space = parts[0][1].words.space if parts else 0.0
    for text, drawn, size in parts:
        if size != 1 or drawn.words.space != space or _is_uneven(text):
            return _of_any(parts)
    return _of_words(parts, space)


def _is_uneven(text: str) -> bool:
    """Whether a text can break elsewhere than at single spaces."""
    return "-" in text or "–" in text or "—" in text or "  " in text or "\n" in text or "\t" in text


def _of_words(parts: Parts, space: float) -> Pieces:
    """The pieces of a paragraph that breaks at single spaces only, all of one width: the words are its pieces."""
    if len(parts) == 1 and (text := parts[0][0]) and text[0] != " " != text[-1]:
        widths = list(map(parts[0][1].words.__getitem__, text.split(" ")))
        begins = list(accumulate(widths, initial=0.0))
        return Pieces(parts, begins, begins[1:], max(widths) - space, None, space)
    widths, begun = list[float](), 0.0
    for text, drawn, _ in parts:
        if text[:1] == " " and not begun:
            return _of_any(parts)
        found = list(map(drawn.words.__getitem__, text.split(" ")))
        found[0] += begun  # a word may run through several stretches
        begun = found.pop() - space
        widths += found
    if begun or not widths:
        widths.append(begun + space)
    begins = list(accumulate(widths, initial=0.0))
    return Pieces(parts, begins, begins[1:], max(widths) - space, None, space)


def _of_any(parts: Parts) -> Pieces:
    """The pieces of any paragraph."""
    texts, widths = list[str](), list[tuple[float, float]]()
    for text, drawn, size in parts:
        found = _divided(text)
        sized = list(map(drawn.pieces.__getitem__, found))
        if size != 1:
            sized = [(size * whole, size * visible) for whole, visible in sized]
        if texts and found and texts[-1][-1] not in _OPENS:  # a word may run through several stretches
            before = widths.pop()[0]
            sized[0] = before + sized[0][0], before + sized[0][1]
            found[0] = texts.pop() + found[0]
        texts += found
        widths += sized
    return _placed(parts, texts, widths)


def _divided(text: str) -> list[str]:
    """The pieces of a text, each with the spaces behind it."""
    return _OPENING.findall(text)[:-1]  # the last match is the empty one at the end


def _placed(parts: Parts, texts: list[str], widths: Sequence[tuple[float, float]]) -> Pieces:
    """Pieces of given widths, with the spaces behind them and without."""
    begins = list(accumulate([whole for whole, _ in widths], initial=0.0))
    visibles = [visible for _, visible in widths]
    return Pieces(parts, begins, list(map(add, begins, visibles)), max(visibles, default=0.0), texts)


def lines(stretches: Sequence[Stretch], width: float) -> list[str]:
    """The lines into which a paragraph breaks, greedily at spaces; at least one, though it be empty."""
    if not stretches:
        return [""]
    size = stretches[0].size
    return _pieces([(each.text, each.face, each.size / size) for each in stretches]).lines(width / size)
