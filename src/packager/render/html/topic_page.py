"""The page of a topic: what it asks and why, its lessons with a look inside, its words, what it hangs together with, its files."""

from __future__ import annotations

from packager.document.catalogue import CatalogueLesson, CatalogueTopic
from packager.document.catalogue_ties import Tie
from packager.document.catalogue_words import CatalogueWord
from packager.render.html.element import EMPTY, Child, Markup, element
from packager.render.html.file_table import file_table
from packager.render.html.frame import Page, Site
from packager.render.html.parts import button, downloads, image
from packager.render.html.paths import FRONT, upwards, year_page
from packager.render.html.shelf import Row, rows_of, size
from packager.render.html.stock import Inside, Preview, Shown
from packager.render.html.structured import of_topic


def topic_page(site: Site, topic: CatalogueTopic) -> Page:
    """The page of one topic."""
    imprint, path = topic.imprint, site.paths.topics[topic.id]
    rows = rows_of(site.stock, topic)
    parts = [
        _head(site, topic, path),
        _why(site, topic),
        _lessons(site, topic, rows, path),
        _words(site, topic, path),
        _ties(site, topic, path),
        file_table(rows, upwards(path), imprint.date) if rows else None,
        _guidance(site, topic),
        _credits(topic),
    ]
    body = element("div", element("div", class_="band tall"), parts, class_=site.subject_class(imprint.subject))
    said = f"{imprint.title}: {imprint.question or imprint.subject_title}. Year {imprint.year}, {imprint.half_term}."
    return Page(path, imprint.title, said, body, "Topics", of_topic(site.catalogue, topic))


def _head(site: Site, topic: CatalogueTopic, path: str) -> Markup:
    imprint, up = topic.imprint, upwards(path)
    trail = [("Topics", FRONT), (f"Year {imprint.year}", year_page(imprint.year))]
    steps = [element("li", element("a", name, href=up + target)) for name, target in trail]
    crumbs = element("nav", element("ol", steps, element("li", imprint.half_term)), class_="crumbs", aria_label="Where this is")
    pack = site.stock.packs.get(topic.id)
    facts = [f"Zip, {size(pack.bytes)}"] if pack else []
    facts += [f"version {site.catalogue.version}"] if site.catalogue.version else []
    text = element(
        "div",
        crumbs,
        element("p", imprint.subject_title, class_="kicker"),
        element("h1", imprint.title),
        element("p", imprint.question, class_="lead question") if imprint.question else None,
        element("p", button(site, topic, up), element("span", ", ".join(facts), class_="note"), class_="buttons") if pack else None,
        class_="hero-text",
    )
    inside = site.stock.inside.get(topic.id)
    cover = image(inside.cover, up, f"The cover of the booklet {imprint.title}") if inside and inside.cover else EMPTY
    return element(
        "div", element("div", text, element("div", cover, class_="cover") if cover else None, class_="wide hero"), class_="hero-ground"
    )


def _why(site: Site, topic: CatalogueTopic) -> Markup | None:
    if not topic.why or site.stock.shown is Shown.PUPILS:
        return None
    return element("section", element("h2", "Why this, why now"), element("p", topic.why, class_="prose"), class_="wide")


def _lessons(site: Site, topic: CatalogueTopic, rows: tuple[Row, ...], path: str) -> Markup:
    title = element("h2", "Lessons", id="lessons")
    return element(
        "section", title, [_lesson(site, topic, each, rows, path) for each in topic.lessons], class_="wide", aria_labelledby="lessons"
    )


def _lesson(site: Site, topic: CatalogueTopic, lesson: CatalogueLesson, rows: tuple[Row, ...], path: str) -> Markup:
    up, name = upwards(path), f"lesson-{lesson.number}"
    new = [word for word in topic.words if word.place.lesson == lesson.number]
    chips = [element("li", _word_link(site, word, up)) for word in new]
    decks = [row for row in rows if row.product == "deck" and row.lesson == lesson.number]
    links = [element("span", [row.name, " "], downloads(row, up, row.name), class_="file-links") for row in decks]
    text = element(
        "div",
        element("h3", element("span", f"{lesson.number}", class_="number"), " ", lesson.title, id=name),
        element("p", lesson.question, class_="question") if lesson.question else None,
        element("p", lesson.outcome) if lesson.outcome else None,
        element("p", links) if links else None,
        element("div", element("h4", "New words"), element("ul", chips, class_="chips")) if chips else None,
    )
    inside = site.stock.inside.get(topic.id, Inside())
    return element("article", text, _look_inside(inside, lesson, up), class_="lesson", aria_labelledby=name)


def _look_inside(inside: Inside, lesson: CatalogueLesson, up: str) -> Markup | None:
    pages, slides = inside.pages.get(lesson.number, ()), inside.slides.get(lesson.number, ())
    if not pages and not slides:
        return None
    shown = [*(_thumb(each, up) for each in pages), *(_thumb(each, up) for each in slides)]
    whole = inside.slides_in_all.get(lesson.number, 0)
    note = f"{len(slides)} of {whole} slides" if whole > len(slides) else f"{len(slides)} slides"
    label = f"Look inside lesson {lesson.number}"
    head = element("p", element("strong", "Look inside"), f" · the chapter’s first pages{f' and {note}' if slides else ''}", class_="note")
    return element("div", head, element("ul", shown, class_="strip", tabindex=0, role="list", aria_label=label), class_="inside")


def _thumb(preview: Preview, up: str) -> Markup:
    return element("li", element("a", image(preview, up, preview.label), href=up + preview.path))


def _words(site: Site, topic: CatalogueTopic, path: str) -> Markup | None:
    if not topic.words:
        return None
    up = upwards(path)
    heads = element("thead", element("tr", [element("th", name, scope="col") for name in ("Word", "Say it", "What it means", "Lesson")]))
    rows = [
        element(
            "tr",
            element("th", _word_link(site, word, up), scope="row"),
            element("td", word.say or ""),
            element("td", word.meaning),
            element("td", element("a", word.place.lesson, href=f"#lesson-{word.place.lesson}", aria_label=f"Lesson {word.place.lesson}")),
        )
        for word in topic.words
    ]
    table = element(
        "table", element("caption", f"The {len(topic.words)} words of this topic", class_="heard"), heads, element("tbody", rows)
    )
    scroll = element("div", table, class_="table-scroll", tabindex=0, role="region", aria_label="Words of this topic")
    return element("section", element("h2", "Words", id="words"), scroll, class_="wide", aria_labelledby="words")


def _ties(site: Site, topic: CatalogueTopic, path: str) -> Markup | None:
    ties = topic.ties
    groups = (
        ("Builds on", ties.builds_on, "Nothing in the programme comes before it."),
        ("In the same weeks", ties.beside, ""),
        ("Sets up", ties.sets_up, "No later topic uses its words yet."),
    )
    shown = [_tie_group(site, name, found, none, path) for name, found, none in groups if found or none]
    title = element("h2", "What it builds on and sets up", id="ties")
    return element("section", title, element("div", shown, class_="columns"), class_="wide", aria_labelledby="ties")


def _tie_group(site: Site, name: str, found: tuple[Tie, ...], none: str, path: str) -> Markup:
    items = element("ul", [_tie(site, tie, path) for tie in found], class_="ties") if found else element("p", none, class_="note")
    return element("div", element("h3", name), items)


def _tie(site: Site, tie: Tie, path: str) -> Markup:
    up = upwards(path)
    target = site.paths.topics.get(tie.topic)
    title: Child = element("a", tie.title, href=up + target) if target else tie.title
    known = [_word_link(site, site.words[identity], up) for identity in tie.words if identity in site.words]
    listed = [part for link in known for part in (", ", link)][1:]
    shared = element("p", "Words they share: ", listed, class_="shared") if listed else None
    lessons = f", lesson {', '.join(map(str, tie.lessons))}" if tie.lessons else ""
    return element("li", element("strong", title), element("span", f"{tie.subject}{lessons} · {tie.time}", class_="note"), shared)


def _word_link(site: Site, word: CatalogueWord, up: str) -> Markup:
    return element("a", word.term, href=up + site.paths.words[word.id])


def _guidance(site: Site, topic: CatalogueTopic) -> Markup | None:
    if not topic.guidance or site.stock.shown is Shown.PUPILS:
        return None
    return element("section", element("h2", "Content guidance"), element("p", topic.guidance, class_="prose"), class_="wide")


def _credits(topic: CatalogueTopic) -> Markup | None:
    texts: dict[str, list[str]] = {}
    for credit in topic.credits:
        texts.setdefault(credit.text, []).append(credit.name)
    if not texts:
        return None
    items = [element("li", f"{', '.join(names)}: {text}") for text, names in texts.items()]
    return element("section", element("details", element("summary", "Picture credits"), element("ul", items)), class_="wide credits")
