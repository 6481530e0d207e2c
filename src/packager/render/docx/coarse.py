"""Which pictures of a booklet have too few pixels for the width at which they are printed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from packager.render.docx.arranged import Picture
from packager.render.docx.pictures import Pictures
from packager.render.media import DOTS_PER_INCH, Media
from packager.render.renderer import Trouble

_NESTED = re.compile(r'<image [^>]*?\bwidth="([\d.]+)"')
"""How wide a drawing shows a picture, in points, which are the units of its SVG."""
_INCH, _POINT = 25.4, 25.4 / 72


def coarse_pictures(pictures: Pictures) -> Iterator[Trouble]:
    """A trouble for each media file with fewer than 150 pixels to the inch, where it is first shown so."""
    told: set[str] = set()
    media = pictures.context.media
    for id, picture in pictures.placed:
        for path, width in _shown(picture, media):
            raster = media.raster(path, width / _INCH)
            needed = round(width / _INCH * DOTS_PER_INCH)
            if raster.width < needed and path not in told:
                told.add(path)
                said = f"`{path}` is {raster.width} pixels wide and printed over {width:.0f} mm, which needs {needed}"
                yield Trouble("FIT003", id, said)


def _shown(picture: Picture, media: Media) -> Iterator[tuple[str, float]]:
    """The media file of pixels that a picture shows, and how wide the whole of it would be in millimetres."""
    if picture.drawn and picture.within:
        found = _NESTED.search(picture.drawn.svg)
        shown = [(picture.within, float(found[1]) * _POINT)] if found else []
    elif picture.drawn or picture.path.startswith(("pattern:", "icon:")):
        shown = []
    else:
        shown = [(picture.path, max(picture.width, picture.height * media.ratio(picture.path)))]
    yield from ((path, width) for path, width in shown if not media.is_vector(path))
