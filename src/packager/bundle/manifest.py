"""What a bundle says of itself: for whom it is, and every file in it with its digest. It is what is signed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from packager.bundle.archive import Member
from packager.bundle.contents import Contents
from packager.bundle.licence import Licence
from packager.plan.content import lines_of_json
from packager.plan.record import Entry

FORMAT = 1
Credits = dict[str, list[dict[str, Any]]]
LARGEST_MANIFEST = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Listed:
    """A file as the manifest lists it; its name, size and checksum are also those of the archive's headers."""

    path: str
    bytes: int
    sha256: str
    crc32: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What `verify` reads of a manifest that is known to be genuine; `said` is the whole of it."""

    said: Mapping[str, Any]
    files: tuple[Listed, ...]


def listed(member: Member, sha256: str) -> Listed:
    """A file of an archive."""
    return Listed(member.name, member.size, sha256, member.crc)


def manifest_text(
    contents: Contents, files: Iterable[Listed], entries: Mapping[str, Entry], key: str, licence: Licence | None, token: str | None
) -> str:
    """The text of `manifest.json`; `entries` are those of the build's files, by their path in the bundle."""
    programme = contents.programme
    credits = {name: credits_of(contents, name) for name in sorted(contents.topics)}
    topics = contents.topics.values()
    whole = {
        "format": FORMAT,
        "title": programme["title"],
        "publisher": programme["publisher"],
        "version": contents.version,
        "date": programme["date"],
        "for": contents.audience,
        "topics": sorted(contents.topics),
        "subjects": sorted({topic["subject"] for topic in topics}),
        "years": sorted({topic["year"] for topic in topics}),
        "terms": programme["licence"],
        "key": key,
        "licence": _licence(licence, token),
        "credits": [{"topic": name, **credit} for name, listed in credits.items() for credit in listed],
        "files": [_file(file, entries.get(file.path), contents, credits) for file in files],
    }
    return lines_of_json(whole)


def _licence(licence: Licence | None, token: str | None) -> dict[str, Any] | None:
    if licence is None:
        return None
    said = asdict(licence)
    first, last = said.pop("first_day"), said.pop("last_day")
    return {**said, "from": str(first), "until": str(last), "token": token}


def _file(file: Listed, entry: Entry | None, contents: Contents, credits: Credits) -> dict[str, Any]:
    """A file; those that the bundle adds have no sources and belong to no product."""
    terms = contents.programme["licence"]
    said: dict[str, Any] = {**asdict(file), "version": contents.version, "licence": terms["name"] if terms else None}
    if entry is None:
        return {**said, "product": None, "audience": "everyone", "sources": [], "credits": []}
    told = ("product", "format", "topic", "lesson", "edition", "year", "audience")
    said |= {name: getattr(entry, name) for name in told}
    return {**said, "sources": list(entry.sources), "credits": _shown_in(entry, credits.get(entry.topic or "", []))}


def _shown_in(entry: Entry, credits: list[dict[str, Any]]) -> list[str]:
    """The credits of the pictures in a file: those whose files it is made from, and of drawings of its lessons."""
    if entry.product not in ("booklet", "deck"):
        return []
    lessons = (None, entry.lesson) if entry.lesson is not None else None
    shown = (credit for credit in credits if lessons is None or credit["lesson"] in lessons)
    return list(dict.fromkeys(credit["credit"] for credit in shown))


def credits_of(contents: Contents, topic: str) -> list[dict[str, Any]]:
    """The credit of every picture and drawing of a topic, each credit said once a lesson."""
    found = dict[tuple[int | None, str], dict[str, Any]]()
    for item in contents.topics[topic]["items"]:
        if text := item.get("credit"):
            label = str(item.get("label") or item.get("title") or "")
            known = found.setdefault((item["lesson"], text), {"lesson": item["lesson"], "pictures": [], "credit": text})
            known["pictures"].append(label)
    return list(found.values())


def manifest_in(content: bytes) -> Manifest:
    """A manifest from its bytes, whose signature was found good; raises ValueError for one of another version."""
    try:
        said = json.loads(content)
        if said["format"] != FORMAT:
            raise ValueError("it was made by another version of the packager")
        files = tuple(Listed(str(f["path"]), int(f["bytes"]), str(f["sha256"]), int(f["crc32"])) for f in said["files"])
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError("its list of files cannot be read") from error
    return Manifest(said, files)
