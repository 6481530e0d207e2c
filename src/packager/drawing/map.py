"""A map: the ground, then areas, rivers, arrows and places, then names, which never cover each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from packager.drawing import furniture
from packager.drawing.arrows import arrow_shape, on_paper
from packager.drawing.corners import NAME, POINT, Tower, settle
from packager.drawing.courses import Course, courses, mark, river_shapes
from packager.drawing.framed import inside
from packager.drawing.ground import Ground, ground
from packager.drawing.halo import haloed
from packager.drawing.layers import area_role, area_shapes, borders, hills, lakes
from packager.drawing.names import arrow_texts, hill_names, land_names, place_names, river_names, sea_names
from packager.drawing.paper import paper
from packager.drawing.projection import extent, fit, projection
from packager.drawing.room import Room, around
from packager.drawing.shapes import XY, Drawing, Ellipse, Fill, Group, Pen, Rect, Shape, Trouble
from packager.drawing.sheet import Sheet
from packager.drawing.style import SLIDE, Box, DrawingStyle, Measure
from packager.drawing.terrain import draw_on
from packager.model.drawings import Map

USUAL = 590.4, 381.6
"""The paper on which coasts are traced: that of a slide, of which any page shows a part."""
LOWEST, HIGHEST = 0.52, 0.9
"""The least and greatest height of a map that chooses its own, as a share of its width."""


def draw_map(model: Map, box: Box, style: DrawingStyle, measure: Measure) -> Drawing:
    """The map in shapes; what could not be placed or lies outside is reported."""
    height = box.height if box.fill else _height(model, box)
    on = paper(fit(model.bounds, box.width, height), style.line)
    below = ground(on, paper(fit(model.bounds, *USUAL), SLIDE.line))
    sheet = Sheet(model, on, style, measure, Room(box.width, height, below.grid.copy()))
    rivers = courses(model, on)
    shapes = [*_painted(sheet, below, rivers), *_arrows(sheet), *_marks(sheet)]
    shapes += (haloed(shape, sheet.room.terrain) for shape in _labelled(sheet, rivers))
    frame = Rect("frame", 0, 0, box.width, height, None, Pen("coast", 0.85 * style.line))
    return Drawing(box.width, height, Group(model.title, (*shapes, frame)), tuple(sheet.troubles))


def _height(model: Map, box: Box) -> float:
    """The height at which the bounds fill the width, within limits."""
    left, low, right, high = extent(model.bounds, projection(model.bounds))
    share = (high - low) / (right - left)
    return min(min(max(share, LOWEST), HIGHEST) * box.width, box.height)


def _painted(sheet: Sheet, below: Ground, rivers: Sequence[Course]) -> Iterator[Shape]:
    """Sea, land, areas, coast, borders, hills, lakes and rivers, the lower first."""
    model, on = sheet.model, sheet.on
    yield from below.below
    turn = 0
    for area in model.areas:
        yield from area_shapes(area, area_role(area, turn), on, tuple(rivers))
        turn += area.beside is None
    yield from below.coast
    grid = sheet.room.terrain
    if model.borders or "borders" in model.layers:
        yield from borders(on)
    mark(grid, rivers)
    yield from hills(model, on, grid)
    if "lakes" in model.layers:
        yield from lakes(model.period == "today", on)
    for course in rivers:
        yield from river_shapes(course, on)


def _arrows(sheet: Sheet) -> Iterator[Shape]:
    for arrow in sheet.model.arrows:
        line = on_paper(arrow, sheet.on.fitted)
        draw_on(sheet.room.terrain, line, 3)
        yield from inside([arrow_shape(arrow, line, sheet.style)], sheet.on.box)


def _marks(sheet: Sheet) -> Iterator[Shape]:
    """A dot for each place, and room kept for it."""
    size = 0.2 * sheet.style.place
    for index, place in enumerate(sheet.model.places):
        x, y = sheet.on.fitted.xy(*place.at)
        if not sheet.room.holds((x, y)):
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
    """Scale, key, period and locator."""
    model, style, measure, fitted = sheet.model, sheet.style, sheet.measure, sheet.on.fitted
    stack, gap = [furniture.scale_bar(fitted, style, measure)], 0.75 * style.key
    notes: list[furniture.Piece] = []
    if model.period not in (None, "today") and style.period:
        notes = [furniture.note(model.period or "", style, measure, share * fitted.width) for share in (0.42, 0.34, 0.27)]
        if notes[0].height < 2.2 * style.note:
            stack, notes = [notes[0], *stack], []
    entries = list(_entries(model))
    if entries:
        stack.insert(0, furniture.key(entries, style, measure, 0.42 * fitted.width))
    inset = furniture.locator(model.bounds, fitted, style, measure)
    wanted = [[Tower(tuple(stack), "bl", gap)], [Tower((note,), "br", gap) for note in notes]]
    wanted.append([Tower((inset,), "tr", gap)] if inset else [])
    yield from settle([forms for forms in wanted if forms], sheet.room, _to_keep(sheet), gap)


def _to_keep(sheet: Sheet) -> list[tuple[XY, float]]:
    """The points on paper that are to stay clear: places, the way of arrows, and where names are to stand, though these can move."""
    model, xy = sheet.model, sheet.on.fitted.xy
    points = [*(place.at for place in model.places), *(point for arrow in model.arrows for point in arrow.along)]
    named = [label.at for label in (*model.regions, *model.seas) if label.at]
    return [*((xy(*at), POINT) for at in points), *((xy(*at), NAME) for at in named)]


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
