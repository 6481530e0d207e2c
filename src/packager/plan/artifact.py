"""A file that a build is to write."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Artifact:
    """One wanted file: where it goes (relative to the output folder), and the document it is rendered from.

    `topic` is `unit/topic` and `lesson` a number, or None where the file belongs to no one of them;
    `audience` is `pupils` or `teachers`. `sources` are the files it is made from, relative to the root;
    `needs` are the products whose pages or slides it quotes.
    """

    path: str
    product: str
    format: str
    topic: str | None
    lesson: int | None
    year: int | None
    audience: str
    document: Any
    sources: tuple[str, ...]
    edition: str = "standard"
    needs: tuple[str, ...] = ()
