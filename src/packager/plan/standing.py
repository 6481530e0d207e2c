"""What stands in an output folder, and how it came to be: what is current needs no rendering, what is written is recorded."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256

from packager.plan.artifact import Artifact
from packager.plan.build_folder import BuildFolder
from packager.plan.last_build import signature
from packager.plan.outcomes import OUTCOMES_FILE, Kept, Made, Outcome, kept_of, kept_text
from packager.plan.record import Entry, entry_of
from packager.plan.store import Store

_BETWEEN = 0.5
"""Seconds between two records of the index: so much would be rendered again after a power cut."""
_SHARE = 20
"""A record that takes longer is made more seldom: at most a twentieth of the time goes into it."""


class Standing:
    """The files of one output folder during one build. `entries` are those of the index, by path."""

    def __init__(self, folder: BuildFolder, programme: str) -> None:
        self.folder, self.programme = folder, programme
        folder.sweep()
        self.entries: dict[str, Entry] = {entry.path: entry for entry in folder.entries()}
        self.kept: Kept = kept_of(folder.text(OUTCOMES_FILE))
        self.store = Store(folder.folder)
        self._next_record = time.monotonic() + _BETWEEN

    def known(self, artifacts: Iterable[Artifact], is_asked: Callable[[Artifact], bool]) -> Mapping[str, Outcome]:
        """The outcomes of files that stand whole, and of those of which only the counts are needed."""
        found = ((artifact, self.kept.outcomes.get(artifact.path)) for artifact in artifacts)
        return {each.path: outcome for each, outcome in found if outcome and (not is_asked(each) or self._stands(each.path, outcome))}

    def take(self, made: Iterable[Made]) -> list[Entry]:
        """The entries of those files that had to be written; what was told of any of them is kept."""
        written = [self._write(each, each.content) for each in made if each.content is not None]
        for each in made:
            self.kept.outcomes[each.artifact.path] = each.outcome
            if each.is_asked and each.content is None:
                entry = self.entries[each.artifact.path]
                self.entries[entry.path] = entry_of(each.artifact, entry.bytes, entry.sha256, entry.fingerprint, self.programme)
        if written:
            self.record(may_wait=True)
        return written

    def _write(self, made: Made, content: bytes) -> Entry:
        self.folder.write(made.artifact.path, content)
        entry = entry_of(made.artifact, len(content), sha256(content).hexdigest(), made.outcome.fingerprint, self.programme)
        self.entries[entry.path] = entry
        self.kept.written[entry.path] = [entry.sha256, self._signature(entry.path) or []]
        return entry

    def remove(self, entries: Iterable[Entry]) -> None:
        """Those of `entries` that nobody has changed are gone."""
        gone = [entry.path for entry in entries if self.folder.remove(entry)]
        for path in gone:
            del self.entries[path]
            self.kept.outcomes.pop(path, None)
            self.kept.written.pop(path, None)
        if gone:
            self.record()

    def record(self, may_wait: bool = False) -> None:
        """The index lists every file that stands; where it `may_wait`, only if it has not done so for a while."""
        began = time.monotonic()
        if may_wait and began < self._next_record:
            return
        self.folder.write_text(OUTCOMES_FILE, kept_text(self.kept))
        self.folder.record(self.entries.values())
        ended = time.monotonic()
        self._next_record = ended + max(_BETWEEN, _SHARE * (ended - began))

    def _stands(self, path: str, outcome: Outcome) -> bool:
        """Whether the file of an outcome stands as it was written: by its signature, or else by its bytes."""
        entry = self.entries.get(path)
        if entry is None or (entry.fingerprint, entry.programme) != (outcome.fingerprint, self.programme):
            return False
        seen = self._signature(path)
        if seen is None or self.kept.written.get(path) == [entry.sha256, seen]:
            return seen is not None
        is_whole = sha256((self.folder.folder / path).read_bytes()).hexdigest() == entry.sha256
        if is_whole:
            self.kept.written[path] = [entry.sha256, seen]
        return is_whole

    def _signature(self, path: str) -> list[int] | None:
        return signature(str(self.folder.folder / path))


def counted_pages(folder: BuildFolder, booklet: Entry) -> Mapping[str, int] | None:
    """The pages of a booklet as they were counted when it was built; None where that is not known."""
    told = kept_of(folder.text(OUTCOMES_FILE)).outcomes.get(booklet.path)
    return told.pages if told and told.fingerprint == booklet.fingerprint else None
