"""A document that is composed when it is first asked for: of what did not change, only the digest is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from packager.plan.fingerprint import Digested, digested


class Composed:
    """A document and its digest, which may be known before there is a document; both are worked out once."""

    __slots__ = ("_compose", "_document", "_told")

    def __init__(self, compose: Callable[[], Any], told: Digested | None = None) -> None:
        self._compose: Callable[[], Any] | None = compose
        self._document: Any = None
        self._told = told

    @property
    def document(self) -> Any:
        """The document itself."""
        if self._compose:
            self._document, self._compose = self._compose(), None
        return self._document

    @property
    def told(self) -> Digested:
        """What stands for the document in fingerprints."""
        if self._told is None:
            self._told = digested(self.document)
        return self._told

    def without_document(self) -> Composed:
        """The digest alone: all that is asked for once the files are rendered."""
        return composed(None, self.told)

    def __reduce__(self) -> tuple[Callable[[Any, Digested], Composed], tuple[Any, Digested]]:
        """What travels to another process is the document, not the curriculum that it is composed from."""
        return composed, (self.document, self.told)


def composed(document: Any, told: Digested | None = None) -> Composed:
    """A document that is there already."""
    return Composed(lambda: document, told)
