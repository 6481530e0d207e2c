"""Finished Word files for tests, made once, and what is in their parts."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree

from packager.document.booklet import Booklet, compose_booklet
from packager.document.vocabulary_sheet import VocabularySheet, compose_vocabulary_sheet
from packager.model.curriculum import Curriculum
from packager.model.load import load
from packager.render.docx.renderer import render_booklet, render_vocabulary
from packager.render.look import Look
from packager.render.media import Media
from packager.render.renderer import Context
from packager.sequence.sequenced import sequence
from packager.sequence.teaching import Teaching, teach
from packager.source.files import SourceFolder
from tests.render.docx_builders import CONTEXT, SHEET, SMALL

ROOT = Path(__file__).parents[2]
EGYPT = "year-3-history/ancient-egypt"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


@cache
def curriculum() -> Curriculum:
    loaded, _ = load(SourceFolder(ROOT))
    assert loaded is not None
    return loaded


@cache
def teaching() -> Teaching:
    return teach(sequence(curriculum()))


@cache
def egypt() -> Booklet:
    return compose_booklet(teaching(), curriculum().topics[EGYPT])


@cache
def egypt_sheet() -> VocabularySheet:
    return compose_vocabulary_sheet(teaching(), curriculum().topics[EGYPT])


@cache
def egypt_context() -> Context:
    pages = {chapter.id: 3 + 5 * index for index, chapter in enumerate(egypt().chapters)} | {"cover": 1, "credits": 33}
    look = Look(curriculum().theme, egypt().imprint.colour, egypt().imprint.pattern)
    return Context(look, Media(curriculum().folder.read), pages)


@cache
def content(name: str) -> bytes:
    match name:
        case "small":
            return render_booklet(SMALL, CONTEXT).content
        case "small sheet":
            return render_vocabulary(SHEET, CONTEXT).content
        case "Egypt":
            return render_booklet(egypt(), egypt_context()).content
        case _:
            return render_vocabulary(egypt_sheet(), egypt_context()).content


ALL = pytest.mark.parametrize("name", ["small", "small sheet", "Egypt", "Egypt's sheet"])


def part(name: str, path: str = "word/document.xml") -> Any:
    with ZipFile(BytesIO(content(name))) as package:
        return etree.fromstring(package.read(path))


def everything(name: str) -> str:
    """The text of every part, deleted or hidden text and properties included."""
    with ZipFile(BytesIO(content(name))) as package:
        return " ".join(package.read(path).decode() for path in package.namelist() if path.endswith((".xml", ".rels")))


def text(element: Any) -> str:
    return "".join(found.text or "" for found in element.iter(f"{W}t"))


def style_name(name: str) -> dict[str, str]:
    return {style.get(f"{W}styleId"): style.find(f"{W}name").get(f"{W}val") for style in part(name, "word/styles.xml").iter(f"{W}style")}


def paragraphs(name: str, style: str) -> list[Any]:
    names = style_name(name)
    return [found for found in part(name).iter(f"{W}p") if names[found.find(f"{W}pPr/{W}pStyle").get(f"{W}val")] == style]


def runs_in(name: str, style: str) -> list[str]:
    names = style_name(name)
    return [text(run) for run in part(name).iter(f"{W}r") if names.get(value(run.find(f"{W}rPr/{W}rStyle"))) == style]


def value(element: Any) -> str:
    return "" if element is None else str(element.get(f"{W}val"))


def tags(name: str) -> list[str]:
    return [value(found) for found in part(name).iter(f"{W}tag")]


def chosen(name: str) -> tuple[Booklet, Context]:
    return (SMALL, CONTEXT) if name == "small" else (egypt(), egypt_context())
