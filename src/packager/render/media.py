"""The pictures that documents name: their bytes, their sizes, and rasters of those that are vectors."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO

import resvg_py
from lxml import etree
from PIL import Image

ReadFile = Callable[[str], bytes]
DOTS_PER_INCH = 150
"""The least resolution at which pictures are shown or printed."""


@dataclass(frozen=True, slots=True)
class Raster:
    """A picture as PNG or JPEG bytes, with its size in pixels and its file extension."""

    content: bytes
    width: int
    height: int
    extension: str


class Media:
    """Pictures by path. Each is read once; each raster is made once for each width asked for."""

    def __init__(self, read: ReadFile) -> None:
        self._read = read
        self._content: dict[str, bytes] = {}
        self._rasters: dict[tuple[str, int], Raster] = {}

    def content(self, path: str) -> bytes:
        """The file as it is."""
        if path not in self._content:
            self._content[path] = self._read(path)
        return self._content[path]

    def is_vector(self, path: str) -> bool:
        """Whether the file is an SVG."""
        return path.lower().endswith(".svg")

    def ratio(self, path: str) -> float:
        """Width over height."""
        if self.is_vector(path):
            width, height = svg_size(self.content(path))
            return width / height
        with Image.open(BytesIO(self.content(path))) as image:
            return image.width / image.height

    def raster(self, path: str, width: float) -> Raster:
        """The picture as pixels, for showing it `width` inches wide; a raster file is given as it is."""
        pixels = round(width * DOTS_PER_INCH) if self.is_vector(path) else 0
        if (path, pixels) not in self._rasters:
            content = self.content(path)
            self._rasters[path, pixels] = rasterised(content.decode(), pixels) if pixels else _as_it_is(content)
        return self._rasters[path, pixels]


def rasterised(svg: str, pixels: int, fonts: Sequence[str] = ()) -> Raster:
    """An SVG as PNG, `pixels` wide. Of fonts only the files given are used, so that every machine gives the same bytes."""
    content = bytes(resvg_py.svg_to_bytes(svg_string=svg, width=pixels, skip_system_fonts=True, font_files=list(fonts)))
    with Image.open(BytesIO(content)) as image:
        return Raster(content, image.width, image.height, "png")


def svg_size(content: bytes) -> tuple[float, float]:
    """Width and height of an SVG in its own units, from its viewBox or its size."""
    root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    box = (root.get("viewBox") or "").replace(",", " ").split()
    if len(box) == 4:
        return float(box[2]), float(box[3])
    return _number(root.get("width")), _number(root.get("height"))


def _number(text: str | None) -> float:
    digits = (text or "").rstrip("abcdefghijklmnopqrstuvwxyz%")
    return float(digits) if digits else 100.0


def _as_it_is(content: bytes) -> Raster:
    with Image.open(BytesIO(content)) as image:
        extension = "jpg" if image.format == "JPEG" else "png"
        return Raster(content, image.width, image.height, extension)
