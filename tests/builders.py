"""Small curricula for tests: what a test does not say is filled in."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from PIL import Image

from packager.diagnostics.diagnostic import Diagnostic
from packager.model.curriculum import Curriculum
from packager.model.load import load
from packager.source.files import SourceFolder

TOPIC = "units/history/rome"

MINIMAL = {
    "curriculum/curriculum.yaml": """\
title: Small
years: [3, 4]
half_terms: [autumn-1, autumn-2]
subjects:
  history: {title: History, colour: "#A5421C"}
  geography: {title: Geography, colour: "#0A6F70"}
policy: {lessons_per_topic: 1}
""",
    "curriculum/map.yaml": "year-3: {autumn-1: {history: history/rome}}\n",
    "units/history/unit.yaml": "{title: Cities, subject: history, year: 3}\n",
    f"{TOPIC}/topic.yaml": "title: Rome\n",
    f"{TOPIC}/lesson-1.yaml": "title: Seven hills\nchapter:\n  - text: Rome stands on seven hills.\n",
}
"""The least that builds: one topic with one lesson."""

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><rect width="40" height="30" fill="#A5421C"/></svg>'


def write_files(root: Path, files: Mapping[str, str | bytes]) -> SourceFolder:
    """A folder on disk that holds `files`, by path relative to `root`."""
    for path, content in files.items():
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content.encode() if isinstance(content, str) else content)
    return SourceFolder(root)


def write_curriculum(root: Path, files: Mapping[str, str | bytes | None]) -> SourceFolder:
    """The minimal curriculum on disk with `files` put over it; None takes a file away."""
    merged = {**MINIMAL, **files}
    return write_files(root, {path: content for path, content in merged.items() if content is not None})


def curriculum(root: Path, files: Mapping[str, str | bytes | None] | None = None) -> Curriculum:
    """The minimal curriculum with `files` put over it, loaded; fails where it has any finding."""
    loaded, found = loaded_with_findings(root, files)
    assert loaded is not None and not found, found
    return loaded


def loaded_with_findings(root: Path, files: Mapping[str, str | bytes | None] | None = None) -> tuple[Curriculum | None, list[Diagnostic]]:
    """The minimal curriculum with `files` put over it, loaded, and the findings of loading."""
    return load(write_curriculum(root, files or {}))


def lesson_text(title: str = "Seven hills", **fields: str) -> str:
    """A `lesson-N.yaml` with some prose; `fields` are further fields, written as YAML."""
    rest = "".join(f"{name}: {value}\n" for name, value in fields.items())
    return f"title: {title}\nchapter:\n  - text: Rome stands on seven hills.\n{rest}"


def picture(kind: str = "png", width: int = 10, height: int = 10) -> bytes:
    """A plain picture: `png`, `jpeg`, or another kind that Pillow writes."""
    content = BytesIO()
    Image.new("RGB", (width, height), "#A5421C").save(content, kind.upper())
    return content.getvalue()
