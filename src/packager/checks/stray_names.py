"""What a file or folder that belongs nowhere was probably meant to be."""

from __future__ import annotations

import re
from dataclasses import dataclass

from packager.diagnostics.quoted import quoted
from packager.model.layout import LESSON_FILE, MEDIA_FOLDER, NAME, holds_yaml
from packager.source.files import Entry, SourceFolder

_YAML = (".yaml", ".yml")
_LESSON = re.compile(r"lesson[\s_.-]*0*([1-9][0-9]{0,2})(?![0-9])", re.IGNORECASE)
_HOME = {"unit.yaml": "a unit's folder, `units/<unit>/`", "topic.yaml": "a topic's folder, `units/<unit>/<topic>/`"}


@dataclass(frozen=True, slots=True)
class Stray:
    """`is_source` tells that it looks like a unit, a topic or a lesson that would be lost."""

    is_source: bool
    message: str
    hint: str


def stray(folder: SourceFolder, entry: Entry) -> Stray:
    """What is to be said about an entry of `Curriculum.strays`."""
    return _folder(folder, entry) if entry.is_folder else _file(entry)


def _folder(folder: SourceFolder, entry: Entry) -> Stray:
    name, depth = entry.name, entry.path.count("/")
    if not folder.is_readable(entry.path):
        return Stray(
            True, f"the folder {quoted(name)} cannot be read", "look at its permissions, and whether it is a link that leads outside"
        )
    if depth == 3 and name.lower() == MEDIA_FOLDER:
        return Stray(False, f"the folder {quoted(name)} is not read", f"rename it to `{MEDIA_FOLDER}`")
    if depth == 3 and LESSON_FILE.fullmatch(name):
        return Stray(True, f"{quoted(name)} is a folder, not a lesson's file", "take the lesson out of the folder")
    if not holds_yaml(folder, entry.path):
        return Stray(False, f"the folder {quoted(name)} holds no YAML and is not read", "delete it, or write what is missing")
    if depth == 3:
        return Stray(True, f"the folder {quoted(name)} holds YAML that is not read", "lessons stand beside `topic.yaml`")
    hint = f"rename it to `{_folder_name(name)}`" if _folder_name(name) else "name it in small letters, digits and hyphens"
    return Stray(True, f"the folder {quoted(name)} holds YAML, but its name cannot be an id", hint)


def _file(entry: Entry) -> Stray:
    name, depth = entry.name, entry.path.count("/")
    right = _right_name(name)
    if not name.lower().endswith(_YAML) or right is None:
        return Stray(False, f"{quoted(name)} is not read", "delete it, or keep it outside `units/`")
    if depth == (2 if right == "unit.yaml" else 3):
        return Stray(True, f"{quoted(name)} is not read", f"rename it to `{right}`")
    home = _HOME.get(right, "a topic's folder, beside `topic.yaml`")
    return Stray(True, f"{quoted(name)} is not read here", f"move it to {home}")


def _right_name(name: str) -> str | None:
    """The name that a YAML file should have, or None where it looks like no unit, topic or lesson."""
    stem = re.sub(r"[^a-z0-9]+", "-", name.lower().rpartition(".")[0]).strip("-")
    if stem in ("unit", "units", "topic", "topics"):
        return f"{stem.rstrip('s')}.yaml"
    lesson = _LESSON.match(name)
    return f"lesson-{lesson[1]}.yaml" if lesson else None


def _folder_name(name: str) -> str | None:
    slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    return slug if NAME.fullmatch(slug) else None
