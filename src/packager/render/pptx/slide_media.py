"""The pictures of a deck: each stored once, however many slides show it."""

from __future__ import annotations

from dataclasses import dataclass, field

from packager.render.media import Raster
from packager.render.package import Member, stored


@dataclass(slots=True)
class DeckMedia:
    """Gathers the pictures of a deck; `free` is the number of the first."""

    free: int
    members: list[Member] = field(default_factory=list)
    _targets: dict[bytes, str] = field(default_factory=dict)

    def target(self, raster: Raster) -> str:
        """The picture's part as slides name it. Equal pictures are one part, wherever they come from."""
        known = self._targets.get(raster.content)
        if known is None:
            name = f"image{self.free + len(self.members)}.{raster.extension}"
            self.members.append(stored(f"ppt/media/{name}", raster.content))
            known = self._targets[raster.content] = f"../media/{name}"
        return known


@dataclass(slots=True)
class SlideMedia:
    """Gathers the pictures of one slide."""

    deck: DeckMedia
    targets: list[str] = field(default_factory=list)

    def relation(self, raster: Raster) -> str:
        """The relationship to a picture; the first of a slide is that to its layout."""
        target = self.deck.target(raster)
        if target not in self.targets:
            self.targets.append(target)
        return f"rId{self.targets.index(target) + 2}"
