"""Texts that took time to make, such as drawings: kept by the digest of all that they depend on.

Each is made once a document, and not at all where an earlier build has left it in the store.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from deflate import gzip_compress, gzip_decompress

from packager.drawing import shapes
from packager.model import drawings as written
from packager.model.theme import Fonts
from packager.render.media import Media
from packager.render.svg.palette import Palette
from packager.render.version import renderer_version

_LEVEL = 1
"""Of libdeflate: a map is packed to a fifth in a third of a millisecond."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A text, and in JSON's own kinds what else is known of it."""

    facts: Any
    text: str


def kept(media: Media, about: Sequence[str], make: Callable[[], Kept]) -> Kept:
    """What `make` makes. It depends on nothing but what `about` says, and the renderers and their libraries."""
    key = sha256("\0".join((renderer_version(), *about)).encode()).hexdigest()
    facts, _, text = gzip_decompress(media.kept(key, lambda: _packed(make()))).decode().partition("\n")
    return Kept(json.loads(facts), text)


def about(model: written.Drawing, fonts: Fonts, colours: Palette, *rest: object) -> tuple[str, ...]:
    """What a drawing depends on: all that its author wrote, its kind, its fonts and colours, and what else is said."""
    return type(model).__name__, model.model_dump_json(), fonts.model_dump_json(), str(colours), str(rest)


def facts_of(troubles: Iterable[shapes.Trouble]) -> list[Any]:
    """What a drawing left out, in JSON's own kinds."""
    return [(each.rule, each.path, each.message) for each in troubles]


def troubles_of(facts: Iterable[Any]) -> tuple[shapes.Trouble, ...]:
    """What a drawing left out, as it was before it was kept."""
    return tuple([shapes.Trouble(rule, tuple(path), message) for rule, path, message in facts])


def _packed(made: Kept) -> bytes:
    """The facts on one line, then the text."""
    return bytes(gzip_compress(f"{json.dumps(made.facts)}\n{made.text}".encode(), _LEVEL))
