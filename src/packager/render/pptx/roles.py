"""The colours of drawings as colours of the file's theme, so that another theme recolours every drawing."""

from __future__ import annotations

from functools import cache, lru_cache
from types import MappingProxyType

from packager.drawing.shapes import Fill, Pen, Role
from packager.render.look import Look
from packager.render.pptx.palette import tint
from packager.render.pptx.xml import points
from packager.render.svg.palette import Palette as Colours
from packager.render.svg.palette import palette as colours_of

SLOTS = MappingProxyType[Role, tuple[str, Role]](
    {
        "accent": ("accent1", "accent"),
        "deep": ("tx2", "deep"),
        "t1": ("accent1", "accent"),
        "t2": ("accent1", "accent"),
        "t3": ("accent1", "accent"),
        "ink": ("tx1", "ink"),
        "muted": ("accent6", "muted"),
        "rule": ("bg2", "paper"),
        "white": ("bg1", "white"),
        "paper": ("bg2", "paper"),
        "land": ("accent5", "land"),
        "sea": ("accent2", "river"),
        "waterline": ("accent2", "river"),
        "coast": ("accent5", "land"),
        "river": ("accent2", "river"),
        "fertile": ("accent3", "fertile"),
        "hill": ("accent5", "land"),
        "border": ("accent5", "land"),
        "water_text": ("accent2", "river"),
        "region_text": ("accent5", "land"),
    }
)
"""For each role the slot of the theme that it follows, and the role that is that slot's own colour."""


class Inks:
    """The colours of drawings in one look."""

    def __init__(self, look: Look) -> None:
        self._colours: Colours = colours_of(look)
        self.colour = cache(self._colour)

    def _colour(self, role: Role, opacity: float = 1.0) -> str:
        """A role as XML: a slot of the theme, modified where the role is a tint or shade of it."""
        slot, own = SLOTS[role]
        base, wanted = self._colours[own], self._colours[role]
        modified = tint(base, wanted) if base != wanted else ""
        alpha = f'<a:alpha val="{round(opacity * 100) * 1000}"/>' if opacity < 1 else ""
        return f'<a:schemeClr val="{slot}">{modified}{alpha}</a:schemeClr>' if modified or alpha else f'<a:schemeClr val="{slot}"/>'

    def fill(self, fill: Fill | None) -> str:
        """A fill as XML."""
        return f"<a:solidFill>{self.colour(fill.role, fill.opacity)}</a:solidFill>" if fill else "<a:noFill/>"

    def line(self, pen: Pen | None, arrow: bool = False) -> str:
        """A line as XML (ECMA-376-1, 20.1.2.2.24), with its arrowhead."""
        if pen is None:
            return "<a:ln><a:noFill/></a:ln>"
        head = '<a:tailEnd type="triangle" w="lg" len="lg"/>' if arrow else ""
        cap = "flat" if pen.flat else "rnd"
        paint = f"<a:solidFill>{self.colour(pen.role, pen.opacity)}</a:solidFill>"
        return f'<a:ln w="{points(pen.width)}" cap="{cap}">{paint}<a:round/>{head}</a:ln>'


@lru_cache(maxsize=32)
def inks_of(look: Look) -> Inks:
    """The inks of a look, each mixed once."""
    return Inks(look)
