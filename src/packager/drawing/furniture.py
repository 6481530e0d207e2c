"""What every map has besides its land: scale bar, north, key, locator and period, in the corners where they cover least."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import cos, floor, log10, radians

from packager.drawing.clip import Box
from packager.drawing.gazetteer import gazetteer
from packager.drawing.paper import Paper
from packager.drawing.projection import Fitted, fit
from packager.drawing.room import overlap
from packager.drawing.shapes import XY, Ellipse, Fill, Freeform, Pen, Rect, Role, Shape, Subpath
from packager.drawing.style import DrawingStyle, Measure
from packager.drawing.text import balanced, set_lines, wrap

SMALL = 100.0
"""Points: the width of a locator for which its land is traced."""
Frame = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the key: `swatch` is the colour of an area, a dot where it is `dot`, nothing where it is None."""

    text: str
    swatch: Role | None = None
    dot: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """Something with a white ground that is put in a corner."""

    name: str
    width: float
    height: float
    shapes: tuple[Shape, ...]


def scale_bar(fitted: Fitted, style: DrawingStyle, measure: Measure) -> Piece:
    """A bar in two halves as long as a round number of kilometres, and the arrow to the north."""
    size = style.key
    km = _round(fitted.km * fitted.width * 0.19)
    long = km / fitted.km
    far = set_lines([f"{km:,} km" if km >= 1 else f"{km * 1000:.0f} m"], "text", size, measure)
    none = set_lines(["0"], "text", size, measure)
    x, y, thick = 0.95 * size, 1.75 * size, 0.34 * size
    end = x + long
    north = max(end + far.width / 2, end) + 0.9 * size
    letter = set_lines(["N"], "text-bold", size, measure)
    shapes = (
        Rect("scale: first half", x, y, long / 2, thick, Fill("ink")),
        Rect("scale: second half", x + long / 2, y, long / 2, thick, Fill("white"), Pen("ink", 0.07 * size)),
        none.at("scale: 0", x, 0.55 * size, "ink", "middle"),
        far.at("scale", max(end, x + none.width + far.width / 2), 0.55 * size, "ink", "middle"),
        Freeform("north arrow", (_needle(north + 0.45 * size, 0.42 * size, size),), Fill("ink")),
        letter.at("north", north + 1.15 * size, 1.05 * size, "ink"),
    )
    return Piece("scale and north", north + 1.15 * size + letter.width + 0.55 * size, 2.55 * size, shapes)


def _needle(x: float, top: float, size: float) -> Subpath:
    half, foot = 0.45 * size, top + 1.65 * size
    return Subpath(((x, top), (x + half, foot), (x, foot - 0.36 * size), (x - half, foot)), closed=True)


def _round(km: float) -> float:
    """The largest of 1, 2 or 5 with noughts that is no more than `km`."""
    power: float = 10.0 ** floor(log10(km))
    value = next(step for step in (5, 2, 1) if step * power <= km * 1.0001) * power
    return int(value) if value >= 1 else value


def key(entries: Sequence[Entry], style: DrawingStyle, measure: Measure, most: float) -> Piece:
    """Swatches and what they mean."""
    size = style.key
    indent = 2.3 * size if any(e.swatch or e.dot for e in entries) else 0.0
    texts = [wrap(e.text, "text", size, most - indent - 1.3 * size, measure) for e in entries]
    shapes: list[Shape] = []
    y = 0.55 * size
    for entry, text in zip(entries, texts, strict=True):
        if entry.swatch:
            shapes.append(
                Rect(
                    f"{entry.text}: swatch",
                    0.65 * size,
                    y + 0.02 * size,
                    1.25 * size,
                    0.92 * size,
                    Fill(entry.swatch),
                    Pen("coast", 0.05 * size),
                    0.1 * size,
                )
            )
        elif entry.dot:
            shapes.append(Ellipse(f"{entry.text}: mark", 1.27 * size, y + 0.48 * size, 0.25 * size, 0.25 * size, Fill("ink")))
        shapes.append(text.at(entry.text, 0.65 * size + indent, y, "ink"))
        y += text.height + 0.45 * size
    return Piece("key", max(t.width for t in texts) + indent + 1.3 * size, y + 0.1 * size, tuple(shapes))


def note(text: str, style: DrawingStyle, measure: Measure, most: float) -> Piece:
    """The period of a map, in lines of about the same length."""
    size = style.note
    lines = balanced(text, "text", size, most, measure)
    return Piece("period", lines.width + 1.2 * size, lines.height + 0.9 * size, (lines.at("period", 0.6 * size, 0.45 * size, "ink"),))


def locator(bounds: Sequence[float], fitted: Fitted, style: DrawingStyle, measure: Measure) -> Piece | None:
    """A small map of a larger part of the world with this one marked on it; None for a map of most of the world."""
    name, frame = _frame(bounds)
    if frame is None:
        return None
    west, south, east, north = frame
    ratio = (north - south) / ((east - west) * max(cos(radians((north + south) / 2)), 0.3))
    width = 5.9 * style.key if ratio > 0.8 else 6.8 * style.key
    height = min(max(width * ratio, 0.6 * width), 1.15 * width)
    small = fit(frame, width, height)
    shapes: list[Shape] = [
        Rect("locator: ground", 0, 0, width, height, Fill("white")),
        Rect("locator: sea", 0, 0, width, height, Fill("sea", 0.55)),
        Freeform("locator: land", _land(frame, width, height), Fill("white"), Pen("coast", 0.6 * style.line)),
        _marked(fitted, small, width, height, style),
    ]
    text = set_lines([name], "text", max(style.least, 0.8 * style.key), measure)
    if text.fits(0.8 * width) and name != "The world":
        y = height * (0.44 if name == "Africa" else 0.62)
        mark = _extent(fitted, small)
        if not overlap((width / 2 - text.width / 2, y, width / 2 + text.width / 2, y + text.height), mark):
            shapes.append(text.at("locator: name", width / 2, y, "muted", "middle", "white"))
    shapes.append(Rect("locator: frame", 0, 0, width, height, None, Pen("coast", 0.9 * style.line)))
    return Piece("locator", width, height, tuple(shapes))


@lru_cache(maxsize=64)
def _land(frame: Frame, width: float, height: float) -> tuple[Subpath, ...]:
    k = width / SMALL
    return tuple(Subpath(tuple((x * k, y * k) for x, y in ring), closed=True) for ring in _small(frame, round(height / width, 6)))


@lru_cache(maxsize=16)
def _small(frame: Frame, tall: float) -> list[list[XY]]:
    """The land of a frame, for locators of any size."""
    fitted = fit(frame, SMALL, SMALL * tall)
    on = Paper(fitted, fitted.window(0), 1.0)
    return on.traced(on.land, "land")[0]


def _frame(bounds: Sequence[float]) -> tuple[str, Frame | None]:
    west, south, east, north = bounds
    area = (east - west) * (north - south)
    around = [
        (name, box)
        for name, box in gazetteer().frames.items()
        if box[0] <= west and box[1] <= south and box[2] >= east and box[3] >= north and (box[2] - box[0]) * (box[3] - box[1]) > 5 * area
    ]
    if around:
        return min(around, key=lambda pair: (pair[1][2] - pair[1][0]) * (pair[1][3] - pair[1][1]))
    return ("The world", gazetteer().frames["The world"]) if east - west < 120 else ("", None)


def _extent(fitted: Fitted, small: Fitted) -> Box:
    """The paper of the map on the locator."""
    window = fitted.window(0)
    points = [small.xy(x, y) for x in (window.west, window.east) for y in (window.south, window.north)]
    return min(p[0] for p in points), min(p[1] for p in points), max(p[0] for p in points), max(p[1] for p in points)


def _marked(fitted: Fitted, small: Fitted, width: float, height: float, style: DrawingStyle) -> Shape:
    left, top, right, bottom = _extent(fitted, small)
    grow = max((0.45 * style.key - (right - left)) / 2, 0), max((0.45 * style.key - (bottom - top)) / 2, 0)
    left, right = max(left - grow[0], 0), min(right + grow[0], width)
    top, bottom = max(top - grow[1], 0), min(bottom + grow[1], height)
    return Rect("locator: this map", left, top, right - left, bottom - top, Fill("accent", 0.25), Pen("accent", 1.5 * style.line))
