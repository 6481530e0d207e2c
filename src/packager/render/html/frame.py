"""What all pages share: head, skip link, header with search, footer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from packager.document.catalogue import Catalogue
from packager.document.catalogue_words import CatalogueWord
from packager.render.html.element import Child, Markup, element, joined
from packager.render.html.paths import FRONT, HELP, LEADERS, WORDS, Paths, logo_path, upwards
from packager.render.html.shelf import Row, rows_of
from packager.render.html.stock import Shown, Stock
from packager.render.html.structured import script

# The pages may load what stands beside them, be it on a server or on a stick (`file:`), and nothing else.
_POLICY = (
    "default-src 'none'; script-src 'self' file:; style-src 'self' file: 'unsafe-inline'; "
    "img-src 'self' file: data:; font-src 'self' file: data:; base-uri 'none'; form-action 'none'"
)
_HINT = "A topic, a lesson or a word"


@dataclass(frozen=True)
class Site:
    """What pages are made from."""

    catalogue: Catalogue
    stock: Stock
    paths: Paths

    @cached_property
    def words(self) -> Mapping[str, CatalogueWord]:
        """Every word by its id."""
        return {word.id: word for word in self.catalogue.words()}

    @cached_property
    def whole_rows(self) -> tuple[Row, ...]:
        """The files of the whole programme."""
        return rows_of(self.stock, None)

    @property
    def is_public(self) -> bool:
        """Whether this is a shop window."""
        return self.stock.shown is Shown.PUBLIC

    def subject_class(self, name: str) -> str:
        """The class that gives an element the colours of a subject: by position, for a name may be anything."""
        names = [subject.name for subject in self.catalogue.subjects]
        return f"subject-{names.index(name) + 1}" if name in names else ""


@dataclass(frozen=True, slots=True)
class Page:
    """A page before its frame: `here` is the entry of the navigation that it belongs to."""

    path: str
    title: str
    description: str
    body: Markup
    here: str = ""
    data: dict[str, Any] | None = None
    search_in_header: bool = True


def framed(site: Site, page: Page) -> str:
    """The page as a file."""
    programme = site.catalogue.imprint
    title = page.title if page.path == FRONT else f"{page.title} · {programme.programme}"
    up = upwards(page.path)
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("title", title),
        element("meta", name="description", content=page.description),
        element("meta", name="color-scheme", content="light dark"),
        element("link", rel="icon", type="image/svg+xml", href=f"{up}assets/icon.svg"),
        element("link", rel="stylesheet", href=f"{up}assets/site.css"),
        element("script", src=f"{up}assets/site.js", defer=True),
        script(page.data) if page.data else None,
    )
    main = element("main", page.body, id="main", tabindex=-1)
    skip = element("a", "Skip to the content", class_="skip", href="#main")
    body = element("body", skip, _header(site, page, up), main, _footer(site, up), data_root=up)
    return f"<!doctype html>\n{element('html', head, body, lang=programme.language)}\n"


def search_field(up: str) -> Markup:
    """The search field; results appear below it as one types. Without scripts the list of words serves."""
    label = element("label", "Search topics, lessons and words", for_="search")
    field = element("input", id="search", type="search", name="q", placeholder=_HINT, autocomplete="off", spellcheck="false")
    status = element("p", class_="search-status", id="search-status", role="status", aria_live="polite")
    results = element("ul", id="results", class_="results", hidden=True, aria_label="Search results")
    without = element("noscript", element("p", element("a", "Look through the list of words", href=f"{up}{WORDS}")))
    return element(
        "div",
        element("div", element("form", label, field, action=f"{up}{WORDS}"), status, results, role="search"),
        without,
        class_="search",
    )


def _header(site: Site, page: Page, up: str) -> Markup:
    imprint = site.catalogue.imprint
    bars = element("span", [element("span", class_=f"subject-{n}") for n in range(1, len(site.catalogue.subjects[:4]) + 1)], class_="bars")
    logo = imprint.logo
    sign = element("img", src=f"{up}{logo_path(logo)}", alt=logo.alt, class_="logo") if logo else bars
    brand = element("a", sign, element("span", imprint.programme), class_="brand", href=f"{up}{FRONT}")
    links = [("Topics", FRONT), ("Curriculum map", f"{FRONT}#map"), ("Words", WORDS), ("For leaders", LEADERS), ("Help", HELP)]
    shown = [(name, target) for name, target in links if target != LEADERS or site.whole_rows]
    items = [
        element("li", element("a", name, href=f"{up}{target}", aria_current="page" if name == page.here else None))
        for name, target in shown
    ]
    nav = element("nav", element("ul", items), aria_label="Main")
    search = search_field(up) if page.search_in_header else None
    return element("header", element("div", brand, search, nav, class_="wide bar"), class_="site-header")


def _footer(site: Site, up: str) -> Markup:
    imprint = site.catalogue.imprint
    editions = sorted({entry.edition.replace("-", " ") for entry in site.stock.entries} - {"standard"})
    also = f"Topics also come in {_list(editions)}. " if editions else ""
    read = element(
        "div",
        element("h2", "Made to be read by everyone"),
        element("p", f"{also}Booklets are tagged PDF; slides have titles, alt text and a reading order."),
    )
    links = [("Accessibility", "accessibility"), ("Licence and credits", "licence"), ("Opening and printing files", "files")]
    nav = element(
        "nav",
        element("ul", [element("li", element("a", name, href=f"{up}{HELP}#{place}")) for name, place in links]),
        aria_label="About these pages",
    )
    version = f"Version {site.catalogue.version}" if site.catalogue.version else ""
    lines: list[Child] = [f"© {imprint.publisher}" if imprint.publisher else "", imprint.licence, version]
    rights = element("p", joined([line, element("br")] for line in lines if line))
    return element("footer", element("div", read, nav, rights, class_="wide footer-columns"), class_="site-footer")


def _list(parts: list[str]) -> str:
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)
