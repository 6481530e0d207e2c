"""`packager watch`: checks and builds on every save, and shows what changed."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from packager.cli.bridge import shown
from packager.cli.build import counted_files
from packager.cli.findings import counted, rendered
from packager.cli.preview_page import PreviewPage, Section
from packager.cli.root import current_root
from packager.document.lesson_deck import LessonDeck
from packager.pipeline import PRODUCT_NAMES, Checked
from packager.pipeline import build as build_files
from packager.pipeline import check as check_sources
from packager.plan.blocked import topic_ids
from packager.plan.build_folder import BuildFolder, CannotWrite
from packager.plan.last_build import Signatures, signatures
from packager.plan.memory import memory
from packager.plan.record import Entry
from packager.plan.standing import counted_pages
from packager.plan.wanted import wanted
from packager.render.look import Look
from packager.render.media import Media
from packager.render.preview.changed import Panel, changed_pages, changed_slides
from packager.render.renderer import Context
from packager.sequence.teaching import Teaching, teach

_BETWEEN = 0.25
"""Seconds between two looks at the sources; a save is complete where two looks see the same."""


@click.command()
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Where to write (default: ROOT/build).")
@click.option("--port", type=click.IntRange(0, 65535), default=8040, show_default=True, help="Of the page that shows what changed; 0: any.")
@click.pass_context
def watch(ctx: click.Context, out: Path | None, port: int) -> int:
    """Check and build whenever a source is saved, until Ctrl-C.

    Findings stand in the terminal. A page in the browser, on this machine only, shows the slides and pages that
    changed, and loads itself again.
    """
    root = current_root(ctx)
    try:
        page = PreviewPage(port)
    except OSError as error:
        raise click.UsageError(f"port {port} cannot be used: {error.strerror}; name another with --port") from error
    watching = Watching(root, out or root / "build", page)
    click.echo(f"watching {root}; what changes is shown at {page.address} (Ctrl-C ends)")
    try:
        for _ in saves(root):
            watching.build()
    except KeyboardInterrupt:
        click.echo("stopped watching; every file that was written is whole", err=True)
    finally:
        page.close()
    return 0


def saves(root: Path) -> Iterator[Signatures]:
    """The sources at once, and then whenever they have changed and stand still."""
    given: Signatures | None = None
    before = signatures(str(root))
    while True:
        seen = signatures(str(root))
        if seen == before != given:
            given = seen
            yield seen
        else:
            before = seen
            time.sleep(_BETWEEN)


@dataclass
class Watching:
    """Builds again and again; `before` is what the sources said the last time."""

    root: Path
    out: Path
    page: PreviewPage
    before: Teaching | None = None

    def build(self) -> None:
        """What changed is built, told and shown."""
        started, known, booklets = time.perf_counter(), memory(self.root, self.out), self._booklets()
        checked = check_sources(self.root, known)
        found = list(checked.found)
        try:
            built = build_files(checked, self.out, self._topics(checked), PRODUCT_NAMES, lambda *_: None, known=known)
        except CannotWrite as error:
            self._tell(f"error: {error}", ())
            return
        told = rendered(list(built.found), "text", self.root) if built.found else ""
        files = f"{counted_files(len(built.written))} written to {shown(self.out)}" if built.written else "nothing to build"
        summary = f"{time.strftime('%H:%M:%S')}  {files} in {time.perf_counter() - started:.1f} s ({counted(found)})"
        teaching = teach(checked.sequenced) if checked.sequenced else None
        changed = tuple(self._changed(teaching, built.written, booklets)) if teaching else ()
        self._tell("\n".join(part for part in (told, summary) if part), changed)
        self.before = teaching or self.before

    def _tell(self, said: str, sections: tuple[Section, ...]) -> None:
        self.page.show(said, sections)
        click.echo(said)

    def _topics(self, checked: Checked) -> tuple[str, ...]:
        return topic_ids(checked.curriculum) if checked.curriculum else ()

    def _booklets(self) -> dict[str, bytes]:
        """The booklets that stand, to compare with those that will."""
        entries = (entry for entry in BuildFolder(self.out).entries() if entry.is_quoted)
        return {entry.path: (self.out / entry.path).read_bytes() for entry in entries}

    def _changed(self, teaching: Teaching, written: tuple[Entry, ...], booklets: dict[str, bytes]) -> Iterator[Section]:
        """What there is to look at; nothing after the first build, in which everything is new."""
        if self.before is None:
            return
        for entry in written:
            if entry.is_quoted:
                yield _section(entry, changed_pages(booklets.get(entry.path), (self.out / entry.path).read_bytes()))
        for topic in dict.fromkeys(entry.topic for entry in written if entry.product == "deck" and entry.topic):
            old, new, context = _decks(self.before, topic), _decks(teaching, topic), self._context(teaching, topic)
            for entry in written:
                if (entry.product, entry.topic) == ("deck", topic):
                    yield _section(entry, changed_slides(old.get(entry.lesson), new[entry.lesson], context))

    def _context(self, teaching: Teaching, topic: str) -> Context:
        curriculum, folder = teaching.curriculum, BuildFolder(self.out)
        subject = curriculum.subject_of(curriculum.topics[topic])
        assert subject is not None, "what was built has a subject"
        booklet = next((entry for entry in folder.entries() if entry.topic == topic and entry.is_quoted), None)
        pages = counted_pages(folder, booklet) if booklet else None
        return Context(Look(curriculum.theme, subject.colour, subject.pattern), Media(curriculum.folder.read), pages or {})


def _section(entry: Entry, panels: Iterable[Panel]) -> Section:
    return Section(entry.path.rpartition("/")[2], tuple(panels))


def _decks(teaching: Teaching, topic: str) -> dict[int | None, LessonDeck]:
    """The decks of a topic by lesson; none where there was no such topic."""
    found = teaching.curriculum.topics.get(topic)
    return {each.lesson: each.document for each in wanted(teaching, found) if each.product == "deck"} if found else {}
