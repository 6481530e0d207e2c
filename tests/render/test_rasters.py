"""SVGs as pixels: sizes, colours, letters and bytes."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO

import pytest
import resvg_py
from PIL import Image, ImageChops, ImageStat

from packager.model.typefaces import typeface
from packager.render.png import png, png_size
from packager.render.rasters import drawn_image, raster_png

SPACE = 'xmlns="http://www.w3.org/2000/svg"'
FLAT = f'<svg {SPACE} viewBox="0 0 40 30"><rect width="40" height="30" fill="#A5421C"/><circle cx="20" cy="15" r="9" fill="#F8F0ED"/></svg>'
BARE = f'<svg {SPACE} viewBox="0 0 40 30"><circle cx="20" cy="15" r="9" fill="#0A6F70"/></svg>'


def opened(content: bytes) -> Image.Image:
    with Image.open(BytesIO(content)) as image:
        image.load()
        return image


@pytest.mark.parametrize(("width", "height"), [(1, 1), (7, 301), (1933, 102), (878, 659)])
def test_a_raster_has_exactly_the_pixels_asked_for(width: int, height: int) -> None:
    content = raster_png(FLAT, width, height)
    assert opened(content).size == png_size(content) == (width, height)


def test_a_raster_looks_as_another_program_draws_it() -> None:
    other = opened(bytes(resvg_py.svg_to_bytes(svg_string=FLAT, width=400))).convert("RGB")
    apart = ImageStat.Stat(ImageChops.difference(opened(raster_png(FLAT, 400, 300)).convert("RGB"), other)).mean
    assert max(apart) < 0.5


def test_flat_art_has_a_palette_and_its_grounds_keep_their_colours() -> None:
    image = opened(raster_png(FLAT, 400, 300))
    assert image.mode == "P"
    shown = image.convert("RGB")
    assert (shown.getpixel((5, 5)), shown.getpixel((200, 150))) == ((0xA5, 0x42, 0x1C), (0xF8, 0xF0, 0xED))


def test_two_grounds_of_nearly_one_colour_are_both_kept() -> None:
    bands = "".join(
        f'<rect y="{at}" width="40" height="10" fill="{fill}"/>' for at, fill in ((0, "#C0C0C0"), (10, "#CACACA"), (20, "#A00000"))
    )
    shown = opened(raster_png(f'<svg {SPACE} viewBox="0 0 40 30">{bands}</svg>', 400, 300)).convert("RGB")
    assert [shown.getpixel((200, y)) for y in (50, 150, 250)] == [(0xC0,) * 3, (0xCA,) * 3, (0xA0, 0, 0)]


def test_what_fades_has_all_its_shades() -> None:
    stops = '<stop stop-color="#000"/><stop offset="1" stop-color="#FFF"/>'
    fade = f'<linearGradient id="g">{stops}</linearGradient><rect width="256" height="10" fill="url(#g)"/>'
    shown = opened(raster_png(f'<svg {SPACE} viewBox="0 0 256 10">{fade}</svg>', 512, 20)).convert("RGB")
    assert len(shown.getcolors(512) or ()) > 200


def test_what_an_svg_leaves_bare_is_transparent_or_shows_the_ground() -> None:
    bare, on_cream = opened(raster_png(BARE, 400, 300)), opened(raster_png(BARE, 400, 300, ground="#FDF3DA"))
    assert bare.convert("RGBA").getpixel((5, 5))[3] == 0  # type: ignore[index]
    assert bare.convert("RGBA").getpixel((200, 150)) == (0x0A, 0x6F, 0x70, 255)
    assert on_cream.convert("RGB").getpixel((5, 5)) == (0xFD, 0xF3, 0xDA)


def test_letters_are_those_of_the_fonts_given_and_of_no_others() -> None:
    text = '<text x="2" y="24" font-size="24" font-family="Arimo">Nile</text>'
    said = f'<svg {SPACE} viewBox="0 0 80 30"><rect width="80" height="30" fill="#FFF"/>{text}</svg>'
    fonts = tuple(str(file) for file in typeface("Arimo").files)
    assert drawn_image(said, 160, 60, fonts).getextrema() == ((0, 255),) * 3
    assert drawn_image(said, 160, 60).getextrema() == ((255, 255),) * 3


def test_two_processes_make_the_same_bytes() -> None:
    code = f"import sys; from packager.render.rasters import raster_png; sys.stdout.buffer.write(raster_png({FLAT!r}, 300, 225))"
    made = [subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout for _ in range(2)]
    assert made[0] == made[1] == raster_png(FLAT, 300, 225)


@pytest.mark.parametrize("mode", ["L", "RGB", "RGBA", "P"])
def test_every_kind_of_png_can_be_read_again(mode: str) -> None:
    image = drawn_image(BARE, 40, 30)
    made = image.quantize(16) if mode == "P" else image.convert(mode)
    read = opened(png(made))
    assert (read.mode, read.convert("RGBA").tobytes()) == (mode, made.convert("RGBA").tobytes())
