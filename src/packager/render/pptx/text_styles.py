"""How text is set in a placeholder of a publisher's template, from the layout, its master and the file (ECMA-376-1, 19.3.1.51)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from pptx.oxml.ns import qn

from packager.render.deck import Box, Inset
from packager.render.pptx.layout import Align, Anchor, Level, Place
from packager.render.pptx.xml import EMU_PER_INCH, EMU_PER_POINT

_SINGLE: Final = 1.2
"""The pitch of lines that are one line apart, in ems: as much as any of the usual faces needs."""
_USUAL_SIZE: Final = 1800
_ANCHORS: Final[dict[str, Anchor]] = {"t": "top", "ctr": "middle", "b": "bottom"}
_ALIGNS: Final[dict[str, Align]] = {"l": "left", "ctr": "centre", "r": "right"}
_INSETS: Final = {"lIns": 91440, "tIns": 45720, "rIns": 91440, "bIns": 45720}
"""The insets of a text body that says nothing of them (21.1.2.1.1)."""
_MASTER_STYLES: Final = {"title": "p:titleStyle", "body": "p:bodyStyle"}


def styled(place: Place, shape: Any, master: Any, file: Any, box: Box) -> Place:
    """The place as the template has it: at its box, with its insets and the sizes of its levels."""
    if not place.levels:
        return replace(place, box=box)
    model = _model(place, shape, master)
    bodies = [body for each in (shape._element, model) if each is not None and (body := each.find(f".//{qn('a:bodyPr')}")) is not None]
    styles = list(_styles(place, shape, model, master, file))
    inset = Inset(*(int(_first(bodies, name, usual)) / EMU_PER_POINT for name, usual in _INSETS.items()))
    return replace(
        place,
        box=box,
        inset=inset,
        anchor=_ANCHORS.get(str(_first(bodies, "anchor", "t")), "top"),
        align=_ALIGNS.get(str(_first(_levels(styles, 1), "algn", "l")), "left"),
        levels=tuple(_level(level, _levels(styles, number)) for number, level in enumerate(place.levels, 1)),
    )


def _model(place: Place, shape: Any, master: Any) -> Any:
    """The placeholder of the master from which one of a layout inherits, or None."""
    kinds = {"title": ("title", "ctrTitle"), "footer": ("ftr",), "number": ("sldNum",)}.get(place.kind, ("body", "obj"))
    return next((each._element for each in master.placeholders if each._element.ph.get("type", "obj") in kinds), None)


def _styles(place: Place, shape: Any, model: Any, master: Any, file: Any) -> Iterator[Any]:
    """The list styles that apply, the nearest first."""
    for element in (shape._element, model):
        if element is not None and (style := element.find(f".//{qn('a:lstStyle')}")) is not None:
            yield style
    yield from master._element.iter(qn(_MASTER_STYLES.get(place.kind, "p:otherStyle")))
    yield from file.part._element.iter(qn("p:defaultTextStyle"))


def _levels(styles: list[Any], number: int) -> list[Any]:
    return [level for style in styles if (level := style.find(qn(f"a:lvl{number}pPr"))) is not None]


def _level(level: Level, found: list[Any]) -> Level:
    """A level with the sizes of the template; its colour stays that of what it says."""
    runs = [run for each in found if (run := each.find(qn("a:defRPr"))) is not None]
    size = int(_first(runs, "sz", _USUAL_SIZE)) / 100
    bullet = _child(found, "a:buNone", "a:buChar", "a:buAutoNum", "a:buBlip")
    face = _child(runs, "a:latin")
    return replace(
        level,
        size=size,
        pitch=_spaced(_child(found, "a:lnSpc"), size, _SINGLE * size),
        before=_spaced(_child(found, "a:spcBef"), size, 0),
        bold=str(_first(runs, "b", "0")) in ("1", "true"),
        display=face is not None and str(face.get("typeface")).startswith("+mj"),
        bullet="" if bullet is None or bullet.tag == qn("a:buNone") else str(bullet.get("char", "•")),
        indent=int(_first(found, "marL", 0)) / EMU_PER_INCH,
        least=min(level.least, size),
    )


def _spaced(spacing: Any, size: float, usual: float) -> float:
    """A space in points (21.1.2.2.10): exact, or a part of a line."""
    if spacing is None or not len(spacing):
        return usual
    value = str(spacing[0].get("val"))
    if spacing[0].tag == qn("a:spcPts"):
        return int(value) / 100
    share = float(value.removesuffix("%")) / 100 if value.endswith("%") else int(value) / 100000
    return _SINGLE * size * share


def _first(elements: list[Any], name: str, usual: object) -> Any:
    return next((said for each in elements if (said := each.get(name)) is not None), usual)


def _child(elements: list[Any], *tags: str) -> Any:
    """The first child with one of the tags, from the nearest element on."""
    wanted = {qn(tag) for tag in tags}
    return next((child for each in elements for child in each if child.tag in wanted), None)
