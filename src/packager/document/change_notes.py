"""What changed between two versions, as notes for teachers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Noted:
    """One change: what happened (`definition changed`), to what, and how it was and is said, where that tells more."""

    happened: str
    subject: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class LessonNotes:
    """The changes in one lesson; `title` is empty for what belongs to the whole topic."""

    title: str
    changes: tuple[Noted, ...]


@dataclass(frozen=True, slots=True)
class TopicNotes:
    """The changes in one topic."""

    title: str
    place: str
    """Subject, year and half-term in words."""
    lessons: tuple[LessonNotes, ...]


@dataclass(frozen=True, slots=True)
class ChangeNotes:
    """The changes from one version to another, topic by topic."""

    title: str
    publisher: str
    language: str
    date: str | None
    old: str
    new: str
    topics: tuple[TopicNotes, ...]
