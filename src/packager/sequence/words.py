"""The words of a text with their places, and what stands between them.

What pupils do not read as prose is masked first, at its full length, so that places stay true:
respellings in brackets (`FAIR-oh`) and addresses of web pages.
"""

from __future__ import annotations

import re
import unicodedata

# Marks that belong to the letter before them: combining accents, Hebrew and Arabic points, Indic vowel signs,
# joiners and soft hyphens. Python's \w leaves them out.
_MARKS = (
    "\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u0900-\u0963\u0966-\u0dff\u0e31-\u0e3a\u0e47-\u0e4e"
    "\u0f18\u0f19\u0f35\u0f37\u0f39\u0f71-\u0f84\u1ab0-\u1aff\u1dc0-\u1dff\u200c\u200d\u20d0-\u20ff\u302a-\u302f\u3099\u309a\ufe00-\ufe0f"
)
WORD = re.compile(rf"[^\W_]+(?:(?:[{_MARKS}]+|['’](?=[^\W\d_]))[^\W_]*)*")
_SAY = re.compile(r"\((?=[^()\n]*[A-Z]{2})[^\W\d_]+(?:['’\u2010-]+[^\W\d_]+)+(?: [^\W\d_]+(?:['’\u2010-][^\W\d_]+)*)*\)")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\S+|\b(?:[\w-]+\.)+(?:com|org|net|uk|edu|gov|eu|info)\b(?:/\S*)?")
_HAS_ADDRESS = re.compile(r"[@/.]\w")
_BETWEEN = re.compile(r"(?:['’][sS]?)?[*\s]*(?:\n>[ \t]*)?")
_BLANK_LINE = re.compile(r"\n[ \t>]*\n")
_HYPHENS = "-\u2010\u2011"


def masked(text: str) -> str:
    """The text with respellings and addresses blanked out, every other letter in its place."""
    if "(" in text:
        text = _SAY.sub(_blank, text)
    if _HAS_ADDRESS.search(text):
        text = _ADDRESS.sub(_blank, text)
    return text


def _blank(match: re.Match[str]) -> str:
    return "\ufffc" * len(match[0])


def bare(word: str) -> str:
    """A word without its possessive ending."""
    if word[-1] in "sS" and len(word) > 2 and word[-2] in "'’":
        return word[:-2]
    return word


def gap(text: str, end: int, start: int) -> tuple[str, ...]:
    """What stands between two words of a phrase, the true sign first: nothing, a hyphen, or other punctuation.

    White space counts as nothing. A hyphen and nothing stand for each other. A blank line is a sign of
    its own, which no phrase holds.
    """
    between = text[end:start]
    if between == " " or (_BETWEEN.fullmatch(between) and not _BLANK_LINE.search(between)):
        return ("", "-")
    if between[:1] in _HYPHENS and not between[1:].strip():
        return ("-", "")
    if _BLANK_LINE.search(between):
        return ("¶",)
    return ("".join(between.replace("*", "").split()),)


def has_capitals_of(written: str, pattern: str) -> bool:
    """Whether a word has a capital wherever `pattern` has one; a word all in capitals has those of any name."""
    if written.startswith(pattern):
        return True
    if written.isupper() and not pattern.isupper():
        return True
    if not written.isascii():
        written = unicodedata.normalize("NFC", written)
    return all(written[place : place + 1] == letter for place, letter in enumerate(pattern) if letter.isupper())
