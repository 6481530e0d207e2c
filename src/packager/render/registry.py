"""The table of renderers: which function makes which product in which format.

A format is imported when its first file is rendered: what only looks for stale files waits for no library.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import Any

from packager.render.renderer import Context, Render, Rendered


@dataclass(frozen=True, slots=True)
class Late:
    """A renderer by the folder of its format and its name in `renderer.py` there."""

    format: str
    name: str

    def __call__(self, document: Any, context: Context) -> Rendered:
        """The finished file, as the renderer makes it."""
        render: Render = getattr(import_module(f"packager.render.{self.format}.renderer"), self.name)
        return render(document, context)


RENDERERS: dict[tuple[str, str], Render] = {
    ("booklet", "pdf"): Late("pdf", "render_booklet"),
    ("booklet", "docx"): Late("docx", "render_booklet"),
    ("deck", "pptx"): Late("pptx", "render_deck"),
    ("vocabulary", "pdf"): Late("pdf", "render_vocabulary"),
    ("vocabulary", "docx"): Late("docx", "render_vocabulary"),
    ("teacher-guide", "pdf"): Late("pdf", "render_teacher_guide"),
    ("teacher-guide", "docx"): Late("docx", "render_teacher_guide"),
    ("flashcards", "csv"): Late("csv", "render_flashcards"),
    ("curriculum-map", "pdf"): Late("pdf", "render_poster"),
    ("curriculum-map", "xlsx"): Late("xlsx", "render_map"),
    ("timeline", "pdf"): Late("pdf", "render_year_timeline"),
    ("progression", "pdf"): Late("pdf", "render_progression"),
    ("progression", "xlsx"): Late("xlsx", "render_progression"),
    ("coverage", "xlsx"): Late("xlsx", "render_coverage"),
    ("bridge", "docx"): Late("docx", "render_booklet"),
    ("bridge", "pptx"): Late("pptx", "render_deck"),
}
