"""The last step on one page: from what a build left to a bundle for a school, and what changed since the last one.

Like the pipeline, it joins stages that do not know each other: `bundle` is given what `render` made.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from packager.bundle.changes import Change, changes
from packager.bundle.choose import Wish, chosen
from packager.bundle.contents import Contents, read_contents
from packager.bundle.licence import opened
from packager.bundle.licence_file import read_token
from packager.bundle.manifest import Listed
from packager.bundle.pack import Granted, Order, Press
from packager.bundle.refused import Refused
from packager.bundle.tell_changes import as_json, as_text, heading, notes_of
from packager.model.theme import ThemeFile
from packager.plan.build_folder import BuildFolder
from packager.plan.record import INDEX_FILE, Entry, entries_of

Extra = Callable[[Contents, tuple[Entry, ...]], Mapping[str, bytes]]
"""Gives further files of a bundle, by their paths in it, for what it holds: the pages of a catalogue are such."""
CHANGE_FORMATS = ("text", "json", "docx")


@dataclass(frozen=True, slots=True)
class Bundling:
    """What is to be bundled, for whom, and what is added. `version` None is the one that the build declares."""

    folder: Path
    wish: Wish
    licence: Path | None = None
    version: str | None = None
    since: Path | None = None
    extras: tuple[Extra, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Bundled:
    """What stands in a bundle."""

    files: tuple[Listed, ...]
    contents: Contents
    granted: Granted | None


class Bindery:
    """Makes bundles of one build. What schools have in common is prepared once, for however many there are."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.built = folder, read_contents(folder)
        self.entries = entries_of(BuildFolder(folder).text(INDEX_FILE))
        self.presses = dict[tuple[object, ...], Press]()

    def bundle(self, asked: Bundling, key: Ed25519PrivateKey, today: date, target: Path) -> Bundled:
        """The bundle that `target` now is; raises Refused, and writes nothing, where it cannot be made."""
        granted = _granted(asked.licence, key.public_key(), today)
        entries = chosen(self.entries, self.built, asked.wish, granted.licence if granted else None)
        press = self._press(asked, entries)
        return Bundled(press.pack(granted, key, target), press.order.contents, granted)

    def number(self, asked: Bundling, key: Ed25519PrivateKey, today: date) -> str:
        """The number of a licence as part of a file's name; raises Refused for a licence that does not hold today."""
        granted = _granted(asked.licence, key.public_key(), today)
        return granted.licence.number.replace("/", "-") if granted else ""

    def _press(self, asked: Bundling, entries: tuple[Entry, ...]) -> Press:
        paths = tuple(entry.path for entry in entries)
        known = paths, asked.wish.audience, asked.version, asked.since, asked.extras
        if known not in self.presses:
            topics = {entry.topic for entry in entries if entry.topic}
            contents = self.built.of(topics, asked.wish.audience, asked.version or self.built.version)
            extras = dict[str, bytes]()
            for extra in (*asked.extras, *([_since(asked.since)] if asked.since else [])):
                extras |= extra(contents, entries)
            self.presses[known] = Press(Order(self.folder, entries, contents, extras))
        return self.presses[known]


def bundle(asked: Bundling, key: Ed25519PrivateKey, today: date, target: Path) -> Bundled:
    """The bundle that `target` now is; raises Refused, and writes nothing, where it cannot be made."""
    return Bindery(asked.folder).bundle(asked, key, today, target)


def _granted(file: Path | None, key: Ed25519PublicKey, today: date) -> Granted | None:
    """The licence in a file, which must hold today: nobody is sent what they may not use."""
    if file is None:
        return None
    token = read_token(file)
    licence = opened(token, key)
    if fault := licence.fault_on(today):
        raise Refused(fault)
    return Granted(licence, token)


def _since(old: Path) -> Extra:
    """The notes on what changed since an older bundle; of topics that were in neither there is nothing to say."""

    def notes(contents: Contents, _: tuple[Entry, ...]) -> Mapping[str, bytes]:
        before = read_contents(old)
        before = before.of(before.topics.keys() & contents.topics.keys(), before.audience, before.version)
        found = changes(before, contents)
        return {
            f"changes.{ending}": told(found, before, contents, name)
            for name, ending in (("text", "txt"), ("json", "json"), ("docx", "docx"))
        }

    return notes


def compare(old: Path, new: Path, format_name: str) -> bytes:
    """What changed between two builds or bundles, in one of CHANGE_FORMATS."""
    before, after = (each.of(each.topics, each.audience, each.version) for each in (read_contents(old), read_contents(new)))
    return told(changes(before, after), before, after, format_name)


def told(found: tuple[Change, ...], old: Contents, new: Contents, format_name: str) -> bytes:
    """Changes in one of CHANGE_FORMATS."""
    if format_name == "json":
        return as_json(found, old, new).encode()
    notes = notes_of(found, old, new)
    if format_name == "text":
        return as_text(notes).encode()
    from packager.render.docx.change_notes import render_change_notes  # slow to load, and most bundles have no notes

    return render_change_notes(notes, heading(notes), ThemeFile())
