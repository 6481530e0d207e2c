"""Paragraphs as XML: what a slide says of its text beyond what its layout says."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from types import MappingProxyType

from packager.render.deck import Cell, Line, Tone, Words
from packager.render.pptx.layout import Place
from packager.render.pptx.palette import Palette
from packager.render.pptx.styles import ALIGN
from packager.render.pptx.xml import escaped, points

_SCRIPTS = MappingProxyType({"ARABIC": "ar-SA", "HEBREW": "he-IL"})
_STRONG = frozenset(("L", "R", "AL"))
_NOTHING = (Line(()),)


def placed(paragraphs: Sequence[Line], place: Place, scale: float, palette: Palette, language: str) -> str:
    """The paragraphs of a placeholder; size and pitch are said only where they are not the layout's."""
    if len(paragraphs) == 1:
        return _placed(paragraphs[0], place, scale, palette, language)
    return "".join([_placed(paragraph, place, scale, palette, language) for paragraph in paragraphs])


def _placed(paragraph: Line, place: Place, scale: float, palette: Palette, language: str) -> str:
    size = pitch = None
    if scale != 1:
        level = place.level(paragraph.level)
        shown = level.at(scale)
        size, pitch = (shown.size, shown.pitch) if shown != level else (None, None)
    properties = _properties(paragraph.level, _direction(paragraph.words), pitch, paragraph.before)
    return _paragraph(paragraph.words, properties, size, None, palette, language)


@lru_cache(maxsize=1024)
def _properties(level: int, direction: str, pitch: float | None, before: float | None) -> str:
    """What a paragraph of a placeholder says of itself; nothing where all is the layout's."""
    step = f' lvl="{level - 1}"' if level > 1 else ""
    spacing = _spacing(pitch, before)
    return f"<a:pPr{step}{direction}>{spacing}</a:pPr>" if spacing else f"<a:pPr{step}{direction}/>" if step or direction else ""


def in_cell(cell: Cell, palette: Palette, language: str) -> str:
    """The paragraphs of a table cell, with their size and pitch, which no layout can give them."""
    told = [(line.words, _in_cell(cell.hang, cell.align, _direction(line.words), cell.pitch)) for line in cell.lines or _NOTHING]
    return "".join([_paragraph(words, properties, cell.size, cell.tone, palette, language) for words, properties in told])


@lru_cache(maxsize=1024)
def _in_cell(hang: float, align: str, direction: str, pitch: float) -> str:
    """What a paragraph of a table cell says of itself."""
    hanging = f' marL="{points(hang)}" indent="-{points(hang)}"' if hang else ""
    aligned = direction or f' algn="{ALIGN[align]}"'
    return f"<a:pPr{hanging}{aligned}>{_spacing(pitch, 0)}</a:pPr>"


def noted(label: str, text: str, language: str) -> str:
    """A paragraph of speaker notes, its label bold."""
    if not label:
        return f"<a:p><a:pPr{_leaning(text) or ''}/>{_run(text, language, False)}</a:p>"
    said, leaning = f"{label}: ", _leaning(label)
    direction = (_leaning(text) if leaning is None else leaning) or ""
    return f"<a:p><a:pPr{direction}/>{_run(said, language, True)}{_run(text, language, False)}</a:p>"


def _paragraph(words: Sequence[Words], properties: str, size: float | None, tone: Tone | None, palette: Palette, language: str) -> str:
    """A paragraph; words without a tone of their own have `tone`, or the layout's where that is None."""
    if not words:
        sized = f' sz="{round(size * 100)}"' if size else ""
        return f'<a:p>{properties}<a:endParaRPr lang="{language}"{sized}/></a:p>'
    if len(words) == 1:
        return f"<a:p>{properties}{_stretch(words[0], size, tone, palette, language)}</a:p>"
    return f"<a:p>{properties}{''.join([_stretch(part, size, tone, palette, language) for part in words])}</a:p>"


def _stretch(part: Words, size: float | None, tone: Tone | None, palette: Palette, language: str) -> str:
    """A stretch of text in its own language and tone where it has any."""
    text, paint = part.text, part.tone or tone
    spoken = part.language or _language(text, language)
    return _said(_opening(spoken, size, part.bold, part.italic, palette.fill(paint) if paint else ""), text)


def _run(text: str, language: str, bold: bool) -> str:
    """A stretch of speaker notes."""
    return _said(_opening(_language(text, language), None, bold, False, ""), text)


def _said(opening: str, text: str) -> str:
    return f"{opening}<a:t>{escaped(text)}</a:t></a:r>" if text else f"{opening}<a:t/></a:r>"


@lru_cache(maxsize=1024)
def _opening(language: str, size: float | None, bold: bool, italic: bool, fill: str) -> str:
    """A stretch of text before its text."""
    sized = f' sz="{round(size * 100)}"' if size else ""
    properties = f'lang="{language}"{sized}' + (' b="1"' if bold else "") + (' i="1"' if italic else "")
    return f"<a:r><a:rPr {properties}>{fill}</a:rPr>" if fill else f"<a:r><a:rPr {properties}/>"


def _spacing(pitch: float | None, before: float | None) -> str:
    line = f'<a:lnSpc><a:spcPts val="{round(pitch * 100)}"/></a:lnSpc>' if pitch else ""
    above = f'<a:spcBef><a:spcPts val="{round(before * 100)}"/></a:spcBef>' if before is not None else ""
    return line + above


def _direction(words: Sequence[Words]) -> str:
    """A paragraph runs from right to left where its first strong letter does (Unicode Annex 9, P2)."""
    for part in words:
        leaning = _leaning(part.text)
        if leaning is not None:
            return leaning
    return ""


def _leaning(text: str) -> str | None:
    """What a paragraph that begins with a text says of its direction; None where no letter of it has one."""
    if "A" <= text[:1] <= "Z" or "a" <= text[:1] <= "z":
        return ""
    letter = _strong(text)
    return (' algn="r" rtl="1"' if unicodedata.bidirectional(letter) != "L" else "") if letter else None


def _language(text: str, language: str) -> str:
    if text.isascii():
        return language
    letter = _strong(text)
    return _SCRIPTS.get(_script(letter), language) if letter > "\xff" else language


def _strong(text: str) -> str:
    """The first letter that has a direction; nothing where there is none."""
    if "A" <= text[:1] <= "Z" or "a" <= text[:1] <= "z":
        return text[0]
    return next((letter for letter in text if unicodedata.bidirectional(letter) in _STRONG), "")


@lru_cache(maxsize=1024)
def _script(letter: str) -> str:
    return unicodedata.name(letter, "").split(" ")[0]
