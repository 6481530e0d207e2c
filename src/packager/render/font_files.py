"""The advances of a packaged font, read from its file."""

from __future__ import annotations

from collections.abc import Mapping

import fontpkg
from fontTools.ttLib import TTFont


def advances(family: str, weight: int) -> Mapping[str, float] | None:
    """The advance of each character of a family at a weight, in ems; None where no package holds it."""
    try:
        path = fontpkg.path(family, weight, nearest=True)
    except fontpkg.FontpkgError:
        return None
    with TTFont(path, lazy=True) as font:
        # A glyph set at a location gives the advances of that weight, by the HVAR table (OpenType 1.9, HVAR).
        location = {"wght": weight} if "fvar" in font else None
        glyphs = font.getGlyphSet(location=location)
        em = font["head"].unitsPerEm
        return {chr(code): glyphs[name].width / em for code, name in font.getBestCmap().items()}
