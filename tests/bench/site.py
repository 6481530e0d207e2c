"""The catalogue: how heavy its pages are, how long it takes to make, and how fast search answers on a full programme."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from packager import pipeline
from packager.document.catalogue import Catalogue, compose_catalogue
from packager.model.theme import ThemeFile
from packager.render.html.fonts import FONT_FILES, font_file
from packager.render.html.stock import Stock
from packager.render.html.write import assets, pages
from packager.sequence.teaching import teach
from tests.bench.measure import PACKAGER, Measure, Setting, at_most, sample

TOPICS, LESSONS = 72, 6
_FRAME = 1000 / 60
_SEARCH = """() => ['empire', 'the river', 'fl', 'pharoah', 'zzzz'].map(text => {
    const field = document.getElementById('search'), times = [];
    for (let i = 0; i < 15; i++) {
        field.value = text;
        const start = performance.now();
        field.dispatchEvent(new Event('input'));
        times.push(performance.now() - start);
    }
    return times.sort((a, b) => a - b)[7];
})"""


def measures(setting: Setting) -> Iterator[Measure]:
    """Seconds of a first and of a second `site`, kilobytes of the heaviest page, milliseconds of a search."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        sample([*PACKAGER, "build", "--root", setting.root, "--out", folder / "build"])
        command = [*PACKAGER, "site", "--root", setting.root, "--build", folder / "build", "--out", folder / "site"]
        yield Measure("site seconds, first", sample(command).seconds, "s")
        yield Measure("site seconds, nothing changed", sample(command).seconds, "s")
        yield at_most("heaviest page with style, script and fonts, without pictures of packs", _heaviest(folder / "site"), "kB", 150)
    yield from _search(setting)


def _heaviest(site: Path) -> float:
    """Kilobytes: the largest page, and what every page loads."""
    shared = [*site.glob("assets/fonts/*.woff"), *site.glob("assets/*.png"), site / "assets/site.css", site / "assets/site.js"]
    return (max(page.stat().st_size for page in site.rglob("*.html")) + sum(file.stat().st_size for file in shared)) / 1000


def _search(setting: Setting) -> Iterator[Measure]:
    """The slowest of some searches over as many topics, lessons and words as a full programme has; none without a browser."""
    chromium = shutil.which("chromium")
    sequenced = pipeline.check(setting.root).sequenced
    if chromium is None or find_spec("playwright") is None or sequenced is None:
        return
    full = full_programme(compose_catalogue(teach(sequenced)))
    with TemporaryDirectory() as place:
        _write(Path(place), full, sequenced.curriculum.theme)
        name = f"search on {TOPICS * LESSONS} lessons and {sum(1 for _ in full.words())} words"
        yield at_most(name, _slowest(chromium, Path(place) / "index.html"), "ms", _FRAME)


def full_programme(catalogue: Catalogue) -> Catalogue:
    """The topics that there are, over and over, until there are as many as a full programme has."""
    given = [topic for topic in catalogue.topics.values() if len(topic.lessons) == LESSONS]
    grown = {}
    for number in range(TOPICS if given else 0):
        topic = given[number % len(given)]
        identity = f"{topic.id}-{number}"
        words = tuple(replace(w, id=f"{w.id}-{number}", place=replace(w.place, topic=identity)) for w in topic.words)
        grown[identity] = replace(topic, imprint=replace(topic.imprint, topic=identity), words=words)
    return replace(catalogue, topics=grown)


def _write(folder: Path, catalogue: Catalogue, theme: ThemeFile) -> None:
    fonts = {f"assets/fonts/{name}": font_file(name) for name in FONT_FILES}
    for path, content in {**pages(catalogue, Stock(())), **assets(catalogue, theme), **fonts}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def _slowest(chromium: str, page: Path) -> float:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        opened: Any = browser.new_page()
        opened.goto(page.as_uri())
        opened.locator("#search").fill("a")
        opened.wait_for_function("window.catalogueIndex && document.getElementById('search-status').textContent")
        slowest = max(opened.evaluate(_SEARCH))
        browser.close()
    return float(slowest)
