"""The pictures that documents name: their bytes, their sizes, and rasters of those that are vectors."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import sha256
from importlib.metadata import version
from io import BytesIO
from math import ceil, log2
from pathlib import Path
from typing import Protocol

from lxml import etree
from PIL import Image

from packager.render.png import png_size

ReadFile = Callable[[str], bytes]
DOTS_PER_INCH = 150
"""The least resolution at which pictures are shown or printed."""
WIDEST = 1824
"""Pixels of a picture over the whole of a slide: widths are this and what lies a third of a doubling apart, so that a picture shown
nearly as wide in a deck and in a booklet is rastered once."""
_WAY = "2"
"""Raise it when rasters are made in another way."""
_MAKERS = ("typst", "pypdfium2", "Pillow", "deflate")


class Store(Protocol):
    """Keeps what took time to make, from one build to the next. Keys are digests in hexadecimal."""

    def get(self, key: str) -> bytes | None:
        """What was put by that key, if it is still there."""

    def put(self, key: str, content: bytes) -> None:
        """`get` may give the content from now on."""


@dataclass(frozen=True, slots=True)
class Raster:
    """A picture as PNG or JPEG bytes, with its size in pixels and its file extension."""

    content: bytes
    width: int
    height: int
    extension: str


class Media:
    """Pictures by path. Each is read once; each raster is made once for each width, and not at all where the store has it."""

    def __init__(self, read: ReadFile, store: Store | None = None) -> None:
        self._read = read
        self._store = store
        self._content: dict[str, bytes] = {}
        self._ratios: dict[str, float] = {}
        self._rasters: dict[str, Raster] = {}
        self._kept: dict[str, bytes] = {}

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
        if path not in self._ratios:
            content = self.content(path)
            width, height = svg_size(content) if self.is_vector(path) else _as_it_is(content)[:2]
            self._ratios[path] = width / height
        return self._ratios[path]

    def raster(self, path: str, width: float) -> Raster:
        """The picture as pixels, for showing it `width` inches wide; a raster file is given as it is."""
        if not self.is_vector(path):
            if path not in self._rasters:
                self._rasters[path] = _given(self.content(path))
            return self._rasters[path]
        return self.drawn(self.content(path).decode(), _usual(width * DOTS_PER_INCH))

    def drawn(self, svg: str, pixels: int, fonts: Sequence[str] = (), ground: str | None = None) -> Raster:
        """An SVG as PNG, `pixels` wide, set in those font files; what it leaves bare shows the `ground`, or is transparent."""
        key = _key(svg, pixels, fonts, ground)
        if key not in self._rasters:
            content = self.kept(key, lambda: _made(svg, pixels, fonts, ground))
            self._rasters[key] = Raster(content, *png_size(content), "png")
        return self._rasters[key]

    def kept(self, key: str, make: Callable[[], bytes]) -> bytes:
        """What `make` gives: made once for each key, and not at all where the store has it."""
        if key not in self._kept:
            known = self._store.get(key) if self._store else None
            content = known or make()
            if self._store and not known:
                self._store.put(key, content)
            self._kept[key] = content
        return self._kept[key]


@lru_cache(maxsize=32)
def rasterised(svg: str, pixels: int, fonts: tuple[str, ...] = ()) -> Raster:
    """An SVG as PNG, `pixels` wide, where no Media is at hand: a pattern or an icon, which is made once a process."""
    content = _made(svg, pixels, fonts, None)
    return Raster(content, *png_size(content), "png")


def svg_size(content: bytes) -> tuple[float, float]:
    """Width and height of an SVG in its own units, from its viewBox or its size."""
    _, root = next(etree.iterparse(BytesIO(content), events=("start",), resolve_entities=False, no_network=True))
    box = (root.get("viewBox") or "").replace(",", " ").split()
    if len(box) == 4:
        return float(box[2]), float(box[3])
    return _number(root.get("width")), _number(root.get("height"))


def _usual(pixels: float) -> int:
    """The least usual width that is not below so many pixels."""
    return ceil(WIDEST * 2 ** (ceil(round(3 * log2(pixels / WIDEST), 9)) / 3))


def _number(text: str | None) -> float:
    digits = (text or "").rstrip("abcdefghijklmnopqrstuvwxyz%")
    return float(digits) if digits else 100.0


def _made(svg: str, pixels: int, fonts: Sequence[str], ground: str | None) -> bytes:
    # Imported late: a build whose rasters are all in the store has no need of either library, which take 0.1 s.
    from packager.render.rasters import raster_png

    width, height = svg_size(svg.encode())
    return raster_png(svg, pixels, max(1, round(pixels * height / width)), fonts, ground)


def _key(svg: str, pixels: int, fonts: Sequence[str], ground: str | None) -> str:
    said = [_maker(), str(pixels), ground or "", *(_font_digest(file) for file in fonts)]
    return sha256("\n".join(said).encode() + b"\n\n" + svg.encode()).hexdigest()


@cache
def _maker() -> str:
    return " ".join((_WAY, *(f"{name} {version(name)}" for name in _MAKERS)))


@lru_cache(maxsize=64)
def _font_digest(file: str) -> str:
    return sha256(Path(file).read_bytes()).hexdigest()


def _as_it_is(content: bytes) -> tuple[int, int, str]:
    with Image.open(BytesIO(content)) as image:
        return image.width, image.height, "jpg" if image.format == "JPEG" else "png"


def _given(content: bytes) -> Raster:
    return Raster(content, *_as_it_is(content))
