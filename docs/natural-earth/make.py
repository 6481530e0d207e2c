"""Makes `src/packager/drawing/data/` from Natural Earth. How to run it stands in README.md beside this file."""

from __future__ import annotations

import itertools
import json
import math
import sys
import zlib
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PIECE = 24
"""The most points in one piece of a line; a piece outside the window is never unpacked."""
BLOCK = 16
"""The most pieces in one block of a line; a block outside the window is not even looked into."""
PAGE = 8192
"""Numbers in a page of deltas, which is zipped for itself, and unzipped only where a map shows some of it."""
QUANTUM = 0.0036
"""Degrees between two values of a coordinate: that of the finest source."""
ROUND = 100_000
"""360 degrees."""
LEVELS: tuple[tuple[int, str, float], ...] = ((44, "10m", 0.0), (22, "10m", 44.0), (11, "50m", 22.0), (4, "50m", 11.0), (0, "110m", 0.0))
"""For each file of land the points a degree from which it is drawn, its source, and those below which it is; 0 for all above."""
DEVIATION = 0.3
"""Points by which a coast may be drawn off its course: nobody sees it."""
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
    return [point for point, _ in itertools.groupby((round(x / QUANTUM), round(y / QUANTUM)) for x, y in points)]


class Index:
    """What a file says about its lines: rings with the lines they are made of, by group; then the lines, in blocks and pieces."""

    def __init__(self) -> None:  # noqa: D107
        self.groups: dict[str, list[int]] = {}
        self.rings, self.ids = array("i"), array("i")

    def add(self, group: str, rings: Iterable[Ring]) -> None:
        """Adds a group of rings; each is its extent, where its lines begin, and whether it goes round the pole."""
        first = len(self.rings) // 6
        for ring in rings:
            self.rings.extend((*ring.box, len(self.ids) // 2, int(ring.pole)))
            for line, turn in zip(ring.ids, ring.turns, strict=True):
                self.ids.extend((line, turn))
        self.groups[group] = [first, len(self.rings) // 6]


def packed(lines: list[Line], index: Index) -> bytes:
    """Lines in pieces: for each its start, its extent and where its deltas begin; the same for blocks of pieces; and deltas in pages.

    Behind the last piece of a line, and behind its last block, stands one more that has only a start: the end of the line.
    """
    starts, blocks, pieces, pages = array("i"), array("i"), array("i"), [array("h")]
    page_starts = array("i", [0])
    for line in lines:
        starts.append(len(blocks) // 7)
        numbers = range(0, max(len(line) - 1, 1), PIECE)
        for number, i in enumerate(numbers):
            if number % BLOCK == 0:
                part = line[i : i + PIECE * BLOCK + 1]
                blocks.extend((*part[0], *_box(part), len(pieces) // 7))
            part = line[i : i + PIECE + 1]
            if len(pages[-1]) > PAGE:
                page_starts.append(page_starts[-1] + len(pages[-1]))
                pages.append(array("h"))
            pieces.extend((*part[0], *_box(part), page_starts[-1] + len(pages[-1])))
            for (a, b), (c, d) in itertools.pairwise(part):
                pages[-1].extend((c - a, d - b))
        blocks.extend((*line[-1], 0, 0, 0, 0, len(pieces) // 7))
        pieces.extend((*line[-1], 0, 0, 0, 0, page_starts[-1] + len(pages[-1])))
    zipped = [zlib.compress(_bytes(page), 9) for page in pages]
    arrays = (index.rings, index.ids, starts, blocks, pieces, page_starts, array("i", map(len, zipped)))
    head = {"groups": index.groups, "quantum": QUANTUM, "counts": [len(numbers) for numbers in arrays]}
    said = json.dumps(head, separators=(",", ":")).encode()
    front = zlib.compress(len(said).to_bytes(4, "little") + said + b"".join(map(_bytes, arrays)), 9)
    return len(front).to_bytes(4, "little") + front + b"".join(zipped)


def _box(points: Line) -> tuple[int, int, int, int]:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _bytes(numbers: array[int]) -> bytes:
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()


def simpler(line: Line, tolerance: float) -> Line:
    """The line without the points that lie within `tolerance` degrees of what is left (Douglas and Peucker, 1973); its ends stay."""
    limit = (tolerance / QUANTUM) ** 2
    kept, waiting = {0, len(line) - 1}, [(0, len(line) - 1)]
    while waiting and tolerance:
        first, last = waiting.pop()
        far, at = max(((_off(line[k], line[first], line[last]), -k) for k in range(first + 1, last)), default=(0, 0))
        if far > limit:
            kept.add(-at)
            waiting += [(first, -at), (-at, last)]
    return _in_short_steps(line[k] for k in sorted(kept)) if tolerance else line


def _in_short_steps(line: Iterable[tuple[int, int]]) -> Line:
    """The line with points along each step that is longer than 90 degrees: a delta has 16 bits."""
    done: Line = []
    for x, y in line:
        a, b = done[-1] if done else (x, y)
        count = max(abs(x - a), abs(y - b)) // (ROUND // 4) + 1
        done += [(a + (x - a) * k // count, b + (y - b) * k // count) for k in range(1, count + 1)]
    return done


def _off(point: tuple[int, int], start: tuple[int, int], end: tuple[int, int]) -> float:
    """The square of the distance of a point from a segment; a degree of longitude counts for as much as it is long."""
    short = math.cos(math.radians(min(abs(point[1]) * QUANTUM, 89)))
    (x, y), (u, v) = ((point[0] - start[0]) * short, point[1] - start[1]), ((end[0] - start[0]) * short, end[1] - start[1])
    square = u * u + v * v
    share = min(max((x * u + y * v) / square, 0.0), 1.0) if square else 0.0
    return (x - share * u) ** 2 + (y - share * v) ** 2


def unwrapped(line: Line) -> Line:
    """The line going on beyond 180 degrees where it crosses the date line, instead of jumping to the other side."""
    done: Line = line[:1]
    shift = 0
    for (a, _), (c, d) in itertools.pairwise(line):
        shift += -ROUND if c - a > ROUND // 2 else ROUND if a - c > ROUND // 2 else 0
        done.append((c + shift, d))
    return done


@dataclass(frozen=True)
class Ring:
    """A ring or a run: its lines, how many times 360 degrees each must be moved to join the one before, and its extent.

    A ring around the pole, which does not close, is marked so.
    """

    ids: list[int]
    turns: list[int]
    box: list[int]
    pole: bool


def ring_of(ids: list[int], lines: list[Line]) -> Ring:
    """The ring that these lines make; a negative id is a line backwards."""
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
    return Ring(ids, turns, box, bool(start and at and abs(start[0] - at[0]) > ROUND // 2))


def countries(path: Path, codes: dict[str, str], below: float) -> bytes:
    """Land, countries and borders for maps of fewer than `below` points a degree.

    An arc that one country has is a coast, one that two have a border.
    """
    topology = Topology(path)
    tolerance = DEVIATION / below if below else 0.0
    lines = [simpler(unwrapped(quantised(arc)), tolerance) for arc in topology.arcs]
    rings: dict[str, list[Ring]] = {}
    uses: Counter[int] = Counter()
    for shape, polygon in topology.polygons("countries"):
        code = codes.get(str(shape.get("id")), "")
        for ring in polygon:
            uses.update({i if i >= 0 else ~i for i in ring})
            if code and _has_room(ring, lines):
                rings.setdefault(code, []).append(ring_of(ring, lines))
    index = Index()
    index.add("land", (ring_of(ring, lines) for _, polygon in topology.polygons("land") for ring in polygon if _has_room(ring, lines)))
    index.add("borders", (ring_of([i], lines) for i, n in sorted(uses.items()) if n > 1))
    for code, found in rings.items():
        index.add(code, found)
    return packed(lines, index)


def _has_room(ids: list[int], lines: list[Line]) -> bool:
    """Whether a ring is still one, and not an island of which a simpler coast has left nothing."""
    return sum(len(lines[i if i >= 0 else ~i]) - 1 for i in ids) > 2


def names(path: Path, codes: dict[str, str], named: dict[str, Any]) -> dict[str, Any]:
    """The names of countries by their codes, and those of rivers, which can be looked up without their courses."""
    shapes = [shape for shape, _ in Topology(path).polygons("countries")]
    found = {codes[str(shape.get("id"))]: shape["properties"]["name"] for shape in shapes if str(shape.get("id")) in codes}
    return {"countries": found, "rivers": list(named["rivers"])}


def water(path: Path, named: dict[str, Any]) -> bytes:
    """Rivers by name, and lakes. Which line is which river is said by `named`: Natural Earth gives no names here."""
    topology = Topology(path)
    lines: list[Line] = []
    groups: dict[str, list[Line]] = {}
    for name, entry in named["rivers"].items():
        for part in ("main", "branch"):
            sources = [found for source in entry.get(part, []) for found in _of_source(topology, source, entry.get("within"))]
            groups[f"{part} {name}"] = sources
    lakes: dict[str, list[Line]] = {"natural": [], "reservoir": []}
    for _, polygon in topology.polygons("lakes"):
        outline = topology.line(polygon[0])
        made = any(_holds(outline, point) for point in named["reservoirs"])
        lakes["reservoir" if made else "natural"].append(quantised(outline))
    lakes["reservoir"] += [quantised(map(tuple, outline)) for outline in named["drawn reservoirs"]]
    index = Index()
    for group, found in {**groups, **{f"lakes {kind}": each for kind, each in lakes.items()}}.items():
        begin = len(lines)
        lines += found
        index.add(group, [ring_of([i], lines) for i in range(begin, len(lines))])
    return packed(lines, index)


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
    for least, source, below in LEVELS:
        (target / f"land-{least}.bin").write_bytes(countries(atlas / f"countries-{source}.json", codes, below))
    named = json.loads((here / "rivers.json").read_text("utf-8"))
    (target / "water.bin").write_bytes(water(sane / "dist" / "world_50m.json", named))
    known = json.dumps(names(atlas / "countries-50m.json", codes, named), ensure_ascii=False, indent=0)
    (target / "names.json").write_text(known + "\n", "utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
