"""A file that a build is to write."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from packager.plan.composed import Composed
from packager.plan.fingerprint import Digested


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
    composed: Composed
    sources: tuple[str, ...]
    edition: str = "standard"
    needs: tuple[str, ...] = ()

    @property
    def document(self) -> Any:
        """The document, composed now if nobody has asked for it before."""
        return self.composed.document

    @property
    def told(self) -> Digested:
        """The digest of what the file says: one for all formats and editions of a document."""
        return self.composed.told

    def without_document(self) -> Artifact:
        """The same file, of whose document only the digest is kept."""
        return replace(self, composed=self.composed.without_document())
