"""The site on one page: compose the catalogue, gather what there is to give, make pages, put every file in place."""

from __future__ import annotations

from functools import partial
from hashlib import sha256
from typing import Any

from packager.document.catalogue import Catalogue, compose_catalogue
from packager.plan.build_folder import BuildFolder
from packager.plan.record import Entry
from packager.plan.store import CACHE, Store
from packager.render.html.fonts import FOLDER, FONT_FILES, font_key
from packager.render.html.paths import folder_of
from packager.render.html.stock import Inside, Pack, Preview, Shown, Stock, may_show
from packager.render.html.write import assets, pages
from packager.render.preview.raster import pdf_pages
from packager.sequence.teaching import Teaching
from packager.site.inside import TopicInside
from packager.site.kept_fonts import kept_font
from packager.site.packs import pack_key, pack_size, pack_zip
from packager.site.record import Piece, Placed, Record, place, read_record


def make_site(teaching: Teaching, build: BuildFolder, out: BuildFolder, shown: Shown = Shown.TEACHERS) -> Placed:
    """The site of what stands in `build`, in `out`; raises CannotWrite, and every file there is still whole."""
    title = teaching.curriculum.programme.title
    catalogue, before = compose_catalogue(teaching), read_record(out)
    entries = tuple(e for e in build.entries() if may_show(e, shown) and e.programme in ("", title))
    pieces: dict[str, Piece] = {e.path: Piece(e.sha256, partial(_read, build, e.path)) for e in entries}
    packs = _packs(catalogue, entries, build, pieces) if shown is Shown.TEACHERS else {}
    inside, cards, decks = _inside(teaching, catalogue, build, before, shown, pieces)
    stock = Stock(entries, shown, "", packs, inside, cards, page_counts(build, entries))
    files = {**assets(catalogue, teaching.curriculum.theme, teaching.curriculum.folder.read), **pages(catalogue, stock)}
    pieces |= {path: Piece(sha256(content).hexdigest(), partial(bytes, content)) for path, content in files.items()}
    store = Store(build.folder / CACHE)
    pieces |= {f"{FOLDER}/{name}": Piece(font_key(name), partial(kept_font, store, name)) for name in FONT_FILES}
    return place(out, pieces, before, decks)


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


def page_counts(build: BuildFolder, entries: tuple[Entry, ...]) -> dict[str, int]:
    """How many pages each booklet has, by its path."""
    return {
        entry.path: pdf_pages(build.folder / entry.path).count for entry in entries if entry.format == "pdf" and entry.product == "booklet"
    }
