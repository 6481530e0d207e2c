"""A digest of everything a file is made of: the composed document, its media, the look, the renderer.

Nothing has to record dependencies while rendering: two builds with the same fingerprint give the same bytes.

A document is gone through once, however many formats and editions are made of it. What is digested is JSON in
which every node stands as the name of its class and the values of its fields in order, which is the same on every
machine. The encoder of the standard library goes through texts and tuples itself and asks only what stands for a
node, several times faster than `repr` or a walk of our own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache, lru_cache
from hashlib import sha256
from json import JSONEncoder
from operator import attrgetter
from typing import Any

from packager.document.nodes import Image
from packager.model.theme import ThemeFile

Read = Callable[[str], bytes]


@dataclass(frozen=True, slots=True)
class Digested:
    """What stands for a document: the digest (sha256) of all that it says, and the paths of its pictures, sorted."""

    digest: bytes
    pictures: tuple[str, ...]


class PictureDigests:
    """The digest (sha256) of each picture by its path; a picture is digested once, whichever files show it."""

    def __init__(self, digest_of: Read) -> None:
        self._digest_of = digest_of
        self._known: dict[str, bytes] = {}

    def __call__(self, path: str) -> bytes:
        """The digest of the picture at `path`."""
        if path not in self._known:
            self._known[path] = self._digest_of(path)
        return self._known[path]


def digests_of(read: Read) -> PictureDigests:
    """The digests of the pictures that `read` gives; each is read once."""
    return PictureDigests(lambda path: sha256(read(path)).digest())


def digested(document: Any) -> Digested:
    """The digest of a document, and the pictures it names."""
    pictures = set[str]()

    def stands_for(node: Any) -> Any:
        if type(node) is Image:
            pictures.add(node.path)
        kind: Any = type(node)
        return _fields_of(kind)(node)

    encoder = JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"), default=stands_for)
    content = encoder.encode(document).encode("utf-8", "surrogatepass")
    return Digested(sha256(content).digest(), tuple(sorted(pictures)))


def fingerprint(document: Any, theme: ThemeFile, read: Read | PictureDigests, renderer: str, pages: Mapping[str, int]) -> str:
    """The digest (sha256, in hexadecimal) of one file's inputs; `renderer` names its format and version.

    `document` may be Digested already, and `read` the digests of pictures: the result is the same, and sooner there.
    """
    told = document if isinstance(document, Digested) else digested(document)
    digest_of = read if isinstance(read, PictureDigests) else digests_of(read)
    digest = sha256(f"{renderer}\n{sorted(pages.items())!r}\n".encode("utf-8", "surrogatepass"))
    digest.update(told.digest)
    digest.update(_theme_digest(theme))
    for path in told.pictures:
        digest.update(digest_of(path))
    return digest.hexdigest()


@lru_cache(maxsize=4)
def _theme_digest(theme: ThemeFile) -> bytes:
    return digested(theme).digest


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


@cache
def _fields_of(kind: Any) -> Callable[[Any], Any]:
    """What gives the name of a node's class and the values of its fields: of a dataclass, or of a model as an author wrote it."""
    names = [field.name for field in fields(kind)] if is_dataclass(kind) else list(kind.model_fields)
    return attrgetter("__class__.__name__", *names)
