"""The catalogue as a teacher meets it: from a stick or a server, with a mouse, a keyboard or a screen reader, by day and by night."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from pptx import Presentation

from packager.document.catalogue import Catalogue
from packager.render.html.stock import Stock
from packager.render.html.write import assets, pages
from tests.builders import curriculum
from tests.packs import REPOSITORY
from tests.render.test_html import HOSTILE, LATER, grown
from tests.site_pages import catalogue_of

AXE = REPOSITORY / ".ci/node_modules/axe-core/axe.min.js"
EGYPT = "topics/y3-autumn-1-history-ancient-egypt.html"
KINDS = ("index.html", "year-3.html", "year-4.html", EGYPT, "words/pharaoh.html", "words.html", "leaders.html", "help.html")
FRAME = 1000 / 60
"""Milliseconds."""


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A new page; whatever it asks of another host, or says on its console, fails the test."""
    context = browser.new_context(accept_downloads=True)
    opened, wrong = context.new_page(), list[str]()
    opened.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("request", lambda request: _expected(request.url) or wrong.append(request.url))
    yield opened
    context.close()
    assert wrong == []


def _expected(url: str) -> bool:
    return url.startswith(("file:", "http://127.0.0.1:", "data:", "blob:"))


def results(page: Any) -> list[str]:
    page.wait_for_selector("#results a")
    return [" ".join(text.split()) for text in page.locator("#results a").all_inner_texts()]


def test_a_word_is_found_by_typing_and_its_page_opens(page: Any, site: str) -> None:
    page.goto(f"{site}/index.html")
    page.get_by_role("searchbox").press_sequentially("phar")
    assert results(page)[0].startswith("Word pharaoh")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/words/pharaoh.html")
    assert page.get_by_role("heading", level=1).inner_text() == "pharaoh"


def test_topics_come_before_lessons_and_words(page: Any, site: str) -> None:
    page.goto(f"{site}/words/pharaoh.html")
    page.get_by_role("searchbox").fill("rivers")
    assert results(page)[0].startswith("Topic Rivers")
    page.get_by_role("searchbox").press("Enter")
    page.wait_for_url("**/topics/y3-autumn-1-geography-rivers.html")


@pytest.mark.parametrize(("typed", "word"), [("pharoah", "pharaoh"), ("PHARAOHS", "pharaoh"), ("archeologist", "archaeologist")])
def test_a_word_is_found_however_it_is_spelt(page: Any, served: str, typed: str, word: str) -> None:
    page.goto(f"{served}/index.html")
    page.get_by_role("searchbox").fill(typed)
    assert any(f"Word {word}" in found for found in results(page))


def test_the_number_of_results_is_said_and_escape_empties_the_field(page: Any, served: str) -> None:
    page.goto(f"{served}/index.html")
    field = page.get_by_role("searchbox")
    field.fill("flood")
    results(page)
    assert "results" in page.get_by_role("status").inner_text()
    field.press("Escape")
    assert field.input_value() == "" and page.locator("#results").is_hidden()
    field.fill("zzzzzz")
    assert page.get_by_role("status").inner_text().startswith("Nothing found")


def test_a_pack_is_downloaded_and_opened(page: Any, site: str) -> None:
    page.goto(f"{site}/index.html")
    page.get_by_role("link", name="Ancient Egypt", exact=True).first.click()
    page.wait_for_url(f"**/{EGYPT}")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download the whole topic").click()
    assert download.value.suggested_filename == "y3-autumn-1-history-ancient-egypt.zip"
    with ZipFile(download.value.path()) as pack:
        deck = next(name for name in pack.namelist() if name.endswith("for-teachers/y3-history-ancient-egypt-lesson-2.pptx"))
        slides = Presentation(BytesIO(pack.read(deck))).slides
    assert len(slides) > 20 and slides[0].shapes.title.text_frame.text == "Two lands, one king"


def test_the_skip_link_is_the_first_stop_of_the_keyboard(page: Any, served: str) -> None:
    page.goto(f"{served}/{EGYPT}")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_the_fonts_of_the_pages_are_loaded_from_beside_them(page: Any, site: str) -> None:
    page.goto(f"{site}/index.html")
    page.evaluate("document.fonts.ready")
    shown = page.evaluate("[...document.fonts].filter(f => f.status === 'loaded').map(f => `${f.family} ${f.weight}`)")
    assert {'"Catalogue Display" 600', '"Catalogue Text" 400', '"Catalogue Text" 700'} <= {_quoted(name) for name in shown}


def _quoted(name: str) -> str:
    family, _, weight = name.rpartition(" ")
    return f'"{family.strip(chr(34))}" {weight}'


@pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not installed; .ci/run installs it")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_keeps_people_from_using_a_page(browser: Any, served: str, kind: str, scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme, bypass_csp=True, viewport={"width": 1200, "height": 900})
    page = context.new_page()
    page.goto(f"{served}/{kind}")
    page.get_by_role("searchbox").fill("flood")
    results(page)
    page.add_script_tag(path=str(AXE))
    found = page.evaluate("axe.run()")["violations"]
    serious = [f"{each['id']}: {each['nodes'][0]['html']}" for each in found if each["impact"] in ("serious", "critical")]
    context.close()
    assert serious == []


@pytest.mark.parametrize("width", [320, 768, 1200])
@pytest.mark.parametrize("kind", KINDS)
def test_no_page_is_wider_than_the_screen(browser: Any, served: str, kind: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(f"{served}/{kind}")
    wide = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert wide <= width


def test_search_answers_under_one_frame_on_432_lessons(page: Any, shipped_site: Path, tmp_path: Path) -> None:
    catalogue = grown(catalogue_of(curriculum(tmp_path / "source", LATER)), 72, 42)
    _write(tmp_path / "site", catalogue, curriculum(tmp_path / "again").theme, shipped_site)
    page.goto((tmp_path / "site/index.html").as_uri())
    page.get_by_role("searchbox").fill("x")
    page.wait_for_function("window.catalogueIndex && document.getElementById('search-status').textContent")
    script = """() => ['word4', 'se', 'seven hills', 'legion word', 'wrd77'].map(text => {
        const field = document.getElementById('search'), times = [];
        for (let i = 0; i < 9; i++) {
            field.value = text;
            const start = performance.now();
            field.dispatchEvent(new Event('input'));
            times.push(performance.now() - start);
        }
        return times.sort((a, b) => a - b)[4];
    })"""
    assert page.evaluate("window.catalogueIndex.length") == 72 * (1 + 6 + 42)
    assert max(page.evaluate(script)) < FRAME


def test_no_title_of_an_author_is_run(page: Any, shipped_site: Path, tmp_path: Path) -> None:
    quoted = json.dumps(HOSTILE)
    topic = f"title: {quoted}\nquestion: {quoted}\nvocabulary: [{{term: {quoted}, lesson: 1, meaning: {quoted}}}]\n"
    loaded = curriculum(tmp_path / "source", {"units/history/rome/topic.yaml": topic})
    _write(tmp_path / "site", catalogue_of(loaded), loaded.theme, shipped_site)
    page.on("dialog", lambda dialog: pytest.fail(f"a script of an author was run: {dialog.message}"))
    for file in sorted((tmp_path / "site").rglob("*.html")):
        page.goto(file.as_uri())
        page.get_by_role("searchbox").fill("script")
        results(page)
        assert page.evaluate("document.querySelectorAll('img[src=x]').length") == 0


def _write(folder: Path, catalogue: Catalogue, theme: Any, fonts_of: Path) -> None:
    """A site without files, with the fonts of another."""
    shutil.copytree(fonts_of / "assets/fonts", folder / "assets/fonts")
    for path, content in {**pages(catalogue, Stock(())), **assets(catalogue, theme)}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
