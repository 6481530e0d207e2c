"""The site as a folder: complete, the same on every day, made anew only where something changed, and never more than may be shown."""

from __future__ import annotations

import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from packager import pipeline
from packager.plan.build_folder import BuildFolder
from packager.render.html.stock import Shown
from packager.sequence.teaching import teach
from packager.site.make import make_site
from packager.site.record import RECORD_FILE
from tests.builders import SVG, write_curriculum
from tests.packs import Packs, build_packs
from tests.site_pages import broken_links, files_below, seen, site_of

EGYPT = "topics/y3-autumn-1-history-ancient-egypt.html"
ROME = {
    "units/history/rome/topic.yaml": (
        "title: Rome\ncover: {image: media/hills.svg, alt: Seven hills, credit: ours}\n"
        "vocabulary: [{term: hill, lesson: 1, meaning: high ground}]\n"
    ),
    "units/history/rome/media/hills.svg": SVG,
}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Packs:
    """One topic of one lesson, built."""
    root = tmp_path_factory.mktemp("small")
    write_curriculum(root, ROME)
    return build_packs(root, root / "build")


def test_every_link_of_the_site_leads_to_a_file(shipped_site: Path) -> None:
    files = files_below(shipped_site)
    assert list(broken_links(seen(files), set(files))) == []


def test_a_page_with_all_that_it_loads_but_pictures_is_light(shipped_site: Path) -> None:
    shared = sum(file.stat().st_size for file in shipped_site.glob("assets/**/*.woff"))
    shared += sum(file.stat().st_size for file in shipped_site.glob("assets/*") if file.suffix in (".css", ".png", ".svg"))
    shared += (shipped_site / "assets/site.js").stat().st_size
    assert max(page.stat().st_size for page in shipped_site.rglob("*.html")) + shared <= 150_000


def test_a_topic_shows_pages_and_slides_of_each_lesson(shipped_site: Path) -> None:
    egypt = seen(files_below(shipped_site))[EGYPT]
    for number in range(1, 7):
        shown = egypt.all(f"//ul[@aria-label='Look inside lesson {number}']//img")
        assert [image.get("alt").split(",")[0] for image in shown[:2]] == ["Booklet", "Booklet"]
        assert shown[2].get("alt").startswith("Slide 1: ") and len(shown) > 8
        assert all((shipped_site / "topics" / image.get("src")).is_file() for image in shown)


def test_a_pack_is_a_zip_with_folders_for_pupils_and_teachers(shipped_site: Path, built: Packs) -> None:
    with ZipFile(shipped_site / "packs/y3-autumn-1-history-ancient-egypt.zip") as pack:
        names = pack.namelist()
        assert pack.testzip() is None
        assert {info.date_time for info in pack.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        note = pack.read("y3-autumn-1-history-ancient-egypt/read-me.txt").decode()
    assert "HOLD ANSWERS" in note and "Year 3, Autumn 1" in note
    entries = [entry for entry in built.index if entry["topic"] == "year-3-history/ancient-egypt"]
    for entry in entries:
        assert f"y3-autumn-1-history-ancient-egypt/for-{entry['audience']}/{entry['path'].split('/')[-1]}" in names
    assert len(names) == len(entries) + 1


def test_the_size_of_a_pack_is_told_before_it_is_made(shipped_site: Path) -> None:
    egypt = seen(files_below(shipped_site))[EGYPT]
    size = (shipped_site / "packs/y3-autumn-1-history-ancient-egypt.zip").stat().st_size
    assert f"Zip, {size / 1e6:.1f} MB" in egypt.root.text_content()


def test_the_same_build_gives_the_same_bytes_anywhere(small: Packs, tmp_path: Path) -> None:
    one, other = (files_below(site_of(small.root, small.folder, tmp_path / name)) for name in ("one", "other"))
    assert one == other and {"index.html", "site.json", "assets/site.css"} <= set(one)


def test_what_has_not_changed_is_not_made_again(small: Packs, tmp_path: Path) -> None:
    sequenced = pipeline.check(small.root).sequenced
    assert sequenced is not None
    given = (teach(sequenced), BuildFolder(small.folder), BuildFolder(tmp_path))
    first, second = make_site(*given), make_site(*given)
    assert first.made == first.files == second.files and second.made == 0
    (tmp_path / "help.html").unlink()
    assert make_site(*given).made == 1


def test_a_shop_window_takes_away_what_stood_there_before(small: Packs, tmp_path: Path) -> None:
    site_of(small.root, small.folder, tmp_path)
    (tmp_path / "own.txt").write_text("not ours", "utf-8")
    site_of(small.root, small.folder, tmp_path, Shown.PUBLIC)
    files = files_below(tmp_path)
    products = {path.rpartition("-")[2] for path in files if path.startswith("packs/")}
    assert products == {"flashcards.csv", "vocabulary.docx", "vocabulary.pdf"}
    assert not [path for path in files if path.endswith((".pptx", ".zip")) or "slide" in path or "page-" in path]
    assert "own.txt" in files
    assert list(broken_links(seen(files), set(files))) == []


def test_a_record_that_somebody_edited_leads_nowhere_else(small: Packs, tmp_path: Path) -> None:
    outside = tmp_path / "precious.txt"
    outside.write_text("mine", "utf-8")
    record = {"files": {"../precious.txt": "1", str(outside): "2"}, "decks": {"x": 3}}
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / RECORD_FILE).write_text(json.dumps(record), "utf-8")
    site_of(small.root, small.folder, tmp_path / "site")
    assert outside.read_text("utf-8") == "mine"
