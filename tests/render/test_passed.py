"""PNG files in PDFs as they are: which they are, what they look like, and that the rest of the file is sound."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import pytest
import typst
from PIL import Image, ImageChops
from PIL.PngImagePlugin import PngInfo

from packager.render.passed import Passed
from packager.render.rasters import drawn_image

SIZE = (96, 60)
SPACE = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def noise() -> Image.Image:
    """A picture in which all pixels differ, the same on any day."""
    blocks = b"".join(sha256(bytes(divmod(n, 256))).digest() for n in range(SIZE[0] * SIZE[1] * 3 // 32))
    return Image.frombytes("RGB", SIZE, blocks)


def file(image: Image.Image, **how: Any) -> bytes:
    content = BytesIO()
    image.save(content, **{"format": "PNG", **how})
    return content.getvalue()


def sideways() -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = 6
    return exif


PASSED = {
    "colours": file(noise()),
    "greys": file(noise().convert("L")),
    "a palette": file(noise().quantize(200)),
    "four colours": file(noise().quantize(4), bits=2),
    "black and white": file(noise().convert("1")),
    "some words": file(noise(), pnginfo=PngInfo()),
}
LEFT = {
    "transparent": file(noise().convert("RGBA")),
    "a palette with holes": file(noise().quantize(200), transparency=3),
    "of another profile": file(noise(), icc_profile=b"profile"),
    "turned": file(noise(), exif=sideways()),
    "a photograph": file(noise(), format="JPEG"),
    "no picture": b"\x89PNG\r\n\x1a\n",
}


def page(picture: bytes) -> bytes:
    """A PDF of two pages, whose first shows the picture, a pixel a point."""
    source = f"""#set page(width: {SIZE[0]}pt, height: {SIZE[1]}pt, margin: 0pt)
#image(bytes({tuple(picture)}), width: {SIZE[0]}pt, height: {SIZE[1]}pt, fit: "stretch")
#pagebreak()
#link(<there>)[*There*] #metadata(none)<there>"""
    content = typst.compile(source.encode(), format="pdf")
    assert isinstance(content, bytes)
    return content


def shown(pdf: bytes) -> Image.Image:
    with pypdfium2.PdfDocument(pdf) as document:
        assert len(document) == 2
        image: Image.Image = document[0].render(scale=1).to_pil()
        return image.convert("RGB")


def nested(place: str) -> str:
    """A drawing that holds a picture."""
    address = b64encode(PASSED["a palette"]).decode()
    return f'<svg {SPACE} viewBox="0 0 96 60"><image {place} xlink:href="data:image/png;base64,{address}"/></svg>'


def is_alike(one: Image.Image, other: Image.Image) -> bool:
    return max(most for _, most in ImageChops.difference(one, other).getextrema()) <= 1  # type: ignore[misc]


@pytest.mark.parametrize("kind", PASSED)
def test_a_picture_stands_in_the_file_as_it_was_given(kind: str) -> None:
    content, passed = PASSED[kind], Passed()
    pdf = passed.put(page(passed.stand_in(content)))
    with Image.open(BytesIO(content)) as given:
        assert is_alike(shown(pdf), given.convert("RGB"))
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert not opened.check_pdf_syntax()
        (image,) = [each for each in opened.objects if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"]
        assert image.read_raw_bytes() in content
        assert (int(image.Width), int(image.Height)) == SIZE


@pytest.mark.parametrize("kind", LEFT)
def test_what_is_more_than_its_pixels_is_left_as_it_is(kind: str) -> None:
    assert Passed().stand_in(LEFT[kind]) is LEFT[kind]


def test_a_file_without_pictures_is_not_touched() -> None:
    passed = Passed()
    pdf = page(passed.stand_in(LEFT["transparent"]))
    assert passed.put(pdf) is pdf


def test_a_picture_in_a_drawing_is_passed_in_its_place_unless_it_would_be_another_shape() -> None:
    address = b64encode(PASSED["a palette"]).decode()
    same, other = nested('x="4" y="2" width="160" height="100"'), nested('x="4" y="2" width="160" height="60"')
    assert 'preserveAspectRatio="none"' in Passed().in_svg(same) and address not in Passed().in_svg(same)
    assert Passed().in_svg(other) == other


def test_a_raster_of_a_drawing_shows_its_picture() -> None:
    drawing = nested('x="0" y="0" width="96" height="60"')
    with Image.open(BytesIO(PASSED["a palette"])) as given:
        assert is_alike(drawn_image(drawing, *SIZE), given.convert("RGB"))
