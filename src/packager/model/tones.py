"""Colours by what they are for: the theme's, and those mixed from a subject's accent. All are `#RRGGBB`.

Whatever shows colours takes them from here, so that the contrast which is checked is the contrast which is seen.
"""

from __future__ import annotations

from packager.model.theme import Colours

WHITE, BLACK = "#FFFFFF", "#000000"
T1, T2, T3 = 0.08, 0.12, 0.30
"""The shares of the accent in its tints (`docs/design.md`, colours)."""
REGION_TEXT = "#7A6440"


def deep(accent: str) -> str:
    """The accent with 35 % black."""
    return mix(accent, BLACK, 0.35)


def tones(colours: Colours, accent: str, ground: str = WHITE) -> dict[str, str]:
    """Every tone of one subject by its name; the tints of the accent are mixed into `ground`, the colour of the page."""
    return {
        "accent": accent,
        "deep": deep(accent),
        "t1": mix(ground, accent, T1),
        "t2": mix(ground, accent, T2),
        "t3": mix(ground, accent, T3),
        "ink": colours.ink,
        "muted": colours.muted,
        "rule": colours.rule,
        "white": WHITE,
        "ground": ground,
        "paper": colours.paper,
        "land": colours.land,
        "sea": colours.sea,
        "waterline": mix(colours.sea, colours.river, 0.28),
        "coast": colours.frame,
        "river": colours.river,
        "fertile": colours.fertile,
        "hill": mix(colours.land, colours.frame, 0.45),
        "border": mix(colours.frame, BLACK, 0.2),
        "water_text": mix(colours.river, BLACK, 0.16),
        "region_text": REGION_TEXT,
    }


def mix(colour: str, other: str, share: float) -> str:
    """`colour` with `share` (0 to 1) of `other` mixed in, in sRGB."""
    pairs = zip(channels(colour), channels(other), strict=True)
    return "#" + "".join(f"{round(a * (1 - share) + b * share):02X}" for a, b in pairs)


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of `#RRGGBB`, each 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2.2, contrast ratio)."""
    first, second = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (first + 0.05) / (second + 0.05)


def _luminance(colour: str) -> float:
    """The relative luminance (WCAG 2.2, relative luminance)."""
    parts = [value / 255 for value in channels(colour)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
