"""Readies a finished file for a school's licence by rewriting only the parts that show it: 250 schools are not 250 builds."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from types import MappingProxyType

from packager.bundle.blank import Blank, plain
from packager.bundle.names import shown
from packager.bundle.office import Known
from packager.bundle.pieces import Content
from packager.bundle.refused import Refused
from packager.bundle.stamp_docx import blank_docx
from packager.bundle.stamp_html import blank_html
from packager.bundle.stamp_pdf import blank_pdf
from packager.bundle.stamp_pptx import blank_pptx
from packager.bundle.stamp_xlsx import blank_xlsx

_BLANKS: Mapping[str, Callable[[Content, Known], Blank]] = MappingProxyType(
    {"pptx": blank_pptx, "docx": blank_docx, "xlsx": blank_xlsx, "pdf": blank_pdf, "html": blank_html}
)


def blank(name: str, content: Content, known: Known) -> Blank:
    """The file, ready for any school; as it is where it is of a kind that shows no licence."""
    make = _BLANKS.get(name.rpartition(".")[2].lower())
    if make is None:
        return plain(content)
    try:
        return make(content, known)
    except (ValueError, KeyError, IndexError, zlib.error, SyntaxError) as error:  # lxml's own is a SyntaxError
        raise Refused(f"`{shown(name)}` cannot be stamped: build it again") from error
