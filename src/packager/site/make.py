"""The site on one page: compose the catalogue, gather what there is to give, make pages, put every file in place."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import partial
from hashlib import sha256
from typing import Any

from packager.document.catalogue import Catalogue, compose_catalogue
from packager.model.theme import ThemeFile
from packager.plan.build_folder import BuildFolder
from packager.plan.record import Entry
from packager.render.html.fonts import FOLDER, FONT_FILES, font_file, font_key
from packager.render.html.paths import folder_of
from packager.render.html.stock import Inside, Pack, Preview, Shown, Stock, may_show
from packager.render.html.write import assets, pages
from packager.render.preview.raster import CARD, PAGE, pdf_pages
from packager.sequence.teaching import Teaching
from packager.site.inside import TopicInside
from packager.site.packs import pack_key, pack_size, pack_zip
from packager.site.record import Piece, Placed, Record, place, read_record

IN_BUNDLE = "catalogue"
"""The folder of the pages in a bundle."""


def make_site(teaching: Teaching, build: BuildFolder, out: BuildFolder, shown: Shown = Shown.TEACHERS) -> Placed:
    """The site of what stands in `build`, in `out`; raises CannotWrite, and every file there is still whole."""
    title = teaching.curriculum.programme.title
    catalogue, before = compose_catalogue(teaching), read_record(out)
    entries = tuple(e for e in build.entries() if may_show(e, shown) and e.programme in ("", title))
    pieces: dict[str, Piece] = {e.path: Piece(e.sha256, partial(_read, build, e.path)) for e in entries}
    packs = _packs(catalogue, entries, build, pieces) if shown is Shown.TEACHERS else {}
    inside, cards, decks = _inside(teaching, catalogue, build, before, shown, pieces)
    stock = Stock(entries, shown, "", packs, inside, cards, _page_counts(build, entries))
    files = {**assets(catalogue, teaching.curriculum.theme), **pages(catalogue, stock)}
    pieces |= {path: Piece(sha256(content).hexdigest(), partial(bytes, content)) for path, content in files.items()}
    pieces |= {f"{FOLDER}/{name}": Piece(font_key(name), partial(font_file, name)) for name in FONT_FILES}
    return place(out, pieces, before, decks)


def pages_for(
    catalogue: Catalogue, theme: ThemeFile, entries: tuple[Entry, ...], topics: Collection[str], shown: Shown, site: BuildFolder
) -> Mapping[str, bytes]:
    """Offline pages of some topics for a bundle, by their paths in it: they stand in `catalogue/` beside `packs/`.

    Pictures and fonts are taken from the `site` that was made before; where there is none, pages go without pictures.
    """
    cut, standing = catalogue.of(topics), read_record(site)
    inside, cards = _standing_pictures(cut, standing)
    stock = Stock(entries, shown, "../", {}, inside, cards)
    files = {**assets(cut, theme), **pages(cut, stock)}
    for name in FONT_FILES:
        path = f"{FOLDER}/{name}"
        files[path] = _read(site, path) if standing.files.get(path) == font_key(name) and site.holds(path) else font_file(name)
    for preview in (*cards.values(), *(each.cover for each in inside.values() if each.cover)):
        files[preview.path] = _read(site, preview.path)
    return {f"{IN_BUNDLE}/{path}": content for path, content in files.items()}


def _read(folder: BuildFolder, path: str) -> bytes:
    return (folder.folder / path).read_bytes()


def _packs(catalogue: Catalogue, entries: tuple[Entry, ...], build: BuildFolder, pieces: dict[str, Piece]) -> dict[str, Pack]:
    """The zip of each topic that has files."""
    packs: dict[str, Pack] = {}
    for topic in catalogue.topics.values():
        own = tuple(entry for entry in entries if entry.topic == topic.id)
        if own:
            path = f"packs/{folder_of(topic)}.zip"
            pieces[path] = Piece(pack_key(catalogue, topic, own), partial(pack_zip, catalogue, topic, own, partial(_read, build)))
            packs[topic.id] = Pack(path, pack_size(catalogue, topic, own))
    return packs


def _inside(
    teaching: Teaching, catalogue: Catalogue, build: BuildFolder, before: Record, shown: Shown, pieces: dict[str, Piece]
) -> tuple[dict[str, Inside], dict[str, Preview], dict[str, Any]]:
    """What there is to look at, by topic: pictures inside packs, cards, and what is known of decks."""
    inside, cards, decks = dict[str, Inside](), dict[str, Preview](), dict[str, Any]()
    for topic in catalogue.topics.values():
        own = tuple(entry for entry in build.entries() if entry.topic == topic.id)
        looker = TopicInside(teaching, topic, build.folder, own, before, shown)
        inside[topic.id] = looker.found()
        card = looker.card()
        if card:
            cards[topic.id] = card
        pieces |= looker.pieces
        decks |= looker.decks
    return inside, cards, decks


def _standing_pictures(catalogue: Catalogue, standing: Record) -> tuple[dict[str, Inside], dict[str, Preview]]:
    """The covers and cards that a site has made."""
    inside, cards = dict[str, Inside](), dict[str, Preview]()
    for topic in catalogue.topics.values():
        folder = f"previews/{folder_of(topic)}"
        if f"{folder}/cover.webp" in standing.files:
            inside[topic.id] = Inside(Preview(f"{folder}/cover.webp", *PAGE, ""))
        if f"{folder}/card.webp" in standing.files:
            cards[topic.id] = Preview(f"{folder}/card.webp", *CARD, "")
    return inside, cards


def _page_counts(build: BuildFolder, entries: tuple[Entry, ...]) -> dict[str, int]:
    return {
        entry.path: pdf_pages(build.folder / entry.path).count for entry in entries if entry.format == "pdf" and entry.product == "booklet"
    }
