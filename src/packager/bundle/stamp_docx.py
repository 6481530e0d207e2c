"""A Word document with a school's licence in every footer, also on pages that had none."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

from packager.bundle.blank import Blank
from packager.bundle.mark import Mark
from packager.bundle.office import Known, OfficeFile, inserted, stamp_properties
from packager.bundle.pieces import Content

_MAIN, _SETTINGS, _FOOTER = "word/document.xml", "word/settings.xml", "word/footer-licence.xml"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
_SECTION = re.compile(rb"<w:sectPr\b[^>]*?(?:/>|>.*?</w:sectPr>)", re.DOTALL)
_REFERENCE = re.compile(rb'<w:footerReference\b[^>]*?\bw:type="(default|first|even)"')
_EVEN = re.compile(rb'<w:evenAndOddHeaders\b(?![^>]*w:val="(?:0|false|off)")')
_MARGIN = re.compile(rb'<w:pgMar\b[^>]*?\bw:bottom="(\d+)"')
_DISTANCE = re.compile(rb'(<w:pgMar\b[^>]*?\bw:footer=")(\d+)(")')
_LINE = 170
"""Twentieths of a point: the height of the line that is added."""


def blank_docx(content: Content, known: Known) -> Blank:
    """The file, ready for the licence number and the school's name at the foot of every page."""
    file = OfficeFile(content, known)
    for name in file.names("word/"):
        if re.fullmatch(r"word/footer\d*\.xml", name):
            file.change_later(name, "footer", lambda footer, mark: inserted(footer, b"</w:ftr>", _paragraph(mark)))
    _cover_every_page(file)
    stamp_properties(file)
    return file.blank()


def _paragraph(mark: Mark) -> bytes:
    style = f'<w:spacing w:before="0" w:after="0" w:line="{_LINE}" w:lineRule="exact"/><w:ind w:left="0" w:firstLine="0"/>'
    look = '<w:color w:val="595959"/><w:sz w:val="14"/><w:szCs w:val="14"/>'
    return (
        f'<w:p xmlns:w="{_W}"><w:pPr>{style}</w:pPr><w:r><w:rPr>{look}</w:rPr>'
        f'<w:t xml:space="preserve">{escape(mark.line)}</w:t></w:r></w:p>'
    ).encode()


def _cover_every_page(file: OfficeFile) -> None:
    """The first section has each kind of footer that is used; later ones go on with those before (ECMA-376-1, 17.10.5)."""
    main = file.part(_MAIN) or b""
    first = _SECTION.search(main)
    if first is None:
        raise ValueError(_MAIN)
    needed = (b"default", b"first", *((b"even",) if _EVEN.search(file.part(_SETTINGS) or b"") else ()))
    missing = [kind for kind in needed if kind not in _REFERENCE.findall(first[0])]
    if not missing:
        return
    references = b"".join(b'<w:footerReference xmlns:r="%s" w:type="%s" r:id="rIdLicence"/>' % (_R.encode(), kind) for kind in missing)
    section = _with_room(first[0])
    opening = section.index(b">") + 1
    if section[opening - 2 : opening] == b"/>":
        section, opening = section[:-2] + b"></w:sectPr>", opening - 1
    file.put(_MAIN, main[: first.start()] + section[:opening] + references + section[opening:] + main[first.end() :])
    file.add_later(_FOOTER, _footer)
    file.relate(_MAIN, "rIdLicence", "footer", _FOOTER, _TYPE)


def _footer(mark: Mark) -> bytes:
    declared = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return declared + b'<w:ftr xmlns:w="%s">' % _W.encode() + _paragraph(mark) + b"</w:ftr>"


def _with_room(section: bytes) -> bytes:
    """The section with its footer within the bottom margin, so that the text of its pages keeps its place."""
    bottom = _MARGIN.search(section)
    if bottom is None:
        return section
    most = max(0, int(bottom[1]) - _LINE)
    return _DISTANCE.sub(lambda match: match[1] + str(min(int(match[2]), most)).encode() + match[3], section)
