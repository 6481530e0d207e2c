"""Plain data as YAML in the manner of the shipped files: prose as blocks, short mappings in braces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

LONGEST_IN_BRACES = 330
_PLAIN = re.compile(r"(?:[A-Za-z0-9‘“é£½¼]|-(?=[0-9]))(?:(?!: |:$| #|[\n,\[\]{}]).)*(?<! )")


def as_yaml(value: Mapping[str, object]) -> str:
    """The text of one file."""
    return "\n".join(_lines(value, "")) + "\n"


def _lines(value: object, indent: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _under(f"{indent}{key}:", inner, indent + "  ")
    elif isinstance(value, Sequence):
        for inner in value:
            yield from _item(inner, indent)


def _item(value: object, indent: str) -> Iterator[str]:
    short = _in_braces(value)
    if short is not None:
        yield f"{indent}- {short}"
        return
    first, *rest = _lines(value, indent + "  ")
    yield f"{indent}- {first.strip()}"
    yield from rest


def _under(key: str, value: object, indent: str) -> Iterator[str]:
    if isinstance(value, str) and "\n" in value:
        yield f"{key} |"
        yield from (f"{indent}{line}" if line else "" for line in value.rstrip("\n").split("\n"))
        return
    short = _in_braces(value)
    if short is not None and (isinstance(value, str) or len(key) + len(short) < 140):
        yield f"{key} {short}"
        return
    yield key
    yield from _lines(value, indent)


def _in_braces(value: object) -> str | None:
    """The value on one line; None where it is long or holds prose."""
    if isinstance(value, str):
        return None if "\n" in value else _scalar(value)
    if isinstance(value, Mapping):
        parts = [(f"{key}: ", _in_braces(inner)) for key, inner in value.items()]
        brackets = "{}"
    else:
        assert isinstance(value, Sequence)
        parts, brackets = [("", _in_braces(inner)) for inner in value], "[]"
    if any(part is None for _, part in parts):
        return None
    line = brackets[0] + ", ".join(f"{key}{part}" for key, part in parts) + brackets[1]
    return line if len(line) <= LONGEST_IN_BRACES else None


def _scalar(text: str) -> str:
    return text if _PLAIN.fullmatch(text) else "'" + text.replace("'", "''") + "'"
