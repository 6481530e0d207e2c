"""Which folders and files under `units/` are units, topics and lessons, and which belong nowhere."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from packager.source.files import Entry, SourceFolder

NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""What a unit's or topic's folder may be called."""
LESSON_FILE = re.compile(r"lesson-([1-9][0-9]{0,2})\.yaml")
MEDIA_FOLDER = "media"


@dataclass(frozen=True, slots=True)
class TopicFolder:
    """A topic's folder: its id and the numbers of its lesson files, ascending."""

    id: str
    lessons: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """What stands under `units/`."""

    units: tuple[str, ...]
    topics: tuple[TopicFolder, ...]
    strays: tuple[Entry, ...]


@dataclass
class _Survey:
    folder: SourceFolder
    units: list[str] = field(default_factory=list)
    topics: list[TopicFolder] = field(default_factory=list)
    strays: list[Entry] = field(default_factory=list)

    def unit(self, entry: Entry) -> None:
        if not self._belongs(entry):
            self.strays.append(entry)
            return
        self.units.append(entry.name)
        for inner in self.folder.entries(entry.path):
            if inner.is_folder and self._belongs(inner):
                self.topic(inner)
            elif inner.name != "unit.yaml":
                self.strays.append(inner)

    def topic(self, entry: Entry) -> None:
        lessons = []
        for inner in self.folder.entries(entry.path):
            match = LESSON_FILE.fullmatch(inner.name)
            if match and not inner.is_folder:
                lessons.append(int(match[1]))
            elif inner.name != "topic.yaml" and not (inner.is_folder and inner.name == MEDIA_FOLDER):
                self.strays.append(inner)
        self.topics.append(TopicFolder(entry.path.removeprefix("units/"), tuple(sorted(lessons))))

    def _belongs(self, entry: Entry) -> bool:
        return entry.is_folder and bool(NAME.fullmatch(entry.name)) and holds_yaml(self.folder, entry.path)


def survey(folder: SourceFolder) -> Layout:
    """The units, topics and strays of a curriculum, each sorted by name.

    A folder counts as a unit or topic when its name is lower-case words joined by hyphens and it
    holds YAML anywhere; whether its `unit.yaml` or `topic.yaml` is there is then asked when loading.
    """
    found = _Survey(folder)
    for entry in folder.entries("units"):
        found.unit(entry)
    return Layout(tuple(found.units), tuple(found.topics), tuple(found.strays))


def holds_yaml(folder: SourceFolder, path: str, depth: int = 2) -> bool:
    """Whether a YAML file stands in the folder at `path` or up to `depth` folders below it."""
    for entry in folder.entries(path):
        if not entry.is_folder and entry.name.lower().endswith((".yaml", ".yml")):
            return True
        if entry.is_folder and depth and holds_yaml(folder, entry.path, depth - 1):
            return True
    return False
