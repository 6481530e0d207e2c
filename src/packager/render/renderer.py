"""The contract between the pipeline and the formats."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from packager.render.editions import STANDARD, Edition
from packager.render.look import Look
from packager.render.media import Media


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that did not fit: the rule's code, the id of the block, and a sentence about it."""

    code: str
    id: str
    message: str


@dataclass(frozen=True, slots=True)
class Fitting:
    """How a text was made to fit: the id of the block, whether it was split or only just held, and a sentence about it.

    Nothing is wrong: these are the lines of the fit report, for whoever wants to mend what a page or slide made of a text.
    """

    id: str
    kind: Literal["split", "near miss"]
    message: str


@dataclass(frozen=True, slots=True)
class Context:
    """What a renderer needs besides the document.

    `pages` is the page of the laid-out booklet on which each id stands: blocks, `lesson-3` (where the
    chapter begins), `lesson-3/end` (its last page), `credits`. It is empty while the booklet itself is laid out.
    `slides` is the number of slides in the deck of each lesson, `lesson-3`, for what is rendered after the decks.
    `look` is that of the edition already. `templates` are the publisher's own, by the names of their files in
    `curriculum/theme/`: `deck.pptx`, `booklet.docx`; where there is none the format makes its own.
    """

    look: Look
    media: Media
    pages: Mapping[str, int] = field(default_factory=dict)
    slides: Mapping[str, int] = field(default_factory=dict)
    edition: Edition = STANDARD
    templates: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished file; `pages` and `slides`, as in a Context, only from a renderer that counts them."""

    content: bytes
    pages: Mapping[str, int] = field(default_factory=dict)
    troubles: tuple[Trouble, ...] = ()
    slides: Mapping[str, int] = field(default_factory=dict)
    fittings: tuple[Fitting, ...] = ()


Render = Callable[[Any, Context], Rendered]
