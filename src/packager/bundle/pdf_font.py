"""The letters of Western Europe as a font that a PDF file can embed (ISO 32000-1, 9.6.3), the same for every school."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from types import MappingProxyType

import fontpkg
from deflate import zlib_compress

_FAMILY = "Atkinson Hyperlegible"
_LEVEL, _AT_MOST = 6, 100
"""Of libdeflate; and the mappings that one block may hold (Adobe Technical Note 5014, bfchar)."""
_CODES = MappingProxyType({bytes([code]).decode("cp1252", "ignore"): code for code in range(0x20, 0x100)})
"""WinAnsiEncoding, but for the few codes that stand for nothing."""


@dataclass(frozen=True, slots=True)
class LineFont:
    """A font for one line; lengths are in thousandths of its size, and `length` is that of the program before it was packed."""

    program: bytes
    length: int
    codes: frozenset[int]
    widths: tuple[int, ...]
    """Of the codes 32 to 255."""
    box: tuple[int, int, int, int]
    ascent: int
    descent: int
    cap_height: int


def encoded(text: str, font: LineFont) -> bytes | None:
    """`text` in WinAnsiEncoding, or None where a letter is not in it, or not in the font."""
    codes = [_CODES.get(letter) for letter in text]
    return bytes(code for code in codes if code is not None) if font.codes.issuperset(codes) else None


@lru_cache(maxsize=1)
def line_font() -> LineFont:
    """The font."""
    from fontTools import subset  # slow to load, and a school without PDF files needs none

    options = subset.Options(hinting=False, layout_features=[], name_IDs=[], notdef_outline=True, recalc_timestamp=False)
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "DSIG", "gasp"]
    font = subset.load_font(str(fontpkg.path(_FAMILY, 400, nearest=True)), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text="".join(_CODES))
    subsetter.subset(font)
    scale, names, advances = 1000 / font["head"].unitsPerEm, font.getBestCmap(), font["hmtx"]
    letters = {code: names[ord(letter)] for letter, code in _CODES.items() if letter and ord(letter) in names}
    widths = tuple(round(advances[letters[code]][0] * scale) if code in letters else 0 for code in range(32, 256))
    head, metrics, file = font["head"], font["OS/2"], BytesIO()
    box = tuple(round(value * scale) for value in (head.xMin, head.yMin, head.xMax, head.yMax))
    ascent, descent, cap_height = (round(v * scale) for v in (metrics.sTypoAscender, metrics.sTypoDescender, metrics.sCapHeight))
    font.save(file)
    font.close()
    program = file.getvalue()
    packed = bytes(zlib_compress(program, _LEVEL))
    return LineFont(packed, len(program), frozenset(letters), widths, box, ascent, descent, cap_height)


def to_unicode(font: LineFont) -> bytes:
    """The map from codes back to letters, by which text is searched and read aloud (ISO 32000-1, 9.10.3)."""
    pairs = [f"<{code:02X}> <{ord(letter):04X}>" for letter, code in _CODES.items() if code in font.codes]
    some = (pairs[start : start + _AT_MOST] for start in range(0, len(pairs), _AT_MOST))
    blocks = "".join(f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar\n" for block in some)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Licence def /CMapType 2 def\n"
        f"1 begincodespacerange <00> <FF> endcodespacerange\n{blocks}"
        "endcmap CMapName currentdict /CMap defineresource pop end end\n"
    ).encode()
