"""The contract between the pipeline and the formats."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from packager.render.look import Look
from packager.render.media import Media


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that did not fit: the rule's code, the id of the block, and a sentence about it."""

    code: str
    id: str
    message: str


@dataclass(frozen=True, slots=True)
class Context:
    """What a renderer needs besides the document.

    `pages` is the page of the laid-out booklet on which each id stands: blocks, `lesson-3` (where the
    chapter begins), `lesson-3/end` (its last page), `credits`. It is empty while the booklet itself is laid out.
    """

    look: Look
    media: Media
    pages: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished file; `pages` only from a renderer that lays out pages."""

    content: bytes
    pages: Mapping[str, int] = field(default_factory=dict)
    troubles: tuple[Trouble, ...] = ()


Render = Callable[[Any, Context], Rendered]
