"""The same content as most people would put it into files: default templates, `add_slide`, `add_paragraph`.

No layout of its own, nothing measured, nothing split, no page numbers, no PDF, no alt text.
Run as `python -m tests.bench.naive ROOT OUT`.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import resvg_py
import yaml
from docx import Document
from docx.shared import Inches as DocxInches
from pptx import Presentation
from pptx.util import Inches

Fields = dict[str, Any]


def build(root: Path, out: Path) -> None:
    """Each topic's decks, booklet and vocabulary sheet."""
    for file in sorted(root.glob("units/*/*/topic.yaml")):
        topic = _read(file)
        lessons = [_read(path) for path in sorted(file.parent.glob("lesson-*.yaml"))]
        folder = out / file.parent.name
        folder.mkdir()
        for number, lesson in enumerate(lessons, 1):
            words = [term for term in topic.get("vocabulary", []) if term["lesson"] == number]
            deck(lesson, words, file.parent).save(str(folder / f"lesson-{number}.pptx"))
        booklet(topic, lessons, file.parent).save(str(folder / "booklet.docx"))
        vocabulary(topic).save(str(folder / "vocabulary.docx"))


def deck(lesson: Fields, words: list[Fields], folder: Path) -> Any:
    """A lesson as slides."""
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[0])
    slide.shapes.title.text = lesson["title"]
    slide.placeholders[1].text = lesson.get("question", "")
    slide.notes_slide.notes_text_frame.text = lesson.get("story_cue", "")
    _list(deck, "What do you remember?", [q["ask"] for q in lesson.get("recall", [])])
    _list(deck, "Answers", [q["answer"] for q in lesson.get("recall", [])])
    for word in words:
        _list(deck, word["term"], [word["meaning"], word.get("example", "")])
    for block in lesson["chapter"]:
        _block_slide(deck, lesson["title"], block, folder)
    _list(deck, "Talk", [_text(lesson.get("talk"), "prompt")])
    _list(deck, "Task", [_text(lesson.get("task"), "instruction")])
    for question in lesson.get("quiz", []):
        _list(deck, question["ask"], [question["answer"], *question.get("wrong", [])], f"Answer: {question['answer']}")
    _list(deck, "What we now know", lesson.get("know", []))
    return deck


def _list(deck: Any, title: str, items: list[Any], notes: str = "") -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = str(title)
    frame = slide.placeholders[1].text_frame
    for number, item in enumerate(items):
        (frame.paragraphs[0] if number == 0 else frame.add_paragraph()).text = str(item)
    slide.notes_slide.notes_text_frame.text = notes


def _block_slide(deck: Any, title: str, block: Fields, folder: Path) -> None:
    (kind, content), *_ = block.items()
    if kind == "text":
        for paragraph in content.strip().split("\n\n"):
            _list(deck, title, [paragraph], paragraph)
    elif kind == "figure":
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text = content.get("caption") or title
        slide.shapes.add_picture(_picture(folder / content["image"]), Inches(1), Inches(2), width=Inches(8))
    elif kind == "table":
        _table_slide(deck, content)
    else:
        _list(deck, _text(content, "title"), _lines(content))


def _table_slide(deck: Any, content: Fields) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = content.get("title") or ""
    rows = [content["columns"], *content["rows"]]
    table = slide.shapes.add_table(len(rows), len(rows[0]), Inches(1), Inches(2), Inches(8), Inches(4)).table
    for y, row in enumerate(rows):
        for x, cell in enumerate(row):
            table.cell(y, x).text = str(cell or "")


def booklet(topic: Fields, lessons: list[Fields], folder: Path) -> Any:
    """The chapters of a topic as one document."""
    document = Document()
    document.add_heading(topic["title"], 0)
    for lesson in lessons:
        document.add_page_break()
        document.add_heading(lesson["title"], 1)
        for block in lesson["chapter"]:
            _block_paragraphs(document, block, folder)
    return document


def _block_paragraphs(document: Any, block: Fields, folder: Path) -> None:
    (kind, content), *_ = block.items()
    if kind == "text":
        for paragraph in content.strip().split("\n\n"):
            document.add_paragraph(paragraph, style="Body Text")
    elif kind == "heading":
        document.add_heading(content, 2)
    elif kind == "figure":
        document.add_picture(_picture(folder / content["image"]), width=DocxInches(6))
        document.add_paragraph(content.get("caption", ""), style="Caption")
    else:
        for line in [_text(content, "title"), *_lines(content)]:
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


def _picture(path: Path) -> BytesIO:
    if path.suffix == ".svg":
        return BytesIO(bytes(resvg_py.svg_to_bytes(svg_path=str(path), width=1200)))
    return BytesIO(path.read_bytes())


def _text(content: Any, key: str) -> str:
    return str(content.get(key) or content.get("ask") or "") if isinstance(content, dict) else str(content or "")


def _lines(content: Any) -> list[str]:
    """What a drawing, a quotation or a question says, a line for each of its parts."""
    if isinstance(content, dict):
        return [line for value in content.values() for line in _lines(value)]
    if isinstance(content, list):
        return [line for value in content for line in _lines(value)]
    return [str(content)]


def _read(path: Path) -> Fields:
    fields: Fields = yaml.safe_load(path.read_text("utf-8"))
    return fields


if __name__ == "__main__":
    build(Path(sys.argv[1]), Path(sys.argv[2]))
