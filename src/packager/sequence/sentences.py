"""Sentences: where they begin and end in a text, and how many words they have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

# A full stop after these ends no sentence.
_SHORT = frozenset({"mr", "mrs", "ms", "dr", "st", "prof", "rev", "c", "ca", "e.g", "i.e", "etc", "vs", "no", "fig", "approx", "bc", "ad"})
_SHORT_ENDS = tuple(_SHORT)
_END = re.compile(r"[.!?…]+[*”’\"')\]]*(?=\s)|\n[ \t>]*\n\s*|\n(?=[ \t]*- )")
_NEXT = re.compile(r"[\s*“‘\"'(\[>-]*(\w)")
_BEFORE = re.compile(r"([\w.]+)\.$")
_WORD = re.compile(r"[^\W_]+(?:[’'.,\-\u2010\u2011][^\W_]+)*")


@lru_cache(maxsize=20_000)
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The start and end of each sentence; a new paragraph or a new item of a list begins another.

    Kept, for checks and documents ask for the sentences of one passage again and again.
    """
    return tuple(_sentences(text))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _END.finditer(text):
        is_break = match[0][0] == "\n"
        if is_break or _ends(text, match):
            found = _trimmed(text, start, match.start() if is_break else match.end())
            if found:
                yield found
            start = match.end()
    last = _trimmed(text, start, len(text))
    if last:
        yield last


def sentence_at(text: str, place: int) -> str:
    """The sentence that holds `place`, on one line, without marks of emphasis."""
    for start, end in sentences(text):
        if start <= place < end:
            return " ".join(text[start:end].replace("*", "").split())
    return " ".join(text.split())


@lru_cache(maxsize=10_000)
def count_words(text: str) -> int:
    """How many words a reader counts: `three-quarters`, `3,000` and `don’t` are one each."""
    return len(_WORD.findall(text))


def _ends(text: str, match: re.Match[str]) -> bool:
    """Whether a full stop ends a sentence: a capital or a number follows, and no short form stands before it."""
    end = match.end()
    if not text[end + 1 : end + 2].isupper():  # as nearly always, behind one space
        following = _NEXT.match(text, end)
        if following and following[1].islower():
            return False
    if match[0] != ".":
        return True
    tail = text[max(0, match.start() - 6) : match.start()]
    if not tail[-1:].isupper() and not tail.lower().endswith(_SHORT_ENDS):
        return True
    before = _BEFORE.search(text, max(0, match.start() - 12), match.end())
    word = before[1].lower() if before else ""
    initial = len(word) == 1 and word != "i" and before is not None and before[1].isupper()
    return not (word in _SHORT or initial)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A stretch without the white space and the marks of lists and quotations round it; None where nothing is left."""
    while start < end and (text[start].isspace() or text[start] in "->"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if end > start else None
