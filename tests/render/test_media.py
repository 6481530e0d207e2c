"""Pictures by path: read once, rastered once, and kept from one build to the next."""

from __future__ import annotations

from collections import Counter
from io import BytesIO

import pytest
from PIL import Image

from packager.render import rasters
from packager.render.drawn import NESTED
from packager.render.media import DOTS_PER_INCH, Media, svg_size
from tests.builders import SVG, picture

FILES = {"a.svg": SVG.encode(), "b.png": picture("png", 400, 300), "c.jpg": picture("jpeg", 300, 300)}


class Kept:
    """A store in memory that counts what is put."""

    def __init__(self) -> None:
        self.items: dict[str, bytes] = {}
        self.puts = Counter[str]()

    def get(self, key: str) -> bytes | None:
        return self.items.get(key)

    def put(self, key: str, content: bytes) -> None:
        self.items[key] = content
        self.puts[key] += 1


def test_a_raster_is_never_under_150_dots_to_the_inch_and_not_much_above() -> None:
    media = Media(FILES.__getitem__)
    for width in (0.4, 1.0, 5.827, 5.85, 7.583, 11.95, 12.16, 13.333):
        least = width * DOTS_PER_INCH
        assert least <= media.raster("a.svg", width).width < least * 1.26 + 1


def test_shown_nearly_as_wide_in_a_deck_and_in_a_booklet_a_picture_is_rastered_once() -> None:
    media = Media(FILES.__getitem__)
    for deck, booklet in ((5.85, 148 / 25.4), (12.1, 177 * 1.6 / 25.4), (7.58, 190 / 25.4), (6.8, NESTED)):
        assert media.raster("a.svg", deck) is media.raster("a.svg", booklet)


def test_a_raster_keeps_the_ratio_of_its_picture() -> None:
    media = Media(FILES.__getitem__)
    raster = media.raster("a.svg", 4)
    assert raster.width / raster.height == pytest.approx(media.ratio("a.svg"), rel=0.005)


def test_a_file_of_pixels_is_given_as_it_is() -> None:
    media = Media(FILES.__getitem__)
    found = [(each.content, each.width, each.height, each.extension) for each in (media.raster("b.png", 2), media.raster("c.jpg", 9))]
    assert found == [(FILES["b.png"], 400, 300, "png"), (FILES["c.jpg"], 300, 300, "jpg")]


def test_what_the_store_has_is_not_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    store = Kept()
    first = Media(FILES.__getitem__, store).raster("a.svg", 2)
    monkeypatch.setattr(rasters, "raster_png", None)
    assert Media(FILES.__getitem__, store).raster("a.svg", 2) == first
    assert list(store.puts.values()) == [1] and all(len(key) == 64 for key in store.puts)


def test_each_picture_size_and_ground_is_kept_by_itself() -> None:
    store = Kept()
    media = Media(FILES.__getitem__, store)
    for svg, pixels, ground in (
        (SVG, 100, None),
        (SVG, 101, None),
        (SVG, 100, "#FFFFFF"),
        (SVG.replace("</svg>", "<g/></svg>"), 100, None),
    ):
        media.drawn(svg, pixels, ground=ground)
    assert len(store.items) == 4


def test_each_file_is_read_once() -> None:
    reads = Counter[str]()

    def read(path: str) -> bytes:
        reads[path] += 1
        return FILES[path]

    media = Media(read)
    for path in FILES:
        media.ratio(path), media.raster(path, 1), media.content(path)
    assert set(reads.values()) == {1}


def test_a_raster_is_what_it_says() -> None:
    raster = Media(FILES.__getitem__).raster("a.svg", 3)
    with Image.open(BytesIO(raster.content)) as image:
        assert (image.format, image.size) == ("PNG", (raster.width, raster.height))


@pytest.mark.parametrize(
    ("root", "size"),
    [
        ('viewBox="0 0 40 30"', (40, 30)),
        ('viewBox="0,0,40,30" width="9mm" height="1mm"', (40, 30)),
        ('width="80px" height="20"', (80, 20)),
        ("", (100, 100)),
    ],
)
def test_the_size_of_an_svg_is_its_view_box_or_what_it_says(root: str, size: tuple[float, float]) -> None:
    assert svg_size(f'<?xml version="1.0"?><!-- a --><svg xmlns="http://www.w3.org/2000/svg" {root}><rect/></svg>'.encode()) == size
