"""The pictures that a site has made already, of those that still show what is built."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from packager.document.catalogue import Catalogue, CatalogueTopic
from packager.plan.record import Entry
from packager.render.html.paths import folder_of
from packager.render.html.stock import Inside, Preview, Shown
from packager.render.preview.deck import VERSION
from packager.render.preview.raster import CARD, PAGE, SLIDE
from packager.site.inside import PAGES_SHOWN, booklet_among, is_known, page_key
from packager.site.record import Record


def standing_inside(
    catalogue: Catalogue, entries: tuple[Entry, ...], standing: Record, shown: Shown
) -> tuple[dict[str, Inside], dict[str, Preview]]:
    """What there is to look at of each topic, and its card."""
    inside, cards = dict[str, Inside](), dict[str, Preview]()
    for topic in catalogue.topics.values():
        found = _Standing(topic, tuple(entry for entry in entries if entry.topic == topic.id), standing)
        inside[topic.id] = found.inside(shown)
        if topic.cover and f"{found.folder}/card.webp" in standing.files:
            cards[topic.id] = Preview(f"{found.folder}/card.webp", *CARD, "")
    return inside, cards


class _Standing:
    """The pictures of one topic."""

    def __init__(self, topic: CatalogueTopic, entries: tuple[Entry, ...], standing: Record) -> None:
        self.topic, self.entries, self.standing = topic, entries, standing
        self.folder, self.booklet = f"previews/{folder_of(topic)}", booklet_among(entries)

    def inside(self, shown: Shown) -> Inside:
        """Those of its booklet and, for teachers, of its decks."""
        numbers = [lesson.number for lesson in self.topic.lessons]
        pages = {number: tuple(self._pages(number)) for number in numbers}
        decks = {} if shown is Shown.PUPILS else {e.lesson: e for e in self.entries if e.product == "deck" and e.lesson in numbers}
        slides = {number: self._slides(entry, number) for number, entry in decks.items() if number is not None}
        counts = {number: count for number, (_, count) in slides.items()}
        return Inside(self._cover(), pages, {number: previews for number, (previews, _) in slides.items()}, counts)

    def _cover(self) -> Preview | None:
        label = f"The cover of the booklet {self.topic.imprint.title}"
        return Preview(f"{self.folder}/cover.webp", *PAGE, label) if self._index("cover") is not None else None

    def _pages(self, number: int) -> Iterator[Preview]:
        for place in range(1, PAGES_SHOWN + 1):
            index = self._index(f"{number}-page-{place}")
            if index is not None:
                yield Preview(f"{self.folder}/{number}-page-{place}.webp", *PAGE, f"Booklet, page {index + 1}: lesson {number}")

    def _index(self, name: str) -> int | None:
        """Which page of the booklet as it is built a picture shows, counted from 0."""
        key = self.standing.files.get(f"{self.folder}/{name}.webp", "").split()
        is_page = self.booklet is not None and len(key) == 3 and key[1].isdecimal()
        return int(key[1]) if self.booklet and is_page and " ".join(key) == page_key(self.booklet, int(key[1])) else None

    def _slides(self, entry: Entry, lesson: int) -> tuple[tuple[Preview, ...], int]:
        known: Any = self.standing.decks.get(f"{entry.fingerprint} {VERSION}")
        if not is_known(known):
            return (), 0
        paths = ((f"{self.folder}/{lesson}-slide-{number}.webp", label) for number, label in known["shown"])
        return tuple(Preview(path, *SLIDE, label) for path, label in paths if path in self.standing.files), known["count"]
