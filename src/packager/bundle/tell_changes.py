"""Changes as text for a screen, as JSON for a program, and as notes that can be rendered."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import groupby
from typing import Any

from packager.bundle.changes import Change
from packager.bundle.contents import Contents
from packager.document.change_notes import ChangeNotes, LessonNotes, Noted, TopicNotes
from packager.document.imprint import half_term_title


def notes_of(changes: Iterable[Change], old: Contents, new: Contents) -> ChangeNotes:
    """The changes as notes for teachers, topic by topic and lesson by lesson."""
    programme = new.programme
    topics = tuple(_topic(name, list(group), old, new) for name, group in groupby(changes, key=lambda change: change.topic))
    return ChangeNotes(
        title=str(programme["title"]),
        publisher=str(programme["publisher"]),
        language=str(programme["language"]),
        date=programme["date"],
        old=old.version,
        new=new.version,
        topics=topics,
    )


def _topic(name: str, changes: list[Change], old: Contents, new: Contents) -> TopicNotes:
    standing = new.topics.get(name) or old.topics[name]
    subject = new.programme["subjects"].get(standing["subject"], standing["subject"])
    place = f"{subject}, Year {standing['year']}, {half_term_title(standing['half_term'])}"
    titles = {item["lesson"]: item["title"] for topic in (old, new) for item in _items(topic, name) if item["kind"] == "lesson"}
    lessons = (
        LessonNotes("" if lesson is None else f"Lesson {lesson}: {titles.get(lesson, '')}".rstrip(": "), tuple(map(_noted, group)))
        for lesson, group in groupby(changes, key=lambda change: change.lesson)
    )
    return TopicNotes(standing["title"], place, tuple(lessons))


def _items(contents: Contents, topic: str) -> list[dict[str, Any]]:
    return contents.topics[topic]["items"] if topic in contents.topics else []


def _noted(change: Change) -> Noted:
    return Noted(change.kind.replace("-", " "), change.subject, change.before, change.after)


def as_text(notes: ChangeNotes) -> str:
    """The notes as lines. What a bundle says is shown, never obeyed: a terminal's commands are left out."""
    return "\n".join("".join(c for c in line if c.isprintable()) for line in "\n".join(_lines(notes)).split("\n")) + "\n"


def heading(notes: ChangeNotes) -> str:
    """`What changed from version 2026.1 to 2026.2`; without numbers where they are the same."""
    return f"What changed from version {notes.old} to {notes.new}" if notes.old and notes.new and notes.old != notes.new else "What changed"


def _lines(notes: ChangeNotes) -> Iterator[str]:
    yield f"{notes.title}: {heading(notes)}"
    if not notes.topics:
        yield "\nnothing changed"
    for topic in notes.topics:
        yield f"\n{topic.title} ({topic.place})"
        for lesson in topic.lessons:
            indent = "  "
            if lesson.title:
                yield f"  {lesson.title}"
                indent = "    "
            for noted in lesson.changes:
                yield f"{indent}{noted.happened}: {noted.subject}"
                yield from (f"{indent}  {word}: {_one_line(text)}" for word, text in _told(noted))


def _told(noted: Noted) -> Iterator[tuple[str, str]]:
    if noted.before is not None:
        yield ("was" if noted.after is not None else "said"), noted.before
    if noted.after is not None:
        yield ("is" if noted.before is not None else "says"), noted.after


def _one_line(text: str) -> str:
    return " ".join(text.split())


def as_json(changes: Iterable[Change], old: Contents, new: Contents) -> str:
    """The changes as JSON: each with topic, lesson, kind, id, subject, before and after."""
    whole = {"old": old.version, "new": new.version, "changes": [asdict(change) for change in changes]}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
