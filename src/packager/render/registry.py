"""The table of renderers: which function makes which product in which format."""

from __future__ import annotations

from packager.render.docx import renderer as docx
from packager.render.pdf import renderer as pdf
from packager.render.pptx import renderer as pptx
from packager.render.renderer import Render

VERSION = "1"
"""Goes into every fingerprint; raise it when a renderer's output changes."""

RENDERERS: dict[tuple[str, str], Render] = {
    ("booklet", "pdf"): pdf.render_booklet,
    ("booklet", "docx"): docx.render_booklet,
    ("deck", "pptx"): pptx.render_deck,
    ("vocabulary", "pdf"): pdf.render_vocabulary,
    ("vocabulary", "docx"): docx.render_vocabulary,
}
