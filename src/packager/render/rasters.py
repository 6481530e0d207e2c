"""SVGs as pixels. Typst turns an SVG into a page, PDFium draws the page, and flat art is kept in few colours.

Of three ways that were compared this is the quickest by far, and the only one whose pixels need not be
unpacked again to be made small. Only the fonts given are used, so that every machine gives the same bytes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import closing
from functools import lru_cache
from pathlib import Path
from struct import pack

import pypdfium2
import typst
from PIL import Image

from packager.render.passed import Passed
from packager.render.png import png

_SHADED = ("Gradient", "<filter")
"""What makes shades without end: few colours would show as bands."""
_PHOTOGRAPH = "data:image/jp"
_PAGE = """#set page(width: {0}pt, height: {1}pt, margin: 0pt, fill: {2})
#image(bytes(sys.inputs.svg), format: "svg", width: {0}pt, height: {1}pt, fit: "stretch")"""
_FINE = 4
"""Points of the page to the pixel: no page is smaller than three points (ISO 32000-1, annex C), and this one divides exactly."""
_COLOURS = 256
_SAMPLES = 12_000
"""Pixels that are looked at to learn which colours count."""
_GROUND = 0.01
"""The share of a picture from which on a colour is a ground, which must not be taken for one like it."""
_ALIKE = 8
"""Steps of 255 between two colours of which one may stand for both."""
_UNDITHERED = Image.Dither.NONE
_PROFILED = re.compile(rb"\[/ICCBased (\d+) 0 R\]")
_COMPONENTS = re.compile(rb"/N ([13])\b")
_ENTRIES = 80
"""Bytes in which a profile tells of its components before it begins."""
_DEVICE = {b"1": b"/DeviceGray", b"3": b"/DeviceRGB"}


def raster_png(svg: str, width: int, height: int, fonts: Sequence[str] = (), ground: str | None = None) -> bytes:
    """The SVG as PNG of that many pixels; what it leaves bare shows the `ground`, or is transparent."""
    return png(_in_few_colours(drawn_image(svg, width, height, fonts, ground), svg))


def drawn_image(svg: str, width: int, height: int, fonts: Sequence[str] = (), ground: str | None = None) -> Image.Image:
    """The SVG as pixels: RGB, or RGBA where something shows through it. Lines are a pixel wide at least."""
    fill = f'rgb("{ground}")' if ground else "none"
    folders, passed = tuple(sorted({str(Path(file).parent) for file in fonts})), Passed()
    page = typst.compile(
        _PAGE.format(width * _FINE, height * _FINE, fill).encode(),
        format="pdf",
        font_paths=_fonts(folders),
        sys_inputs={"svg": passed.in_svg(svg)},
        pdf_tags=False,
    )
    assert isinstance(page, bytes)
    with closing(pypdfium2.PdfDocument(_unprofiled(passed.put(page)))) as document, closing(document[0]) as drawn:
        opaque = {"fill_color": (255, 255, 255, 255), "prefer_bgrx": True} if ground else {"fill_color": (255, 255, 255, 0)}
        with closing(drawn.render(scale=1 / _FINE, rev_byteorder=True, **opaque)) as bitmap:
            return _image(bitmap, bool(ground))


def _unprofiled(page: bytes) -> bytes:
    """The PDF with the colours of the device for sRGB by a profile (ISO 32000-1, 8.6.5.5): the same, without reading it for 4 ms."""

    def device(found: re.Match[bytes]) -> bytes:
        at = page.rfind(b"\n" + found[1] + b" 0 obj")
        said = _COMPONENTS.search(page, at, at + _ENTRIES) if at >= 0 else None
        return _DEVICE[said[1]].ljust(len(found[0])) if said else found[0]

    return _PROFILED.sub(device, page)


def _image(bitmap: pypdfium2.PdfBitmap, is_opaque: bool) -> Image.Image:
    """A copy of the pixels, as RGB if nothing shows through them."""

    size, buffer = (bitmap.width, bitmap.height), bitmap.buffer
    shown = Image.frombuffer("RGBX" if is_opaque else "RGBA", size, buffer, "raw", "RGBX" if is_opaque else "RGBA", bitmap.stride, 1)
    return shown.convert("RGB") if is_opaque or shown.getchannel("A").getextrema() == (255, 255) else shown.copy()


def _in_few_colours(image: Image.Image, svg: str) -> Image.Image:
    """The picture with a palette, a third of the size, where nobody can tell; an octree takes a sixth of the time of a median cut."""
    if any(mark in svg for mark in _SHADED):
        return image
    if _PHOTOGRAPH in svg and image.mode == "RGB":
        return image.quantize(_COLOURS, Image.Quantize.MEDIANCUT, dither=_UNDITHERED)
    reduced = image.quantize(_COLOURS, Image.Quantize.FASTOCTREE, dither=_UNDITHERED)
    grounds = _grounds(reduced, image)
    if grounds is None:
        return image
    bands, palette = len(image.getbands()), list(reduced.getpalette(image.mode) or ())
    for entry, colour in grounds.items():
        palette[entry * bands : (entry + 1) * bands] = colour
    reduced.putpalette(palette, image.mode)
    return reduced


def _grounds(reduced: Image.Image, image: Image.Image) -> dict[int, bytes] | None:
    """The true colour of entries of the palette, which an octree moves towards the colours of the edges around them.

    None where two grounds fell into one entry.
    """
    step = max(1, round((image.width * image.height / _SAMPLES) ** 0.5))
    size = (max(1, image.width // step), max(1, image.height // step))
    entries, sample = (each.resize(size, Image.Resampling.NEAREST) for each in (reduced, image))
    grounds: dict[int, bytes] = {}
    for count, entry, colour in _counted(entries, sample):
        own = grounds.setdefault(entry, colour)
        if count > _GROUND * size[0] * size[1] and max(abs(a - b) for a, b in zip(own, colour, strict=True)) > _ALIKE:
            return None
    return grounds


def _counted(entries: Image.Image, sample: Image.Image) -> Iterable[tuple[int, int, bytes]]:
    """How often each colour stands under each entry, the most frequent first; nothing of what is seen once."""
    if sample.mode == "RGB":
        below = Image.frombytes("L", entries.size, entries.tobytes())
        found = Image.merge("RGBX", (*sample.split(), below)).getcolors(4 * _SAMPLES) or ()
        counts = [(count, colour[3], bytes(colour[:3])) for count, colour in found if isinstance(colour, tuple)]
    else:
        pixels = memoryview(sample.tobytes()).cast("I")
        counts = [(n, entry, pack("=I", colour)) for (entry, colour), n in Counter(zip(entries.tobytes(), pixels, strict=True)).items()]
    return sorted((each for each in counts if each[0] > 1), reverse=True)


@lru_cache(maxsize=8)
def _fonts(folders: tuple[str, ...]) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(folders))
