"""Where a text may be divided between two slides: at the ends of its sentences."""

from __future__ import annotations

import re

from packager.render.deck import Words

_END = re.compile(r"[.!?…।؟۔]+[’”'\")\]]*[ \t\n]+(?=[‘“'\"(\[]*[^\sa-z])")
_NEAR = 20
"""How many characters before an end can hold an abbreviation."""
_ABBREVIATED = re.compile(r"(?:\b(?:St|Mr|Mrs|Ms|Dr|c|cf|e\.g|i\.e|etc|No|vs)|\b[A-Z])\.\s+$")


def ends(text: str) -> list[int]:
    """The positions behind each sentence and the spaces after it; the last is the text's own end."""
    found = [match.end() for match in _END.finditer(text) if not _ABBREVIATED.search(text[max(0, match.end() - _NEAR) : match.end()])]
    return [end for end in found if end < len(text)] + [len(text)]


def cut(words: tuple[Words, ...], start: int, end: int) -> tuple[Words, ...]:
    """The stretches of text between two positions."""
    pieces, at = [], 0
    for part in words:
        text = part.text[max(0, start - at) : max(0, end - at)]
        if text:
            pieces.append(Words(text, part.bold, part.italic, part.tone, part.language))
        at += len(part.text)
    return tuple(pieces)
