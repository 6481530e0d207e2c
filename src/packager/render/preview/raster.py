"""Pictures small enough for a web page: slides through SVG, pages of a booklet through its PDF."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image, ImageOps

from packager.model.theme import Fonts
from packager.render.media import Media
from packager.render.rasters import drawn_image
from packager.render.svg.faces import font_files

SLIDE = (800, 450)
PAGE = (560, 792)
"""Pixels; slides are 16 to 9, pages are A4."""
CARD = (688, 352)
"""The picture on a topic's card, at twice the size at which the design shows it."""
_QUALITY = 80
_INCH = 150
"""The dots to the inch of a Media raster."""
_FINER = 2
"""Slides are drawn larger than they are shown: no line is drawn finer than a pixel."""


@dataclass(frozen=True, slots=True)
class PdfPages:
    """What is known of a PDF without drawing it: how many pages, and on which (from 0) each heading of its outline stands."""

    count: int
    outline: tuple[tuple[str, int], ...]


def slide_picture(svg: str, fonts: Fonts) -> bytes:
    """A slide as WebP. System fonts are not used, so that every machine gives the same bytes."""
    image = drawn_image(svg, SLIDE[0] * _FINER, SLIDE[1] * _FINER, font_files(svg, fonts))
    return _webp(image.convert("RGB").reduce(_FINER))


def page_picture(pdf: Path, number: int) -> bytes:
    """A page of a PDF, counted from 0, as WebP."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[number]
        image = page.render(scale=PAGE[0] / page.get_width()).to_pil()
        return _webp(image.convert("RGB").resize(PAGE, Image.Resampling.LANCZOS))


def card_picture(media: Media, path: str) -> bytes:
    """A picture cut to the shape of a card, a little of its middle, as WebP."""
    raster = media.raster(path, CARD[0] / _INCH)
    with Image.open(BytesIO(raster.content)) as image:
        return _webp(ImageOps.fit(image.convert("RGB"), CARD, Image.Resampling.LANCZOS, centering=(0.5, 0.62)))


def pdf_pages(pdf: Path) -> PdfPages:
    """The number of pages of a PDF, and its outline; none of one that cannot be read, for somebody may have put it there."""
    try:
        with pypdfium2.PdfDocument(pdf) as document:
            marks = [(mark.get_title(), mark.get_dest()) for mark in document.get_toc()]
            places = [(title, place.get_index()) for title, place in marks if place is not None]
            return PdfPages(len(document), tuple((title, index) for title, index in places if index is not None))
    except (pypdfium2.PdfiumError, OSError):
        return PdfPages(0, ())


def _webp(image: Image.Image) -> bytes:
    content = BytesIO()
    image.save(content, "WEBP", quality=_QUALITY, method=4)
    return content.getvalue()
