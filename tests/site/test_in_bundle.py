"""The catalogue in a bundle: pages of what is inside and no more, which work from wherever it is unpacked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from packager import pipeline
from packager.bundle.choose import Wish
from packager.bundle.refused import Refused
from packager.bundle.verify import verify
from packager.cli.bundle import Pages
from packager.document.catalogue import Catalogue, compose_catalogue
from packager.model.curriculum import Curriculum
from packager.plan.build_folder import BuildFolder
from packager.publishing import Bundling, bundle
from packager.render.html.stock import Shown
from packager.sequence.teaching import teach
from packager.site.bundle_pages import pages_for
from tests.builders import SVG, write_curriculum
from tests.bundle.publisher import KEY, LICENCE, TODAY, Publisher
from tests.bundle.test_choose import files
from tests.packs import REPOSITORY, Packs, build_packs
from tests.site_pages import broken_links, seen, site_of

RIVERS = "year-3-geography/rivers"
ROME = {
    "units/history/rome/topic.yaml": (
        "title: Rome\nwhy_this_why_now: Only teachers read this.\ncover: {image: media/hills.svg, alt: Seven hills, credit: ours}\n"
        "vocabulary: [{term: hill, lesson: 1, meaning: high ground}]\n"
    ),
    "units/history/rome/media/hills.svg": SVG,
}
WISH = Wish(topics=("history/rome",))
PAGE = "catalogue/topics/y3-autumn-1-history-rome.html"


@pytest.fixture(scope="module")
def rome(tmp_path_factory: pytest.TempPathFactory) -> Packs:
    """One topic of one lesson, built, with its site."""
    root = tmp_path_factory.mktemp("rome")
    write_curriculum(root, ROME)
    packs = build_packs(root, root / "build")
    site_of(root, root / "build", root / "build/site")
    return packs


def bundled(rome: Packs, out: Path, audience: str = "everyone", licence: Path | None = None) -> dict[str, bytes]:
    wish = replace(WISH, audience=audience)
    asked = Bundling(rome.folder, wish, licence, extras=(Pages(rome.root, BuildFolder(rome.folder)),))
    bundle(asked, KEY, TODAY, out / "bundle.zip")
    return files(out / "bundle.zip")


def test_a_bundle_holds_pages_that_lead_to_its_own_files_alone(rome: Packs, tmp_path: Path) -> None:
    found = bundled(rome, tmp_path)
    assert {"catalogue/index.html", PAGE, "catalogue/words/hill.html", "catalogue/assets/site.js"} <= found.keys()
    pages = seen({path: content for path, content in found.items() if path.startswith("catalogue/")})
    assert list(broken_links(pages, set(found))) == []
    assert {pages[PAGE].target(link)[0] for link in pages[PAGE].links} >= {path for path in found if path.startswith("packs/")}
    assert verify(tmp_path / "bundle.zip", KEY.public_key(), TODAY).is_good


def test_pictures_are_those_of_the_site(rome: Packs, tmp_path: Path) -> None:
    found = bundled(rome, tmp_path)
    pictures = {path.rpartition("/")[2] for path in found if path.endswith(".webp")}
    assert {"card.webp", "cover.webp", "1-page-1.webp", "1-slide-1.webp"} <= pictures
    for path in (path for path in found if path.endswith(".webp")):
        assert found[path] == (rome.folder / "site" / path.removeprefix("catalogue/")).read_bytes()


def test_pupils_are_shown_no_file_of_teachers(rome: Packs, tmp_path: Path) -> None:
    found = bundled(rome, tmp_path, "pupils")
    assert not [path for path in found if path.endswith(".pptx") or "slide" in path or "guide" in path]
    text = b"".join(content for path, content in found.items() if path.endswith((".html", ".js")))
    assert b"Only teachers read this" not in text and b"Teachers: has answers" not in text
    assert list(broken_links(seen({p: c for p, c in found.items() if p.startswith("catalogue/")}), set(found))) == []


def test_every_page_shows_the_licence(rome: Packs, tmp_path: Path) -> None:
    licence = Publisher(tmp_path).licensed(LICENCE, number="L-77", school='St Mary’s <b>"x"</b>')
    pages = seen({path: content for path, content in bundled(rome, tmp_path, licence=licence).items() if path.startswith("catalogue/")})
    assert len(pages) > 5
    for page in pages.values():
        assert page.said("//aside[@class='school-licence']") == ['Licence L-77 · St Mary’s <b>"x"</b>']


def test_the_same_build_gives_the_same_bytes(rome: Packs, tmp_path: Path) -> None:
    bundled(rome, tmp_path)
    first = (tmp_path / "bundle.zip").read_bytes()
    bundled(rome, tmp_path)
    assert (tmp_path / "bundle.zip").read_bytes() == first


def test_without_a_site_there_are_pages_without_pictures(rome: Packs, tmp_path: Path) -> None:
    catalogue, curriculum = _catalogue(rome.root)
    entries = BuildFolder(rome.folder).entries()
    made = pages_for(catalogue, curriculum, entries, ["history/rome"], Shown.TEACHERS, BuildFolder(tmp_path))
    assert PAGE in made and not [path for path in made if path.endswith(".webp")]
    assert made["catalogue/assets/fonts/literata-600.woff"][:4] == b"wOFF"


def test_a_picture_of_an_older_build_is_not_shown(rome: Packs) -> None:
    catalogue, curriculum = _catalogue(rome.root)
    older = tuple(replace(entry, sha256="0" * 64, fingerprint="other") for entry in BuildFolder(rome.folder).entries())
    made = pages_for(catalogue, curriculum, older, ["history/rome"], Shown.TEACHERS, BuildFolder(rome.folder))
    assert {path.rpartition("/")[2] for path in made if path.endswith(".webp")} == {"card.webp"}


def test_sources_that_say_something_else_by_now_are_refused(rome: Packs, tmp_path: Path) -> None:
    root = tmp_path / "later"
    for wrong, why in (
        ({**ROME, "units/history/rome/topic.yaml": "title: Rome and its hills\n"}, "the sources no longer say of `history/rome`"),
        ({**ROME, "curriculum/curriculum.yaml": "title: [\n"}, "the sources have errors"),
    ):
        write_curriculum(root, wrong)
        asked = Bundling(rome.folder, WISH, version="never made", extras=(Pages(root, BuildFolder(rome.folder)),))
        with pytest.raises(Refused, match=why):
            bundle(asked, KEY, date(2026, 10, 1), tmp_path / "bundle.zip")
        assert not (tmp_path / "bundle.zip").exists()


def test_pages_that_were_made_before_need_no_sources(rome: Packs, tmp_path: Path) -> None:
    for root in (rome.root, tmp_path / "gone"):
        asked = Bundling(rome.folder, WISH, version="2", extras=(Pages(root, BuildFolder(rome.folder)),))
        bundle(asked, KEY, TODAY, tmp_path / f"{root.name}.zip")
    assert (tmp_path / "gone.zip").read_bytes() == (tmp_path / f"{rome.root.name}.zip").read_bytes()


def test_pages_tell_the_version_of_the_bundle(rome: Packs, tmp_path: Path) -> None:
    asked = Bundling(rome.folder, WISH, version="2031.4", extras=(Pages(rome.root, BuildFolder(rome.folder)),))
    bundle(asked, KEY, TODAY, tmp_path / "bundle.zip")
    assert b"Version 2031.4" in files(tmp_path / "bundle.zip")["catalogue/index.html"]


def test_a_bundle_of_one_topic_has_no_page_of_another(built: Packs, shipped_site: Path, tmp_path: Path) -> None:
    for name, place in (("packs", built.folder / "packs"), ("site", shipped_site)):
        (tmp_path / name).symlink_to(place)
    catalogue, curriculum = _catalogue(REPOSITORY)
    entries = tuple(e for e in BuildFolder(built.folder).entries() if e.topic == RIVERS)
    made = pages_for(catalogue, curriculum, entries, [RIVERS], Shown.TEACHERS, BuildFolder(tmp_path))
    assert not [path for path in made if "egypt" in path]
    pages = seen(made)
    assert list(broken_links(pages, {*made, *(entry.path for entry in entries)})) == []
    assert sum(path.endswith(".webp") for path in made) > 60
    sentences = " ".join(text for page in pages.values() for text in page.said("//blockquote|//q"))
    assert "pharaoh" not in sentences


def _catalogue(root: Path) -> tuple[Catalogue, Curriculum]:
    sequenced = pipeline.check(root).sequenced
    assert sequenced is not None
    return compose_catalogue(teach(sequenced)), sequenced.curriculum
