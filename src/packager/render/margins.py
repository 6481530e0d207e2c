"""The margins of A4 pages in millimetres, for each edition of each product (`docs/design.md`, paper and editions)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from packager.render.editions import Edition

Product = Literal["booklet", "sheet", "guide"]


@dataclass(frozen=True, slots=True)
class Margins:
    """The margins of an A4 page in millimetres."""

    left: float
    right: float
    top: float
    bottom: float

    @property
    def measure(self) -> float:
        """The width of the text."""
        return 210 - self.left - self.right


MARGINS: Mapping[tuple[str, Product], Margins] = {
    ("standard", "booklet"): Margins(left=34, right=28, top=27, bottom=28),
    ("standard", "sheet"): Margins(left=20, right=20, top=22, bottom=24),
    ("standard", "guide"): Margins(left=20, right=20, top=24, bottom=24),
    ("large-print", "booklet"): Margins(left=34, right=16, top=30, bottom=30),
    ("large-print", "sheet"): Margins(left=18, right=16, top=24, bottom=30),
    ("large-print", "guide"): Margins(left=18, right=16, top=26, bottom=30),
    ("easy-read", "booklet"): Margins(left=36, right=34, top=30, bottom=28),
    ("easy-read", "sheet"): Margins(left=20, right=20, top=24, bottom=26),
    ("easy-read", "guide"): Margins(left=20, right=20, top=24, bottom=26),
}
"""Those of an edition that is not here are the standard ones."""


def margins(edition: Edition, product: Product) -> Margins:
    """The margins of a product in an edition."""
    return MARGINS.get((edition.name, product), MARGINS["standard", product])
