"""Flashcards as CSV: `word;meaning` a line, in UTF-8 without a byte order mark, as Quizlet and Anki read it.

Both take a semicolon between the fields and a line a card, and read neither a header nor, in Quizlet's
case, quotation marks around a field; so nothing is ever quoted.
"""

from __future__ import annotations

import re

from packager.document.flashcards import Flashcards
from packager.render.renderer import Context, Rendered

_SPACE = re.compile(r"\s+")
# A spreadsheet takes a cell that begins with one of these for a formula, wherever it finds a separator
# (OWASP, CSV Injection); Anki takes a line that begins with # for a comment.
_COMMAND = re.compile(r"(^|,\s*)(?=[=+\-@#])")


def render_flashcards(cards: Flashcards, context: Context) -> Rendered:
    """The cards, a line each."""
    return Rendered("".join(f"{_field(word)};{_field(meaning)}\n" for word, meaning in cards.cards).encode())


def _field(text: str) -> str:
    """A text that is one field in any reader: on one line, without separators, marked as text where it looks like a command."""
    line = _SPACE.sub(" ", text).strip().replace(";", ",").replace('"', "”")
    return _COMMAND.sub(r"\1'", line)
