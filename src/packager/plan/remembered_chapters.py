"""How much there is to read in each chapter, counted once for each content of its file."""

from __future__ import annotations

from packager.checks.reading import Count, count
from packager.model.lesson import Lesson
from packager.plan.remembered import Remembered

_NAME = "chapters"


class RememberedChapters:
    """The counts of chapters. `count_of` stands for `count` of the checks."""

    def __init__(self, remembered: Remembered) -> None:
        self._remembered, self._before = remembered, remembered.item(_NAME)
        self._known: dict[str, Count] = {}

    def count_of(self, lesson: Lesson) -> Count:
        """As `count`."""
        key = self._remembered.files.get(lesson.file)
        if key is None:
            return count(lesson)
        if key not in self._known:
            self._known[key] = _sound(self._before.get(key)) or count(lesson)
        return self._known[key]

    def keep(self) -> None:
        """What was counted in this run is known to the next, of files as they are now."""
        if self._known.keys() != self._before.keys():
            self._remembered.keep(_NAME, self._known)
            self._before = dict(self._known)


def _sound(kept: object) -> Count | None:
    """What was kept, if it is a count."""
    if isinstance(kept, list | tuple) and len(kept) == 2 and all(type(each) is int for each in kept):
        return kept[0], kept[1]
    return None
