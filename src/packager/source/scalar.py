"""Where a letter of a text stands in the file that the text was read from.

YAML folds lines and reads escapes, so places in the text are not places in the file. But in every style
(plain, quoted, `|`, `>`) what is not white space keeps its order: the letter is found by counting those.
Styles: YAML 1.2.2, chapters 7.3 and 8.1.
"""

from __future__ import annotations

import re

_BREAK = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")
_PROPERTIES = re.compile(r"(?:[&!][^\s,\[\]{}]*\s+)+")
_HEADER = re.compile(r"[|>][^\n\r]*")
_DOUBLE = re.compile(r"\\x..|\\u.{4}|\\U.{8}|\\[\n\r]|\\.|[^\s\\]", re.DOTALL)
_SINGLE = re.compile(r"''|\S")
_BARE = re.compile(r"\S")
_SPACE_ESCAPES = frozenset({"\\n", "\\t", "\\ ", "\\N", "\\_", "\\r", "\\v", "\\f", "\\L", "\\P", "\\\n", "\\\r"})


def place_in(source: str, line: int, column: int, value: str, offset: int) -> tuple[int, int]:
    """The line and column of `value[offset]`, for a text that begins at `line` and `column` of `source`."""
    index = _index(source, line, column)
    index = _after(_PROPERTIES, source, index)
    pattern, index = _style(source, index)
    wanted = sum(not letter.isspace() for letter in value[:offset])
    for match in pattern.finditer(source, index):
        if match[0] in _SPACE_ESCAPES and pattern is _DOUBLE:
            continue
        if not wanted:
            return _line_and_column(source, match.start())
        wanted -= 1
    return line, column


def _style(source: str, index: int) -> tuple[re.Pattern[str], int]:
    sign = source[index : index + 1]
    if sign in ("|", ">"):
        return _BARE, _after(_HEADER, source, index)
    if sign == '"':
        return _DOUBLE, index + 1
    return (_SINGLE, index + 1) if sign == "'" else (_BARE, index)


def _after(pattern: re.Pattern[str], source: str, index: int) -> int:
    match = pattern.match(source, index)
    return match.end() if match else index


def _index(source: str, line: int, column: int) -> int:
    start = 0
    for number, match in enumerate(_BREAK.finditer(source), 2):
        if number > line:
            break
        start = match.end()
    return start + column - 1


def _line_and_column(source: str, index: int) -> tuple[int, int]:
    line, start = 1, 0
    for match in _BREAK.finditer(source, 0, index):
        line, start = line + 1, match.end()
    return line, index - start + 1
