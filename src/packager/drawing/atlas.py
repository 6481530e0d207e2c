"""The geometry of the world: lines packed in pieces, of which only those inside a window are unpacked.

The files are made by `docs/natural-earth/make.py` from Natural Earth; see `data/NOTICE`.
"""

from __future__ import annotations

import json
import sys
import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import accumulate, repeat
from typing import Any, Literal

from packager.drawing.shapes import XY

Entry = Mapping[str, Any]
"""A line of lines: `ids`, the `box` around it, how many `turns` of the globe each is moved by, and whether it goes round the `pole`."""
Detail = Literal["10m", "50m", "110m"]
_FIELDS = 7
"""Of each piece: start x, y, least x, y, greatest x, y, and where its deltas begin."""


@dataclass(frozen=True, slots=True)
class Window:
    """A rectangle of longitudes and latitudes in degrees."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class Packed:
    """Lines by number. `~n` is line n backwards."""

    head: dict[str, Any]
    starts: array[int]
    pieces: array[int]
    deltas: array[int]

    @property
    def quantum(self) -> float:
        """Degrees between two values of a coordinate."""
        return float(self.head["quantum"])

    def rings(self, entries: Iterable[Entry], window: Window) -> list[list[XY]]:
        """The rings that meet the window; a piece that lies on one side of it is cut to its ends, which changes nothing inside."""
        found: list[list[XY]] = []
        for entry, shift in _turned(entries, window):
            parts = self._parts(entry, window, shift)
            ring = [point for inside, points in parts for point in (points if inside else (points[0], points[-1]))]
            found.append([*ring, (ring[-1][0], -90.0), (ring[0][0], -90.0)] if "pole" in entry else ring)
        return found

    def runs(self, entries: Iterable[Entry], window: Window) -> list[list[XY]]:
        """The stretches of lines that meet the window."""
        return [run for entry, shift in _turned(entries, window) for run in self._runs(entry, window, shift)]

    def _runs(self, entry: Entry, window: Window, shift: int) -> list[list[XY]]:
        found: list[list[XY]] = []
        going = False
        for inside, points in self._parts(entry, window, shift):
            if inside and going and found[-1][-1] == points[0]:
                found[-1] += points[1:]
            elif inside:
                found.append(list(points))
            going = inside
        return found

    def _parts(self, entry: Entry, window: Window, shift: int) -> Iterator[tuple[bool, Sequence[XY]]]:
        """Each piece in turn: whether it meets the window, and its points, or only two where it does not."""
        q, pieces = self.quantum, self.pieces
        south, north = window.south / q, window.north / q
        for i, turn in zip(entry["ids"], entry.get("turns") or repeat(0), strict=False):
            line = i if i >= 0 else ~i
            east_by = 360.0 * (turn + shift)
            west, east = (window.west - east_by) / q, (window.east - east_by) / q
            numbers = range(self.starts[line], self.starts[line + 1])
            for number in numbers if i >= 0 else reversed(numbers):
                at = number * _FIELDS
                x, y, a, b, c, d, begin = pieces[at : at + _FIELDS]
                if a <= east and c >= west and b <= north and d >= south:
                    inside, points = True, self._unpacked(number, x, y, begin, east_by)
                elif number + 1 < self.starts[line + 1]:
                    inside, points = False, [(x * q + east_by, y * q), (pieces[at + 7] * q + east_by, pieces[at + 8] * q)]
                else:
                    unpacked = self._unpacked(number, x, y, begin, east_by)
                    inside, points = False, [unpacked[0], unpacked[-1]]
                yield inside, points if i >= 0 else points[::-1]

    def _unpacked(self, number: int, x: int, y: int, begin: int, east_by: float) -> list[XY]:
        """The points of a piece."""
        q, after = self.quantum, number * _FIELDS + 13
        end = self.pieces[after] if after < len(self.pieces) else len(self.deltas)
        xs = accumulate(self.deltas[begin:end:2], initial=x)
        ys = accumulate(self.deltas[begin + 1 : end : 2], initial=y)
        return [(u * q + east_by, v * q) for u, v in zip(xs, ys, strict=True)]


@dataclass(frozen=True, slots=True)
class Land:
    """Land and countries in one degree of detail."""

    packed: Packed

    def land(self, window: Window) -> list[list[XY]]:
        """The rings of land that meet the window."""
        return self.packed.rings(self.packed.head["land"], window)

    def coasts(self, window: Window) -> list[list[XY]]:
        """The coasts in the window."""
        return [part for run in self.packed.runs(self.packed.head["land"], window) for part in _without_seam(run)]

    def country(self, code: str, window: Window) -> list[list[XY]]:
        """The rings of a country that meet the window."""
        return self.packed.rings(self.packed.head["countries"].get(code, []), window)

    def borders(self, window: Window) -> list[list[XY]]:
        """Today's borders in the window."""
        return self.packed.runs(self.packed.head["borders"], window)


def _turned(entries: Iterable[Entry], window: Window) -> Iterator[tuple[Entry, int]]:
    """The lines that meet the window, if need be after a turn of the globe."""
    for entry in entries:
        west, south, east, north = entry["box"]
        if south <= window.north and north >= window.south:
            for shift in (-1, 0, 1):
                if west + 360 * shift <= window.east and east + 360 * shift >= window.west:
                    yield entry, shift


def _without_seam(run: list[XY]) -> Iterator[list[XY]]:
    """The parts of a run that are no seam of the map: the date line, where countries were cut, and the pole."""
    part: list[XY] = []
    for point in run:
        if abs(abs(point[0]) - 180) < 0.02 or point[1] < -89.9:
            if len(part) > 1:
                yield part
            part = []
        else:
            part.append(point)
    if len(part) > 1:
        yield part


@lru_cache(maxsize=3)
def land(detail: Detail) -> Land:
    """Land and countries; read once."""
    return Land(_read(f"land-{detail}.bin"))


@lru_cache(maxsize=1)
def water() -> Packed:
    """Rivers by name, and lakes; read once."""
    return _read("water.bin")


def country_names() -> dict[str, str]:
    """The name of each country by its ISO 3166 code."""
    names: dict[str, str] = land("50m").packed.head["names"]
    return names


def _read(name: str) -> Packed:
    data = zlib.decompress((files("packager.drawing") / "data" / name).read_bytes())
    size = int.from_bytes(data[:4], "little")
    head = json.loads(data[4 : 4 + size])
    at = 4 + size
    arrays: list[array[int]] = []
    for code, count in zip("iih", head["counts"], strict=True):
        numbers = array(code)
        numbers.frombytes(data[at : at + count * numbers.itemsize])
        at += count * numbers.itemsize
        if sys.byteorder == "big":
            numbers.byteswap()
        arrays.append(numbers)
    return Packed(head, *arrays)
