"""The pages of a bundle, made: what `in_bundle` asks for where they were not made before."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from packager.document.catalogue import Catalogue, CatalogueTopic
from packager.model.curriculum import Curriculum
from packager.plan.build_folder import BuildFolder
from packager.plan.record import Entry
from packager.plan.store import CACHE, Store
from packager.render.html.fonts import FOLDER, FONT_FILES
from packager.render.html.stock import Shown, Stock
from packager.render.html.write import assets, pages
from packager.site.in_bundle import IN_BUNDLE, SITE, standing_in
from packager.site.kept_fonts import kept_font
from packager.site.make import page_counts
from packager.site.standing import standing_inside


def pages_for(
    catalogue: Catalogue, curriculum: Curriculum, entries: tuple[Entry, ...], topics: Collection[str], shown: Shown, build: BuildFolder
) -> Mapping[str, bytes]:
    """The pages of some topics, by their paths in a bundle."""
    cut, standing, site = _cut(catalogue, topics), standing_in(build), build.folder / SITE
    inside, cards = standing_inside(cut, entries, standing, shown)
    stock = Stock(entries, shown, "../", {}, inside, cards, page_counts(build, entries))
    files = {**assets(cut, curriculum.theme, curriculum.folder.read), **pages(cut, stock)}
    files |= {f"{FOLDER}/{name}": kept_font(Store(build.folder / CACHE), name) for name in FONT_FILES}
    files |= {path: (site / path).read_bytes() for path in _pictures(stock)}
    return {f"{IN_BUNDLE}/{path}": content for path, content in files.items()}


def _cut(catalogue: Catalogue, topics: Collection[str]) -> Catalogue:
    """The catalogue of some topics, without the logo; of words no sentence is shown that stands in another."""
    cut = catalogue.of(topics)
    return replace(
        cut, imprint=replace(cut.imprint, logo=None), topics={name: _with_own_returns(topic, topics) for name, topic in cut.topics.items()}
    )


def _with_own_returns(topic: CatalogueTopic, topics: Collection[str]) -> CatalogueTopic:
    words = (replace(word, returns=tuple(each for each in word.returns if each.place.topic in topics)) for word in topic.words)
    return replace(topic, words=tuple(words))


def _pictures(stock: Stock) -> Iterator[str]:
    yield from (card.path for card in stock.cards.values())
    for inside in stock.inside.values():
        yield from [inside.cover.path] if inside.cover else []
        for shown in (*inside.pages.values(), *inside.slides.values()):
            yield from (each.path for each in shown)
