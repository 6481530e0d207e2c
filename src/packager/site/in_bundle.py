"""The catalogue in a bundle: pages of what is inside, which work from wherever the bundle is unpacked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from packager.bundle.contents import Contents
from packager.bundle.refused import Refused
from packager.document.catalogue import Catalogue, CatalogueTopic
from packager.model.curriculum import Curriculum
from packager.plan.build_folder import BuildFolder
from packager.plan.content import CONTENT_FILE
from packager.plan.record import INDEX_FILE, Entry
from packager.plan.store import CACHE, Store
from packager.render.html.stock import Shown
from packager.site.kept import kept_files
from packager.site.record import Record, read_record

IN_BUNDLE, SITE = "catalogue", "site"
"""The folders of the pages: in a bundle, beside `packs`; and in a build, where `packager site` puts them."""


def catalogue_pages(
    sources: Callable[[], tuple[Catalogue, Curriculum]], contents: Contents, entries: tuple[Entry, ...], build: BuildFolder
) -> Mapping[str, bytes]:
    """The pages of what a bundle holds, by their paths in it; raises Refused where the sources say something else by now.

    Pictures are taken from the site of the build; where there is none, pages go without. `sources` are asked only
    for pages that were not made before.
    """
    shown = Shown.PUPILS if contents.audience == "pupils" else Shown.TEACHERS
    wish = repr((sorted(contents.topics), contents.version, shown, [entry.path for entry in entries]))
    built = (build.text(name) for name in (INDEX_FILE, CONTENT_FILE))

    def make() -> Mapping[str, bytes]:
        from packager.site.bundle_pages import pages_for  # slow to load, and most schools are given pages made before

        catalogue, curriculum = sources()
        for name in contents.topics:
            if name not in catalogue.topics or _said_by(catalogue.topics[name]) != _said_in(contents.topics[name]):
                raise Refused(f"the sources no longer say of `{name}` what was built: build again, or add --no-catalogue")
        return pages_for(replace(catalogue, version=contents.version), curriculum, entries, contents.topics, shown, build)

    standing = standing_in(build)
    made_of = "\n".join((wish, *built, repr(sorted(standing.files.items())), repr(standing.decks)))
    return kept_files(Store(build.folder / CACHE), made_of.encode(), make)


def standing_in(build: BuildFolder) -> Record:
    """What the site of a build holds, of what still stands there."""
    site = BuildFolder(build.folder / SITE)
    record = read_record(site)
    return replace(record, files={path: key for path, key in record.files.items() if site.holds(path)})


def _said_by(topic: CatalogueTopic) -> tuple[Any, ...]:
    """What is compared of a topic, and is shown on its page: titles, questions, words with their meanings."""
    imprint = topic.imprint
    place = imprint.title, imprint.question, imprint.subject, imprint.year, topic.half_term
    lessons = tuple((lesson.title, lesson.question) for lesson in topic.lessons)
    return place, lessons, tuple((word.term, word.say) for word in topic.words)


def _said_in(topic: Mapping[str, Any]) -> tuple[Any, ...]:
    """The same, as the build tells it."""
    place = tuple(topic[name] for name in ("title", "question", "subject", "year", "half_term"))
    items = topic["items"]
    lessons = tuple((item["title"], item.get("question")) for item in items if item["kind"] == "lesson")
    return place, lessons, tuple((item.get("term"), item.get("say")) for item in items if item["kind"] == "word")
