"""The geometry of the world: lines packed in pieces, of which only those inside a window are unpacked.

The files are made by `docs/natural-earth/make.py` from Natural Earth; see `data/NOTICE`.
"""

from __future__ import annotations

import json
import sys
import zlib
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import accumulate, pairwise
from typing import Any

LEVELS = (44, 22, 11, 4, 0)
"""The points a degree from which each file of land is drawn; the coasts of each are as fine as an eye can tell there."""
_FIELDS = 7
"""Of each piece and each block of pieces: start x, y, least x, y, greatest x, y, and where its deltas, or its pieces, begin."""
_RING = 6
"""Of each ring: least x, y, greatest x, y, where its lines begin, and whether it goes round the pole."""


@dataclass(frozen=True, slots=True)
class Window:
    """A rectangle of longitudes and latitudes in degrees."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a ring, without its last point, with which the next begins.

    One that does not meet the window is cut to its first point, and that is moved to the edge: since all of it
    lies on one side, nothing inside changes.
    """

    inside: bool
    xs: list[int]
    ys: list[int]


@dataclass(frozen=True, slots=True)
class Ring:
    """A ring, or a run where it is not closed, as parts in whole numbers of `quantum` degrees, and its last point.

    `edges` are those of the window: west, south, east, north.
    """

    parts: tuple[Part, ...]
    last: tuple[int, int]
    pole: bool
    edges: tuple[float, float, float, float]

    def at_the_edge(self, x: int, y: int) -> tuple[int, int]:
        """The nearest point of the window."""
        west, south, east, north = self.edges
        return round(min(max(x, west), east)), round(min(max(y, south), north))


@dataclass(frozen=True, slots=True, eq=False)
class Packed:
    """Rings by group, made of lines by number. `~n` is line n backwards."""

    groups: dict[str, tuple[int, int]]
    quantum: float
    rings: array[int]
    ids: array[int]
    starts: array[int]
    blocks: array[int]
    pieces: array[int]
    page_starts: array[int]
    pages: tuple[bytes, ...]

    def within(self, group: str, window: Window) -> Iterator[Ring]:
        """The rings of a group that meet the window, if need be after a turn of the globe."""
        q, globe = self.quantum, round(360 / self.quantum)
        edges = west, south, east, north = window.west / q, window.south / q, window.east / q, window.north / q
        for a, b, c, d, pole, begin, end in _rings(self, group):
            if b <= north and d >= south:
                for turn in (-globe, 0, globe):
                    if a + turn <= east and c + turn >= west:
                        yield Ring(tuple(self._parts(begin, end, turn, edges)), self._last(end - 1, turn), bool(pole), edges)

    def _parts(self, first: int, last: int, turn: int, edges: tuple[float, float, float, float]) -> Iterator[Part]:
        for at in range(first, last):
            line, shift = self.ids[2 * at], turn + self.ids[2 * at + 1] * round(360 / self.quantum)
            west, south, east, north = edges[0] - shift, edges[1], edges[2] - shift, edges[3]
            for inside, number in self._met(line, (west, south, east, north)):
                table, piece = (self.pieces, number) if number >= 0 else (self.blocks, ~number)
                if inside:
                    yield self._unpacked(piece, line < 0, shift)
                else:
                    x, y = _start(table, piece + (line < 0))
                    yield Part(False, [round(min(max(x, west), east)) + shift], [round(min(max(y, south), north))])

    def _met(self, line: int, window: tuple[float, float, float, float]) -> Iterator[tuple[bool, int]]:
        """The pieces of a line in order, each with whether it meets the window; `~n` is a whole block that does not."""
        west, south, east, north = window
        backwards, number = line < 0, ~line if line < 0 else line
        blocks, pieces = self.blocks, self.pieces
        end = self.starts[number + 1] - 1 if number + 1 < len(self.starts) else len(blocks) // _FIELDS - 1
        for block in _order(self.starts[number], end, backwards):
            _, _, a, b, c, d, begin = blocks[block * _FIELDS : block * _FIELDS + _FIELDS]
            if a > east or c < west or b > north or d < south:
                yield False, ~block
                continue
            for piece in _order(begin, blocks[block * _FIELDS + 13], backwards):
                _, _, a, b, c, d, _ = pieces[piece * _FIELDS : piece * _FIELDS + _FIELDS]
                yield a <= east and c >= west and b <= north and d >= south, piece

    def _unpacked(self, piece: int, backwards: bool, shift: int) -> Part:
        """The points of a piece but for its last."""
        x, y, *_, begin = self.pieces[piece * _FIELDS : piece * _FIELDS + _FIELDS]
        page = bisect_right(self.page_starts, begin) - 1
        deltas, offset = _page(self, page), begin - self.page_starts[page]
        end = offset + self.pieces[piece * _FIELDS + 13] - begin
        xs, ys = list(accumulate(deltas[offset:end:2], initial=x + shift)), list(accumulate(deltas[offset + 1 : end : 2], initial=y))
        if backwards:
            xs.reverse()
            ys.reverse()
        xs.pop()
        ys.pop()
        return Part(True, xs, ys)

    def _last(self, at: int, turn: int) -> tuple[int, int]:
        """The last point of the line at this place of `ids`."""
        line, shift = self.ids[2 * at], turn + self.ids[2 * at + 1] * round(360 / self.quantum)
        number = ~line if line < 0 else line
        end = self.starts[number + 1] - 1 if number + 1 < len(self.starts) else len(self.blocks) // _FIELDS - 1
        x, y = _start(self.blocks, self.starts[number] if line < 0 else end)
        return x + shift, y


def _start(table: array[int], number: int) -> tuple[int, int]:
    return table[number * _FIELDS], table[number * _FIELDS + 1]


def _order(first: int, last: int, backwards: bool) -> Iterable[int]:
    return range(last - 1, first - 1, -1) if backwards else range(first, last)


@lru_cache(maxsize=512)
def _rings(packed: Packed, group: str) -> tuple[tuple[int, ...], ...]:
    """The rings of a group: extent, whether it goes round the pole, first line and last."""
    first, last = packed.groups.get(group, (0, 0))
    fields = [packed.rings[field::_RING] for field in range(_RING)]
    ends = [*fields[4][1:], len(packed.ids) // 2]
    return tuple(zip(*(each[first:last] for each in (*fields[:4], fields[5], fields[4], ends)), strict=True))


@lru_cache(maxsize=128)
def _page(packed: Packed, number: int) -> array[int]:
    """A page of deltas; most maps need a few of some hundred."""
    return _numbers("h", zlib.decompress(packed.pages[number]))


def land(scale: float) -> Packed:
    """Land (`land`), countries by their codes and `borders`, as fine as a map of so many points a degree can show."""
    return _read(f"land-{next(level for level in LEVELS if level <= scale)}.bin")


def water() -> Packed:
    """Rivers (`main Nile`, `branch Nile`) and lakes (`lakes natural`, `lakes reservoir`)."""
    return _read("water.bin")


@lru_cache(maxsize=1)
def known() -> dict[str, Any]:
    """The names of `countries` by their ISO 3166 codes, and of the `rivers` there are."""
    names: dict[str, Any] = json.loads((files("packager.drawing") / "data" / "names.json").read_text("utf-8"))
    return names


@lru_cache(maxsize=len(LEVELS) + 1)
def _read(name: str) -> Packed:
    """A file, read once."""
    data = (files("packager.drawing") / "data" / name).read_bytes()
    at = 4 + int.from_bytes(data[:4], "little")
    front = zlib.decompress(data[4:at])
    begin = 4 + int.from_bytes(front[:4], "little")
    head = json.loads(front[4:begin])
    ends = list(accumulate((4 * count for count in head["counts"]), initial=begin))
    rings, ids, starts, blocks, pieces, page_starts, sizes = (_numbers("i", front[a:b]) for a, b in pairwise(ends))
    places = list(accumulate(sizes, initial=at))
    pages = tuple(data[a:b] for a, b in pairwise(places))
    return Packed(head["groups"], head["quantum"], rings, ids, starts, blocks, pieces, page_starts, pages)


def _numbers(code: str, content: bytes) -> array[int]:
    numbers: array[int] = array(code)
    numbers.frombytes(content)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
