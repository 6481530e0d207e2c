"""The families that drawings are set in, and how wide text is in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from packager.drawing.shapes import Face
from packager.drawing.style import Measure, remembered
from packager.model.theme import Fonts
from packager.model.typefaces import coverage, families, typeface
from packager.render.measure import face
from packager.render.svg.write import Families

ROLES: Mapping[Face, Literal["text", "display"]] = {
    "text": "text", "text-bold": "text", "display": "display", "display-bold": "display", "display-italic": "display",
}  # fmt: skip
WIDER: Mapping[str, float] = {"Verdana": 1.05}
"""How much wider a family is than the one whose advances stand for its own."""


@dataclass(frozen=True, slots=True)
class Widths:
    """Measures text in the faces of paper and in those of Office at once, so that one layout serves both."""

    fonts: Fonts

    def __call__(self, text: str, drawn: Face, size: float) -> float:
        """The width of `text` in points in the wider of the two faces."""
        role, bold = ROLES[drawn], drawn.endswith("bold")
        own = (self.fonts.text, self.fonts.office_text) if role == "text" else (self.fonts.display, self.fonts.office_display)
        return max(face(family, bold).width(text, size) * WIDER.get(family, 1) for family in own)


@lru_cache(maxsize=8)
def widths(fonts: Fonts) -> Measure:
    """The widths of text in these fonts; each text is measured once a process."""
    return remembered(Widths(fonts))


def print_families(fonts: Fonts) -> Families:
    """The families of PDF pages; the nought is that of the figures."""
    found: dict[Face | Literal["nought"], str] = {drawn: fonts.text if role == "text" else fonts.display for drawn, role in ROLES.items()}
    return found if fonts.figures == fonts.text else {**found, "nought": fonts.figures}


def office_families(fonts: Fonts) -> Families:
    """The families of Office, each with the one that stands for it where a picture is made of the drawing."""
    text, display = f"{fonts.office_text}, {fonts.figures}", f"{fonts.office_display}, {fonts.display}"
    return {drawn: text if role == "text" else display for drawn, role in ROLES.items()}


def font_files(text: str, fonts: Fonts) -> tuple[str, ...]:
    """The font files with which a picture is made of a drawing; those for other scripts only where its text has some."""
    own = tuple(dict.fromkeys((fonts.figures, fonts.display)))
    names = own if coverage(own).issuperset(text) else families(fonts)
    return tuple(str(file) for family in names for file in typeface(family).files)
