"""A lesson as slides that any program can make: a title, lines, a picture or a table, and notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import resvg_py
import yaml

Fields = dict[str, Any]
_PIXELS = 1200


@dataclass(frozen=True)
class PlainSlide:
    """One slide; `picture` is the path of a file, `table` its rows."""

    title: str
    lines: tuple[str, ...] = ()
    notes: str = ""
    picture: Path | None = None
    table: tuple[tuple[str, ...], ...] = ()


def plain_slides(lesson: Fields, words: Iterable[Fields], folder: Path) -> list[PlainSlide]:
    """What a lesson shows, in order: title, recall, words, chapter, talk, task, quiz, what we now know."""
    recall = lesson.get("recall", [])
    return [
        PlainSlide(lesson["title"], (lesson.get("question", ""),), lesson.get("story_cue", "")),
        PlainSlide("What do you remember?", tuple(str(q["ask"]) for q in recall)),
        PlainSlide("Answers", tuple(str(q["answer"]) for q in recall)),
        *(PlainSlide(word["term"], (word["meaning"], word.get("example", ""))) for word in words),
        *(slide for block in lesson["chapter"] for slide in _slides(lesson["title"], block, folder)),
        PlainSlide("Talk", (text_of(lesson.get("talk"), "prompt"),)),
        PlainSlide("Task", (text_of(lesson.get("task"), "instruction"),)),
        *(
            PlainSlide(q["ask"], (str(q["answer"]), *map(str, q.get("wrong", []))), f"Answer: {q['answer']}")
            for q in lesson.get("quiz", [])
        ),
        PlainSlide("What we now know", tuple(lesson.get("know", []))),
    ]


def _slides(title: str, block: Fields, folder: Path) -> Iterator[PlainSlide]:
    (kind, content), *_ = block.items()
    if kind == "text":
        for paragraph in content.strip().split("\n\n"):
            yield PlainSlide(title, (paragraph,), paragraph)
    elif kind == "figure":
        yield PlainSlide(content.get("caption") or title, picture=folder / content["image"])
    elif kind == "table":
        rows = [content["columns"], *content["rows"]]
        yield PlainSlide(content.get("title") or "", table=tuple(tuple(str(cell or "") for cell in row) for row in rows))
    else:
        yield PlainSlide(text_of(content, "title"), tuple(lines_of(content)))


def as_pixels(path: Path) -> bytes:
    """A picture as PNG or JPEG; drawn once, for it is files that are compared, not painters."""
    return _drawn(path) if path.suffix == ".svg" else path.read_bytes()


@lru_cache(maxsize=256)
def _drawn(path: Path) -> bytes:
    return bytes(resvg_py.svg_to_bytes(svg_path=str(path), width=_PIXELS))


def text_of(content: Any, key: str) -> str:
    """What a field says of itself, or nothing."""
    return str(content.get(key) or content.get("ask") or "") if isinstance(content, dict) else str(content or "")


def lines_of(content: Any) -> list[str]:
    """What a drawing, a quotation or a question says, a line for each of its parts."""
    if isinstance(content, dict):
        return [line for value in content.values() for line in lines_of(value)]
    if isinstance(content, list):
        return [line for value in content for line in lines_of(value)]
    return [str(content)]


def read_topic(file: Path) -> tuple[Fields, list[Fields]]:
    """A topic and its lessons as plain data."""
    return _read(file), [_read(path) for path in sorted(file.parent.glob("lesson-*.yaml"))]


def words_of(topic: Fields, lesson: int) -> list[Fields]:
    """The words that a lesson introduces."""
    return [term for term in topic.get("vocabulary", []) if int(term["lesson"]) == lesson]


def _read(path: Path) -> Fields:
    fields: Fields = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    return fields
