"""The letters of one line as a font that a PDF file can embed (ISO 32000-1, 9.6.3), made once a licence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from types import MappingProxyType

import fontpkg
from fontTools import subset

_FAMILY = "Atkinson Hyperlegible"
_CODES = MappingProxyType({bytes([code]).decode("cp1252", "ignore"): code for code in range(0x20, 0x100)})
"""WinAnsiEncoding, but for the few codes that stand for nothing."""


@dataclass(frozen=True, slots=True)
class LineFont:
    """A font with the letters of one line; lengths are in thousandths of its size."""

    program: bytes
    widths: tuple[int, ...]
    """Of the codes 32 to 255."""
    box: tuple[int, int, int, int]
    ascent: int
    descent: int
    cap_height: int


def encoded(text: str) -> bytes | None:
    """`text` in WinAnsiEncoding, or None where a letter is not in it."""
    codes = [_CODES.get(letter) for letter in text]
    return None if None in codes else bytes(code for code in codes if code is not None)


@lru_cache(maxsize=4)
def line_font(text: str) -> LineFont:
    """The font for a text that can be encoded."""
    options = subset.Options(hinting=False, layout_features=[], name_IDs=[], notdef_outline=True, recalc_timestamp=False)
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "DSIG", "gasp"]
    font = subset.load_font(str(fontpkg.path(_FAMILY, 400, nearest=True)), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=text)
    subsetter.subset(font)
    scale, names, advances = 1000 / font["head"].unitsPerEm, font.getBestCmap(), font["hmtx"]
    letters = {code: letter for letter, code in _CODES.items() if letter}
    widths = (
        round(advances[names[ord(letters[code])]][0] * scale) if ord(letters.get(code, "\0")) in names else 0 for code in range(32, 256)
    )
    head, metrics, file = font["head"], font["OS/2"], BytesIO()
    box = tuple(round(value * scale) for value in (head.xMin, head.yMin, head.xMax, head.yMax))
    ascent, descent, cap_height = (round(v * scale) for v in (metrics.sTypoAscender, metrics.sTypoDescender, metrics.sCapHeight))
    listed = tuple(widths)
    font.save(file)
    font.close()
    return LineFont(file.getvalue(), listed, box, ascent, descent, cap_height)


def to_unicode(text: str) -> bytes:
    """The map from codes back to letters, by which text is searched and read aloud (ISO 32000-1, 9.10.3)."""
    pairs = sorted({(_CODES[letter], ord(letter)) for letter in text})
    lines = "\n".join(f"<{code:02X}> <{letter:04X}>" for code, letter in pairs)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Licence def /CMapType 2 def\n"
        f"1 begincodespacerange <00> <FF> endcodespacerange\n{len(pairs)} beginbfchar\n{lines}\nendbfchar\n"
        "endcmap CMapName currentdict /CMap defineresource pop end end\n"
    ).encode()
