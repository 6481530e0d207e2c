"""What a deck lacks for readers who do not see its slides (ECMA-376 Part 1, 19 to 21)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.oxml.ns import qn

HEADED = ("Table", "Credits")
"""The layouts whose tables have a head; in those of questions every row is alike."""


def faults(path: Path, language: str) -> Iterator[str]:
    """Title, language, the title of each slide and its place, alternative texts and heads of tables."""
    file: Any = Presentation(str(path))
    if not file.core_properties.title.strip():
        yield "no title"
    if file.core_properties.language != language:
        yield "no language"
    titles = [_title(slide) for slide in file.slides]
    yield from (f"two slides are called {title}" for title in {each for each in titles if titles.count(each) > 1})
    for number, slide in enumerate(file.slides, 1):
        yield from (f"slide {number}: {fault}" for fault in _on_slide(slide))


def _title(slide: Any) -> str:
    return slide.shapes.title.text_frame.text.strip() if slide.shapes.title is not None else ""


def _on_slide(slide: Any) -> Iterator[str]:
    shapes = list(slide.shapes)
    if not _title(slide):
        yield "no title"
    elif shapes[0].shape_id != slide.shapes.title.shape_id:
        yield "its title is not read first"
    if [shape.name.rpartition(" ")[2] for shape in shapes[-2:]] != ["footer", "number"]:
        yield "its footer and number are not read last"
    for shape in shapes:
        yield from _shape(shape, slide.slide_layout.name)
    for run in slide._element.iter(qn("a:rPr")):
        if not run.get("lang"):
            yield "a text without a language"


def _shape(shape: Any, layout: str) -> Iterator[str]:
    properties = shape._element._nvXxPr.cNvPr
    decorative = any(each.tag.endswith("}decorative") for each in properties.iter())
    kind = shape._element.tag.rpartition("}")[2]
    if not decorative and kind != "sp" and not (properties.get("descr") or "").strip():
        yield f"{shape.name} has no alternative text"
    if kind == "sp" and not decorative and not shape.is_placeholder:
        yield f"{shape.name} is a text outside of placeholders, or a shape that is not said to be decorative"
    if decorative and kind == "sp" and shape.text_frame.text.strip():
        yield f"{shape.name} is decorative and has a text"
    if getattr(shape, "has_table", False) and layout in HEADED and not shape.table.first_row:
        yield f"{shape.name} has no head"
