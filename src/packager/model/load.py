"""The files of a curriculum to a Curriculum, with every finding on the way.

A file that cannot be read is left out and named; all others are still loaded, so that one run
shows every fault.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

from pydantic import BaseModel

from packager.diagnostics.diagnostic import Diagnostic
from packager.diagnostics.span import Span
from packager.model.curriculum import COVERAGE_FILE, MAP_FILE, PROGRAMME_FILE, THEME_FILE, Curriculum, Slot
from packager.model.layout import Layout, TopicFolder, survey
from packager.model.lesson import Lesson, LessonFile
from packager.model.programme import CoverageFile, MapFile, ProgrammeFile
from packager.model.theme import ThemeFile
from packager.model.topic import Topic, TopicFile
from packager.model.unit import Unit, UnitFile
from packager.model.validate import validate
from packager.source import rules
from packager.source.files import OutsideRoot, SourceFolder, TooLarge
from packager.source.read_yaml import LARGEST_FILE, read_yaml
from packager.source.tree import Tree

M = TypeVar("M", bound=BaseModel)
_YEAR = re.compile("year-(0|[1-9][0-9]{0,2})")
ReadYaml = Callable[[str, bytes], tuple[Tree | None, list[Diagnostic]]]


def load(folder: SourceFolder, read: ReadYaml = read_yaml) -> tuple[Curriculum | None, list[Diagnostic]]:
    """The curriculum in `folder` and the findings; None where `curriculum/` itself cannot be read."""
    return _Loader(folder, read).load()


class _Loader:
    """Gathers trees and findings while the files are read."""

    def __init__(self, folder: SourceFolder, read: ReadYaml) -> None:
        self.folder, self.read = folder, read
        self.trees: dict[str, Tree] = {}
        self.found: list[Diagnostic] = []
        self.broken: set[str] = set()
        self.unread: set[str] = set()

    def load(self) -> tuple[Curriculum | None, list[Diagnostic]]:
        programme = self._file(PROGRAMME_FILE, ProgrammeFile, needed=True)
        slots = self._file(MAP_FILE, MapFile, needed=True)
        coverage = self._file(COVERAGE_FILE, CoverageFile)
        theme = self._file(THEME_FILE, ThemeFile)
        layout = survey(self.folder)
        units = self._units(layout)
        topics = {t.id: t for t in map(self._topic, layout.topics) if t}
        if programme is None:
            return None, self.found
        curriculum = Curriculum(
            folder=self.folder,
            programme=programme,
            slots=_slots(slots) if slots else (),
            requirements=coverage.root if coverage else {},
            units=units,
            topics=topics,
            theme=theme or ThemeFile(),
            trees=self.trees,
            strays=layout.strays,
            broken=frozenset(self.broken),
            unread=frozenset(self.unread),
        )
        return curriculum, self.found

    def _units(self, layout: Layout) -> dict[str, Unit]:
        units = {}
        for name in layout.units:
            file = f"units/{name}/unit.yaml"
            fields = self._file(file, UnitFile, needed=True)
            if fields:
                units[name] = Unit.model_construct(**dict(fields), id=name, file=file)
            else:
                self.broken.add(name)
        return units

    def _topic(self, folder: TopicFolder) -> Topic | None:
        file = f"units/{folder.id}/topic.yaml"
        fields = self._file(file, TopicFile, needed=True)
        lessons = tuple(filter(None, (self._lesson(folder, number) for number in folder.lessons)))
        if fields is None:
            self.broken.update((folder.id, *(f"{folder.id}/{number}" for number in folder.lessons)))
            return None
        complete = len(lessons) == len(folder.lessons)
        unit = folder.id.partition("/")[0]
        return Topic.model_construct(**dict(fields), id=folder.id, unit=unit, file=file, lessons=lessons, complete=complete)

    def _lesson(self, folder: TopicFolder, number: int) -> Lesson | None:
        file, identity = f"units/{folder.id}/lesson-{number}.yaml", f"{folder.id}/{number}"
        fields = self._file(file, LessonFile, needed=True)
        if fields is None:
            self.broken.add(identity)
            return None
        return Lesson.model_construct(**dict(fields), id=identity, number=number, file=file)

    def _file(self, file: str, model: type[M], *, needed: bool = False) -> M | None:
        if not needed and not self.folder.names(file):
            return None
        fields = self._fields(file, model)
        if fields is None:
            self.unread.add(file)
        return fields

    def _fields(self, file: str, model: type[M]) -> M | None:
        content = self._content(file)
        if content is None:
            return None
        tree, found = self.read(file, content)
        self.found += found
        if tree is None:
            return None
        self.trees[file] = tree
        fields, found = validate(model, tree)
        self.found += found
        return fields

    def _content(self, file: str) -> bytes | None:
        try:
            return self.folder.read(file, LARGEST_FILE)
        except TooLarge as error:
            message = f"the file has {error.size:,} bytes, at most {LARGEST_FILE:,} are read"
            self.found.append(rules.TOO_LARGE.found(Span(file), message))
        except FileNotFoundError:
            link = self.folder.names(file)
            message = f"`{file}` is a link to nothing" if link else f"`{file}` is not there"
            self.found.append(rules.MISSING_FILE.found(Span(file), message))
        except OutsideRoot:
            self.found.append(rules.UNREADABLE.found(Span(file), "the file is a link that leads outside the curriculum"))
        except OSError as error:
            self.found.append(rules.UNREADABLE.found(Span(file), f"the file cannot be read: {error.strerror}"))
        return None


def _slots(map_file: MapFile) -> tuple[Slot, ...]:
    """The slots in the author's order; a year that is no `year-N` gives the year -1, which no curriculum has."""
    return tuple(
        Slot(_year_number(year), half_term, subject, entry, (year, half_term, subject))
        for year, half_terms in map_file.root.items()
        for half_term, subjects in half_terms.items()
        for subject, entry in subjects.items()
    )


def _year_number(key: str) -> int:
    match = _YEAR.fullmatch(key)
    return int(match[1]) if match else -1
