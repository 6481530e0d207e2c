"""Templates of a publisher, made from a booklet of ours as somebody would make them in Word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from packager.render.docx.renderer import render_booklet
from packager.render.docx.templates import TEMPLATE
from packager.render.renderer import Context
from tests.render.docx_builders import CONTEXT, SMALL
from tests.render.docx_opened import Opened

Change = Callable[[Any], None]


def changed(change: Change, content: bytes | None = None) -> bytes:
    """A template after somebody worked on it."""
    document = Document(BytesIO(content or emptied()))
    change(document)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


@cache
def emptied() -> bytes:
    """A booklet as the packager built it, whose text, headers and footers were deleted."""
    return changed(_empty, render_booklet(SMALL, CONTEXT).content)


def _empty(document: Any) -> None:
    body = document.element.body
    for element in [each for each in body if each.tag != qn("w:sectPr")]:
        body.remove(element)
    for kind in ("header", "footer"):
        for reference in list(body.sectPr.iter(qn(f"w:{kind}Reference"))):
            body.sectPr.remove(reference)


def with_template(content: bytes) -> Context:
    return replace(CONTEXT, templates={TEMPLATE: content})


def booklet(change: Change) -> Opened:
    return Opened(render_booklet(SMALL, with_template(changed(change))).content)


def style(document: Any, name: str) -> Any:
    return next(each.element for each in document.styles if each.name.lower() == name.lower())
