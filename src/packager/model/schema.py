"""JSON Schemas of the source files, so that an editor completes and checks while an author types."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from packager.model.descriptions import described
from packager.model.lesson import LessonFile
from packager.model.programme import CoverageFile, MapFile, ProgrammeFile
from packager.model.theme import ThemeFile
from packager.model.topic import TopicFile
from packager.model.unit import UnitFile

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FILES: dict[str, type[BaseModel]] = {
    "curriculum": ProgrammeFile,
    "map": MapFile,
    "coverage": CoverageFile,
    "theme": ThemeFile,
    "unit": UnitFile,
    "topic": TopicFile,
    "lesson": LessonFile,
}


def schemas() -> dict[str, dict[str, Any]]:
    """A JSON Schema (2020-12) for each kind of source file, by the file name `lesson.schema.json`."""
    return {f"{name}.schema.json": schema(model) for name, model in FILES.items()}


def schema(model: type[BaseModel]) -> dict[str, Any]:
    """The JSON Schema of one kind of source file."""
    return {"$schema": DIALECT, **_as_written(described(model.model_json_schema(by_alias=True), model))}


def _as_written(node: Any) -> Any:
    """The schema with every text field open to plain scalars: `answer: 12` is the text 12."""
    if isinstance(node, list):
        return [_as_written(item) for item in node]
    if not isinstance(node, dict):
        return node
    written = {key: _as_written(value) for key, value in node.items()}
    if written.get("type") == "string" and "pattern" not in written and "enum" not in written and "const" not in written:
        written["type"] = ["string", "number", "boolean"]
    return written
