"""The programme: what `curriculum/` says of the whole."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, RootModel, model_validator

from packager.model.allowance import Allowance
from packager.model.base import Colour, Day, Model, Text, TextAs, TopicId, Truth

Count = Annotated[int, Field(ge=0)]


class Limits(Model):
    """A range; a missing end is open."""

    min: Count | None = None
    max: Count | None = None


class Revisit(Model):
    """How soon and how often a word must come back."""

    within_lessons: Count = 6
    at_least: Count = 2


class Recall(Model):
    """How many questions from which distance open a lesson, besides those that the author writes."""

    at_most: Count = 6
    """Questions in all, the author's among them."""
    last_lesson: Count = 2
    """From the lesson before, in the same subject."""
    last_topic: Count = 1
    """From the topic before; while there is none, from earlier lessons of this topic."""
    last_half_term: Count = 1
    """From a topic before that, less than a year ago."""
    last_year: Count = 1
    """From a topic a year ago or more."""
    other_subject: Count = 1
    """From another subject, where the lesson uses a word of it or its topic builds on it."""


class Policy(Model):
    """What the programme asks of its topics. Each finding that follows from it is a warning."""

    lessons_per_topic: Count = 6
    terms_per_lesson: Limits = Limits(max=8)
    chapter_words: Limits = Limits()
    """Words of running text in a chapter; any number where the policy does not say."""
    mean_sentence_words: dict[str, float] = Field(default_factory=dict)
    """The mean for each year, and the `tolerance`."""
    revisit: Revisit = Revisit()
    recall: Recall = Recall()
    severity: dict[str, Literal["error", "warning"]] = Field(default_factory=dict)
    """Rules whose findings weigh more or less than they do by default."""


class Subject(Model):
    """A subject of the programme."""

    title: Text
    colour: Colour
    """The accent; it needs a contrast of 4.5 to 1 with white."""
    pattern: Text | None = None
    """The pattern that tells the subject without colour: stone, contours, flowers or hexagons."""
    optional: Truth = False
    """Whether a school may leave it out."""


class Licence(Model):
    """The terms of the content; an SPDX id may be written as a single text."""

    name: Text
    text: Text | None = None
    url: Text | None = None


class ProgrammeFile(Model):
    """`curriculum/curriculum.yaml`."""

    title: Text
    years: Annotated[tuple[int, ...], Field(min_length=1)]
    half_terms: Annotated[tuple[Text, ...], Field(min_length=1)]
    """The half-terms of a year in order: `autumn-1`."""
    subjects: Annotated[dict[str, Subject], Field(min_length=1)]
    publisher: Text | None = None
    """Who holds the rights."""
    licence: Annotated[Licence, TextAs("name")] | None = None
    language: Text = "en-GB"
    version: Text | None = None
    """The version of the content, printed in bundles."""
    date: Day | None = None
    """The date that files carry, as `2026-09-01`."""
    assumed: tuple[Text, ...] = ()
    """Words that nobody needs to be taught."""
    policy: Policy = Policy()
    allow: tuple[Allowance, ...] = ()


class SlotEntry(Model):
    """What is taught in one subject in one half-term; a topic's id may be written as a single text."""

    topic: TopicId | None = None
    planned: Text | None = None
    """The title of a topic that is not written yet."""
    empty: Text | None = None
    """Why nothing is taught."""
    question: Text | None = None
    coverage: tuple[Text, ...] = ()

    @model_validator(mode="after")
    def _exactly_one(self) -> Self:
        given = [name for name in ("topic", "planned", "empty") if getattr(self, name) is not None]
        if len(given) != 1:
            raise ValueError("expected a topic's id, or one of `planned` and `empty`")
        return self


class MapFile(RootModel[dict[str, dict[str, dict[str, Annotated[SlotEntry, TextAs("topic")]]]]]):
    """`curriculum/map.yaml`: year, half-term, subject, slot."""


class Requirement(Model):
    """Something that the curriculum has to cover."""

    subject: Text
    text: Text
    """The requirement in our own words."""
    source: Text
    """Where it comes from."""


class CoverageFile(RootModel[dict[str, Requirement]]):
    """`curriculum/coverage.yaml`: requirements by id."""
