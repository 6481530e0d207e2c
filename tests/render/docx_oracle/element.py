"""XML elements in few words: `el("w:spacing", before=20)`."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "w14": W14,
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
Element = Any
"""An lxml element; lxml has no types of its own."""
Value = str | int | float


def el(tag: str, *children: Element, text: str | None = None, **attributes: Value | None) -> Element:
    """An element with its children and attributes; those that are None are left out.

    Attributes of `w:` elements are in their namespace, as WordprocessingML wants it; `r__id` names another.
    """
    prefix = tag.partition(":")[0]
    prefixes = {prefix, *(name.partition("__")[0] for name in attributes if "__" in name)} - {"xml"}
    element = etree.Element(qualified(tag), nsmap={name: NAMESPACES[name] for name in sorted(prefixes)})
    for name, value in attributes.items():
        if value is not None:
            element.set(_attribute(prefix, name), legal(str(value)))
    element.extend(child for child in children if child is not None)
    element.text = None if text is None else legal(text)
    return element


def legal(text: str) -> str:
    """`text` without the control characters that no XML 1.0 document may hold (section 2.2 of its specification)."""
    return _ILLEGAL.sub("", text)


def _attribute(prefix: str, name: str) -> str:
    own, _, local = name.rpartition("__")
    if own:
        return qualified(f"{own}:{local}")
    return qualified(f"{prefix}:{name}") if prefix in ("w", "w14", "w15") else name


def flag(tag: str, on: bool | None) -> Element:
    """A switch such as `w:b`: there when on, there with `0` when off, absent when None (section 17.17.4)."""
    if on is None:
        return None
    return el(tag) if on else el(tag, val=0)


def qualified(name: str) -> str:
    """`w:p` with its namespace in full."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def serialised(root: Element) -> bytes:
    """The element as the text of a part."""
    if root.get(qualified("mc:Ignorable")) is None:
        etree.cleanup_namespaces(root)
    content: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return content


def twips(millimetres: float) -> int:
    """Twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


def emu(millimetres: float) -> int:
    """English Metric Units, 36,000 to the millimetre."""
    return round(millimetres * 36000)
