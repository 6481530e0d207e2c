"""The names on a map, each where it covers the least. None covers another: what finds no room is reported."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from packager.drawing.arrows import on_paper
from packager.drawing.clip import clip_ring
from packager.drawing.courses import Course
from packager.drawing.gazetteer import between, gazetteer
from packager.drawing.layers import country
from packager.drawing.places import Named, draw_names, name_places
from packager.drawing.regions import across, angle_of, beside, versions
from packager.drawing.room import Room
from packager.drawing.shapes import XY, Role, Shape, Trouble
from packager.drawing.sheet import Sheet
from packager.drawing.text import Lines, set_lines
from packager.model.drawings import MapLabel

NEAR, FAR = 1.6, 4.5
"""How far the name of a land may stand from its place, in ems of the names of places; and that of a sea."""
LONG = 0.16
"""How long a river must be, as a share of the map's width, to be named without having been asked for."""


def place_names(sheet: Sheet) -> Iterator[Shape]:
    """The names of places, in smaller letters where they are many."""
    style, measure, fitted = sheet.style, sheet.measure, sheet.on.fitted
    sizes = [style.place * share for share in (1.0, 0.9, 0.8, 0.72) if style.place * share >= style.least] or [style.least]
    best: list[Named] | None = None
    missing: list[Named] = []
    taken = list(sheet.room.taken)
    for size in sizes:
        sheet.room.taken[:] = taken
        named = []
        for index, place in enumerate(sheet.model.places):
            at = fitted.xy(*place.at)
            if sheet.room.holds(at):
                text = set_lines([place.name], "text-bold", size, measure)
                note = set_lines([place.note], "text", max(style.note, style.least), measure) if place.note else None
                named.append(Named(("places", index), place.name, at, 0.2 * style.place, text, note))
        missing = name_places(named, sheet.room)
        best = named
        if not missing:
            break
    for each in missing:
        sheet.left_out(each.path, each.name)
    yield from draw_names(best or [])


def _at(label: MapLabel, sheet: Sheet) -> tuple[list[XY], XY] | None:
    """The line or point of a label on the paper, and where its name would best stand; None where nobody knows."""
    known = gazetteer().where(label.name) or ()
    line = [sheet.on.fitted.xy(*p) for p in known]
    if label.at:
        return line, sheet.on.fitted.xy(*label.at)
    several = line if label.name in gazetteer().seas and len(line) > 2 else [*(between(line) or line)]
    inside = [p for p in several if 0 < p[0] < sheet.room.width and 0 < p[1] < sheet.room.height]
    if not inside:
        return None
    return line, inside[0 if several is line else len(inside) // 2]


def land_names(sheet: Sheet) -> Iterator[Shape]:
    """The names of lands, and of the countries that are set off by colour."""
    style = sheet.style
    for index, label in enumerate(sheet.model.regions):
        texts = versions(label.name, "text-bold", style.region, style.least, 0.08, sheet.measure)
        yield from _name(sheet, ("regions", index), label, texts, "region_text", True, ())
    for index, area in enumerate(sheet.model.areas):
        rings = country(area.country, sheet.on) if area.country else []
        if rings:
            texts = versions(area.name, "text-bold", style.region, style.least, 0.08, sheet.measure)
            text = across(area.name, _middle(max(rings, key=_area)), texts, sheet.room, "region_text", 60, True)
            yield from [text] if text else []
            if text is None:
                sheet.left_out(("areas", index), area.name)


def _area(ring: Sequence[XY]) -> float:
    return abs(sum(x * v - u * y for (x, y), (u, v) in zip(ring, [*ring[1:], ring[0]], strict=True))) / 2


def _middle(ring: Sequence[XY]) -> XY:
    """The middle of the widest of seven cuts across a ring."""
    left, right = min(x for x, _ in ring), max(x for x, _ in ring)
    top, bottom = min(y for _, y in ring), max(y for _, y in ring)
    best = (0.0, (left + right) / 2, (top + bottom) / 2)
    for k in range(2, 9):
        y = top + (bottom - top) * k / 10
        cut = clip_ring(ring, (left, y - 0.5, right, y + 0.5))
        if cut:
            a, b = min(x for x, _ in cut), max(x for x, _ in cut)
            best = max(best, (b - a, (a + b) / 2, y))
    return best[1], best[2]


def sea_names(sheet: Sheet, narrow: bool) -> Iterator[Shape]:
    """The names of seas; those of narrow ones, which have little choice, come before the names of places."""
    style = sheet.style
    for index, label in enumerate(sheet.model.seas):
        if gazetteer().is_narrow(label.name) is not narrow:
            continue
        texts = versions(label.name, style.water, style.sea, style.least, 0.05, sheet.measure)
        yield from _name(sheet, ("seas", index), label, texts, "water_text", False, (0.0,))


def hill_names(sheet: Sheet) -> Iterator[Shape]:
    """The names of hills and mountains."""
    style = sheet.style
    for index, label in enumerate(sheet.model.relief):
        texts = versions(label.name, "text", style.region, style.least, 0.04, sheet.measure)
        yield from _name(sheet, ("relief", index), label, texts, "region_text", True, ())


def _name(
    sheet: Sheet, path: tuple[str | int, ...], label: MapLabel, texts: Sequence[Lines], role: Role, on_land: bool, flat: tuple[float, ...]
) -> Iterator[Shape]:
    found = _at(label, sheet)
    if found is None:
        rule = "outside-bounds" if gazetteer().where(label.name) else "unknown-name"
        sheet.troubles.append(
            Trouble(
                rule, path, f"`{label.name}` lies outside the map" if rule == "outside-bounds" else f"nobody knows where `{label.name}` is"
            )
        )
        return
    line, centre = found
    if not sheet.room.holds(centre):
        sheet.troubles.append(Trouble("outside-bounds", path, f"`{label.name}` lies outside the map"))
        return
    turned = (angle_of(line),) if gazetteer().is_narrow(label.name) and abs(angle_of(line)) > 6 else ()
    angles = (*(flat or (0.0,)), *(turned if not on_land else ()))
    # A name that strays far from its land would teach what is wrong: only where there is no room nearer.
    near = max(NEAR * sheet.style.place, 0.7 * min(text.width for text in texts))
    far = FAR * sheet.style.place
    for reach in (near, max(near, far)) if on_land else (far,):
        text = across(label.name, centre, texts, sheet.room, role, reach, on_land, angles)
        if text:
            break
    if text is None:
        sheet.left_out(path, label.name)
    else:
        yield text


def river_names(sheet: Sheet, rivers: Sequence[Course]) -> Iterator[Shape]:
    """The name of each river that was asked for; of the others, of long ones for which there is room."""
    style = sheet.style
    for course in rivers:
        if course.path[0] != "rivers" and course.length < LONG * sheet.room.width:
            continue
        texts = versions(course.label, style.water, 0.95 * style.sea, style.least, 0.01, sheet.measure)
        inside = [part for line in (course.main or course.branches) for part in [_inside(line, sheet.room)] if len(part) > 1]
        text = beside(course.label, inside, texts, sheet.room, "water_text") if inside else None
        if text:
            yield text
        elif course.path[0] == "rivers" and inside:
            sheet.left_out(course.path, course.label)


def _inside(line: Sequence[XY], room: Room) -> list[XY]:
    return [p for p in line if 0 <= p[0] <= room.width and 0 <= p[1] <= room.height]


def arrow_texts(sheet: Sheet) -> Iterator[Shape]:
    """What the arrows say, beside them."""
    style = sheet.style
    for index, arrow in enumerate(sheet.model.arrows):
        if arrow.text:
            texts = versions(arrow.text, "text", style.note, style.least, 0.0, sheet.measure)
            line = on_paper(arrow, sheet.on.fitted)
            text = beside(arrow.text, [line], texts, sheet.room, "water_text" if arrow.water else "deep")
            yield from [text] if text else []
            if text is None:
                sheet.left_out(("arrows", index), arrow.text)
