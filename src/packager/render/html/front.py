"""The front page: search, one half-term of topics, and the map of all years; and a page for each year."""

from __future__ import annotations

from collections.abc import Iterator

from packager.document.catalogue import CatalogueTopic
from packager.document.catalogue_map import MapYear
from packager.render.html.element import EMPTY, Markup, element
from packager.render.html.frame import Page, Site, search_field
from packager.render.html.parts import card, image, page, year_table
from packager.render.html.paths import FRONT, upwards, year_page
from packager.render.html.structured import of_programme

_FANNED = 3


def front_page(site: Site) -> Page:
    """The map as the front page."""
    catalogue = site.catalogue
    first = next(iter(catalogue.topics.values()), None)
    body = element("div", _hero(site), _bands(site), _cards(site, first) if first else None, _map(site))
    subjects = _subjects(site)
    said = f"{catalogue.imprint.programme}: {subjects}. Booklets, slides and words, topic by topic."
    return Page(FRONT, catalogue.imprint.programme, said, body, "Topics", of_programme(catalogue), search_in_header=False)


def year_pages(site: Site) -> Iterator[Page]:
    """A page for each year: its map, and its topics half-term by half-term."""
    for year in site.catalogue.years:
        path, title = year_page(year.year), f"Year {year.year}"
        parts = [_half_term(site, topics, path) for topics in _by_half_term(site, year.year)]
        empty = element("p", "No topic of this year is here yet.", class_="lead") if not parts else None
        head = element("div", element("h1", title), _pills(site, year.year, path), class_="title-row")
        table = year_table(site, year, path)
        body = element("div", head, empty, element("section", table, aria_label=f"{title} at a glance"), parts, class_="wide page")
        yield Page(path, title, f"What is taught in {title}, half-term by half-term.", body, "Topics")


def _hero(site: Site) -> Markup:
    lead = f"{_subjects(site)}, in one carefully planned order. Download a topic, teach it as it stands, or edit every slide."
    if site.is_public:
        lead = f"{_subjects(site)}, in one carefully planned order. Look through every topic, lesson and word."
    buttons = [element("a", "Find your topic", class_="button ink", href="#topics")] if site.catalogue.topics else []
    buttons.append(element("a", "See the whole map", class_="button line", href="#map"))
    words = element(
        "div",
        element("h1", "Booklets, slides and words, topic by topic"),
        element("p", lead, class_="lead"),
        search_field(""),
        element("p", buttons, class_="buttons"),
        class_="hero-text",
    )
    covers = [
        element("a", image(inside.cover, "", f"{topic.imprint.title}: the cover of the booklet"), href=page(site, topic))
        for topic in list(site.catalogue.topics.values())[:_FANNED]
        if (inside := site.stock.inside.get(topic.id)) and inside.cover
    ]
    fan = element("div", covers, class_=f"fan fan-{len(covers)}") if covers else EMPTY
    return element("div", element("div", words, fan, class_="wide hero"), class_="hero-ground")


def _subjects(site: Site) -> str:
    titles = [subject.title for subject in site.catalogue.subjects]
    named = [titles[0], *(title[:1].lower() + title[1:] for title in titles[1:])]
    return " and ".join([", ".join(named[:-1]), named[-1]]) if len(named) > 1 else named[0]


def _bands(site: Site) -> Markup:
    return element("div", [element("div", class_=f"band subject-{n}") for n in range(1, len(site.catalogue.subjects) + 1)], class_="bands")


def _cards(site: Site, first: CatalogueTopic) -> Markup:
    imprint = first.imprint
    now = [t for t in site.catalogue.topics.values() if (t.imprint.year, t.imprint.half_term) == (imprint.year, imprint.half_term)]
    title = element("h2", f"Year {imprint.year}, {imprint.half_term}", id="topics-title")
    head = element("div", title, _pills(site, imprint.year, FRONT), class_="title-row")
    cards = element("div", [card(site, topic, FRONT) for topic in now], class_="cards")
    return element("section", head, cards, class_="wide", id="topics", aria_labelledby="topics-title")


def _pills(site: Site, current: int | None, path: str) -> Markup:
    """Links to the years; those that have no topics yet are on the map alone."""
    links = [
        element("a", f"Year {y.year}", href=upwards(path) + year_page(y.year), aria_current="true" if y.year == current else None)
        for y in site.catalogue.years
    ]
    return element("nav", links, class_="pills", aria_label="Years")


def _map(site: Site) -> Markup:
    title = element("h2", "The curriculum at a glance", id="map-title")
    note = element("p", "Every year, half-term and subject. Topics that are here already are underlined.", class_="note")
    years = [_map_year(site, year) for year in site.catalogue.years]
    return element("section", element("div", title, note, years, class_="wide"), id="map", class_="map", aria_labelledby="map-title")


def _map_year(site: Site, year: MapYear) -> Markup:
    link = element("a", f"Year {year.year}", href=year_page(year.year))
    return element(
        "section", element("h3", link, id=f"year-{year.year}"), year_table(site, year, FRONT), aria_labelledby=f"year-{year.year}"
    )


def _by_half_term(site: Site, year: int) -> list[list[CatalogueTopic]]:
    groups: dict[str, list[CatalogueTopic]] = {}
    for topic in site.catalogue.topics.values():
        if topic.imprint.year == year:
            groups.setdefault(topic.imprint.half_term, []).append(topic)
    return list(groups.values())


def _half_term(site: Site, topics: list[CatalogueTopic], path: str) -> Markup:
    cards = element("div", [card(site, topic, path) for topic in topics], class_="cards")
    return element("section", element("h2", topics[0].imprint.half_term), cards)
