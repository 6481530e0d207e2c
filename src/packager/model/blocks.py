"""What a chapter is made of."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from packager.model.base import Model, Text, TextAs
from packager.model.drawings import Diagram, Map, Timeline
from packager.model.picture import Figure


class Table(Model):
    """A small table."""

    columns: Annotated[tuple[Text, ...], Field(min_length=1)]
    rows: Annotated[tuple[tuple[str, ...], ...], Field(min_length=1)]
    title: Text | None = None

    @model_validator(mode="after")
    def _full_rows(self) -> Self:
        for number, row in enumerate(self.rows, 1):
            if len(row) != len(self.columns):
                raise ValueError(f"expected {len(self.columns)} cells in each row, found {len(row)} in row {number}")
        return self


class Source(Model):
    """A passage from a historical or sacred source."""

    text: Text
    from_: Annotated[Text, Field(alias="from")]
    """Where the words come from."""
    date: Text | None = None


class Pause(Model):
    """A question to stop and think about; may be written as a single text."""

    ask: Text
    how: Text | None = None
    """How to think about it: alone, in pairs, aloud."""
    answer: Text | None = None
    """What a good answer says; for the teacher only."""


BLOCK_KINDS = ("text", "heading", "figure", "map", "timeline", "diagram", "table", "source", "pause")


class Block(Model):
    """One block of a chapter: a mapping with exactly one key, which says what it is."""

    text: Text | None = None
    """Paragraphs in small Markdown, divided by blank lines."""
    heading: Text | None = None
    figure: Figure | None = None
    map: Map | None = None
    timeline: Timeline | None = None
    diagram: Diagram | None = None
    table: Table | None = None
    source: Source | None = None
    pause: Annotated[Pause, TextAs("ask")] | None = None

    @model_validator(mode="after")
    def _exactly_one(self) -> Self:
        given = [kind for kind in BLOCK_KINDS if getattr(self, kind) is not None]
        if len(given) != 1:
            found = " and ".join(f"`{kind}`" for kind in given) or "none"
            raise ValueError(f"expected one kind of block, found {found}")
        return self

    @property
    def kind(self) -> str:
        """The one key that is given."""
        for kind, content in vars(self).items():
            if content is not None:
                return kind
        raise AssertionError(self)
