"""Names that a map knows: rivers, seas, ranges of hills and countries, and where they lie."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

from packager.drawing import atlas
from packager.drawing.shapes import XY
from packager.model.drawings import Map

COARSE = 11.0
"""Points a degree of the land that is looked into when nothing is drawn."""
_PLAIN = ("River", "Rio ", "Clywedog", "Gandaki")


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Where the known names lie, in degrees; `frames` are west, south, east, north.

    A sea has one point, or two between which its name runs, or more of which the first on the map is taken.
    """

    seas: dict[str, tuple[XY, ...]]
    hills: dict[str, tuple[XY, ...]]
    frames: dict[str, tuple[float, float, float, float]]

    def where(self, name: str) -> tuple[XY, ...] | None:
        """The points of a sea or a range, or None where it is not known."""
        return self.seas.get(name) or self.hills.get(name)

    def is_narrow(self, sea: str) -> bool:
        """Whether the name of a sea runs along it."""
        return len(self.seas.get(sea, ())) == 2


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """All known names; read once."""
    data = json.loads((files("packager.drawing") / "data" / "gazetteer.json").read_text("utf-8"))
    seas = {name: tuple(zip(at[::2], at[1::2], strict=True)) for name, at in data["seas"].items()}
    hills = {name: tuple((x, y) for x, y in line) for name, line in data["hills"].items()}
    return Gazetteer(seas, hills, {name: (w, s, e, n) for name, (w, s, e, n) in data["frames"].items()})


def river(name: str) -> str | None:
    """The name under which a river is known: `Nile` for `Nile` and for `River Nile`."""
    plain = name.removeprefix("River ").removeprefix("the ")
    return plain if plain in river_names() else None


def river_names() -> tuple[str, ...]:
    """The rivers that are known."""
    return tuple(atlas.known()["rivers"])


def river_label(name: str) -> str:
    """What stands on the map: `River Nile` for `Nile`."""
    return name if any(word in name for word in _PLAIN) or river(name) is None else f"River {name}"


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name that no map knows: its path in the model, what it should be, and the names there are."""

    path: tuple[str | int, ...]
    kind: str
    name: str
    known: tuple[str, ...]


def unknown_names(model: Map) -> Iterator[Unknown]:
    """The rivers, countries and labels of a map that cannot be drawn, since nobody says where they are."""
    for i, each in enumerate(model.rivers):
        if each.along is None and river(each.name) is None:
            yield Unknown(("rivers", i), "river", each.name, river_names())
    for i, area in enumerate(model.areas):
        countries: dict[str, str] = atlas.known()["countries"]
        if area.country and area.country not in countries:
            named = tuple(code for code, name in countries.items() if name == area.name)
            yield Unknown(("areas", i, "country"), "country", area.country, named or tuple(countries))
        given = {each.name for each in model.rivers if each.along}
        if area.beside and area.beside not in given and river(area.beside) is None:
            yield Unknown(("areas", i, "beside"), "river", area.beside, (*river_names(), *given))
    places = gazetteer()
    for field, known in (("seas", places.seas), ("relief", places.hills), ("regions", {**places.hills})):
        for i, label in enumerate(getattr(model, field)):
            if label.at is None and places.where(label.name) is None:
                yield Unknown((field, i), {"seas": "sea", "relief": "range of hills"}.get(field, "region"), label.name, tuple(known))


def between(line: Sequence[XY]) -> tuple[XY, ...]:
    """Points along a line, twenty to each of its steps."""
    pairs = pairwise(line)
    return tuple((a + (c - a) * k / 20, b + (d - b) * k / 20) for (a, b), (c, d) in pairs for k in range(21))


def outside_names(model: Map) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The rivers, countries and labels that are known and do not meet the bounds of a map: their path in it, and their name."""
    window = atlas.Window(*model.bounds)
    for i, each in enumerate(model.rivers):
        name = river(each.name)
        if each.along is None and name and not any(_meets(atlas.water(), f"{kind} {name}", window) for kind in ("main", "branch")):
            yield ("rivers", i), each.name
    for i, area in enumerate(model.areas):
        if area.country in atlas.known()["countries"] and not _meets(atlas.land(COARSE), str(area.country), window):
            yield ("areas", i, "country"), area.name


def _meets(packed: atlas.Packed, group: str, window: atlas.Window) -> bool:
    """Whether a line of a group runs through a window, or goes round it."""
    for ring in packed.within(group, window):
        if any(part.inside for part in ring.parts):
            return True
        if len({(part.xs[0], part.ys[0]) for part in ring.parts}) > 3:
            return True
    return False
