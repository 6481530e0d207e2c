"""A theme applied to one subject: its accent, the tints made from it, and its pattern."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import Literal

from packager.model.theme import Colours, Fonts, ThemeFile
from packager.model.tones import BLACK, T1, T2, T3, WHITE, deep, mix

__all__ = ("PATTERNS", "WHITE", "Look", "PatternPart")

PATTERNS = ("stone", "contours", "flowers", "hexagons")
PatternPart = Literal["band", "tile", "spine"]
_TOKEN = re.compile(r"\{(black|white)-(\d+)\}")
_EMPTY = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="100" height="100">'
    '<rect width="100" height="100" fill="{black-22}"/></svg>'
)
_NOTHING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="100" height="100"/>'
_RULE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 190 10" width="190" height="10">'
    '<rect y="3.5" width="190" height="0.42" fill="{}"/></svg>'
)
"""A line of 1.2 pt at the head of what a band of 190 mm shows when it is cut to a height of 3 mm."""


@dataclass(frozen=True)
class Look:
    """The look of one subject. Colours are `#RRGGBB`.

    `deep` is the accent with 35 % black; `t1`, `t2` and `t3` are 8, 12 and 30 % of the accent on the ground
    of the page, or white where the look is `is_outlined`, without grounds.
    """

    theme: ThemeFile
    accent: str
    pattern_name: str | None = None
    ground: str = WHITE
    is_outlined: bool = False

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
        return deep(self.accent)

    @cached_property
    def t1(self) -> str:
        """8 % of the accent: the ground of boxes."""
        return self._tint(T1)

    @cached_property
    def t2(self) -> str:
        """12 % of the accent: table heads."""
        return self._tint(T2)

    @cached_property
    def t3(self) -> str:
        """30 % of the accent."""
        return self._tint(T3)

    @property
    def panel(self) -> str:
        """The ground of panels: the accent, or white where there are no grounds."""
        return WHITE if self.is_outlined else self.accent

    @property
    def on_panel(self) -> str:
        """Text on a panel."""
        return self.colours.ink if self.is_outlined else WHITE

    @property
    def soft_on_panel(self) -> str:
        """Lesser text on a panel."""
        return self.colours.ink if self.is_outlined else self.t2

    def _tint(self, share: float) -> str:
        return WHITE if self.is_outlined else mix(self.ground, self.accent, share)

    def pattern(self, part: PatternPart) -> str:
        """The subject's pattern as SVG: a `band` 19:1, a `tile` 3:2 or a `spine` 1:15.

        One plain colour where it has none; where there are no grounds a band is a rule, and the others are nothing.
        """
        if self.is_outlined:
            return _RULE.format(self.accent) if part == "band" else _NOTHING
        drawn = _pattern_file(self.pattern_name, part) if self.pattern_name in PATTERNS else _EMPTY
        return _TOKEN.sub(lambda m: mix(self.accent, BLACK if m[1] == "black" else WHITE, int(m[2]) / 100), drawn)


@lru_cache(maxsize=16)
def _pattern_file(name: str | None, part: str) -> str:
    return (files("packager.render") / "patterns" / f"{name}-{part}.svg").read_text("utf-8")
