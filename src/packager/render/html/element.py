"""HTML from Python: what is not marked as HTML already is escaped, in text and in attributes alike."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Final


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


Child = Markup | str | int | None | Iterable["Child"]
EMPTY: Final = Markup()
# HTML Standard, 13.1.2: elements without content.
_VOID: Final = frozenset({"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})
_ON_A_LINE: Final = frozenset(
    {"article", "aside", "dd", "div", "dl", "dt", "figure", "footer", "form", "h1", "h2", "h3", "head", "header", "li", "link", "main"}
    | {"meta", "nav", "ol", "p", "script", "section", "table", "tbody", "thead", "title", "tr", "ul"}
)


def element(tag: str, *children: Child, **attributes: str | int | bool | None) -> Markup:
    """An element. `class_` is the attribute `class`, `aria_label` is `aria-label`; None and False leave one out."""
    opening = f"<{tag}{''.join(_attribute(name, value) for name, value in attributes.items())}>"
    ending = "" if tag in _VOID else f"</{tag}>"
    return Markup(f"{opening}{joined(children)}{ending}" + ("\n" if tag in _ON_A_LINE else ""))


def joined(children: Iterable[Child]) -> Markup:
    """Children one after the other, as HTML."""
    return Markup("".join(_html(child) for child in children))


def _html(child: Child) -> str:
    if child is None:
        return ""
    if isinstance(child, Markup):
        return child
    if isinstance(child, str | int):
        return escape(_printable(str(child)))
    return joined(child)


def _attribute(name: str, value: str | int | bool | None) -> str:
    if value is None or value is False:
        return ""
    shown = name.rstrip("_").replace("_", "-")
    return f" {shown}" if value is True else f' {shown}="{escape(_printable(str(value)))}"'


def _printable(text: str) -> str:
    """Text without control characters, which HTML does not allow (HTML Standard, 13.1.4)."""
    return "".join(c for c in text if c.isprintable() or c in "\t\n" or (ord(c) > 0x9F and not 0xD800 <= ord(c) <= 0xDFFF))
