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
    return "".join([_placed(paragraph, place, scale, palette, language) for paragraph in paragraphs])


def _placed(paragraph: Line, place: Place, scale: float, palette: Palette, language: str) -> str:
    size = pitch = None
    if scale != 1:
        level = place.level(paragraph.level)
        shown = level.at(scale)
        size, pitch = (shown.size, shown.pitch) if shown != level else (None, None)
    step = f' lvl="{paragraph.level - 1}"' if paragraph.level > 1 else ""
    return _paragraph(
        paragraph.words, f"{step}{_direction(paragraph.words)}", _spacing(pitch, paragraph.before), size, None, palette, language
    )


def in_cell(cell: Cell, palette: Palette, language: str) -> str:
    """The paragraphs of a table cell, with their size and pitch, which no layout can give them."""
    hang = f' marL="{points(cell.hang)}" indent="-{points(cell.hang)}"' if cell.hang else ""
    align, spacing = f' algn="{ALIGN[cell.align]}"', _spacing(cell.pitch, 0)
    return "".join(
        [
            _paragraph(line.words, hang + (_direction(line.words) or align), spacing, cell.size, cell.tone, palette, language)
            for line in cell.lines or _NOTHING
        ]
    )


def noted(label: str, text: str, language: str) -> str:
    """A paragraph of speaker notes, its label bold."""
    told = (Words(f"{label}: ", bold=True), Words(text)) if label else (Words(text),)
    runs = "".join([_run(words, "", "", language) for words in told])
    return f"<a:p><a:pPr{_direction(told)}/>{runs}</a:p>"


def _paragraph(
    words: Sequence[Words], attributes: str, spacing: str, size: float | None, tone: Tone | None, palette: Palette, language: str
) -> str:
    """A paragraph; words without a tone of their own have `tone`, or the layout's where that is None."""
    sized = f' sz="{round(size * 100)}"' if size else ""
    properties = f"<a:pPr{attributes}>{spacing}</a:pPr>" if spacing else f"<a:pPr{attributes}/>" if attributes else ""
    if not words:
        return f'<a:p>{properties}<a:endParaRPr lang="{language}"{sized}/></a:p>'
    runs = [_run(part, sized, palette.fill(paint) if (paint := part.tone or tone) else "", language) for part in words]
    return f"<a:p>{properties}{''.join(runs)}</a:p>"


def _run(words: Words, sized: str, fill: str, language: str) -> str:
    style = (' b="1"' if words.bold else "") + (' i="1"' if words.italic else "")
    properties = f'lang="{words.language or _language(words.text, language)}"{sized}{style}'
    text = f"<a:t>{escaped(words.text)}</a:t>" if words.text else "<a:t/>"
    return f"<a:r><a:rPr {properties}>{fill}</a:rPr>{text}</a:r>" if fill else f"<a:r><a:rPr {properties}/>{text}</a:r>"


def _spacing(pitch: float | None, before: float | None) -> str:
    line = f'<a:lnSpc><a:spcPts val="{round(pitch * 100)}"/></a:lnSpc>' if pitch else ""
    above = f'<a:spcBef><a:spcPts val="{round(before * 100)}"/></a:spcBef>' if before is not None else ""
    return line + above


def _direction(words: Sequence[Words]) -> str:
    """A paragraph runs from right to left where its first strong letter does (Unicode Annex 9, P2)."""
    for part in words:
        if letter := _strong(part.text):
            return ' algn="r" rtl="1"' if unicodedata.bidirectional(letter) != "L" else ""
    return ""


def _language(text: str, language: str) -> str:
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
