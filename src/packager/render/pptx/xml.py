"""The pieces of XML that the master, its layouts and the slides share."""

from __future__ import annotations

from typing import Final

NAMESPACES: Final = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
EMPTY_GROUP: Final = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
DECORATIVE: Final = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
"""Says that a shape means nothing, so that no reader is sent to it ([MS-ODRAWXML] 2.24)."""

EMU_PER_INCH = 914400
EMU_PER_POINT = 12700


def slide_number(language: str, shown: str) -> str:
    """A paragraph with the number of its slide, kept up by office programs."""
    return (
        '<a:p><a:fld id="{7A2F1C54-90B1-4E0B-8C55-1B6C0D5A4E21}" type="slidenum">'
        f'<a:rPr lang="{language}"/><a:t>{shown}</a:t></a:fld></a:p>'
    )


def emu(inches: float) -> int:
    """A length in inches as English Metric Units (ECMA-376-1, 20.1.10.16)."""
    return round(inches * EMU_PER_INCH)


def points(length: float) -> int:
    """A length in points as English Metric Units."""
    return round(length * EMU_PER_POINT)


def xfrm(x: float, y: float, w: float, h: float) -> str:
    """A rectangle in inches."""
    left, top = emu(x), emu(y)
    return f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{emu(x + w) - left}" cy="{emu(y + h) - top}"/></a:xfrm>'


def geometry(preset: str, adjust: int | None = None) -> str:
    """A preset shape, with its one adjustment if it has one."""
    guide = f'<a:gd name="adj" fmla="val {adjust}"/>' if adjust is not None else ""
    return f'<a:prstGeom prst="{preset}"><a:avLst>{guide}</a:avLst></a:prstGeom>'
