"""A deck with a school's licence on every slide, from its slide master, and on its notes pages."""

from __future__ import annotations

import re
from functools import partial
from xml.sax.saxutils import escape

from packager.bundle.blank import Blank
from packager.bundle.mark import Mark
from packager.bundle.office import Known, OfficeFile, inserted, stamp_properties
from packager.bundle.pieces import Content

_SIZE = re.compile(rb'<p:(sldSz|notesSz)\b[^>]*?\bcx="(\d+)"[^>]*?\bcy="(\d+)"')
_NUMBERED = re.compile(rb'<p:cNvPr\b[^>]*?\bid="(\d+)"')
_HIDING = re.compile(rb'<p:sldLayout\b[^>]*showMasterSp="(?:0|false)"')
_BEGINNING = 4096
"""Bytes of a layout that hold the whole of its first tag."""
_SPACING = '<a:pPr algn="l" rtl="0"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef></a:pPr>'
_TREE = b"</p:spTree>"
_HEIGHT, _FROM_FOOT, _MARGIN = 160_020, 210_312, 777_240
"""EMU: 0.175 inches high, 0.23 above the foot of the slide, just below the footers of our layouts, where their text begins."""


def blank_pptx(content: Content, known: Known) -> Blank:
    """The file, ready for the licence number and the school's name; slides themselves stay as they are.

    What stands on the master shows on every slide, but for layouts that hide it (ECMA-376-1, 19.3.1.39):
    they have the line themselves.
    """
    file = OfficeFile(content, known)
    sizes = {kind: (int(x), int(y)) for kind, x, y in _SIZE.findall(file.part("ppt/presentation.xml") or b"")}
    masters = file.names("ppt/slideMasters/")
    if not masters or b"sldSz" not in sizes:
        raise ValueError("ppt/slideMasters")
    notes = sizes.get(b"notesSz", sizes[b"sldSz"])
    lines = [(name, sizes[b"sldSz"], "tx1") for name in masters]
    lines += [(name, sizes[b"sldSz"], "bg1") for name in file.names("ppt/slideLayouts/") if _hides_master(file, name, known)]
    lines += [(name, notes, "tx1") for name in file.names("ppt/notesMasters/")]
    for name, size, colour in lines:
        file.change_later(name, ("line", size, colour), partial(_with_line, size, colour))
    stamp_properties(file)
    return file.blank()


def _hides_master(file: OfficeFile, name: str, known: Known) -> bool:
    raw = file.raw(name)
    if raw not in known.hides:
        known.hides[raw] = _HIDING.search(file.part(name, _BEGINNING) or b"") is not None
    return known.hides[raw]


def _with_line(size: tuple[int, int], colour: str, part: bytes, mark: Mark) -> bytes:
    """A master or layout with the line as its last shape, of a number that no other has."""
    numbers = [int(number) for number in _NUMBERED.findall(part)]
    return inserted(part, _TREE, _line(mark, max(numbers, default=1) + 1, size, colour).encode())


def _line(mark: Mark, number: int, size: tuple[int, int], colour: str) -> str:
    """A line of 8 points at the foot of the slide. It is no placeholder: nothing that is typed can take its place."""
    width, top = size[0] - 2 * _MARGIN, size[1] - _FROM_FOOT
    body = '<a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:noAutofit/></a:bodyPr><a:lstStyle/>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="School licence"/><p:cNvSpPr txBox="1"><a:spLocks noGrp="1" noMove="1"/></p:cNvSpPr>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{_MARGIN}" y="{top}"/><a:ext cx="{width}" cy="{_HEIGHT}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody>{body}<a:p>{_SPACING}'
        f'<a:r><a:rPr lang="en-GB" sz="800"><a:solidFill><a:schemeClr val="{colour}"/></a:solidFill></a:rPr>'
        f"<a:t>{escape(mark.line)}</a:t></a:r></a:p></p:txBody></p:sp>"
    )
