"""The table of renderers: which function makes which product in which format."""

from __future__ import annotations

from packager.render.csv import renderer as csv
from packager.render.docx import renderer as docx
from packager.render.pdf import renderer as pdf
from packager.render.pptx import renderer as pptx
from packager.render.renderer import Render
from packager.render.xlsx import renderer as xlsx

VERSION = "2"
"""Goes into every fingerprint; raise it when a renderer's output changes."""

RENDERERS: dict[tuple[str, str], Render] = {
    ("booklet", "pdf"): pdf.render_booklet,
    ("booklet", "docx"): docx.render_booklet,
    ("deck", "pptx"): pptx.render_deck,
    ("vocabulary", "pdf"): pdf.render_vocabulary,
    ("vocabulary", "docx"): docx.render_vocabulary,
    ("teacher-guide", "pdf"): pdf.render_teacher_guide,
    ("teacher-guide", "docx"): docx.render_teacher_guide,
    ("flashcards", "csv"): csv.render_flashcards,
    ("curriculum-map", "pdf"): pdf.render_poster,
    ("curriculum-map", "xlsx"): xlsx.render_map,
    ("progression", "pdf"): pdf.render_progression,
    ("progression", "xlsx"): xlsx.render_progression,
    ("coverage", "xlsx"): xlsx.render_coverage,
    ("bridge", "docx"): docx.render_booklet,
    ("bridge", "pptx"): pptx.render_deck,
}
