"""Pictures of what is in packs: which there are, and how each is made when it is wanted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from packager.document.catalogue import CatalogueTopic
from packager.plan.artifact import Artifact
from packager.plan.build_folder import BuildFolder
from packager.plan.record import Entry
from packager.plan.standing import counted_pages
from packager.plan.wanted import wanted
from packager.render.html.paths import folder_of
from packager.render.html.stock import Inside, Preview, Shown
from packager.render.look import Look
from packager.render.media import Media
from packager.render.preview.deck import VERSION, Samples, sample_picture, samples
from packager.render.preview.raster import CARD, PAGE, SLIDE, PdfPages, card_picture, page_picture, pdf_pages
from packager.render.preview.slide import SlidePainter
from packager.render.registry import RENDERERS
from packager.render.renderer import Context
from packager.sequence.teaching import Teaching
from packager.site.record import Piece, Record

PAGES_SHOWN = 2
"""Of each chapter: its opening, and a page of reading."""


@dataclass
class TopicInside:
    """The pictures of one topic. What was made before is not made again; `decks` gathers what is known of decks."""

    teaching: Teaching
    topic: CatalogueTopic
    build: Path
    entries: tuple[Entry, ...]
    before: Record
    shown: Shown
    pieces: dict[str, Piece] = field(default_factory=dict)
    decks: dict[str, Any] = field(default_factory=dict)

    def found(self) -> Inside:
        """Every picture; `pieces` then holds how each is made."""
        booklet = booklet_among(self.entries)
        pages = pdf_pages(self.build / booklet.path) if booklet else PdfPages(0, ())
        cover = self._page(booklet, 0, "cover", f"The cover of the booklet {self.topic.imprint.title}") if booklet and pages.count else None
        if self.shown is Shown.PUBLIC:
            return Inside(cover)
        chapters = {number: tuple(self._chapter(booklet, pages, number)) for number in self._numbers} if booklet else {}
        decks = {} if self.shown is Shown.PUPILS else dict(self._decks())
        counts = {number: count for number, (_, count) in decks.items()}
        return Inside(cover, chapters, {number: previews for number, (previews, _) in decks.items()}, counts)

    def card(self) -> Preview | None:
        """The wide picture of the topic, from its cover's."""
        cover = self.topic.cover
        if cover is None:
            return None
        path, media = f"previews/{self._folder}/card.webp", self._context.media
        self.pieces[path] = Piece(sha256(media.content(cover.path)).hexdigest(), partial(card_picture, media, cover.path))
        return Preview(path, *CARD, "")

    @property
    def _numbers(self) -> tuple[int, ...]:
        return tuple(lesson.number for lesson in self.topic.lessons)

    @property
    def _folder(self) -> str:
        return folder_of(self.topic)

    def _page(self, booklet: Entry, index: int, name: str, label: str) -> Preview:
        path = f"previews/{self._folder}/{name}.webp"
        self.pieces[path] = Piece(page_key(booklet, index), partial(page_picture, self.build / booklet.path, index))
        return Preview(path, *PAGE, label)

    def _chapter(self, booklet: Entry, pages: PdfPages, number: int) -> Iterator[Preview]:
        """The first pages of a chapter, which the PDF's outline tells."""
        starts = [index for title, index in pages.outline if title.startswith(f"{number}. ")]
        ends = [index for title, index in pages.outline if title.startswith(f"{number + 1}. ")]
        last = ends[0] if ends else pages.count
        for index in range(starts[0], min(starts[0] + PAGES_SHOWN, last)) if starts else ():
            label = f"Booklet, page {index + 1}: lesson {number}"
            yield self._page(booklet, index, f"{number}-page-{index - starts[0] + 1}", label)

    def _decks(self) -> Iterator[tuple[int, tuple[tuple[Preview, ...], int]]]:
        for entry in self.entries:
            if entry.product == "deck" and entry.lesson in self._numbers:
                assert entry.lesson is not None
                yield entry.lesson, self._deck(entry, entry.lesson)

    def _deck(self, entry: Entry, lesson: int) -> tuple[tuple[Preview, ...], int]:
        key = f"{entry.fingerprint} {VERSION}"
        known: Any = self.before.decks.get(key)
        if not is_known(known):
            found = self._samples(lesson)
            known = {"count": found.count, "shown": [[each.number, each.label] for each in found.shown]}
        self.decks[key] = known
        previews = []
        for place, (number, label) in enumerate(known["shown"]):
            path = f"previews/{self._folder}/{lesson}-slide-{number}.webp"
            self.pieces[path] = Piece(key, partial(self._picture, lesson, place))
            previews.append(Preview(path, *SLIDE, label))
        return tuple(previews), known["count"]

    def _picture(self, lesson: int, place: int) -> bytes:
        return sample_picture(self._samples(lesson).shown[place], self._painter)

    def _samples(self, lesson: int) -> Samples:
        if lesson not in self._sampled:
            self._sampled[lesson] = samples(self._artifacts["deck", lesson].document, self._paged)
        return self._sampled[lesson]

    @cached_property
    def _painter(self) -> SlidePainter:
        return SlidePainter(self._context.look, self._context.media)

    @cached_property
    def _sampled(self) -> dict[int, Samples]:
        return {}

    @cached_property
    def _artifacts(self) -> Mapping[tuple[str, int | None], Artifact]:
        found = self.teaching.curriculum.topics[self.topic.id]
        return {
            (artifact.product, artifact.lesson): artifact for artifact in wanted(self.teaching, found) if artifact.format in ("pdf", "pptx")
        }

    @cached_property
    def _context(self) -> Context:
        curriculum, imprint = self.teaching.curriculum, self.topic.imprint
        return Context(Look(curriculum.theme, imprint.colour, imprint.pattern), Media(curriculum.folder.read))

    @cached_property
    def _paged(self) -> Context:
        """With the pages of the booklet, which slides quote."""
        return Context(self._context.look, self._context.media, self._pages_of_booklet())

    def _pages_of_booklet(self) -> Mapping[str, int]:
        """As the build counted them; where that is not known, the booklet is set again."""
        entry = booklet_among(self.entries)
        pages = counted_pages(BuildFolder(self.build), entry) if entry else None
        return pages if pages is not None else RENDERERS["booklet", "pdf"](self._artifacts["booklet", None].document, self._context).pages


def booklet_among(entries: tuple[Entry, ...]) -> Entry | None:
    """The booklet whose pages are shown."""
    return next((e for e in entries if e.is_quoted), None)


def page_key(booklet: Entry, index: int) -> str:
    """What changes when the picture of a page would."""
    return f"{booklet.sha256} {index} {VERSION}"


def is_known(known: Any) -> bool:
    """Whether a record tells of a deck what is needed: anyone may have edited it."""
    try:
        return isinstance(known["count"], int) and all(isinstance(n, int) and isinstance(label, str) for n, label in known["shown"])
    except (KeyError, TypeError, ValueError):
        return False
