"""Pages of a catalogue as tests look at them."""

from __future__ import annotations

import json
import posixpath
from base64 import b64decode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from lxml import html

from packager import pipeline
from packager.document.catalogue import Catalogue, compose_catalogue
from packager.model.curriculum import Curriculum
from packager.plan.build_folder import BuildFolder
from packager.render.html.stock import Shown, Stock
from packager.render.html.write import assets, pages
from packager.sequence.sequenced import sequence
from packager.sequence.teaching import teach
from packager.site.make import make_site

PLAIN_PICTURE = b64decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==")
"""A WebP of one pixel."""
_LOADS = {"script": "src", "img": "src", "link": "href", "iframe": "src", "source": "src", "object": "data", "video": "src"}


@dataclass(frozen=True)
class Seen:
    """One page, parsed."""

    path: str
    text: str

    @cached_property
    def root(self) -> Any:
        return html.document_fromstring(self.text)

    def all(self, query: str) -> list[Any]:
        return list(self.root.xpath(query))

    def said(self, query: str) -> list[str]:
        """The text of each element, its parts divided by spaces."""
        return [" ".join(" ".join(each.itertext()).split()) for each in self.all(query)]

    @property
    def data(self) -> dict[str, Any]:
        """The JSON-LD of the page."""
        found: dict[str, Any] = json.loads(self.all('//script[@type="application/ld+json"]')[0].text)
        return found

    @property
    def loaded(self) -> list[str]:
        """What a browser fetches by itself."""
        return [each.get(name) for tag, name in _LOADS.items() for each in self.all(f"//{tag}[@{name}]")]

    @property
    def links(self) -> list[str]:
        """What a reader may go to."""
        return [each.get("href") for each in self.all("//a[@href]")]

    def target(self, link: str) -> tuple[str, str]:
        """The path and the place in it that a relative link leads to."""
        path, _, place = unquote(link).partition("#")
        return posixpath.normpath(posixpath.join(posixpath.dirname(self.path), path)) if path else self.path, place


def seen(files: Mapping[str, bytes]) -> dict[str, Seen]:
    """The pages among files."""
    return {path: Seen(path, content.decode()) for path, content in files.items() if path.endswith(".html")}


def catalogue_of(curriculum: Curriculum) -> Catalogue:
    return compose_catalogue(teach(sequence(curriculum)))


def made_of(curriculum: Curriculum, stock: Stock | None = None) -> dict[str, bytes]:
    """Every page and asset of a curriculum, without fonts."""
    catalogue = catalogue_of(curriculum)
    return {**pages(catalogue, stock or Stock(())), **assets(catalogue, curriculum.theme)}


def site_of(root: Path, build: Path, out: Path, shown: Shown = Shown.TEACHERS) -> Path:
    """The folder `out`, which now holds the site of what was built."""
    sequenced = pipeline.check(root).sequenced
    assert sequenced is not None
    make_site(teach(sequenced), BuildFolder(build), BuildFolder(out), shown)
    return out


def files_below(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by path."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


def broken_links(pages: Mapping[str, Seen], files: set[str]) -> Iterator[str]:
    """What leads nowhere: to a file or a place in a page that is not there."""
    ids = {path: set(page.root.xpath("//@id")) for path, page in pages.items()}
    for page in pages.values():
        for link in (*page.links, *page.loaded):
            path, place = page.target(link)
            if link.startswith(("https:", "http:")):
                continue
            if path not in files or (place and place not in ids.get(path, set())):
                yield f"{page.path}: {link}"
