"""Renderers that take no time, for tests of what is built when and where it goes."""

from __future__ import annotations

from typing import Any

from packager.render.registry import RENDERERS
from packager.render.renderer import Context, Render, Rendered, Trouble

LONG_TITLE = 200


def _render(document: Any, context: Context) -> Rendered:
    return Rendered(f"{document!r}\n{sorted(context.pages.items())!r}".encode())


def _lay_out(document: Any, context: Context) -> Rendered:
    pages = {chapter.id: page for page, chapter in enumerate(document.chapters, 3)}
    troubles = tuple(Trouble("FIT001", f"{c.id}/title", "the title is long") for c in document.chapters if len(c.title) > LONG_TITLE)
    return Rendered(_render(document, context).content, pages, troubles)


FAST_RENDERERS: dict[tuple[str, str], Render] = dict.fromkeys(RENDERERS, _render) | {("booklet", "pdf"): _lay_out}
"""Each file is the text of its document."""
