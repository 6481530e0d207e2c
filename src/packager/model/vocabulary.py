"""The words that a topic teaches."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from packager.diagnostics.quoted import quoted
from packager.model.base import MayBeEmpty, Model, Text

_CODE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")


def _by_language(texts: dict[str, str]) -> dict[str, str]:
    wrong = next((code for code in texts if not _CODE.fullmatch(code)), None)
    if wrong is not None:
        raise ValueError(f"expected a language code such as `tr`, `pt-BR` or `pa-Arab`, found {quoted(wrong)}")
    return texts


Translations = Annotated[dict[str, Text], AfterValidator(_by_language)]
"""Texts by language, script and region, as readers aloud and office programs know them (BCP 47)."""


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
    translations: Translations = Field(default_factory=dict)
    """The word in other languages, by language code: `{tr: alüvyon}`."""
