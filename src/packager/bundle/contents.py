"""`content.json` as this stage reads it: from a build, from a bundle, and cut to what a bundle holds."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic_core import from_json, to_json

from packager.bundle.read_archive import Damaged, content_of, read_members
from packager.bundle.refused import Refused
from packager.plan.content import CONTENT_FILE, FORMAT, Item

LARGEST_CONTENT = 128 * 1024 * 1024
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_AUDIENCES = ("pupils", "teachers", "everyone")


@dataclass(frozen=True, slots=True)
class Contents:
    """What a build or a bundle says: `audience` is `pupils` where nothing in it is for teachers only."""

    programme: dict[str, Any]
    topics: dict[str, dict[str, Any]]
    audience: str = "everyone"

    @property
    def version(self) -> str:
        """The version of what is said, empty where none is declared."""
        return str(self.programme.get("version") or "")

    def of(self, topics: Collection[str], audience: str, version: str) -> Contents:
        """The same, cut to some topics and to what an audience may read."""
        if not all(_is_item(item) for name in topics for item in self.topics[name]["items"]):
            raise Refused(f"the {CONTENT_FILE} is damaged: build again")
        kept = {name: _for(topic, audience) for name, topic in self.topics.items() if name in topics}
        return Contents({**self.programme, "version": version}, kept, audience)

    def as_json(self) -> bytes:
        """The bytes of a `content.json`, its topics in the order of their ids."""
        return to_json({"format": FORMAT, "for": self.audience, "programme": self.programme, "topics": dict(sorted(self.topics.items()))})


def _for(topic: dict[str, Any], audience: str) -> dict[str, Any]:
    """A topic as an audience may read it; pupils are given no answers."""
    if audience != "pupils":
        return topic
    return {**topic, "items": [without_answer(item) for item in topic["items"] if item["audience"] == "pupils"]}


def without_answer(item: Item) -> Item:
    """An item as pupils may read it."""
    return {name: value for name, value in item.items() if name not in ("answer", "options")}


def read_contents(place: Path) -> Contents:
    """What a build's folder, a bundle or an unpacked bundle says; raises Refused where it says nothing."""
    try:
        if place.is_dir():
            file = place / CONTENT_FILE
            if file.stat().st_size > LARGEST_CONTENT:
                raise Refused(f"`{file}` is too large")
            return contents_in(file.read_bytes(), place)
        with place.open("rb") as archive:
            member = next((member for member in read_members(archive) if member.name == CONTENT_FILE), None)
            if member is None or member.size > LARGEST_CONTENT:
                raise Refused(f"`{place}` holds no {CONTENT_FILE}")
            return contents_in(content_of(archive, member), place)
    except Damaged as error:
        raise Refused(f"`{place}` cannot be read: {error}") from error
    except OSError as error:
        raise Refused(f"cannot read `{error.filename or place}`: {error.strerror}") from error


def contents_in(content: bytes, place: Path) -> Contents:
    """What the bytes of a `content.json` say."""
    try:
        whole = from_json(content, allow_inf_nan=False)
        if whole["format"] != FORMAT:
            raise Refused(f"the {CONTENT_FILE} of `{place}` is of another version: build again")
        if (
            whole["for"] not in _AUDIENCES
            or not _is_programme(whole["programme"])
            or not all(_is_topic(topic) for topic in whole["topics"].values())
        ):
            raise ValueError
        return Contents(dict(whole["programme"]), dict(whole["topics"]), whole["for"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Refused(f"the {CONTENT_FILE} of `{place}` is damaged") from None


def _is_programme(programme: dict[str, Any]) -> bool:
    lists = all(isinstance(programme[name], list) for name in ("years", "half_terms")) and isinstance(programme["subjects"], dict)
    texts = all(isinstance(programme[name], str) for name in ("title", "publisher", "language"))
    day, terms = programme["date"], programme["licence"]
    dated = day is None or (isinstance(day, str) and _DAY.fullmatch(day) is not None)
    return lists and texts and dated and (terms is None or isinstance(terms["name"], str))


def _is_topic(topic: dict[str, Any]) -> bool:
    """Whether a topic has all that is asked of it; what it says may be any text."""
    texts = (topic[name] for name in ("title", "subject", "half_term"))
    return all(isinstance(text, str) for text in texts) and isinstance(topic["year"], int) and isinstance(topic["items"], list)


def _is_item(item: Any) -> bool:
    if not (isinstance(item, dict) and isinstance(item.get("id"), str) and isinstance(item.get("kind"), str)):
        return False
    if item["kind"] == "lesson" and not isinstance(item.get("title"), str):
        return False
    return item.get("audience") in ("pupils", "teachers") and isinstance(item.get("lesson"), int | None)
