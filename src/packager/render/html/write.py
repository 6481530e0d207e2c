"""Every page of the catalogue as bytes, and the files that pages share."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib.resources import files
from io import BytesIO

from PIL import Image

from packager.document.catalogue import Catalogue
from packager.model.theme import ThemeFile
from packager.render.html.fonts import font_licences
from packager.render.html.frame import Page, Site, framed
from packager.render.html.front import front_page, year_pages
from packager.render.html.other_pages import help_page, leaders_page
from packager.render.html.paths import logo_path, paths_of
from packager.render.html.search_index import search_script
from packager.render.html.stock import Stock
from packager.render.html.style import style_sheet
from packager.render.html.topic_page import topic_page
from packager.render.html.word_pages import word_lists, word_page
from packager.render.look import Look
from packager.render.media import rasterised

BAND_WIDTH = 760
"""Pixels of the pattern that runs below pictures, which is shown at half of it."""
_BAND_COLOURS = 16


def pages(catalogue: Catalogue, stock: Stock) -> Mapping[str, bytes]:
    """The pages, by their paths."""
    site = Site(catalogue, stock, paths_of(catalogue))
    return {page.path: framed(site, page).encode() for page in _pages(site)}


def assets(catalogue: Catalogue, theme: ThemeFile, read: Callable[[str], bytes] | None = None) -> Mapping[str, bytes]:
    """What pages share besides fonts: style, script, search index, patterns, the logo that `read` gives, licences of fonts."""
    logo = catalogue.imprint.logo
    bands = {
        f"assets/band-{number}.png": _band(Look(theme, subject.colour, subject.pattern))
        for number, subject in enumerate(catalogue.subjects, 1)
    }
    texts = {
        "assets/site.css": style_sheet(catalogue, theme),
        "assets/site.js": (files("packager.render.html") / "static" / "site.js").read_text("utf-8"),
        "assets/search-data.js": search_script(catalogue, paths_of(catalogue)),
        "assets/icon.svg": _icon(catalogue),
    }
    sign = {logo_path(logo): read(logo.path)} if logo and read else {}
    return {name: text.encode() for name, text in texts.items()} | bands | sign | font_licences()


def _pages(site: Site) -> Iterator[Page]:
    yield front_page(site)
    yield from year_pages(site)
    for topic in site.catalogue.topics.values():
        yield topic_page(site, topic)
    for word in site.catalogue.words():
        yield word_page(site, word)
    yield from word_lists(site)
    leaders = leaders_page(site)
    if leaders:
        yield leaders
    yield help_page(site)


def _band(look: Look) -> bytes:
    """The pattern that runs below pictures, in few colours: every page loads it."""
    content = BytesIO()
    with Image.open(BytesIO(rasterised(look.pattern("band"), BAND_WIDTH).content)) as image:
        image.convert("RGB").quantize(_BAND_COLOURS).save(content, "PNG", optimize=True)
    return content.getvalue()


def _icon(catalogue: Catalogue) -> str:
    """A bar for each subject, as in the header."""
    bars = "".join(
        f'<rect x="{3 + 9 * place}" y="4" width="7" height="24" fill="{subject.colour}"/>'
        for place, subject in enumerate(catalogue.subjects[:3])
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">{bars}</svg>\n'
