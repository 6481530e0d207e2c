"""A publisher's own template: the measures of its layouts, and what it lacks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Final

from packager.render.deck import HEIGHT, WIDTH, Box
from packager.render.pptx.layout import Kind, Layout, Place
from packager.render.pptx.layouts import LAYOUTS
from packager.render.pptx.opened import cleared, layouts_in, names_slides, opened
from packager.render.pptx.text_styles import styled
from packager.render.pptx.xml import EMU_PER_INCH
from packager.render.renderer import Trouble
from packager.render.rules import MISSING_IN_TEMPLATE, TWICE_IN_TEMPLATE, UNREADABLE_TEMPLATE

TEMPLATE: Final = "deck.pptx"
"""The name of the file in `curriculum/theme/`, and in Context.templates."""
_PATH: Final = f"curriculum/theme/{TEMPLATE}"
_NOTES: Final = "body"
FIXED: Final = frozenset(("Recall", "Quiz", "Credits"))
"""The layouts whose tables have columns of the design's widths."""
_NEAR: Final = 0.01
"""Inches by which a length may differ."""
_TYPES = MappingProxyType[Kind, tuple[str, ...]](
    {
        "title": ("title", "ctrTitle"),
        "body": ("body", "subTitle", "obj"),
        "picture": ("pic", "obj"),
        "table": ("tbl", "obj"),
        "drawing": ("obj", "pic", "body", "dgm", "chart", "media", "clipArt"),
        "footer": ("ftr",),
        "number": ("sldNum",),
    }
)
"""The types of placeholders (ECMA-376-1, 19.7.10) that can hold each kind of content."""
_SAID = MappingProxyType[Kind, str](
    {
        "title": "a title",
        "body": "text",
        "picture": "a picture",
        "table": "a table",
        "drawing": "a drawing",
        "footer": "a footer",
        "number": "a slide number",
    }
)


@lru_cache(maxsize=4)
def layouts_of(template: bytes | None) -> Mapping[str, Layout]:
    """The layouts by name, with the places and sizes of the publisher's template if there is one; it must be without troubles."""
    if template is None:
        return LAYOUTS
    file = opened(template)
    found = {layout.name: layout for layout in layouts_in(file)}
    return MappingProxyType({name: _measured(layout, found[name], file) for name, layout in LAYOUTS.items()})


def _measured(layout: Layout, found: Any, file: Any) -> Layout:
    shapes = {shape.name: shape for shape in found.placeholders}
    places = tuple(styled(place, shapes[place.name], found.slide_master, file, _box(shapes[place.name])) for place in layout.places)
    return Layout(layout.name, places, layout.decorations, layout.ground)


def _box(shape: Any) -> Box:
    return Box(*(side / EMU_PER_INCH for side in (shape.left, shape.top, shape.width, shape.height)))


@lru_cache(maxsize=4)
def template_troubles(content: bytes) -> tuple[Trouble, ...]:
    """What is wrong with a publisher's `deck.pptx`: nothing takes the place of a layout or a placeholder that is not there."""
    try:
        file = opened(content)
        cleared(file)
        found = tuple(_troubles(file))
        if not found:
            layouts_of(content)
    except Exception:  # python-pptx raises a dozen kinds, from zipfile's to lxml's, for files that are no decks
        return (_trouble(UNREADABLE_TEMPLATE.code, f"{TEMPLATE} is no PowerPoint file without macros, or is damaged"),)
    return found


def _troubles(file: Any) -> Iterator[Trouble]:
    if names_slides(file):
        yield _trouble(UNREADABLE_TEMPLATE.code, f"the master or a layout of {TEMPLATE} links to a slide, and decks do not have that slide")
    yield from _size_troubles(file)
    counted = Counter(layout.name for layout in layouts_in(file))
    found = {layout.name: layout for layout in layouts_in(file)}
    for layout in LAYOUTS.values():
        if layout.name not in counted:
            yield _trouble(MISSING_IN_TEMPLATE.code, f"{TEMPLATE} has no layout `{layout.name}`")
        elif counted[layout.name] > 1:
            yield _trouble(TWICE_IN_TEMPLATE.code, f"{TEMPLATE} has {counted[layout.name]} layouts `{layout.name}`")
        else:
            yield from _layout_troubles(layout, found[layout.name])
    if not any(shape._element.ph.get("type") == _NOTES for shape in file.notes_master.placeholders):
        yield _trouble(MISSING_IN_TEMPLATE.code, f"the notes master of {TEMPLATE} has no placeholder for notes")


def _size_troubles(file: Any) -> Iterator[Trouble]:
    width, height = file.slide_width / EMU_PER_INCH, file.slide_height / EMU_PER_INCH
    if abs(width - WIDTH) > _NEAR or abs(height - HEIGHT) > _NEAR:
        wanted = f"{WIDTH:.3f} by {HEIGHT:g} inches"
        yield _trouble(
            MISSING_IN_TEMPLATE.code, f"the slides of {TEMPLATE} are {width:.3f} by {height:g} inches, and it has none of {wanted}"
        )


def _layout_troubles(layout: Layout, found: Any) -> Iterator[Trouble]:
    counted = Counter(shape.name for shape in found.placeholders)
    shapes = {shape.name: shape for shape in found.placeholders}
    for place in layout.places:
        where = f"the layout `{layout.name}` of {TEMPLATE}"
        if place.name not in counted:
            yield _trouble(MISSING_IN_TEMPLATE.code, f"{where} has no placeholder `{place.name}`")
        elif counted[place.name] > 1:
            yield _trouble(TWICE_IN_TEMPLATE.code, f"{where} has {counted[place.name]} placeholders `{place.name}`")
        elif not _can_hold(place, shapes[place.name]):
            yield _trouble(MISSING_IN_TEMPLATE.code, f"{where} has no placeholder `{place.name}` for {_SAID[place.kind]}")
        elif layout.name in FIXED and place.kind == "table" and (width := _box(shapes[place.name]).w) < place.box.w - _NEAR:
            wanted = f"its table needs {place.box.w:g} inches"
            yield _trouble(MISSING_IN_TEMPLATE.code, f"the placeholder `{place.name}` in {where} is {width:.2f} inches wide, and {wanted}")


def _can_hold(place: Place, shape: Any) -> bool:
    """Whether a placeholder is of a type for what stands in the place, and has a size, its own or its master's."""
    kind = shape._element.ph.get("type", "obj")
    return kind in _TYPES[place.kind] and bool(shape.width and shape.height) and shape.left is not None and shape.top is not None


def _trouble(code: str, message: str) -> Trouble:
    return Trouble(code, _PATH, message)
