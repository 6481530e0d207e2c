"""The words that a topic teaches."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from packager.model.base import MayBeEmpty, Model, Text


class Term(Model):
    """A word or phrase that pupils are taught, in the lesson that introduces it."""

    term: Text
    lesson: Annotated[int, Field(ge=1)]
    """The number of the lesson that introduces it."""
    meaning: MayBeEmpty
    """What it means, in words that pupils already know."""
    kind: Literal["noun", "verb", "adjective", "adverb", "phrase", "name"] | None = None
    say: Text | None = None
    """How to say it, respelt for a child: `FAIR-oh`."""
    forms: tuple[MayBeEmpty, ...] = ()
    """Forms besides the regular plural and verb forms."""
    apart: tuple[MayBeEmpty, ...] = ()
    """Look-alikes that are not this word."""
    sense: Text | None = None
    """Tells this word from another that is spelt alike."""
    example: Text | None = None
    """A sentence that uses it."""
    translations: dict[str, Text] = Field(default_factory=dict)
    """The word in other languages, by language code: `{tr: alüvyon}`."""
