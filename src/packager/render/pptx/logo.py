"""The publisher's sign on the slides that have one, on a plate of white: a picture by itself, which no layout need know."""

from __future__ import annotations

from types import MappingProxyType

from packager.render.deck import Box, Mark, PictureSlot, Tone
from packager.render.pptx.layout import Place
from packager.render.pptx.slide_maker import SlideMaker

_RIM = 0.08
_PLATES = MappingProxyType({"Title": (Box(0.70, 0.20, 2.40, 0.52), False), "Credits": (Box(9.80, 0.58, 3.00, 0.62), True)})
"""The room for the sign with its rim, in inches, and whether it stands at the right of it."""
FREE = Place("logo", "picture", Box(0, 0, 0, 0))
"""The place of a picture that is in no layout."""


def logo_parts(maker: SlideMaker, where: str, layout: str) -> tuple[tuple[PictureSlot, ...], tuple[Mark, ...]]:
    """The sign and its plate; nothing where the theme has none."""
    logo = maker.lesson.imprint.logo
    if logo is None:
        return (), ()
    room, at_right = _PLATES[layout]
    ratio = maker.context.media.ratio(logo.path)
    height = min(room.h - 2 * _RIM, (room.w - 2 * _RIM) / ratio)
    width = height * ratio
    x = room.right - width - 2 * _RIM if at_right else room.x
    plate = Box(x, room.y, width + 2 * _RIM, height + 2 * _RIM)
    sign = PictureSlot(FREE.name, f"{where}/logo", logo.path, logo.alt, Box(x + _RIM, room.y + _RIM, width, height))
    return (sign,), (Mark("bar", f"{where}/logo", plate, Tone.WHITE),)
