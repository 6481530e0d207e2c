"""A theme applied to one subject: its accent, the tints made from it, and its pattern."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import Literal

from packager.model.theme import Colours, Fonts, ThemeFile

WHITE, BLACK = "#FFFFFF", "#000000"
PATTERNS = ("stone", "contours", "flowers", "hexagons")
PatternPart = Literal["band", "tile", "spine"]
_TOKEN = re.compile(r"\{(black|white)-(\d+)\}")
_EMPTY = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="100" height="100">'
    '<rect width="100" height="100" fill="{black-22}"/></svg>'
)


@dataclass(frozen=True)
class Look:
    """The look of one subject. Colours are `#RRGGBB`.

    `deep` is the accent with 35 % black; `t1`, `t2` and `t3` are 8, 12 and 30 % of the accent on white.
    """

    theme: ThemeFile
    accent: str
    pattern_name: str | None = None

    @property
    def fonts(self) -> Fonts:
        """The family for each role."""
        return self.theme.fonts

    @property
    def colours(self) -> Colours:
        """The neutral colours."""
        return self.theme.colours

    @cached_property
    def deep(self) -> str:
        """The accent with 35 % black."""
        return mix(self.accent, BLACK, 0.35)

    @cached_property
    def t1(self) -> str:
        """8 % of the accent on white: the ground of boxes."""
        return mix(WHITE, self.accent, 0.08)

    @cached_property
    def t2(self) -> str:
        """12 % of the accent on white: table heads, and text on the accent."""
        return mix(WHITE, self.accent, 0.12)

    @cached_property
    def t3(self) -> str:
        """30 % of the accent on white."""
        return mix(WHITE, self.accent, 0.30)

    def pattern(self, part: PatternPart) -> str:
        """The subject's pattern as SVG: a `band` 19:1, a `tile` 3:2 or a `spine` 1:15; one plain colour where it has none."""
        drawn = _pattern_file(self.pattern_name, part) if self.pattern_name in PATTERNS else _EMPTY
        return _TOKEN.sub(lambda m: mix(self.accent, BLACK if m[1] == "black" else WHITE, int(m[2]) / 100), drawn)


def mix(colour: str, other: str, share: float) -> str:
    """`colour` with `share` (0 to 1) of `other` mixed in, in sRGB."""
    pairs = zip(channels(colour), channels(other), strict=True)
    return "#" + "".join(f"{round(a * (1 - share) + b * share):02X}" for a, b in pairs)


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of `#RRGGBB`, each 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


@lru_cache(maxsize=16)
def _pattern_file(name: str | None, part: str) -> str:
    return (files("packager.render") / "patterns" / f"{name}-{part}.svg").read_text("utf-8")
