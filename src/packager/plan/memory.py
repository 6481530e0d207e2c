"""What builds of one curriculum in one output folder remember of each other."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from packager.plan.last_build import made_by
from packager.plan.remembered import Remembered
from packager.plan.remembered_chapters import RememberedChapters
from packager.plan.remembered_pictures import RememberedPictures
from packager.plan.store import Store
from packager.source.files import SourceFolder


@dataclass(frozen=True, slots=True)
class Memory:
    """What earlier builds found out about sources that did not change."""

    store: Store
    sources: Remembered
    pictures: RememberedPictures
    chapters: RememberedChapters

    def keep(self) -> None:
        """The next build knows what this one found out."""
        self.store.settle()
        self.sources.keep_lemmas()
        self.pictures.keep()
        self.chapters.keep()


def memory(root: Path, out: Path) -> Memory:
    """The memory of the builds of a curriculum in an output folder; each of another packager has its own."""
    store = Store(out)
    sources = Remembered(store, " ".join(made_by()))
    sources.recall_lemmas()
    return Memory(store, sources, RememberedPictures(sources, SourceFolder(root)), RememberedChapters(sources))
