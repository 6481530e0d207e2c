"""Paragraphs as XML: what a slide says of its text beyond what its layout says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from xml.sax.saxutils import escape

from packager.render.deck import Cell, Line, Words
from packager.render.pptx.layout import Place
from packager.render.pptx.palette import Palette
from packager.render.pptx.styles import ALIGN
from packager.render.pptx.xml import points

_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_SCRIPTS = {"ARABIC": "ar-SA", "HEBREW": "he-IL"}


def placed(paragraphs: Sequence[Line], place: Place, scale: float, palette: Palette, language: str) -> str:
    """The paragraphs of a placeholder; size and pitch are said only where they are not the layout's."""
    return "".join(_placed(paragraph, place, scale, palette, language) for paragraph in paragraphs)


def _placed(paragraph: Line, place: Place, scale: float, palette: Palette, language: str) -> str:
    level = place.level(paragraph.level)
    shown = level.at(scale)
    size = shown.size if shown != level else None
    spacing = _spacing(shown.pitch if shown != level else None, paragraph.before)
    step = f' lvl="{paragraph.level - 1}"' if paragraph.level > 1 else ""
    return _paragraph(paragraph, f"{step}{_direction(paragraph)}", spacing, size, palette, language)


def in_cell(cell: Cell, palette: Palette, language: str) -> str:
    """The paragraphs of a table cell, with their size and pitch, which no layout can give them."""
    lines = cell.lines or (Line(()),)
    return "".join(_in_cell(paragraph, cell, palette, language) for paragraph in lines)


def _in_cell(paragraph: Line, cell: Cell, palette: Palette, language: str) -> str:
    hang = f' marL="{points(cell.hang)}" indent="-{points(cell.hang)}"' if cell.hang else ""
    align = hang + (_direction(paragraph) or f' algn="{ALIGN[cell.align]}"')
    toned = Line(tuple(Words(w.text, w.bold, w.italic, w.tone or cell.tone) for w in paragraph.words), paragraph.level)
    return _paragraph(toned, align, _spacing(cell.pitch, 0), cell.size, palette, language)


def noted(label: str, text: str, language: str) -> str:
    """A paragraph of speaker notes, its label bold."""
    told = Line((Words(f"{label}: ", bold=True), Words(text)) if label else (Words(text),))
    return "".join(["<a:p>", f"<a:pPr{_direction(told)}/>", *(_run(words, None, "", language) for words in told.words), "</a:p>"])


def _paragraph(paragraph: Line, attributes: str, spacing: str, size: float | None, palette: Palette, language: str) -> str:
    properties = f"<a:pPr{attributes}>{spacing}</a:pPr>" if attributes or spacing else ""
    runs = "".join(_run(words, size, palette.fill(words.tone) if words.tone else "", language) for words in paragraph.words)
    end = "" if runs else f'<a:endParaRPr lang="{language}"{_size(size)}/>'
    return f"<a:p>{properties}{runs}{end}</a:p>"


def _run(words: Words, size: float | None, fill: str, language: str) -> str:
    bold = ' b="1"' if words.bold else ""
    italic = ' i="1"' if words.italic else ""
    text = escaped(words.text)
    return f'<a:r><a:rPr lang="{_language(words.text, language)}"{_size(size)}{bold}{italic}>{fill}</a:rPr><a:t>{text}</a:t></a:r>'


def escaped(text: str) -> str:
    """A text as XML, without the characters that XML cannot hold."""
    return escape(_NOT_XML.sub("", text))


def _size(size: float | None) -> str:
    return f' sz="{round(size * 100)}"' if size else ""


def _spacing(pitch: float | None, before: float | None) -> str:
    line = f'<a:lnSpc><a:spcPts val="{round(pitch * 100)}"/></a:lnSpc>' if pitch else ""
    above = f'<a:spcBef><a:spcPts val="{round(before * 100)}"/></a:spcBef>' if before is not None else ""
    return line + above


def _direction(paragraph: Line) -> str:
    """A paragraph runs from right to left where its first strong letter does (Unicode Annex 9, P2)."""
    strong = next((d for c in paragraph.text if (d := unicodedata.bidirectional(c)) in ("L", "R", "AL")), "L")
    return ' algn="r" rtl="1"' if strong != "L" else ""


def _language(text: str, language: str) -> str:
    letter = next((c for c in text if unicodedata.bidirectional(c) in ("L", "R", "AL")), "")
    script = unicodedata.name(letter, "").split(" ")[0] if letter else ""
    return _SCRIPTS.get(script, language)
