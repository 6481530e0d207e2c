"""What is painted on the pages of a PDF: sizes of letters, faces, and filled areas."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as raw
from PIL import ImageStat


def text_sizes(content: bytes) -> set[float]:
    """The sizes in points of all letters as they are seen, those in drawings too."""
    return {round(size, 1) for size in _sizes(content)}


def _sizes(content: bytes) -> Iterator[float]:
    for item in _objects(content, raw.FPDF_PAGEOBJ_TEXT):
        size = ctypes.c_float()
        raw.FPDFTextObj_GetFontSize(item, size)
        yield size.value * _scale(item)


def _scale(item: Any) -> float:
    matrix = item.get_matrix()
    own = math.hypot(matrix.c, matrix.d)
    return own * _scale(item.container) if item.container is not None else own


def _objects(content: bytes, kind: int) -> Iterator[Any]:
    with pypdfium2.PdfDocument(content) as document:
        for page in document:
            yield from (item for item in page.get_objects(max_depth=15) if item.type == kind)


def coverage(content: bytes) -> list[float]:
    """How much ink each page takes, from 0 for a white page to 1 for a black one."""
    with pypdfium2.PdfDocument(content) as document:
        pictures = [page.render(scale=0.5).to_pil().convert("L") for page in document]
    return [1 - ImageStat.Stat(picture).mean[0] / 255 for picture in pictures]


def faces(content: bytes) -> set[str]:
    """The names of the fonts, without the tag of their subset."""
    with pikepdf.open(BytesIO(content)) as pdf:
        fonts = (item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/FontName" in item)
        return {str(font.FontName).split("+")[-1].lstrip("/") for font in fonts}


def grounds(content: bytes, least: float) -> set[tuple[int, int, int]]:
    """The colours, but white, that fill areas of more than `least` square points."""
    return set(_grounds(content, least))


def _grounds(content: bytes, least: float) -> Iterator[tuple[int, int, int]]:
    for item in _objects(content, raw.FPDF_PAGEOBJ_PATH):
        mode, stroked = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(item, mode, stroked)
        parts = [ctypes.c_uint() for _ in range(4)]
        raw.FPDFPageObj_GetFillColor(item, *parts)
        red, green, blue, opacity = (part.value for part in parts)
        left, bottom, right, top = item.get_bounds()
        area = (right - left) * (top - bottom) * _scale(item) ** 2
        if mode.value and opacity and (red, green, blue) != (255, 255, 255) and area > least:
            yield red, green, blue
