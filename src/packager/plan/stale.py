"""Files whose sources are gone leave the output folder."""

from __future__ import annotations

from collections.abc import Collection

from packager.model.curriculum import Curriculum
from packager.plan.bridge import PRODUCT as BRIDGE
from packager.plan.standing import Standing
from packager.plan.wanted import targets
from packager.plan.whole import whole_targets
from packager.source.files import SourceFolder


def remove_stale(standing: Standing, curriculum: Curriculum, stopped: Collection[str], whole_stopped: bool) -> None:
    """Files without sources are gone; those of what has errors, cannot be looked at, or is another programme's, stay."""
    own = [entry for entry in standing.entries.values() if entry.programme == curriculum.programme.title]
    living = {target.path for t in curriculum.topics.values() if t.id not in stopped for target in targets(curriculum, t)}
    living |= {target.path for target in whole_targets(curriculum)}
    stays = {None, *stopped} if whole_stopped else stopped
    dead = (entry for entry in own if entry.path not in living and entry.product != BRIDGE)
    standing.remove([entry for entry in dead if entry.topic not in stays and _can_be_seen(curriculum.folder, entry.topic)])


def _can_be_seen(folder: SourceFolder, topic: str | None) -> bool:
    """Whether a topic that is not there is truly gone, and not just in a folder that may not be read."""
    above = (f"units/{topic.partition('/')[0]}", f"units/{topic}") if topic else ()
    return folder.is_readable("units") and all(folder.is_readable(path) or not folder.names(path) for path in above)
