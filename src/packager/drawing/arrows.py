"""Arrows for journeys, trade and currents."""

from __future__ import annotations

from packager.drawing.clip import smooth
from packager.drawing.projection import Fitted
from packager.drawing.shapes import XY, Freeform, Pen, Subpath
from packager.drawing.style import DrawingStyle
from packager.model.drawings import Arrow


def on_paper(arrow: Arrow, fitted: Fitted) -> list[XY]:
    """The course of an arrow on the paper."""
    return [fitted.xy(*point) for point in arrow.along]


def arrow_shape(arrow: Arrow, line: list[XY], style: DrawingStyle) -> Freeform:
    """An arrow as a smooth curve through its points."""
    pen = Pen("water_text" if arrow.water else "accent", 2.0 * style.line)
    return Freeform(f"arrow: {arrow.text}" if arrow.text else "arrow", (Subpath(smooth(line), curved=True),), pen=pen, arrow=True)
