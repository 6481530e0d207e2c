"""Runs of a document as runs of Word, each stretch of right-to-left script on its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from packager.document.nodes import Run, Runs, Style
from packager.render.docx.arranged import Inline, Paragraph, Text

STYLES = {Style.PLAIN: None, Style.EMPHASIS: "Emphasis", Style.TERM: "New word", Style.SAY: "Say it", Style.STRONG: "Strong"}
_ARABIC = "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff"
_HEBREW = "\u0590-\u05ff\ufb1d-\ufb4f"
_RIGHT_TO_LEFT = re.compile(f"[{_ARABIC}{_HEBREW}](?:[^A-Za-z\u00c0-\u024f]*[{_ARABIC}{_HEBREW}])?")
_FIRST_LETTER = re.compile(r"[^\W\d_]")
"""Letters whose direction is strong decide; digits and marks do not (Unicode Standard Annex 9, P2)."""


def texts(words: str, style: str | None = None, language: str | None = None) -> tuple[Text, ...]:
    """`words` as runs in one style, those in Arabic or Hebrew script flagged and with their language."""
    if words.isascii() or not _RIGHT_TO_LEFT.search(words):
        return (Text(words, style, language),) if words else ()
    return tuple(_split(words, style, language))


def paragraph(style: str, content: str | Runs | Iterable[Inline], bookmark: str | None = None) -> Paragraph:
    """A paragraph of text or inline pieces; it runs from right to left where its first letter does."""
    pieces = _pieces(content)
    return Paragraph(style, pieces, bookmark, _is_right_to_left(pieces))


def bookmark(id: str) -> str:
    """The hidden bookmark of a block; names hold letters, digits and `_`, 40 at most (section 17.13.6.2)."""
    return "_" + re.sub(r"\W", "_", id)[:39]


def _is_right_to_left(pieces: tuple[Inline, ...]) -> bool:
    if not any(isinstance(piece, Text) and piece.rtl for piece in pieces):
        return False
    first = _FIRST_LETTER.search("".join(piece.text for piece in pieces if isinstance(piece, Text)))
    return bool(first and _RIGHT_TO_LEFT.match(first[0]))


def _pieces(content: str | Runs | Iterable[Inline]) -> tuple[Inline, ...]:
    if isinstance(content, str):
        return texts(content)
    pieces: list[Inline] = []
    for piece in content:
        pieces += texts(piece.text, STYLES[piece.style]) if isinstance(piece, Run) else (piece,)
    return tuple(pieces)


def _split(words: str, style: str | None, language: str | None) -> Iterator[Text]:
    end = 0
    for match in _RIGHT_TO_LEFT.finditer(words):
        if match.start() > end:
            yield Text(words[end : match.start()], style, language)
        yield Text(match[0], style, language or _language(match[0]), rtl=True)
        end = match.end()
    if end < len(words):
        yield Text(words[end:], style, language)


def _language(words: str) -> str:
    return "he-IL" if re.match(f"[{_HEBREW}]", words) else "ar-SA"
