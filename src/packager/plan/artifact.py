"""A file that a build is to write."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from packager.plan.fingerprint import Digested, digested


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
    digest: Digested | None = None
    """The digest of `document`, where it has been worked out already."""

    @property
    def told(self) -> Digested:
        """The digest of what the file says: the same, and worked out once, for all formats and editions of a document."""
        return self.digest or digested(self.document)
