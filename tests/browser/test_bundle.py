"""A bundle as a teacher meets it: unpacked on a stick, its catalogue opened from there."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from packager.bundle.choose import Wish
from packager.cli.bundle import Pages
from packager.plan.build_folder import BuildFolder
from packager.publishing import Bundling, bundle
from tests.bundle.publisher import KEY, LICENCE, TODAY, Publisher
from tests.packs import REPOSITORY, Packs

EGYPT = "year-3-history/ancient-egypt"


@pytest.fixture(scope="module")
def unpacked(built: Packs, shipped_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A school's bundle of one topic, unpacked; the site stands beside the packs, as `packager site` leaves it."""
    folder = tmp_path_factory.mktemp("bundle")
    build, out = folder / "build", folder / "bundle.zip"
    shutil.copytree(built.folder, build)
    (build / "site").symlink_to(shipped_site)
    licence = Publisher(folder).licensed(LICENCE)
    bundle(Bundling(build, Wish(topics=(EGYPT,)), licence, extras=(Pages(REPOSITORY, BuildFolder(build)),)), KEY, TODAY, out)
    with ZipFile(out) as archive:
        archive.extractall(folder / "stick")
    return folder / "stick"


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A new page; whatever it asks of a host, or says on its console, fails the test."""
    context = browser.new_context()
    opened, wrong = context.new_page(), list[str]()
    opened.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("requestfailed", lambda request: wrong.append(request.url))
    opened.on("request", lambda request: request.url.startswith("file:") or wrong.append(request.url))
    yield opened
    context.close()
    assert wrong == []


def test_a_topic_is_found_looked_at_and_its_deck_is_there(page: Any, unpacked: Path) -> None:
    page.goto((unpacked / "catalogue/index.html").as_uri())
    page.get_by_role("searchbox").press_sequentially("egy")
    page.wait_for_selector("#results a")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/catalogue/topics/y3-autumn-1-history-ancient-egypt.html")
    assert page.get_by_role("heading", level=1).inner_text() == "Ancient Egypt"
    assert page.get_by_role("list", name="Look inside lesson 2").locator("img").count() > 8
    link = page.locator("a", has_text="PowerPoint: Slides, lesson 2").first.get_attribute("href")
    deck = unpacked / "catalogue/topics" / link
    assert deck.resolve() == (unpacked / "packs/y3-autumn-1-history-ancient-egypt/y3-history-ancient-egypt-lesson-2.pptx").resolve()
    assert deck.is_file() and "Licence L-1" in page.locator("aside.school-licence").inner_text()
