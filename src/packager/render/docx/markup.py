"""XML as text: `el("w:spacing", before=20)` is `<w:spacing w:before="20"/>`, with everything escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

NAMESPACES: Mapping[str, str] = MappingProxyType(
    {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
        "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
        "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    }
)
_QUALIFIED = frozenset(("w", "w14", "w15"))
"""The vocabularies whose attributes are in their namespace too."""
DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_UNSAFE = re.compile('[\x00-\x1f&<>"\ud800-\udfff\ufffe\uffff]')
"""Markup, and what no XML 1.0 document may hold or what its readers change (its specification, 2.2, 2.11 and 3.3.3)."""
_SAFE = MappingProxyType({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"})
Value = str | int | float


def escaped(text: str) -> str:
    """`text` as the content of an element or an attribute; characters that XML cannot hold are left out."""
    return _UNSAFE.sub(lambda found: _SAFE.get(found[0], ""), text) if _UNSAFE.search(text) else text


def legal(text: str) -> str:
    """`text` without the characters that XML cannot hold."""
    return _UNSAFE.sub(lambda found: found[0] if found[0] in _SAFE else "", text)


def el(tag: str, *children: str, text: str | None = None, **attributes: Value | None) -> str:
    """An element with its children and attributes; attributes that are None are left out.

    Attributes of `w:` elements are in their namespace, as WordprocessingML wants it; `r__id` names another.
    Children are markup already, `text` is not.
    """
    prefix = tag.partition(":")[0]
    own = f"{prefix}:" if prefix in _QUALIFIED else ""
    said = "".join(_attribute(own, name, value) for name, value in attributes.items() if value is not None)
    inside = "".join(children) if text is None else escaped(text)
    return f"<{tag}{said}>{inside}</{tag}>" if inside else f"<{tag}{said}/>"


def flag(tag: str, on: bool | None) -> str:
    """A switch such as `w:b`: there when on, there with `0` when off, nothing when None (ECMA-376 Part 1, section 17.17.4)."""
    if on is None:
        return ""
    return f"<{tag}/>" if on else f'<{tag} w:val="0"/>'


def part(tag: str, content: str, prefixes: Iterable[str], **attributes: Value | None) -> bytes:
    """A whole part: the content in its root element, which declares the namespaces of `prefixes`."""
    spaces = "".join(f' xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in prefixes)
    said = "".join(_attribute("", name, value) for name, value in attributes.items() if value is not None)
    return f"{DECLARED}<{tag}{spaces}{said}>{content}</{tag}>".encode()


def twips(millimetres: float) -> int:
    """Twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


def emu(millimetres: float) -> int:
    """English Metric Units, 36,000 to the millimetre."""
    return round(millimetres * 36000)


def _attribute(own: str, name: str, value: Value) -> str:
    other, _, local = name.rpartition("__")
    said = escaped(value) if isinstance(value, str) else value
    return f' {other}:{local}="{said}"' if other else f' {own}{name}="{said}"'
