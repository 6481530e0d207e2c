"""A map: the ground, then areas, rivers, arrows and places, then names, which never cover each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from packager.drawing import furniture
from packager.drawing.arrows import arrow_shape, on_paper
from packager.drawing.ground import (
    Course,
    area_role,
    area_shapes,
    borders,
    coast,
    courses,
    hills,
    lakes,
    land_and_sea,
    mark,
    paper,
    river_shapes,
)  # fmt: skip
from packager.drawing.names import arrow_texts, hill_names, land_names, place_names, river_names, sea_names
from packager.drawing.projection import extent, fit, projection
from packager.drawing.room import Room, around
from packager.drawing.shapes import XY, Drawing, Ellipse, Fill, Group, Pen, Rect, Shape, Trouble
from packager.drawing.sheet import Sheet
from packager.drawing.style import Box, DrawingStyle, Measure
from packager.drawing.terrain import draw_on
from packager.model.drawings import Map

LOWEST, HIGHEST = 0.52, 0.9
"""The least and greatest height of a map that chooses its own, as a share of its width."""


def draw_map(model: Map, box: Box, style: DrawingStyle, measure: Measure) -> Drawing:
    """The map in shapes; what could not be placed or lies outside is reported."""
    height = box.height if box.fill else _height(model, box)
    fitted = fit(model.bounds, box.width, height)
    on = paper(fitted, style)
    coasts = on.lines(on.land.coasts(on.window))
    shapes, grid = land_and_sea(on, coasts)
    sheet = Sheet(model, on, style, measure, Room(box.width, height, grid))
    rivers = courses(model, on)
    shapes += _painted(sheet, rivers, coasts)
    shapes += _arrows(sheet)
    shapes += _marks(sheet)
    shapes += _labelled(sheet, rivers)
    frame = Rect("frame", 0, 0, box.width, height, None, Pen("coast", 0.85 * style.line))
    root = Group(model.title, (Group("map", tuple(shapes), (0, 0, box.width, height)), frame))
    return Drawing(box.width, height, root, tuple(sheet.troubles))


def _height(model: Map, box: Box) -> float:
    """The height at which the bounds fill the width, within limits."""
    left, low, right, high = extent(model.bounds, projection(model.bounds))
    share = (high - low) / (right - left)
    return min(min(max(share, LOWEST), HIGHEST) * box.width, box.height)


def _painted(sheet: Sheet, rivers: Sequence[Course], coasts: Sequence[Sequence[XY]]) -> list[Shape]:
    """Areas, coast, borders, hills, lakes and rivers, the lower first."""
    model, on = sheet.model, sheet.on
    shapes: list[Shape] = []
    turn = 0
    for area in model.areas:
        shapes += area_shapes(area, area_role(area, turn), on, rivers)
        turn += area.beside is None
    shapes += coast(on, coasts)
    if model.borders or "borders" in model.layers:
        shapes += borders(on)
    mark(sheet.room.terrain, rivers)
    shapes += hills(model, on, sheet.room.terrain)
    if "lakes" in model.layers:
        shapes += lakes(model, on)
    for course in rivers:
        shapes += river_shapes(course, sheet.style)
    return shapes


def _arrows(sheet: Sheet) -> Iterator[Shape]:
    for arrow in sheet.model.arrows:
        line = on_paper(arrow, sheet.on.fitted)
        draw_on(sheet.room.terrain, line, 3)
        yield arrow_shape(arrow, line, sheet.style)


def _marks(sheet: Sheet) -> Iterator[Shape]:
    """A dot for each place, and room kept for it."""
    size = 0.2 * sheet.style.place
    for index, place in enumerate(sheet.model.places):
        x, y = sheet.on.fitted.xy(*place.at)
        if not (0 <= x <= sheet.room.width and 0 <= y <= sheet.room.height):
            sheet.troubles.append(Trouble("outside-bounds", ("places", index), f"`{place.name}` lies outside the map"))
            continue
        sheet.room.take([around((x, y), 1.1 * size)])
        yield Ellipse(f"{place.name}: ring", x, y, 1.4 * size, 1.4 * size, Fill("white"))
        yield Ellipse(f"{place.name}: dot", x, y, size, size, Fill("ink"))


def _labelled(sheet: Sheet, rivers: Sequence[Course]) -> list[Shape]:
    """Corners, then names: places, lands, seas, rivers, arrows."""
    corners = list(_furniture(sheet))
    sheet.names += sea_names(sheet, True)
    placed = list(place_names(sheet))
    for group in (land_names(sheet), sea_names(sheet, False), hill_names(sheet), river_names(sheet, rivers), arrow_texts(sheet)):
        sheet.names += group
    return [*sheet.names, *placed, *corners]


def _furniture(sheet: Sheet) -> Iterator[Shape]:
    model, style, measure, fitted = sheet.model, sheet.style, sheet.measure, sheet.on.fitted
    stack = [furniture.scale_bar(fitted, style, measure)]
    entries = list(_entries(model))
    period = None
    if model.period not in (None, "today") and style.period:
        period = furniture.note(model.period or "", style, measure, 0.42 * fitted.width)
        if period.height < 2.2 * style.note:
            stack.insert(0, period)
            period = None
    if entries:
        stack.insert(0, furniture.key(entries, style, measure, 0.42 * fitted.width))
    inset = furniture.locator(model.bounds, fitted, style, measure)
    named = [label.at for label in (*model.regions, *model.seas) if label.at]
    keep = [fitted.xy(*at) for at in (*(p.at for p in model.places), *named, *(p for a in model.arrows for p in a.along))]
    yield from furniture.settle(stack, inset, period, sheet.room, keep, 0.75 * style.key)


def _entries(model: Map) -> Iterator[furniture.Entry]:
    """The key: areas that have no name on the map, then what the author adds."""
    seen: set[str] = set()
    turn = 0
    for area in model.areas:
        if not area.country and area.name not in seen:
            seen.add(area.name)
            yield furniture.Entry(area.name, area_role(area, turn))
        turn += area.beside is None
    if seen and model.places:
        yield furniture.Entry("place", dot=True)
    yield from (furniture.Entry(line) for line in model.key)
