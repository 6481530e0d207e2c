"""Parts that several pages have: cards of topics, rows of the map, covers, downloads."""

from __future__ import annotations

from packager.document.catalogue import CatalogueTopic
from packager.document.catalogue_map import MapSlot, MapYear
from packager.document.curriculum_map import State
from packager.render.html.element import EMPTY, Child, Markup, element
from packager.render.html.frame import Site
from packager.render.html.paths import upwards
from packager.render.html.shelf import Row, card_rows, rows_of, size
from packager.render.html.stock import Preview


def card(site: Site, topic: CatalogueTopic, path: str, level: str = "h3") -> Markup:
    """A topic as a card: picture, question, files, one button for all of them."""
    imprint, up = topic.imprint, upwards(path)
    picture = site.stock.cards.get(topic.id)
    head = image(picture, up, "") if picture else EMPTY
    link = element("a", imprint.title, href=f"{up}{site.paths.topics[topic.id]}")
    text = [
        element("p", imprint.subject_title, class_="kicker"),
        element(level, link),
        element("p", imprint.question, class_="question") if imprint.question else None,
    ]
    listed = [_card_row(site, row, topic, up) for row in card_rows(rows_of(site.stock, topic))]
    files = element("ul", listed, class_="card-files") if listed else EMPTY
    foot = button(site, topic, up) or element(
        "a", "Look inside", hidden_text(f" {imprint.title}"), class_="button", href=up + page(site, topic)
    )
    band = element("div", class_="band")
    whole = element("div", text, element("div", files, foot, class_="card-foot"), class_="card-text")
    return element("article", head, band, whole, class_=f"card {site.subject_class(imprint.subject)}")


def button(site: Site, topic: CatalogueTopic, up: str) -> Markup | None:
    """The one button for all files of a topic; None where there is no pack."""
    pack = site.stock.packs.get(topic.id)
    if pack is None:
        return None
    more = hidden_text(f": {topic.imprint.title}, zip, {size(pack.bytes)}")
    return element("a", "Download the whole topic", more, class_="button", href=f"{up}{pack.path}", download=True)


def page(site: Site, topic: CatalogueTopic) -> str:
    """The path of a topic's page."""
    return site.paths.topics[topic.id]


def hidden_text(text: str) -> Markup:
    """Text for those who listen: what the others see from where it stands."""
    return element("span", text, class_="heard")


def image(preview: Preview, up: str, alt: str, **more: str) -> Markup:
    """A picture that is loaded when it comes into view."""
    return element("img", src=up + preview.path, alt=alt, width=preview.width, height=preview.height, loading="lazy", **more)


def downloads(row: Row, up: str, name: str) -> list[Child]:
    """Links to the formats of a row; `name` is what they are formats of."""
    return [
        element("a", file.format, hidden_text(f": {name}, {size(file.bytes)}"), href=up + file.path, download=True)
        for file in row.downloads
    ]


def year_table(site: Site, year: MapYear, path: str) -> Markup:
    """A year of the map: a row for each subject, a column for each half-term."""
    up, subjects = upwards(path), site.catalogue.subjects
    heads = [element("th", name, scope="col") for name in site.catalogue.half_terms]
    rows = [
        element("tr", element("th", subject.title, scope="row"), [_slot(site, slot, up) for slot in row], class_=f"subject-{number}")
        for number, (subject, row) in enumerate(zip(subjects, year.rows, strict=True), 1)
        if any(row)
    ]
    head = element("thead", element("tr", element("td"), heads))
    table = element(
        "table", element("caption", f"Year {year.year}, by subject and half-term", class_="heard"), head, element("tbody", rows)
    )
    return element("div", table, class_="map-scroll", tabindex=0, role="region", aria_label=f"Map of Year {year.year}")


def _slot(site: Site, slot: MapSlot | None, up: str) -> Markup:
    if slot is None:
        return element("td")
    if slot.topic and slot.topic in site.paths.topics:
        link = element("a", slot.title, href=up + site.paths.topics[slot.topic], class_="slot")
        return element("td", link)
    if slot.state is State.EMPTY:
        return element("td", element("span", slot.title[:1].upper() + slot.title[1:], class_="slot empty"))
    return element("td", element("span", slot.title, hidden_text(", not here yet"), class_="slot planned", title=slot.question))


def _card_row(site: Site, row: Row, topic: CatalogueTopic, up: str) -> Markup:
    name = element("span", row.title, class_="file-name")
    if row.product == "deck":
        count = f"{len(topic.lessons)} lesson{'' if len(topic.lessons) == 1 else 's'}"
        link = element("a", "PowerPoint", hidden_text(f": slides of {topic.imprint.title}"), href=f"{up}{page(site, topic)}#files")
        return element("li", name, element("span", count, class_="file-detail"), element("span", link, class_="file-links"))
    links = element("span", downloads(row, up, f"{row.title} of {topic.imprint.title}"), class_="file-links")
    return element("li", name, element("span", row.detail, class_="file-detail"), links)
