"""Makes `src/packager/drawing/data/` from Natural Earth. How to run it stands in README.md beside this file."""

from __future__ import annotations

import itertools
import json
import sys
import zlib
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

PIECE = 48
"""The most points in one piece of a line; a piece outside the window is never unpacked."""
QUANTUM = 0.0036
"""Degrees between two values of a coordinate: that of the finest source."""
ROUND = 100_000
"""360 degrees."""
Line = list[tuple[int, int]]


class Topology:
    """A TopoJSON file with its arcs in degrees (TopoJSON specification 1.0, 2.1.2)."""

    def __init__(self, path: Path) -> None:  # noqa: D107
        data = json.loads(path.read_text("utf-8"))
        self.objects = data["objects"]
        scale, shift = data["transform"]["scale"], data["transform"]["translate"]
        self.arcs = [self._arc(arc, scale, shift) for arc in data["arcs"]]

    @staticmethod
    def _arc(deltas: Any, scale: Any, shift: Any) -> list[tuple[float, float]]:
        x = y = 0
        points = []
        for dx, dy in deltas:
            x, y = x + dx, y + dy
            points.append((x * scale[0] + shift[0], y * scale[1] + shift[1]))
        return points

    def line(self, ids: Iterable[int]) -> list[tuple[float, float]]:
        """The arcs joined to one line; a negative id is an arc backwards."""
        points: list[tuple[float, float]] = []
        for i in ids:
            arc = self.arcs[i] if i >= 0 else self.arcs[~i][::-1]
            points += arc if not points else arc[1:]
        return points

    def polygons(self, layer: str) -> Iterator[tuple[dict[str, Any], list[list[int]]]]:
        """Each polygon of a layer as its object and the arcs of its rings; those without arcs are left out."""
        for shape in self.objects[layer]["geometries"]:
            several = [shape["arcs"]] if shape["type"] == "Polygon" else shape.get("arcs", [])
            for rings in several:
                if any(rings):
                    yield shape, [ring for ring in rings if ring]


def quantised(points: Iterable[tuple[float, float]]) -> Line:
    """The points as whole numbers, without repetitions."""
    done: Line = []
    for x, y in points:
        point = round(x / QUANTUM), round(y / QUANTUM)
        if not done or done[-1] != point:
            done.append(point)
    return done


def packed(lines: list[Line], extra: dict[str, Any]) -> bytes:
    """Lines in pieces as arrays: deltas, and for each piece its start, its extent and where it begins; zipped."""
    deltas, pieces, starts = array("h"), array("i"), array("i")
    for line in lines:
        starts.append(len(pieces) // 7)
        for i in range(0, max(len(line) - 1, 1), PIECE):
            part = line[i : i + PIECE + 1]
            xs, ys = [p[0] for p in part], [p[1] for p in part]
            pieces.extend((part[0][0], part[0][1], min(xs), min(ys), max(xs), max(ys), len(deltas)))
            for (a, b), (c, d) in itertools.pairwise(part):
                deltas.extend((c - a, d - b))
    starts.append(len(pieces) // 7)
    head = json.dumps({**extra, "quantum": QUANTUM, "counts": [len(starts), len(pieces), len(deltas)]}, separators=(",", ":")).encode()
    for numbers in (starts, pieces, deltas):
        if sys.byteorder == "big":
            numbers.byteswap()
    body = len(head).to_bytes(4, "little") + head + starts.tobytes() + pieces.tobytes() + deltas.tobytes()
    return zlib.compress(body, 9)


def unwrapped(line: Line) -> Line:
    """The line going on beyond 180 degrees where it crosses the date line, instead of jumping to the other side."""
    done: Line = line[:1]
    shift = 0
    for (a, _), (c, d) in itertools.pairwise(line):
        shift += -ROUND if c - a > ROUND // 2 else ROUND if a - c > ROUND // 2 else 0
        done.append((c + shift, d))
    return done


def ring_of(ids: list[int], lines: list[Line]) -> dict[str, Any]:
    """A ring: its lines, how many times 360 degrees each must be moved to join the one before, and its extent.

    A ring around the pole, which does not close, is marked so.
    """
    turns: list[int] = []
    box = [10**9, 10**9, -(10**9), -(10**9)]
    at = start = None
    for i in ids:
        line = lines[i] if i >= 0 else lines[~i][::-1]
        turn = 0 if at is None else round((at[0] - line[0][0]) / ROUND)
        turns.append(turn)
        xs, ys = [x + turn * ROUND for x, _ in line], [y for _, y in line]
        box = [min(box[0], *xs), min(box[1], *ys), max(box[2], *xs), max(box[3], *ys)]
        start, at = start or (xs[0], ys[0]), (xs[-1], ys[-1])
    ring: dict[str, Any] = {"ids": ids, "box": [round(v * QUANTUM, 3) for v in box]}
    if any(turns):
        ring["turns"] = turns
    if start and at and abs(start[0] - at[0]) > ROUND // 2:
        ring["pole"] = True
    return ring


def countries(path: Path, codes: dict[str, str]) -> bytes:
    """Land, countries and borders. An arc that one country has is a coast, one that two have a border."""
    topology = Topology(path)
    lines = [unwrapped(quantised(arc)) for arc in topology.arcs]
    rings: dict[str, list[dict[str, Any]]] = {}
    uses: Counter[int] = Counter()
    names: dict[str, str] = {}
    for shape, polygon in topology.polygons("countries"):
        code = codes.get(str(shape.get("id")), "")
        for ring in polygon:
            uses.update({i if i >= 0 else ~i for i in ring})
            if code:
                rings.setdefault(code, []).append(ring_of(ring, lines))
                names[code] = shape["properties"]["name"]
    land = [ring_of(ring, lines) for _, polygon in topology.polygons("land") for ring in polygon]
    border = [ring_of([i], lines) for i, n in sorted(uses.items()) if n > 1]
    return packed(lines, {"land": land, "countries": rings, "names": names, "borders": border})


def rivers(path: Path, named: dict[str, Any]) -> bytes:
    """Rivers by name, and lakes. Which line is which river is said by `named`: Natural Earth gives no names here."""
    topology = Topology(path)
    lines: list[Line] = []
    index: dict[str, dict[str, list[dict[str, Any]]]] = {}
    for name, entry in named["rivers"].items():
        for part in ("main", "branch"):
            for line in [found for source in entry.get(part, []) for found in _of_source(topology, source, entry.get("within"))]:
                lines.append(line)
                index.setdefault(name, {}).setdefault(part, []).append(ring_of([len(lines) - 1], lines))
    lakes: dict[str, list[dict[str, Any]]] = {"natural": [], "reservoir": []}
    for _, polygon in topology.polygons("lakes"):
        outline = topology.line(polygon[0])
        made = any(_holds(outline, point) for point in named["reservoirs"])
        lines.append(quantised(outline))
        lakes["reservoir" if made else "natural"].append(ring_of([len(lines) - 1], lines))
    for outline in named["drawn reservoirs"]:
        lines.append(quantised(map(tuple, outline)))
        lakes["reservoir"].append(ring_of([len(lines) - 1], lines))
    return packed(lines, {"rivers": index, "lakes": lakes})


def _of_source(topology: Topology, source: Any, within: Any) -> Iterator[Line]:
    """The lines that an entry means: drawn points, a river of the file, or its longest line or all the others."""
    if isinstance(source, list):
        yield quantised(map(tuple, source))
        return
    number, which = (source, "all") if isinstance(source, int) else (source["of"], source["lines"])
    shape = topology.objects["rivers"]["geometries"][number]
    found = [topology.line(ids) for ids in ([shape["arcs"]] if shape["type"] == "LineString" else shape["arcs"])]
    west, south, east, north = within or (-181, -91, 181, 91)
    longest = max(found, key=len)
    for line in found:
        wanted = which == "all" or (line is longest) == (which == "longest")
        if wanted and all(west <= x <= east and south <= y <= north for x, y in line):
            yield quantised(line)


def _holds(ring: list[tuple[float, float]], point: tuple[float, float]) -> bool:
    """Whether a point lies inside a ring, by the number of sides that a ray to the east crosses."""
    x, y = point
    crossed = [a for (a, b), (c, d) in itertools.pairwise(ring) if (b > y) != (d > y) and x < a + (y - b) / (d - b) * (c - a)]
    return len(crossed) % 2 == 1


def main(atlas: Path, sane: Path, target: Path) -> None:
    """Writes all data files into `target`."""
    here = Path(__file__).parent
    codes = json.loads((here / "iso-3166.json").read_text("utf-8"))
    for detail in ("10m", "50m", "110m"):
        (target / f"land-{detail}.bin").write_bytes(countries(atlas / f"countries-{detail}.json", codes))
    named = json.loads((here / "rivers.json").read_text("utf-8"))
    (target / "water.bin").write_bytes(rivers(sane / "dist" / "world_50m.json", named))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
