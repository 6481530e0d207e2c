"""A template, compiled: what every document made of it has in common, ready to be put into a package."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from packager.render.package import Member

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
RELATIONSHIPS = f"{OFFICE}/relationships"
Pages = Literal["default", "first", "even"]
"""The pages of a section that a header or footer is for (ECMA-376 Part 1, section 17.18.36)."""


class StyleIds:
    """The ids of a template's styles by name, whatever their case: `Heading 1` is stored as `heading 1`."""

    def __init__(self, ids: Mapping[str, str]) -> None:
        self._ids = {name.lower(): id for name, id in ids.items()}

    def __getitem__(self, name: str) -> str:
        return self._ids[name.lower()]


@dataclass(frozen=True, slots=True)
class TemplatePart:
    """A finished part of a template besides the main one: its content type and its member."""

    type: str
    member: Member


@dataclass(frozen=True, slots=True)
class PageFurniture:
    """What a publisher's own template has on every page, in the place of ours: parts below `word/`, and `w:pgBorders`.

    `header_at` and `footer_at` are their distances from the edges of the page in twentieths of a point.
    """

    headers: Mapping[Pages, str] = field(default_factory=dict)
    footers: Mapping[Pages, str] = field(default_factory=dict)
    header_at: str | None = None
    footer_at: str | None = None
    borders: str = ""

    @property
    def has_sides(self) -> bool:
        """Whether left pages differ from right ones."""
        return "even" in self.headers or "even" in self.footers


@dataclass(frozen=True, slots=True)
class CompiledTemplate:
    """A template without content. `related` are the kinds of the parts that the main one names, with their targets."""

    parts: tuple[TemplatePart, ...]
    related: tuple[tuple[str, str], ...]
    styles: StyleIds
    background: str = ""
    furniture: PageFurniture = field(default_factory=PageFurniture)
