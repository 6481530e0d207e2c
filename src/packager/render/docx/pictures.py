"""The pictures of a document as rasters: each made once, for the widest place in which it is shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from math import ceil

from packager.render.docx.arranged import Arranged, Group, Paragraph, Picture, Table
from packager.render.docx.icons import ICONS
from packager.render.drawn import Drawn
from packager.render.look import Look
from packager.render.media import DOTS_PER_INCH, Raster
from packager.render.renderer import Context, Trouble
from packager.render.svg.faces import font_files

MILLIMETRES = 25.4
COVER = "cover"
"""The id of what stands before the first block."""
_ASCII = bytes(range(128))
"""Letters that every face has: they need not be looked at to know which faces a drawing needs."""
_RATIOS = {"band": 19.0, "tile": 1.5}


class Pictures:
    """The pictures of one document: `placed` are all with the ids of their blocks."""

    def __init__(self, arranged: Arranged, context: Context) -> None:
        self.context = context
        self.placed = tuple(_placed(arranged))
        self._rasters: dict[str, Raster] = {}
        self._widths: dict[str, float] = {}
        for _, picture in self.placed:
            if picture.drawn is None:
                shown = max(picture.width, picture.height * self._ratio(picture.path))
                self._widths[picture.path] = max(shown, self._widths.get(picture.path, 0))

    def troubles(self) -> Iterator[Trouble]:
        """What drawings had no room for."""
        for _, picture in self.placed:
            yield from picture.drawn.troubles if picture.drawn else ()

    @property
    def frame(self) -> str:
        """The colour of the line around figures."""
        return self.context.look.colours.frame

    def raster(self, picture: Picture) -> Raster:
        """The picture as pixels."""
        if picture.path not in self._rasters:
            self._rasters[picture.path] = self._drawn(picture.drawn) if picture.drawn else self._made(picture.path)
        return self._rasters[picture.path]

    def _drawn(self, drawn: Drawn) -> Raster:
        fonts = font_files(drawn.svg.encode().translate(None, _ASCII).decode(), self.context.look.fonts)
        return self.context.media.drawn(drawn.svg, ceil(drawn.width / MILLIMETRES * DOTS_PER_INCH), fonts, self.context.look.ground)

    def _made(self, path: str) -> Raster:
        svg, inches, media = _svg(path, self.context.look), self._widths[path] / MILLIMETRES, self.context.media
        return media.drawn(svg, round(inches * DOTS_PER_INCH)) if svg else media.raster(path, inches)

    def _ratio(self, path: str) -> float:
        kind, _, name = path.partition(":")
        return _RATIOS.get(name, 1.0) if kind in ("pattern", "icon") else self.context.media.ratio(path)


def pictures_in(arranged: Arranged) -> Iterator[Picture]:
    """Every picture of the document, in order."""
    return (picture for _, picture in _placed(arranged))


def _placed(arranged: Arranged) -> Iterator[tuple[str, Picture]]:
    """Every picture with the id of its block, those of headers and footers with none."""
    for section in arranged.sections:
        yield from _within(section.blocks, COVER)
        yield from _within((*(section.header or ()), *(section.first_header or ()), *(section.footer or ())), "")


def _within(blocks: Iterable[object], id: str) -> Iterator[tuple[str, Picture]]:
    for block in blocks:
        if isinstance(block, Paragraph):
            for piece in block.content:
                if isinstance(piece, Picture):
                    yield id, piece
        elif isinstance(block, Group):
            yield from _within(block.blocks, block.id)
        elif isinstance(block, Table):
            yield from _within((paragraph for row in block.rows for cell in row.cells for paragraph in cell.blocks), id)


@lru_cache(maxsize=64)
def _svg(path: str, look: Look) -> str | None:
    """A pattern or an icon in the colours of the look; nothing for a media file."""
    kind, _, name = path.partition(":")
    if kind == "pattern":
        return look.pattern(name)  # type: ignore[arg-type]
    return ICONS[name].format(accent=look.accent, ink=look.colours.ink) if kind == "icon" else None
