"""A digest of everything a file is made of: the composed document, its media, the look, the renderer.

Nothing has to record dependencies while rendering: two builds with the same fingerprint give the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from hashlib import sha256
from typing import Any

from packager.document.nodes import Image
from packager.model.theme import ThemeFile


def fingerprint(document: Any, theme: ThemeFile, read: Callable[[str], bytes], renderer: str, pages: Mapping[str, int]) -> str:
    """The digest (sha256, in hexadecimal) of one file's inputs; `renderer` names its format and version."""
    digest = sha256(f"{renderer}\n{document!r}\n{theme!r}\n{sorted(pages.items())!r}\n".encode("utf-8", "surrogatepass"))
    for path in sorted({image.path for image in images_in(document)}):
        digest.update(sha256(read(path)).digest())
    return digest.hexdigest()


def images_in(document: Any) -> Iterator[Image]:
    """Every picture that a document names, in order, also those named twice."""
    if isinstance(document, Image):
        yield document
    elif is_dataclass(document):
        for field in fields(document):
            yield from images_in(getattr(document, field.name))
    elif isinstance(document, tuple):
        for item in document:
            yield from images_in(item)
