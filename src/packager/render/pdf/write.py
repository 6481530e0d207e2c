"""Arranged pages to a tagged PDF/UA-1 file, and the page on which each part stands.

Typst reads templates, data and pictures from a temporary folder. (Its files in memory must be text, are parsed
as templates and are forgotten after one call.) Authors' texts arrive as JSON strings and are never part of a
template's source, so nothing in them can be taken for markup.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typst

from packager.model.typefaces import typeface
from packager.render.passed import Passed
from packager.render.pdf.fitted import Layout
from packager.render.pdf.pages import Pages
from packager.render.renderer import Context

SHARED_TEMPLATES = ("tokens", "furniture", "panel", "blocks", "drawings", "fit")
BAND = round(190 / 25.4 * 300)
"""Pixels of the band that stands on every page: 300 to the inch of its 190 mm. As a vector it would be drawn anew on each page."""

_LEFTWARDS = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010e60-\U00010eff\U0001ee00-\U0001eeff]")
"""Blocks of letters that run from right to left, more than the template knows, which asks of each text of its own."""


class LayoutFailed(RuntimeError):
    """Typst refused or doubted the document: a fault of the templates or of a font, never of the author."""


def write_pdf(pages: Pages, context: Context) -> bytes:
    """The pages as PDF/UA-1; the same pages give the same bytes on any day."""
    with _compiler(pages, context) as (compiler, passed):
        return passed.put(_compile(compiler, pages))


def write_pdf_with_layout(pages: Pages, context: Context) -> tuple[bytes, Layout]:
    """The pages as PDF/UA-1, and what the template tells of where everything stands."""
    with _compiler(pages, context) as (compiler, passed):
        content = passed.put(_compile(compiler, pages))
        # Typst remembers the layout: asking for the places takes 3 ms, not a second layout.
        return content, Layout.read(json.loads(compiler.query("<places>", field="value", one=True)))


@contextmanager
def _compiler(pages: Pages, context: Context) -> Iterator[tuple[typst.Compiler, Passed]]:
    families = {_family(entry) for face in pages.settings["faces"].values() for entry in face}
    passed = Passed()
    with TemporaryDirectory(prefix="packager-") as folder:
        for name, content in _files(pages, context, passed):
            Path(folder, name).write_bytes(content)
        yield typst.Compiler(Path(folder, "main.typ"), root=folder, font_paths=_fonts(tuple(sorted(families)))), passed


def _files(pages: Pages, context: Context, passed: Passed) -> Iterator[tuple[str, bytes]]:
    yield "main.typ", _template(pages.template)
    for name in SHARED_TEMPLATES:
        yield f"{name}.typ", _template(name)
    yield "pattern-tile.svg", context.look.pattern("tile").encode()
    if not context.look.is_outlined:
        yield "pattern-band.png", passed.stand_in(context.media.drawn(context.look.pattern("band"), BAND).content)
    for name, svg in (*pages.patterns.items(), *pages.drawings.items()):
        yield name, passed.in_svg(svg).encode()
    for name, path in pages.pictures.items():
        yield name, passed.stand_in(context.media.content(path))
    settings, content = _json(pages.settings), _json(pages.content)
    yield "settings.json", _json({**pages.settings, "mixed": bool(_LEFTWARDS.search(settings) or _LEFTWARDS.search(content))}).encode()
    yield "content.json", content.encode()


def _compile(compiler: typst.Compiler, pages: Pages) -> bytes:
    timestamp = _timestamp(pages.settings["date"])
    try:
        content, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards=["ua-1"], timestamp=timestamp)
    except typst.TypstError as error:
        raise LayoutFailed(error.diagnostic) from error
    if warnings:
        raise LayoutFailed("\n".join(warning.diagnostic for warning in warnings))
    assert isinstance(content, bytes)
    return content


def _family(entry: str | Mapping[str, str]) -> str:
    return entry if isinstance(entry, str) else entry["name"]


@lru_cache(maxsize=8)
def _fonts(names: tuple[str, ...]) -> typst.Fonts:
    folders = {str(file.parent) for name in names for file in typeface(name).files}
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=sorted(folders))


@lru_cache(maxsize=16)
def _template(name: str) -> bytes:
    return (files("packager.render.pdf") / "templates" / f"{name}.typ").read_bytes()


def _timestamp(date: str | None) -> int:
    return int(datetime.fromisoformat(date).replace(tzinfo=UTC).timestamp()) if date else 0


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False)
