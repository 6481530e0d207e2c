"""What changed between two builds or bundles, by meaning: words, definitions, passages, slides, answers, pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from packager.bundle.contents import Contents
from packager.bundle.pair_up import Pair, paired
from packager.plan.content import Item

Topic = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """One change: `kind` is `definition-changed` or the like, `subject` what it happened to, `id` where it stands."""

    topic: str
    lesson: int | None
    kind: str
    id: str
    subject: str
    before: str | None = None
    after: str | None = None


@dataclass(frozen=True, slots=True)
class _Sort:
    """How items of one kind are told apart: the field that names one, the field that is its text, and what is compared.

    `compared` names the change that each further field makes; `in_place` is said in `paired`.
    """

    noun: str
    key: str
    text: str
    reworded: str
    compared: tuple[tuple[str, str], ...] = ()
    in_place: bool = False


def _drawn(noun: str) -> _Sort:
    said = (("title", f"{noun}-retitled"), ("caption", f"{noun}-caption-changed"), ("alt", f"{noun}-description-changed"))
    return _Sort(
        noun, "title", "title", f"{noun}-retitled", (("sha256", f"{noun}-redrawn"), *said, ("credit", f"{noun}-credit-changed")), True
    )


_PICTURE = (("alt", "picture-description-changed"), ("caption", "picture-caption-changed"), ("credit", "picture-credit-changed"))
_WORD = (("meaning", "definition-changed"), ("say", "pronunciation-changed"), ("example", "example-changed"))
SORTS: Mapping[str, _Sort] = MappingProxyType(
    {
        "word": _Sort("word", "term", "term", "word-respelt", (*_WORD, ("translations", "translation-changed"))),
        "heading": _Sort("heading", "text", "text", "heading-reworded", in_place=True),
        "passage": _Sort("passage", "text", "text", "passage-reworded"),
        "pause": _Sort("pause", "text", "text", "pause-reworded", (("how", "pause-reworded"),)),
        "table": _Sort("table", "title", "text", "table-changed", (("text", "table-changed"),)),
        "picture": _Sort("picture", "file", "alt", "picture-replaced", (("sha256", "picture-replaced"), *_PICTURE), in_place=True),
        "map": _drawn("map"),
        "timeline": _drawn("timeline"),
        "diagram": _drawn("diagram"),
        "slide": _Sort("slide", "title", "title", "slide-retitled"),
        "question": _Sort(
            "question", "text", "text", "question-reworded", (("answer", "answer-corrected"), ("options", "options-changed"))
        ),
        "point": _Sort("point", "text", "text", "point-reworded"),
        "talk": _Sort("talk", "id", "text", "talk-reworded", (("text", "talk-reworded"),)),
        "task": _Sort("task", "id", "text", "task-reworded", (("text", "task-reworded"),)),
        "note": _Sort("note", "label", "text", "note-reworded", (("text", "note-reworded"),)),
    }
)


def changes(old: Contents, new: Contents) -> tuple[Change, ...]:
    """What changed, topic by topic and lesson by lesson; only what both may say, where one of them is for pupils."""
    if "pupils" in (old.audience, new.audience):
        old, new = (each.of(each.topics, "pupils", each.version) for each in (old, new))
    return tuple(
        change for name in sorted({*old.topics, *new.topics}) for change in _topic(name, old.topics.get(name), new.topics.get(name))
    )


def _topic(name: str, old: Topic | None, new: Topic | None) -> Iterator[Change]:
    if old is None or new is None:
        standing = new or old or {}
        yield Change(name, None, "topic-added" if new else "topic-removed", name, standing["title"])
        return
    for field, kind in (("title", "topic-retitled"), ("question", "topic-question-changed")):
        if old.get(field) != new.get(field):
            yield Change(name, None, kind, name, new["title"], old.get(field), new.get(field))
    for lesson in sorted({item["lesson"] for item in (*old["items"], *new["items"])}, key=lambda number: number or 0):
        yield from _lesson(name, lesson, _of(old, lesson), _of(new, lesson))


def _of(topic: Topic, lesson: int | None) -> list[Item]:
    return [item for item in topic["items"] if item["lesson"] == lesson]


def _lesson(topic: str, lesson: int | None, old: list[Item], new: list[Item]) -> Iterator[Change]:
    """The changes in a lesson; of one that is new or gone, itself and its words."""
    before, after = (next((item for item in items if item["kind"] == "lesson"), None) for items in (old, new))
    kinds: Iterable[str] = SORTS
    if before and after:
        for field, kind in (("title", "lesson-retitled"), ("question", "lesson-question-changed")):
            if before.get(field) != after.get(field):
                yield Change(topic, lesson, kind, after["id"], after["title"], before.get(field), after.get(field))
    elif before or after:
        standing = after or before or {}
        yield Change(topic, lesson, "lesson-added" if after else "lesson-removed", standing["id"], standing["title"])
        kinds = ("word",)
    for kind in kinds:
        sort = SORTS[kind]
        one, other = ([item for item in items if item["kind"] == kind] for items in (old, new))
        for pair in paired(one, other, sort.key, sort.text, sort.in_place):
            yield from _pair(topic, lesson, sort, pair)


def _pair(topic: str, lesson: int | None, sort: _Sort, pair: Pair) -> Iterator[Change]:
    old, new = pair
    if old is None or new is None:
        item = new or old or {}
        happened = "added" if new else "removed"
        text = _said(item, sort.text) if sort.text != sort.key or sort.noun == "passage" else None
        text = _said(item, "meaning") if sort.noun == "word" else text
        yield Change(topic, lesson, f"{sort.noun}-{happened}", item["id"], _name(item, sort), None if new else text, text if new else None)
        return
    told = set[str]()
    for field, kind in ((sort.key, sort.reworded), *sort.compared):
        one, other = old.get(field), new.get(field)
        if one != other and kind not in told:
            told.add(kind)
            shown = "file" if field == "sha256" and old.get("file") != new.get("file") else field
            hidden = field == "sha256" and shown == field
            values = (None, None) if hidden else (_said(old, shown), _said(new, shown))
            yield Change(topic, lesson, kind, new["id"], _name(new, sort), *values)
            if kind == "picture-replaced":
                return


def _name(item: Item, sort: _Sort) -> str:
    """What a person calls an item: its term, title or label, or the beginning of its text."""
    for field in ("term", "title", "label", "text"):
        value = item.get(field)
        if isinstance(value, str) and value:
            line = " ".join(value.split())
            return line if len(line) <= 60 else f"{line[:59]}…"
    return sort.noun


def _said(item: Item, field: str) -> str | None:
    value = item.get(field)
    if isinstance(value, list):
        return "; ".join(map(str, value))
    if isinstance(value, dict):
        return "; ".join(f"{name}: {text}" for name, text in value.items())
    return None if value is None else str(value)
