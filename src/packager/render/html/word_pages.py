"""The pages of words: one for each, and lists of all."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from types import MappingProxyType

from packager.document.catalogue_words import CatalogueWord, LessonPlace, WordReturn
from packager.render.html.element import Markup, element
from packager.render.html.frame import Page, Site
from packager.render.html.paths import WORDS, letter_page, upwards
from packager.render.html.structured import of_word
from packager.render.languages import language_name

_ON_ONE_PAGE = 400
"""Words: more would make the page too heavy, and each letter has a page of its own."""
_PARTS = MappingProxyType({"know": "points to remember", "recall": "recall questions", "talk": "talk task"})
"""Parts of a lesson as teachers call them, where that is not their name."""


def word_page(site: Site, word: CatalogueWord) -> Page:
    """The page of one word: what it means, where it is taught, and every lesson it comes back in."""
    path = site.paths.words[word.id]
    up, topic = upwards(path), site.catalogue.topics[word.place.topic]
    steps = element("ol", element("li", element("a", "Words", href=up + WORDS)), element("li", word.term))
    crumbs = element("nav", steps, class_="crumbs", aria_label="Where this is")
    head = element(
        "div",
        crumbs,
        element("p", word.place.subject, class_="kicker"),
        element("h1", word.term),
        element("p", _said(word), class_="say") if _said(word) else None,
        element("p", word.meaning, class_="lead meaning"),
        element("p", word.example, class_="example") if word.example else None,
    )
    parts = [_facts(site, word, up), _taught(site, word, path), _returns(site, word, path)]
    inner = element("div", head, class_="wide page word-head")
    body = element("div", element("div", class_="band tall"), element("div", inner, class_="hero-ground"), parts)
    said = f"{word.term}: {word.meaning}"
    return Page(
        path,
        word.term,
        said,
        element("div", body, class_=site.subject_class(topic.imprint.subject)),
        "Words",
        of_word(site.catalogue, word),
    )


def word_lists(site: Site) -> Iterator[Page]:
    """The words from A to Z, on one page or on one for each letter."""
    groups = _by_letter(site)
    count = sum(map(len, groups.values()))
    several = count > _ON_ONE_PAGE
    said = f"All {count} words of the programme, with what each means and where it is taught."
    title = element("h1", "Words")
    lead = element("p", said, class_="lead")
    lists = [] if several else [_letter(site, letter, words, WORDS) for letter, words in groups.items()]
    body = element("div", title, lead, _letters(groups, several, None), lists, class_="wide page")
    yield Page(WORDS, "Words", said, body, "Words")
    for letter, words in groups.items() if several else ():
        parts = [words[start : start + _ON_ONE_PAGE // 2] for start in range(0, len(words), _ON_ONE_PAGE // 2)]
        names = [letter if number == 1 else f"{letter}, part {number}" for number in range(1, len(parts) + 1)]
        for number, part in enumerate(parts, 1):
            path, name = _part_page(letter, number), f"Words: {names[number - 1]}"
            more = [element("a", each, href=_part_page(letter, n)) for n, each in enumerate(names, 1) if n != number]
            also = element("nav", more, class_="pills letters", aria_label="Parts of this letter") if more else None
            inner = [element("h1", name), _letters(groups, several, letter), also, _letter(site, letter, part, path)]
            yield Page(path, name, f"The words that begin with {letter}.", element("div", inner, class_="wide page"), "Words")


def _part_page(letter: str, number: int) -> str:
    return letter_page(_slug(letter) if number == 1 else f"{_slug(letter)}-{number}")


def _said(word: CatalogueWord) -> str:
    kind = word.kind or ""
    return " · ".join(part for part in (f"say {word.say}" if word.say else "", kind, word.sense or "") if part)


def _facts(site: Site, word: CatalogueWord, up: str) -> Markup | None:
    rows = [("Also written", ", ".join(word.forms))] if word.forms else []
    listed = [element("dt", name) + element("dd", text) for name, text in rows]
    listed += [element("dt", language_name(code)) + element("dd", text, lang=code, dir="auto") for code, text in word.translations]
    return element("div", element("dl", [Markup(each) for each in listed], class_="facts"), class_="wide") if listed else None


def _taught(site: Site, word: CatalogueWord, path: str) -> Markup:
    where = element("p", _lesson_link(site, word.place, path), " ", element("span", _time(word.place), class_="note"), class_="taught")
    return element("section", element("h2", "Where it is taught"), where, class_="wide")


def _returns(site: Site, word: CatalogueWord, path: str) -> Markup:
    count = len(word.returns)
    title = "It does not come back yet" if not count else f"It comes back in {count} lesson{'' if count == 1 else 's'}"
    items = [_return(site, each, path) for each in word.returns]
    listed = element("ol", items, class_="returns") if items else None
    return element("section", element("h2", title), listed, class_="wide")


def _return(site: Site, back: WordReturn, path: str) -> Markup:
    quoted = element("p", f"‘{back.sentence}’", class_="sentence") if back.sentence and not site.is_public else None
    where = element("span", f"{_time(back.place)} · in the {_list([_PARTS.get(part, part) for part in back.parts])}", class_="note")
    return element("li", _lesson_link(site, back.place, path), where, quoted)


def _lesson_link(site: Site, place: LessonPlace, path: str) -> Markup:
    name = f"{place.topic_title}, lesson {place.lesson}: {place.lesson_title}"
    page = site.paths.topics.get(place.topic)
    return element("a", name, href=f"{upwards(path)}{page}#lesson-{place.lesson}") if page else element("span", name)


def _time(place: LessonPlace) -> str:
    return f"{place.subject} · Year {place.year}, {place.half_term}"


def _list(parts: list[str]) -> str:
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)


def _by_letter(site: Site) -> dict[str, list[CatalogueWord]]:
    groups: dict[str, list[CatalogueWord]] = {}
    for word in sorted(site.catalogue.words(), key=lambda each: (_plain(each.term), each.id)):
        groups.setdefault((_plain(word.term)[:1] or "#").upper(), []).append(word)
    return groups


def _plain(text: str) -> str:
    """Text by which words are put in order: without accents, capitals and signs before the first letter."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in letters if c.isalnum() or c == " ").strip()


def _slug(letter: str) -> str:
    return letter.lower() if letter.isascii() and letter.isalnum() else f"u{ord(letter[0]):04x}"


def _letters(groups: dict[str, list[CatalogueWord]], several: bool, current: str | None) -> Markup:
    links = []
    for letter in groups:
        target = letter_page(_slug(letter)) if several else f"#letter-{_slug(letter)}"
        links.append(element("a", letter, href=target, aria_current="page" if letter == current else None))
    return element("nav", links, class_="pills letters", aria_label="Letters")


def _letter(site: Site, letter: str, words: list[CatalogueWord], path: str) -> Markup:
    up = upwards(path)
    items = [
        element("dt", element("a", word.term, href=up + site.paths.words[word.id]))
        + element("dd", word.meaning, element("span", f"{word.place.topic_title}, lesson {word.place.lesson}", class_="note"))
        for word in words
    ]
    listed = element("dl", [Markup(item) for item in items], class_="word-list")
    return element("section", element("h2", letter, id=f"letter-{_slug(letter)}"), listed)
