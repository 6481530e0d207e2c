"""A label of a drawing as a text box (ECMA-376-1, 19.3.1.43) in a font and a colour of the theme."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians, sin
from types import MappingProxyType

from packager.drawing.shapes import XY, Anchor, Text
from packager.render.pptx.lettering import Lettering
from packager.render.pptx.roles import Inks
from packager.render.pptx.xml import UNNUMBERED, escaped, geometry, points, quoted

_ALIGN = MappingProxyType[Anchor, str]({"start": "l", "middle": "ctr", "end": "r"})
_SHARE = MappingProxyType[Anchor, float]({"start": 0.0, "middle": 0.5, "end": 1.0})
_HALO = 0.13
"""How far a halo reaches beyond the letters, in ems."""
_Rectangle = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class LabelBox:
    """Where a text box stands, in points: `flat` before it is turned about its centre, `turned` the rectangle around it after."""

    flat: _Rectangle
    turned: _Rectangle


def label_box(text: Text, lettering: Lettering) -> LabelBox:
    """The box whose first baseline is that of the text."""
    pitch = _pitch(text, lettering)
    left = -text.width * _SHARE[text.anchor]
    top, height = -_baseline(text, lettering), pitch * len(text.lines)
    turn = radians(text.angle)
    x, y = _turned((left + text.width / 2, top + height / 2), turn)
    x, y = text.x + x, text.y + y
    flat = (x - text.width / 2, y - height / 2, x + text.width / 2, y + height / 2)
    across = (abs(cos(turn)) * text.width + abs(sin(turn)) * height) / 2
    down = (abs(sin(turn)) * text.width + abs(cos(turn)) * height) / 2
    return LabelBox(flat, (x - across, y - down, x + across, y + down))


def _turned(point: XY, turn: float) -> XY:
    return point[0] * cos(turn) - point[1] * sin(turn), point[0] * sin(turn) + point[1] * cos(turn)


def _pitch(text: Text, lettering: Lettering) -> float:
    """The distance of lines; a single line is as high as its face, so that its baseline is where any program puts it."""
    return text.pitch if len(text.lines) > 1 else (lettering.ascent + lettering.descent) * text.size


def _baseline(text: Text, lettering: Lettering) -> float:
    """How far the first baseline lies below the top of the box.

    Programs share out the space of an exact pitch either above the letters or in proportion to ascent
    and descent: the mean of both is within a third of a point of either.
    """
    pitch = _pitch(text, lettering)
    return (pitch - lettering.descent * text.size + pitch * lettering.ascent / (lettering.ascent + lettering.descent)) / 2


def label_xml(text: Text, lettering: Lettering, place: str, inks: Inks, language: str) -> str:
    """The text box; `place` is its transform. Its lines are broken as they were measured."""
    spacing = f'<a:lnSpc><a:spcPts val="{round(_pitch(text, lettering) * 100)}"/></a:lnSpc>'
    nought = '<a:spcBef><a:spcPts val="0"/></a:spcBef><a:spcAft><a:spcPts val="0"/></a:spcAft><a:buNone/>'
    properties = _properties(text, lettering, inks, language)
    runs = f"<a:br>{properties}</a:br>".join([f"<a:r>{properties}<a:t>{escaped(line)}</a:t></a:r>" for line in text.lines])
    return (
        f'<p:sp><p:nvSpPr>{UNNUMBERED} name={quoted(text.name)}/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f"<p:spPr>{place}{geometry('rect')}<a:noFill/></p:spPr><p:txBody>"
        '<a:bodyPr vert="horz" wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="t"><a:noAutofit/></a:bodyPr><a:lstStyle/>'
        f'<a:p><a:pPr marL="0" indent="0" algn="{_ALIGN[text.anchor]}">{spacing}{nought}</a:pPr>{runs}</a:p></p:txBody></p:sp>'
    )


def _properties(text: Text, lettering: Lettering, inks: Inks, language: str) -> str:
    tracked = f' spc="{round(text.tracking * 100)}"' if text.tracking else ""
    style = f'b="{int(lettering.bold)}" i="{int(lettering.italic)}" kern="0"{tracked}'
    halo = ""
    if text.halo:
        halo = f'<a:effectLst><a:glow rad="{points(_HALO * text.size)}">{inks.colour(text.halo)}</a:glow></a:effectLst>'
    font = lettering.font.removesuffix("-lt")
    faces = f'<a:latin typeface="{font}-lt"/><a:ea typeface="{font}-ea"/><a:cs typeface="{font}-cs"/>'
    paint = f"<a:solidFill>{inks.colour(text.role)}</a:solidFill>"
    return f'<a:rPr lang="{language}" sz="{round(text.size * 10) * 10}" {style}>{paint}{halo}{faces}</a:rPr>'
