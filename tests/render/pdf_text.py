"""The text of PDF pages, and a text that would break a template if it were taken for markup."""

from __future__ import annotations

import pypdfium2

HOSTILE = r"#panic() $x$ *bold* _it_ `raw` \u{41} \ <label> @ref // /* ~ -- [a] {b} ]] }} ' \" = - + / 1."


def texts(content: bytes) -> list[str]:
    """The text of each page, white space made single spaces."""
    with pypdfium2.PdfDocument(content) as document:
        return [" ".join(sheet.get_textpage().get_text_bounded().split()) for sheet in document]
