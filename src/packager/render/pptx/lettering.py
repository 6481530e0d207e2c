"""The faces of text in drawings: the theme's fonts, their widths, and where their baselines lie."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from packager.drawing.shapes import Face
from packager.drawing.style import Measure
from packager.model.theme import Fonts
from packager.render.measure import face as face_of


@dataclass(frozen=True, slots=True)
class Lettering:
    """A face as PowerPoint knows it: which of the theme's two fonts, and its ascent and descent in ems."""

    font: str
    bold: bool
    italic: bool
    ascent: float
    descent: float


def _text(bold: bool) -> Lettering:
    """Arial or a face like it; its hhea table has these figures."""
    return Lettering("+mn-lt", bold, False, 0.905, 0.212)


def _display(bold: bool = False, italic: bool = False) -> Lettering:
    """Georgia or a face like it; its hhea table has these figures."""
    return Lettering("+mj-lt", bold, italic, 0.917, 0.219)


LETTERINGS = MappingProxyType[Face, Lettering](
    {
        "text": _text(False),
        "text-bold": _text(True),
        "display": _display(),
        "display-bold": _display(bold=True),
        "display-italic": _display(italic=True),
    }
)


def measure_of(fonts: Fonts) -> Measure:
    """How wide text in a drawing is in the office fonts of a theme."""

    def width(text: str, face: Face, size: float) -> float:
        lettering = LETTERINGS[face]
        family = fonts.office_display if lettering.font == "+mj-lt" else fonts.office_text
        return face_of(family, lettering.bold, lettering.italic).width(text, size)

    return width
