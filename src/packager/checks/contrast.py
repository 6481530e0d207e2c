"""Colours that stand out too little from what they are used with, each with the nearest one that would do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from packager.checks.colour_pairs import PAIRS, Pair
from packager.model.theme import Colours
from packager.model.tones import BLACK, WHITE, channels, contrast, mix, tones

ACCENT = "accent"
FIELDS: Mapping[str, str] = {
    **{name: name for name in ("ink", "muted", "paper", "land", "sea", "fertile", "river")},
    "coast": "frame",
    "border": "frame",
    "water_text": "river",
    **dict.fromkeys(("accent", "deep", "t1", "t2", "t3"), ACCENT),
}
"""The field of the theme, or the accent, that each tone comes from; white and the text of regions are fixed."""
_DESIGNED = Colours()
_ON_THE_PAGE = ("ground", "t1", "t2", "t3")
"""Tones that are the page, or mixed into it."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one subject's products on one page: white, or the cream of the easy-read edition."""

    colours: Colours
    accent: str
    on_cream: bool

    def seen(self, pair: Pair) -> tuple[str, str]:
        """The two colours of a pair."""
        named = _tones(self.colours, self.accent, self.colours.cream if self.on_cream else WHITE)
        return named[pair.tone], named[pair.ground]

    def contrast(self, pair: Pair) -> float:
        """The contrast of a pair."""
        return contrast(*self.seen(pair))

    def with_colour(self, field: str, colour: str) -> Palette:
        """The palette with another accent, or with another colour of the theme."""
        colours = self.colours if field == ACCENT else self.colours.model_copy(update={field: colour})
        return Palette(colours, colour if field == ACCENT else self.accent, self.on_cream)

    def cause(self, pair: Pair) -> str:
        """What to change of a pair: a colour that differs from the design's, with which the pair would do; else the accent."""
        fields = [FIELDS[tone] for tone in (pair.tone, pair.ground) if tone in FIELDS]
        if self.on_cream and {pair.tone, pair.ground} & {*_ON_THE_PAGE}:
            fields.append("cream")
        own = [field for field in fields if field != ACCENT and getattr(self.colours, field) != getattr(_DESIGNED, field)]
        found = next((field for field in own if self._as_designed(field).contrast(pair) >= pair.least), None)
        together = own and self._as_designed(*own).contrast(pair) >= pair.least
        return found or (own[0] if together else ACCENT if ACCENT in fields else fields[0])

    def _as_designed(self, *fields: str) -> Palette:
        colours = self.colours.model_copy(update={field: getattr(_DESIGNED, field) for field in fields})
        return Palette(colours, self.accent, self.on_cream)


@dataclass(frozen=True, slots=True)
class Weak:
    """A colour of too little contrast: the theme's `field`, or the accent of `subject`.

    `pair` is what is worst about it, `seen` its two colours; `others` counts the further pairs; `instead` is the nearest
    colour, darker or lighter, with which all of them would do.
    """

    field: str
    subject: str
    pair: Pair
    seen: tuple[str, str]
    others: int
    instead: str | None

    @property
    def found(self) -> float:
        """The contrast that was found."""
        return contrast(*self.seen)


def weak_colours(colours: Colours, accents: Mapping[str, str]) -> Iterator[Weak]:
    """The colours of too little contrast, those of the theme once, in the order of the table of pairs."""
    palettes = {name: [Palette(colours, accent, on_cream) for on_cream in (False, True)] for name, accent in accents.items()}
    found: dict[tuple[str, str], list[tuple[Palette, Pair]]] = {}
    for name, own in palettes.items():
        for palette in own:
            for pair in PAIRS:
                if palette.contrast(pair) < pair.least:
                    cause = palette.cause(pair)
                    found.setdefault((cause, name if cause == ACCENT else ""), []).append((palette, pair))
    for (field, subject), wrong in found.items():
        touched = palettes[subject] if field == ACCENT else [palette for own in palettes.values() for palette in own]
        yield _weak(field, subject, wrong, touched)


def _weak(field: str, subject: str, wrong: list[tuple[Palette, Pair]], touched: Iterable[Palette]) -> Weak:
    palette, pair = min(wrong, key=lambda each: each[0].contrast(each[1]) / each[1].least)
    held = [(each, other) for each in touched for other in PAIRS if each.contrast(other) >= other.least]
    others = len({each for _, each in wrong}) - 1
    return Weak(field, subject, pair, palette.seen(pair), others, _nearest(field, palette, [*wrong, *held]))


def _nearest(field: str, palette: Palette, must_do: list[tuple[Palette, Pair]]) -> str | None:
    own = palette.accent if field == ACCENT else str(getattr(palette.colours, field))
    shades = {mix(own, end, step / 100) for end in (BLACK, WHITE) for step in range(1, 101)}
    for shade in sorted(shades, key=lambda shade: (_apart(own, shade), shade)):
        if all(each.with_colour(field, shade).contrast(pair) >= pair.least for each, pair in must_do):
            return shade
    return None


@lru_cache(maxsize=64)
def _tones(colours: Colours, accent: str, page: str) -> Mapping[str, str]:
    return MappingProxyType(tones(colours, accent, page))


def _apart(one: str, other: str) -> int:
    return sum((a - b) ** 2 for a, b in zip(channels(one), channels(other), strict=True))
