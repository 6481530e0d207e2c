"""Puts a school's licence on a finished file by rewriting only the parts that show it: 250 schools are not 250 builds."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from types import MappingProxyType

from packager.bundle.mark import Mark
from packager.bundle.names import shown
from packager.bundle.pieces import Content, Pieces
from packager.bundle.refused import Refused
from packager.bundle.stamp_docx import stamp_docx
from packager.bundle.stamp_html import stamp_html
from packager.bundle.stamp_pdf import stamp_pdf
from packager.bundle.stamp_pptx import Known, stamp_pptx
from packager.bundle.stamp_xlsx import stamp_xlsx

_STAMPS: Mapping[str, Callable[[Content, Mark], Pieces]] = MappingProxyType(
    {"docx": stamp_docx, "pdf": stamp_pdf, "xlsx": stamp_xlsx, "html": stamp_html}
)


class Stamp:
    """Stamps files with one mark, or leaves them as they are where that is None; may be used by several threads."""

    def __init__(self, mark: Mark | None) -> None:
        self.mark, self.known = mark, Known()

    def on(self, name: str, content: Content) -> Pieces:
        """The file with the mark on it; as it is where it is of a kind that shows none."""
        kind = name.rpartition(".")[2].lower()
        if self.mark is None or (kind != "pptx" and kind not in _STAMPS):
            return (content,)
        try:
            return stamp_pptx(content, self.mark, self.known) if kind == "pptx" else _STAMPS[kind](content, self.mark)
        except (ValueError, KeyError, IndexError, zlib.error, SyntaxError) as error:  # lxml's own is a SyntaxError
            raise Refused(f"`{shown(name)}` cannot be stamped: build it again") from error
