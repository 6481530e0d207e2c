"""The same content as most people would put it into files: default templates, `add_slide`, `add_paragraph`.

No layout of its own, nothing measured, nothing split, no page numbers, no alt text; PDFs by LibreOffice.
Run as `python -m tests.bench.naive ROOT OUT`; with `--pdf`, the PDFs of its documents are made too.
"""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.shared import Inches as DocxInches
from pptx import Presentation
from pptx.util import Inches

from tests.bench.plain import Fields, PlainSlide, as_pixels, lines_of, plain_slides, read_topic, text_of, words_of


def build(root: Path, out: Path) -> None:
    """Each topic's decks, booklet and vocabulary sheet."""
    for file in sorted(root.glob("units/*/*/topic.yaml")):
        topic, lessons = read_topic(file)
        folder = out / file.parent.name
        folder.mkdir()
        for number, lesson in enumerate(lessons, 1):
            deck(plain_slides(lesson, words_of(topic, number), file.parent)).save(str(folder / f"lesson-{number}.pptx"))
        booklet(topic, lessons, file.parent).save(str(folder / "booklet.docx"))
        vocabulary(topic).save(str(folder / "vocabulary.docx"))


def as_pdf(out: Path) -> None:
    """A PDF beside each document, all made by one LibreOffice."""
    documents = sorted(map(str, out.glob("*/*.docx")))
    profile = f"-env:UserInstallation={(out / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(out / "pdf"), *documents]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def deck(slides: list[PlainSlide]) -> Any:
    """A lesson as slides."""
    deck = Presentation()
    for number, each in enumerate(slides):
        plain = each.picture or each.table
        slide = deck.slides.add_slide(deck.slide_layouts[5 if plain else min(number, 1)])
        slide.shapes.title.text = str(each.title)
        if each.picture:
            slide.shapes.add_picture(BytesIO(as_pixels(each.picture)), Inches(1), Inches(2), width=Inches(8))
        elif each.table:
            _table(slide, each.table)
        else:
            _lines(slide.placeholders[1].text_frame, each.lines)
        slide.notes_slide.notes_text_frame.text = each.notes
    return deck


def _lines(frame: Any, lines: tuple[str, ...]) -> None:
    for number, line in enumerate(lines):
        (frame.paragraphs[0] if number == 0 else frame.add_paragraph()).text = str(line)


def _table(slide: Any, rows: tuple[tuple[str, ...], ...]) -> None:
    table = slide.shapes.add_table(len(rows), len(rows[0]), Inches(1), Inches(2), Inches(8), Inches(4)).table
    for y, row in enumerate(rows):
        for x, cell in enumerate(row):
            table.cell(y, x).text = cell


def booklet(topic: Fields, lessons: list[Fields], folder: Path) -> Any:
    """The chapters of a topic as one document."""
    document = Document()
    document.add_heading(topic["title"], 0)
    for lesson in lessons:
        document.add_page_break()
        document.add_heading(lesson["title"], 1)
        for block in lesson["chapter"]:
            _block(document, block, folder)
    return document


def _block(document: Any, block: Fields, folder: Path) -> None:
    (kind, content), *_ = block.items()
    if kind == "text":
        for paragraph in content.strip().split("\n\n"):
            document.add_paragraph(paragraph, style="Body Text")
    elif kind == "heading":
        document.add_heading(content, 2)
    elif kind == "figure":
        document.add_picture(BytesIO(as_pixels(folder / content["image"])), width=DocxInches(6))
        document.add_paragraph(content.get("caption", ""), style="Caption")
    else:
        for line in [text_of(content, "title"), *lines_of(content)]:
            document.add_paragraph(line, style="List Bullet")


def vocabulary(topic: Fields) -> Any:
    """The words of a topic as a table."""
    document = Document()
    document.add_heading(topic["title"], 0)
    table = document.add_table(rows=0, cols=3)
    for term in topic.get("vocabulary", []):
        cells = table.add_row().cells
        for cell, key in zip(cells, ("term", "meaning", "example"), strict=True):
            cell.text = str(term.get(key, ""))
    return document


if __name__ == "__main__":
    build(Path(sys.argv[1]), Path(sys.argv[2]))
    if "--pdf" in sys.argv:
        as_pdf(Path(sys.argv[2]))
