"""The colour of each role in a drawing."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import get_args

from packager.drawing.shapes import Role
from packager.model.tones import WHITE, mix, tones
from packager.render.look import Look

Palette = Mapping[Role, str]


@lru_cache(maxsize=32)
def palette(look: Look) -> Palette:
    """The colours of drawings, as `#RRGGBB`, in the look of a subject."""
    named = tones(look.colours, look.accent, look.ground)
    roles: tuple[Role, ...] = get_args(Role)
    return {role: named[role] for role in roles}


@lru_cache(maxsize=32)
def ink_saver(look: Look) -> Palette:
    """The colours where no ground is printed: white and ink, and greys for what lies below."""
    c = look.colours
    grey = mix(WHITE, c.ink, 0.45)
    dark: dict[Role, str] = dict.fromkeys(("accent", "deep", "ink", "border", "water_text", "region_text", "river"), c.ink)
    light: dict[Role, str] = dict.fromkeys(("t1", "t2", "t3", "white", "paper", "land", "sea"), WHITE)
    return {
        **dark,
        **light,
        "fertile": mix(WHITE, c.ink, 0.2),
        "muted": c.muted,
        "rule": grey,
        "waterline": grey,
        "coast": c.ink,
        "hill": grey,
    }
