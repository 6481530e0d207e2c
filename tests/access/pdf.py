"""What a PDF lacks for readers who do not see its pages, or see them less well."""

from __future__ import annotations

import ctypes
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from packager.model.tones import channels, contrast
from tests.access.headings import skipped_levels
from tests.validators import pdf_faults

Area = tuple[float, float, float, float]
"""Left, bottom, right and top."""
LARGE = 18.0
"""Points from which text is large (WCAG 2.2, 1.4.3); bold text of 14 is not looked for."""


def faults(path: Path, language: str, grounds: Collection[str]) -> Iterator[str]:
    """PDF/UA-1, title, language, headings, alternative texts, heads of tables, and contrast with boxes in one of `grounds`."""
    yield from pdf_faults(path)
    with pikepdf.open(path) as pdf:
        if not str(pdf.docinfo.get("/Title", "")).strip():
            yield "no title"
        if pdf.Root.get("/Lang") != language:
            yield f"its language is {pdf.Root.get('/Lang')}"
        yield from _structure(list(_elements(pdf.Root.StructTreeRoot.K)))
    yield from low_contrasts(path, grounds)


def _structure(elements: list[Any]) -> Iterator[str]:
    kinds = [str(element.S)[1:] for element in elements]
    yield from skipped_levels([int(kind[1:]) for kind in kinds if kind[0] == "H" and kind[1:].isdecimal()])
    for element in elements:
        if element.S == "/Figure" and not str(element.get("/Alt", "")).strip():
            yield "a figure without an alternative text"
        if element.S == "/Table" and not any(inner.S == "/TH" for inner in _elements(element.K)):
            yield "a table without a head"


def _elements(node: Any) -> Iterator[Any]:
    """The structure elements below a node, in reading order."""
    if isinstance(node, pikepdf.Array):
        for each in node:
            yield from _elements(each)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from _elements(node.K)


@dataclass(frozen=True)
class _Seen:
    """A text as it is painted; `box` is its place on the page, or None inside a form."""

    colour: str
    ground: str
    size: float
    box: Area | None


def low_contrasts(path: Path, grounds: Collection[str]) -> list[str]:
    """The texts of too little contrast with the last thing painted below them, each pair of colours once."""
    found: dict[tuple[str, str], str] = {}
    with pdfium.PdfDocument(path) as document:
        for number, page in enumerate(document, 1):
            for seen in _texts(page.raw, raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject, grounds):
                is_low = contrast(seen.colour, seen.ground) < (3.0 if seen.size >= LARGE else 4.5)
                if is_low and (seen.colour, seen.ground) not in found and (seen.box is None or _is_there(page, seen.box, seen.ground)):
                    found[seen.colour, seen.ground] = f"page {number}: {seen.colour} on {seen.ground}"
    return list(found.values())


def _texts(holder: Any, count: Any, get: Any, grounds: Collection[str], ground: str = "#FFFFFF", inner: bool = False) -> Iterator[_Seen]:
    """Each text; a form is looked at by itself, on what lies below it."""
    below: list[tuple[Area, str]] = []
    for index in range(count(holder)):
        thing = get(holder, index)
        kind, box = raw.FPDFPageObj_GetType(thing), _bounds(thing)
        beneath = next((colour for area, colour in reversed(below) if _is_in(box, area)), ground)
        if kind == raw.FPDF_PAGEOBJ_TEXT and _is_shown(thing):
            yield _Seen(_colour(thing), beneath, _size(thing), None if inner else box)
        elif kind == raw.FPDF_PAGEOBJ_PATH and _is_filled(thing) and _colour(thing) in grounds:
            below.append((box, _colour(thing)))
        elif kind == raw.FPDF_PAGEOBJ_FORM:
            yield from _texts(thing, raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject, grounds, beneath, True)


def _is_there(page: Any, box: Area, ground: str) -> bool:
    """Whether a ground is really what is seen around a text: a frame is painted as a path with a hole."""
    height, scale = page.get_height(), 2
    image = page.render(scale=scale).to_pil().convert("RGB")
    part = image.crop((int(box[0] * scale), int((height - box[3]) * scale), int(box[2] * scale) + 1, int((height - box[1]) * scale) + 1))
    pixels = part.getcolors(part.width * part.height)
    near = sum(count for count, colour in pixels if max(abs(a - b) for a, b in zip(colour, channels(ground), strict=True)) < 12)
    return bool(near > 0.3 * part.width * part.height)


def _bounds(thing: Any) -> Area:
    sides = [ctypes.c_float() for _ in range(4)]
    raw.FPDFPageObj_GetBounds(thing, *sides)
    left, bottom, right, top = (side.value for side in sides)
    return left, bottom, right, top


def _is_in(box: Area, area: Area) -> bool:
    """Whether the middle of a box lies in an area."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return area[0] <= x <= area[2] and area[1] <= y <= area[3]


def _colour(thing: Any) -> str:
    parts = [ctypes.c_uint() for _ in range(4)]
    raw.FPDFPageObj_GetFillColor(thing, *parts)
    return "#" + "".join(f"{part.value:02X}" for part in parts[:3])


def _is_filled(thing: Any) -> bool:
    mode, is_stroked, alpha = ctypes.c_int(), ctypes.c_int(), [ctypes.c_uint() for _ in range(4)]
    raw.FPDFPath_GetDrawMode(thing, mode, is_stroked)
    raw.FPDFPageObj_GetFillColor(thing, *alpha)
    return mode.value != raw.FPDF_FILLMODE_NONE and alpha[3].value > 200


def _is_shown(thing: Any) -> bool:
    return bool(raw.FPDFTextObj_GetTextRenderMode(thing) == raw.FPDF_TEXTRENDERMODE_FILL)


def _size(thing: Any) -> float:
    size = ctypes.c_float()
    raw.FPDFTextObj_GetFontSize(thing, size)
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(thing, matrix)
    return size.value * abs(matrix.d or matrix.b)
