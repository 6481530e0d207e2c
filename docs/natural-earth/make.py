"""Makes `src/packager/drawing/data/` from Natural Earth. How to run it stands in README.md beside this file."""

from __future__ import annotations

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
Line = list[tuple[int, int]]


class Topology:
    """A TopoJSON file with its arcs in degrees (TopoJSON specification 1.0, 2.1.2)."""

    def __init__(self, path: Path) -> None:
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
            for (a, b), (c, d) in zip(part, part[1:], strict=False):
                deltas.extend((c - a, d - b))
    starts.append(len(pieces) // 7)
    head = json.dumps({**extra, "quantum": QUANTUM, "counts": [len(starts), len(pieces), len(deltas)]}, separators=(",", ":")).encode()
    for numbers in (starts, pieces, deltas):
        if sys.byteorder == "big":
            numbers.byteswap()
    body = len(head).to_bytes(4, "little") + head + starts.tobytes() + pieces.tobytes() + deltas.tobytes()
    return zlib.compress(body, 9)


def short_enough(line: Line) -> Line:
    """The line with points put in where a step is longer than 16 bits hold."""
    done: Line = line[:1]
    for (a, b), (c, d) in zip(line, line[1:], strict=False):
        steps = max(abs(c - a), abs(d - b)) // 30000 + 1
        done += [(a + (c - a) * k // steps, b + (d - b) * k // steps) for k in range(1, steps + 1)]
    return done


def countries(path: Path, codes: dict[str, str]) -> bytes:
    """Land, countries and borders. An arc that one country has is a coast, one that two have a border."""
    topology = Topology(path)
    lines = [short_enough(quantised(arc)) for arc in topology.arcs]
    rings: dict[str, list[list[int]]] = {}
    uses: Counter[int] = Counter()
    names: dict[str, str] = {}
    for shape, polygon in topology.polygons("countries"):
        code = codes.get(str(shape.get("id")), "")
        for ring in polygon:
            uses.update({i if i >= 0 else ~i for i in ring})
            if code:
                rings.setdefault(code, []).append(ring)
                names[code] = shape["properties"]["name"]
    land = [ring for _, polygon in topology.polygons("land") for ring in polygon]
    return packed(lines, {"land": land, "countries": rings, "names": names, "borders": [i for i, n in sorted(uses.items()) if n > 1]})


def rivers(path: Path, named: dict[str, Any]) -> bytes:
    """Rivers by name, and lakes. Which line is which river is said by `named`: Natural Earth gives no names here."""
    topology = Topology(path)
    shapes = topology.objects["rivers"]["geometries"]
    lines: list[Line] = []
    index: dict[str, dict[str, list[int]]] = {}
    for name, entry in named["rivers"].items():
        for part in ("main", "branch"):
            for source in entry.get(part, []):
                for line in _of_source(topology, shapes, source, entry.get("within")):
                    index.setdefault(name, {}).setdefault(part, []).append(len(lines))
                    lines.append(line)
    lakes: dict[str, list[list[int]]] = {"natural": [], "reservoir": []}
    for _, polygon in topology.polygons("lakes"):
        outline = topology.line(polygon[0])
        made = any(_holds(outline, point) for point in named["reservoirs"])
        lakes["reservoir" if made else "natural"].append([len(lines)])
        lines.append(quantised(outline))
    return packed(lines, {"rivers": index, "lakes": lakes})


def _of_source(topology: Topology, shapes: Any, source: Any, within: Any) -> Iterator[Line]:
    if not isinstance(source, int):
        yield quantised(map(tuple, source))
        return
    shape = shapes[source]
    for ids in [shape["arcs"]] if shape["type"] == "LineString" else shape["arcs"]:
        line = topology.line(ids)
        west, south, east, north = within or (-181, -91, 181, 91)
        if all(west <= x <= east and south <= y <= north for x, y in line):
            yield quantised(line)


def _holds(ring: list[tuple[float, float]], point: tuple[float, float]) -> bool:
    """Whether a point lies inside a ring, by the number of sides that a ray to the east crosses."""
    x, y = point
    crossed = [
        a for (a, b), (c, d) in zip(ring, ring[1:], strict=False) if (b > y) != (d > y) and x < a + (y - b) / (d - b) * (c - a)
    ]
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
