"""The pieces of XML that the master, its layouts and the slides share."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

NAMESPACES: Final = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
SLIDE_NAMESPACES: Final = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
"""The same in the order in which python-pptx writes them, so that its slides and ours are equal as text."""
DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SLIDE_DECLARATION: Final = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
APPLICATION: Final = f'{DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
"""What a file says of the program that made it and of its slides (ECMA-376-1, 22.2): nothing, for that would be stale at once."""
SHOW: Final = f"{DECLARATION}<p:presentationPr {NAMESPACES}/>"
"""How a deck is shown (ECMA-376-1, 13.3.7): as usual."""
VIEW: Final = f"{DECLARATION}<p:viewPr {NAMESPACES}/>"
"""How a deck is opened for editing (13.3.13): as the editor likes it."""
EMPTY_GROUP: Final = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
DECORATIVE: Final = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
"""Says that a shape means nothing, so that no reader is sent to it ([MS-ODRAWXML] 2.24)."""
UNNUMBERED: Final = '<p:cNvPr id="0"'
"""A shape whose number is given when its slide is complete. No text can hold these characters, for `<` is escaped in it."""

EMU_PER_INCH = 914400
EMU_PER_POINT = 12700
RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_QUOTED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"})
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_special = re.compile(r"[&<>\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]").search
_special_in_quotes = re.compile(r'[&<>"\x00-\x1f\ufffe\uffff\ud800-\udfff]').search


def escaped(text: str) -> str:
    """A text as XML, without the characters that XML cannot hold (XML 1.0, 2.2)."""
    return _NOT_XML.sub("", text).translate(_ESCAPED) if _special(text) else text


def quoted(text: str) -> str:
    """A text as the value of an attribute, in its quotation marks."""
    return f'"{_NOT_XML.sub("", text).translate(_QUOTED) if _special_in_quotes(text) else text}"'


def numbered(content: str, last: int) -> tuple[str, int]:
    """Shapes with numbers by their position on a slide, of which `last` is taken, and the last of theirs: none stands twice."""
    between = content.split(UNNUMBERED)
    pieces = [""] * (2 * len(between) - 1)
    pieces[::2] = between
    pieces[1::2] = _numbers(len(between) - 1, last + 1)
    return "".join(pieces), last + len(between) - 1


@lru_cache(maxsize=512)
def _numbers(count: int, first: int) -> tuple[str, ...]:
    """The beginnings of so many shapes."""
    return tuple([f'<p:cNvPr id="{number}"' for number in range(first, first + count)])


def relationships(relations: Iterable[tuple[str, str, str]], declaration: str = DECLARATION) -> str:
    """A part of relationships (ECMA-376-2, 6.5.3), each with its id, its kind and its target."""
    rows = "".join([f'<Relationship Id="{name}" Type="{RELATIONS}/{kind}" Target="{target}"/>' for name, kind, target in relations])
    return f'{declaration}<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


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


def xfrm(x: float, y: float, w: float, h: float, tag: str = "a:xfrm") -> str:
    """A rectangle in inches."""
    left, top = round(x * EMU_PER_INCH), round(y * EMU_PER_INCH)
    across, down = round((x + w) * EMU_PER_INCH) - left, round((y + h) * EMU_PER_INCH) - top
    return f'<{tag}><a:off x="{left}" y="{top}"/><a:ext cx="{across}" cy="{down}"/></{tag}>'


def geometry(preset: str, adjust: int | None = None) -> str:
    """A preset shape, with its one adjustment if it has one."""
    if adjust is None:
        return f'<a:prstGeom prst="{preset}"><a:avLst/></a:prstGeom>'
    return f'<a:prstGeom prst="{preset}"><a:avLst><a:gd name="adj" fmla="val {adjust}"/></a:avLst></a:prstGeom>'
