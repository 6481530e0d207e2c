"""Whether what was built still says what the sources say."""

from __future__ import annotations

from pathlib import Path

from packager.model.curriculum import MAP_FILE, PROGRAMME_FILE, THEME_FILE, Curriculum
from packager.plan.build_folder import BuildFolder
from packager.plan.record import INDEX_FILE
from packager.plan.wanted import STANDARD, targets


def why_stale(curriculum: Curriculum, root: Path, build: BuildFolder) -> str | None:
    """Why it is better to build again, in one sentence; None where that is not needed.

    As make does, it goes by the times of files: a source that is younger than the index has changed since.
    """
    entries = {entry.path: entry for entry in build.entries()}
    if not entries:
        return f"nothing is built in {build.folder}"
    placed = [topic for topic in curriculum.topics.values() if topic.id in curriculum.slot_by_topic and curriculum.subject_of(topic)]
    wanted = {t.path: topic.id for topic in placed for t in targets(curriculum, topic) if t.edition == STANDARD}
    if missing := next((topic for path, topic in wanted.items() if path not in entries), None):
        return f"`{missing}` is not built, or not wholly"
    built = _time(build.folder / INDEX_FILE)
    sources = {PROGRAMME_FILE, MAP_FILE, THEME_FILE, *(source for entry in entries.values() for source in entry.sources)}
    changed = sorted(source for source in sources if _time(root / source) > built)
    return f"`{changed[0]}` has changed since it was built" if changed else None


def _time(file: Path) -> int:
    """When a file was last written, in nanoseconds; 0 for one that is not there."""
    try:
        return file.stat().st_mtime_ns
    except OSError:
        return 0
