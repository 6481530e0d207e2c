"""PNG files in PDFs as they are: a PDF holds pixels packed as a PNG does (ISO 32000-1, 7.4.4.4).

Typst would unpack them and pack them anew, which takes a quarter of the time of a booklet. So it is given stand-ins
of a few pixels, which are told by their colours, and these are replaced in the finished file.
"""

from __future__ import annotations

import re
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from struct import unpack

from PIL import Image

from packager.render.png import SIGNATURE, png

_GREY, _RGB, _PALETTE = 0, 2, 3
"""Colour types of PNG (ISO/IEC 15948, 11.2.1)."""
_PIXELS = {_GREY: ("L", (24, 1)), _RGB: ("RGB", (8, 1)), _PALETTE: ("RGB", (8, 1))}
"""Of stand-ins: all are 24 bytes."""
_OTHERWISE = {b"tRNS", b"iCCP", b"eXIf", b"acTL"}
"""Chunks with which a picture is more than its pixels: it is left to Typst."""
_NESTED = re.compile(r'<image ([^<>]*?\bwidth="([\d.]+)" height="([\d.]+)") xlink:href="data:image/png;base64,([^"]+)"/>')
_ALIKE = 0.01
"""How much the ratio of a picture in a drawing may differ from that of its place."""
_STREAM = re.compile(
    rb"<</Length (\d+)/Type/XObject/Subtype/Image/Filter/FlateDecode/Width (?:8|24)/Height 1"
    rb"/ColorSpace (\d+ 0 R)/BitsPerComponent 8>>\nstream\n"
)
_TYPST = "0.15."
"""The versions that write pictures as `_STREAM` says. With any other all pictures are left to it, which is slower and as good."""
_ROW = 20
"""Bytes to an entry of the table of objects (ISO 32000-1, 7.5.4)."""


@dataclass(frozen=True, slots=True)
class _Pixels:
    """The pixels of a PNG, packed, and what one must know to unpack them."""

    width: int
    height: int
    depth: int
    kind: int
    palette: bytes
    packed: bytes

    def stream(self, space: bytes) -> bytes:
        """The picture as the content of an object, as far as its pixels (8.9.5); `space` is that of its stand-in."""
        colours = 3 if self.kind == _RGB else 1
        if self.kind == _PALETTE:
            space = b"[/Indexed %b %d <%b>]" % (space, len(self.palette) // 3 - 1, self.palette.hex().encode())
        return (
            b"<</Length %d/Type/XObject/Subtype/Image/Filter/FlateDecode"
            b"/DecodeParms<</Predictor 15/Colors %d/BitsPerComponent %d/Columns %d>>"
            b"/Width %d/Height %d/ColorSpace %b/BitsPerComponent %d>>\nstream\n%b"
        ) % (len(self.packed), colours, self.depth, self.width, self.width, self.height, space, self.depth, self.packed)


class Passed:
    """The pictures of one PDF that Typst does not see."""

    def __init__(self) -> None:
        self._pictures: dict[bytes, _Pixels] = {}

    def stand_in(self, content: bytes) -> bytes:
        """What Typst is given for a picture: a stand-in, which must be stretched, or the picture itself."""
        pixels = _read(content)
        if pixels is None:
            return content
        told = sha256(content).digest()[:24]
        self._pictures[told] = pixels
        return png(Image.frombytes(*_PIXELS[pixels.kind], told))

    def in_svg(self, svg: str) -> str:
        """The drawing, in which stand-ins are stretched in the places of pictures."""
        return _NESTED.sub(self._nested, svg) if "<image " in svg else svg

    def put(self, pdf: bytes) -> bytes:
        """The PDF with its pictures, and its table of objects put right."""
        found = list(self._found(pdf)) if self._pictures else []
        return _replaced(pdf, found) if found else pdf

    def _nested(self, image: re.Match[str]) -> str:
        content = b64decode(image[4])
        pixels = _read(content)
        if pixels is None or abs(pixels.width / pixels.height * float(image[3]) / float(image[2]) - 1) > _ALIKE:
            return image[0]
        address = b64encode(self.stand_in(content)).decode()
        return f'<image {image[1]} preserveAspectRatio="none" xlink:href="data:image/png;base64,{address}"/>'

    def _found(self, pdf: bytes) -> Iterator[tuple[int, int, bytes]]:
        """Where each stand-in begins and ends, and what comes instead."""
        for stream in _STREAM.finditer(pdf):
            end = stream.end() + int(stream[1])
            picture = self._pictures.get(zlib.decompress(pdf[stream.end() : end]))
            if picture:
                yield stream.start(), end, picture.stream(stream[2])


def _read(content: bytes) -> _Pixels | None:
    """A PNG that a PDF can hold as it is; None for any other."""
    chunks = list(_chunks(content)) if _is_known() and content.startswith(SIGNATURE) else []
    if not chunks or chunks[0][0] != b"IHDR":
        return None
    width, height, depth, kind, _, _, interlaced = unpack(">IIBBBBB", chunks[0][1])
    if kind not in _PIXELS or depth > 8 or interlaced or _OTHERWISE & {name for name, _ in chunks}:
        return None
    palette = next((data for name, data in chunks if name == b"PLTE"), b"")
    return _Pixels(width, height, depth, kind, palette, b"".join(data for name, data in chunks if name == b"IDAT"))


@cache
def _is_known() -> bool:
    return version("typst").startswith(_TYPST)


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(SIGNATURE)
    while at + 8 <= len(content):
        length, name = unpack(">I4s", content[at : at + 8])
        yield name, content[at + 8 : at + 8 + length]
        at += 12 + length


def _replaced(pdf: bytes, changes: list[tuple[int, int, bytes]]) -> bytes:
    """The file with other bytes from each start to its end, and the offsets of all objects behind them (7.5.4, 7.5.5)."""
    start = int(pdf[pdf.rindex(b"startxref") + 9 :].split()[0])
    table = pdf.index(b"\n", start + len(b"xref\n")) + 1
    end = pdf.index(b"trailer", table)

    def moved(offset: int) -> int:
        return offset + sum(len(new) - (to - at) for at, to, new in changes if at < offset)

    rows = [pdf[at : at + _ROW] for at in range(table, end, _ROW)]
    first = b"%010d" % changes[0][0]
    shifted = b"".join(b"%010d%b" % (moved(int(row[:10])), row[10:]) if row[:10] > first else row for row in rows)
    parts, at = [], 0
    for begin, stop, new in changes:
        parts += [pdf[at:begin], new]
        at = stop
    trailer = pdf[end : pdf.rindex(b"startxref")]
    return b"".join((*parts, pdf[at:table], shifted, trailer, b"startxref\n%d\n%%%%EOF" % moved(start)))
