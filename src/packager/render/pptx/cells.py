"""Table cells that several slides share: numbers on a disc, ticks."""

from __future__ import annotations

from packager.render.deck import Box, Cell, Edge, Inset, Line, Mark, Tone, Words
from packager.render.pptx.fit import POINTS

TICK = "✓"
HANG = 28.0
"""How far text hangs in behind a letter or a tick, in points."""


def ticked(answer: str) -> Line:
    """An answer behind its tick."""
    return Line((Words(f"{TICK}\t", tone=Tone.ACCENT), Words(answer, bold=True)))


def number_cell(number: int, column: float, disc: float, rule: Edge, top: float | None = None, rows: int = 1) -> Cell:
    """A white number for a disc `disc` inches wide at the left of a column; `top` is the disc's distance from above, in points."""
    inset = Inset(0, 0 if top is None else top + (disc * POINTS - 22) / 2, (column - disc) * POINTS, 0)
    return Cell(
        (Line((Words(str(number), bold=True),)),),
        18,
        22,
        Tone.WHITE,
        align="centre",
        anchor="middle" if top is None else "top",
        inset=inset,
        top=rule,
        bottom=rule,
        rows=rows,
    )


def number_disc(where: str, x: float, y: float, size: float) -> Mark:
    """The disc behind a number."""
    return Mark("disc", where, Box(x, y, size, size), Tone.ACCENT)
