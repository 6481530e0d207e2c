"""What renders: by it a file is known to be as another release, or another version of a library, would make it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, requires, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from re import match

_DRAWN_BY = ("render", "drawing")
"""The packages whose files decide how a document looks."""


@cache
def renderer_version() -> str:
    """The digest (sha256, in hexadecimal) of our own renderers and of the versions of the libraries that they use."""
    digest = sha256()
    for package in _DRAWN_BY:
        for name, content in _contents(files("packager") / package):
            digest.update(f"{package}/{name} {len(content)}\n".encode() + content)
    for line in _libraries():
        digest.update(line.encode())
    return digest.hexdigest()


def _contents(folder: Traversable, above: str = "") -> Iterator[tuple[str, bytes]]:
    for each in sorted(folder.iterdir(), key=lambda each: each.name):
        if each.name.startswith(("__pycache__", ".")):
            continue
        if each.is_dir():
            yield from _contents(each, f"{above}{each.name}/")
        else:
            yield above + each.name, each.read_bytes()


def _libraries() -> Iterator[str]:
    """The packager's dependencies with the versions that are installed: fonts are among them."""
    for needed in sorted(requires("packager") or ()):
        name = match(r"[\w.-]+", needed)
        if name and "extra ==" not in needed:
            yield f"{name[0]} {_version(name[0])}\n"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"
