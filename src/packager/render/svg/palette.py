"""The colour of each role in a drawing."""

from __future__ import annotations

from collections.abc import Mapping

from packager.drawing.shapes import Role
from packager.render.look import BLACK, WHITE, Look, mix

Palette = Mapping[Role, str]


def palette(look: Look) -> Palette:
    """The colours of drawings, as `#RRGGBB`, in the look of a subject."""
    c = look.colours
    return {
        "accent": look.accent,
        "deep": look.deep,
        "t1": look.t1,
        "t2": look.t2,
        "t3": look.t3,
        "ink": c.ink,
        "muted": c.muted,
        "rule": c.rule,
        "white": WHITE,
        "paper": c.paper,
        "land": c.land,
        "sea": c.sea,
        "waterline": mix(c.sea, c.river, 0.28),
        "coast": c.frame,
        "river": c.river,
        "fertile": c.fertile,
        "hill": mix(c.land, c.frame, 0.45),
        "border": mix(c.frame, BLACK, 0.2),
        "water_text": mix(c.river, BLACK, 0.16),
        "region_text": "#7A6440",
    }


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
