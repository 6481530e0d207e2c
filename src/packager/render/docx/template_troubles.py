"""What is wrong with a publisher's own `booklet.docx`: styles are found by their names, and none is done without."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from packager.model.theme import ThemeFile
from packager.render.docx.publisher import FoundStyle, UnreadableTemplate, publishers_template
from packager.render.docx.style import CharacterStyle, ParagraphStyle, Style
from packager.render.docx.templates import TEMPLATE, all_styles
from packager.render.look import Look
from packager.render.renderer import Trouble

TEMPLATE_FILE = f"curriculum/theme/{TEMPLATE}"
_ANY = "en-GB"
"""The language of documents says nothing of a template."""
_UNUSED = frozenset(("Normal", "List Number", "Hyperlink"))
"""Styles of ours that no document names itself: others are made from them, or Word names them."""


def template_troubles(content: bytes) -> tuple[Trouble, ...]:
    """What keeps booklets, sheets and guides from being made of a template: that it cannot be read, and each style that is amiss."""
    try:
        found = publishers_template(content, _ANY).styles
    except UnreadableTemplate:
        return (Trouble("TPL001", TEMPLATE_FILE, f"`{TEMPLATE_FILE}` cannot be read as a Word document"),)
    by_name: Mapping[str, list[FoundStyle]] = defaultdict(list)
    for style in found:
        by_name[style.name.lower()].append(style)
    return tuple(trouble for name, kind in wanted_styles() for trouble in _style_troubles(name, kind, by_name[name.lower()]))


@lru_cache(maxsize=1)
def wanted_styles() -> tuple[tuple[str, str], ...]:
    """The name and the kind of every style that documents are made with, in the order of the design."""
    styles = all_styles(Look(ThemeFile(), "#000000"))
    return tuple((shown(style.name), _kind(style)) for style in styles if style.name not in _UNUSED)


def shown(name: str) -> str:
    """A style's name as Word shows it: `heading 1` is `Heading 1`, `toc 1` is `TOC 1`."""
    return name.replace("toc ", "TOC ") if name.startswith("toc ") else name[:1].upper() + name[1:]


def _kind(style: Style) -> str:
    if isinstance(style, ParagraphStyle):
        return "paragraph"
    return "character" if isinstance(style, CharacterStyle) else "table"


def _style_troubles(name: str, kind: str, found: list[FoundStyle]) -> Iterator[Trouble]:
    if len(found) > 1:
        yield Trouble("TPL003", TEMPLATE_FILE, f"`{TEMPLATE_FILE}` has {len(found)} styles of the name `{name}`")
    elif not found:
        yield Trouble("TPL002", TEMPLATE_FILE, f"`{TEMPLATE_FILE}` has no {kind} style `{name}`")
    elif found[0].kind != kind:
        other = f"its style of that name is a {found[0].kind} style"
        yield Trouble("TPL002", TEMPLATE_FILE, f"`{TEMPLATE_FILE}` has no {kind} style `{name}`: {other}")
