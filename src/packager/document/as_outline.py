"""Any document as an outline of text, for goldens that a person reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from pydantic import BaseModel

from packager.document.nodes import Run, Style

_MARKS = {Style.PLAIN: "", Style.EMPHASIS: "*", Style.TERM: "**", Style.SAY: "~", Style.STRONG: "**"}


def as_outline(document: Any) -> str:
    """The document as indented lines, one a value; empty fields are left out."""
    return "\n".join(_lines(type(document).__name__, document, 0)) + "\n"


def _lines(name: str, value: Any, depth: int) -> Iterator[str]:
    indent = "  " * depth
    if value is None or value == () or value == "":
        return
    if _is_runs(value):
        yield f"{indent}{name}: {''.join(_marked(run) for run in value)}"
    elif is_dataclass(value) or isinstance(value, BaseModel):
        yield f"{indent}{name}" if name == type(value).__name__ else f"{indent}{name}: {type(value).__name__}"
        for field in _fields(value):
            yield from _lines(field.rstrip("_"), getattr(value, field), depth + 1)
    elif isinstance(value, tuple) and all(isinstance(item, int | float) for item in value):
        yield f"{indent}{name}: {', '.join(map(str, value))}"
    elif isinstance(value, tuple):
        yield f"{indent}{name}:"
        for item in value:
            node = is_dataclass(item) or isinstance(item, BaseModel)
            yield from _lines(type(item).__name__ if node else "-", item, depth + 1)
    else:
        yield f"{indent}{name}: {value}"


def _fields(value: Any) -> tuple[str, ...]:
    """The names of a value's fields; of what an author wrote, those that were given."""
    if isinstance(value, BaseModel):
        return tuple(name for name in type(value).model_fields if name in value.model_fields_set)
    return tuple(field.name for field in fields(value))


def _is_runs(value: Any) -> bool:
    return isinstance(value, tuple) and bool(value) and all(isinstance(item, Run) for item in value)


def _marked(run: Run) -> str:
    mark = _MARKS[run.style]
    return f"{mark}{run.text}{mark}"
