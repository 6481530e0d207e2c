"""The tones of a deck as colours of the file's theme, so that another theme recolours every slide."""

from __future__ import annotations

import colorsys
from dataclasses import dataclass
from functools import cached_property, lru_cache
from types import MappingProxyType

from packager.model.tones import WHITE, channels
from packager.render.deck import Tone
from packager.render.look import Look

SLOTS = MappingProxyType(
    {
        Tone.INK: "tx1",
        Tone.WHITE: "bg1",
        Tone.DEEP: "tx2",
        Tone.PAPER: "bg2",
        Tone.ACCENT: "accent1",
        Tone.MUTED: "accent6",
        Tone.T1: "accent1",
        Tone.T2: "accent1",
        Tone.T3: "accent1",
        Tone.RULE: "bg2",
    }
)


@dataclass(frozen=True, eq=False)
class Palette:
    """The theme of one subject's decks; palette_of() gives the one of each look."""

    look: Look

    def theme(self) -> dict[str, str]:
        """The theme's colours as RRGGBB by their names in the theme (ECMA-376-1, 20.1.6.2)."""
        look, colours = self.look, self.look.colours
        named = {
            "dk1": colours.ink,
            "lt1": WHITE,
            "dk2": look.deep,
            "lt2": colours.paper,
            "accent1": look.accent,
            "accent2": colours.river,
            "accent3": colours.fertile,
            "accent4": colours.sun,
            "accent5": colours.land,
            "accent6": colours.muted,
            "hlink": look.accent,
            "folHlink": colours.muted,
        }
        return {name: colour.lstrip("#").upper() for name, colour in named.items()}

    def colour(self, tone: Tone) -> str:
        """A tone as XML: a slot of the theme, modified where the tone is a tint of it."""
        return f'<a:schemeClr val="{SLOTS[tone]}">{self._modified(tone)}</a:schemeClr>'

    def fill(self, tone: Tone | None) -> str:
        """A tone as a fill; None is no fill."""
        return self._fills[tone] if tone else "<a:noFill/>"

    @cached_property
    def _fills(self) -> dict[Tone, str]:
        return {tone: f"<a:solidFill>{self.colour(tone)}</a:solidFill>" for tone in Tone}

    def _modified(self, tone: Tone) -> str:
        look, colours = self.look, self.look.colours
        tints = {Tone.T1: look.t1, Tone.T2: look.t2, Tone.T3: look.t3}
        if tone in tints:
            return tint(look.accent, tints[tone])
        return tint(colours.paper, colours.rule) if tone is Tone.RULE else ""


@lru_cache(maxsize=32)
def palette_of(look: Look) -> Palette:
    """The palette of a look, whose fills are made once."""
    return Palette(look)


def tint(base: str, target: str) -> str:
    """What changes `base` into `target`, a colour of the same hue, by saturation and luminance (20.1.2.3.20 to 26)."""
    _, light, saturation = _hls(base)
    _, to_light, to_saturation = _hls(target)
    saturate = f'<a:satMod val="{round(100000 * to_saturation / saturation)}"/>' if saturation else ""
    if to_light <= light:
        return f'{saturate}<a:lumMod val="{round(100000 * to_light / light)}"/>'
    share = (1 - to_light) / (1 - light)
    return f'{saturate}<a:lumMod val="{round(100000 * share)}"/><a:lumOff val="{round(100000 * (1 - share))}"/>'


def _hls(colour: str) -> tuple[float, float, float]:
    red, green, blue = (channel / 255 for channel in channels(colour))
    return colorsys.rgb_to_hls(red, green, blue)
