"""Decks and booklets written warm, beside python-pptx, python-docx, PptxGenJS and pandoc on the same content, and beside the limit.

Of each file the arranging and the writing count, not the composing, nor the laying out of the booklet whose pages are
quoted; pictures have been turned into pixels before, for all alike. Maps, timelines and diagrams are known in the same way,
as they are to a build after an edit of something else: the others draw none. What decks and booklets take that lay theirs out
anew stands beside, without a need, from coasts and rivers that are known to the process. The others measure no text.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from io import BytesIO
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from packager import pipeline
from packager.plan.artifact import Artifact
from packager.plan.wanted import wanted
from packager.render import drawn
from packager.render.look import Look
from packager.render.media import Media, ReadFile
from packager.render.pptx import known
from packager.render.registry import RENDERERS
from packager.render.renderer import Context
from tests.bench import naive
from tests.bench.measure import Measure, Setting, at_least, at_most
from tests.bench.peers.programs import pandoc, pptxgenjs
from tests.bench.plain import PlainSlide, plain_slides, read_topic, words_of
from tests.bench.synthetic import write_synthetic

TOPICS = 3
OFFICE = ("pptx", "docx", "xlsx")


@dataclass(frozen=True)
class Made:
    """One topic: what it is rendered from, in the context of its booklet's pages, and the same as plain slides and fields."""

    artifacts: tuple[Artifact, ...]
    context: Context
    read: ReadFile
    slides: dict[int, list[PlainSlide]]
    naive_booklet: Callable[[], Any]

    def render(self, artifact: Artifact) -> bytes:
        """A file as bytes."""
        pages = self.context.pages if "booklet" in artifact.needs else {}
        return RENDERERS[artifact.product, artifact.format](artifact.document, replace(self.context, pages=pages)).content


def measures(setting: Setting) -> Iterator[Measure]:
    """The ratios of issue 5 that concern single files, medians of as many runs as are asked for, five at least."""
    runs = max(5, setting.runs)
    with TemporaryDirectory() as folder:
        root = Path(folder) / "curriculum"
        write_synthetic(root, TOPICS)
        topics = list(_topics(root))
        yield from _decks(topics, runs)
        yield from _booklets(topics, runs)
        yield _limit(topics, Path(folder) / "out", runs)


def _decks(topics: Sequence[Made], runs: int) -> Iterator[Measure]:
    decks = [(topic, artifact) for topic in topics for artifact in topic.artifacts if artifact.product == "deck"]
    slides = [topic.slides[artifact.lesson or 0] for topic, artifact in decks]
    work = [lambda t=t, a=a: t.render(a) for t, a in decks]  # type: ignore[misc]
    ours, theirs = _in_turns(work, [lambda s=s: naive.deck(s).save(BytesIO()) for s in slides], runs)  # type: ignore[misc]
    middle = len(decks) // 2
    one = _seconds(work[middle : middle + 1], runs)
    yield Measure("deck", 1000 * ours / len(decks), "ms")
    yield Measure("deck with its drawings laid out anew", 1000 * _seconds(_anew(decks), runs) / len(decks), "ms")
    yield Measure("slides of a naive deck", sum(map(len, slides)) / len(slides), "slides")
    yield at_least("deck against python-pptx", theirs / ours, "times faster", 20)
    yield _against("deck against pptxgenjs", pptxgenjs(slides[middle], runs), one, 8)
    yield _against("deck against pandoc", pandoc(slides[middle], runs), one, 40)


def _booklets(topics: Sequence[Made], runs: int) -> Iterator[Measure]:
    booklets = [(t, a) for t in topics for a in t.artifacts if (a.product, a.format) == ("booklet", "docx")]
    work = [lambda t=t, a=a: t.render(a) for t, a in booklets]  # type: ignore[misc]
    ours, theirs = _in_turns(work, [lambda t=t: t.naive_booklet().save(BytesIO()) for t in topics], runs)  # type: ignore[misc]
    yield Measure("booklet", 1000 * ours / len(booklets), "ms")
    yield Measure("booklet with its drawings laid out anew", 1000 * _seconds(_anew(booklets), runs) / len(booklets), "ms")
    yield at_least("booklet against python-docx", theirs / ours, "times faster", 30)


class _Forgetful(Media):
    """Pictures of which the pixels are kept, and no drawing."""

    def kept(self, key: str, make: Callable[[], bytes]) -> bytes:
        """What `make` gives, made anew."""
        known._laid_out.cache_clear()
        drawn._laid_out.cache_clear()
        return make()


def _anew(files: Sequence[tuple[Made, Artifact]]) -> list[Callable[[], object]]:
    """The work of making files whose drawings nobody knows."""
    forgetful = {id(topic): replace(topic, context=replace(topic.context, media=_Forgetful(topic.read))) for topic, _ in files}
    again = [(forgetful[id(topic)], artifact) for topic, artifact in files]
    return [lambda t=t, a=a: t.render(a) for t, a in again]  # type: ignore[misc]


def _limit(topics: Sequence[Made], out: Path, runs: int) -> Measure:
    """All office files of the topics made and written, beside writing the bytes that they became."""
    files = [(topic, artifact) for topic in topics for artifact in topic.artifacts if artifact.format in OFFICE]
    ready = {artifact.path: topic.render(artifact) for topic, artifact in files}

    def make() -> None:
        _write(out, ((artifact.path, topic.render(artifact)) for topic, artifact in files))

    made, limit = _in_turns([make], [lambda: _write(out, ready.items())], runs)
    return at_most("office files against writing the same bytes", made / limit, "ratio", 4)


def _write(out: Path, files: Iterable[tuple[str, bytes]]) -> None:
    for path, content in files:
        place = out / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)


def _topics(root: Path) -> Iterator[Made]:
    teaching = pipeline.read(root)
    assert teaching is not None
    for topic in teaching.curriculum.topics.values():
        subject, folder = teaching.curriculum.subject_of(topic), root / Path(topic.file).parent
        assert subject is not None
        artifacts = tuple(wanted(teaching, topic))
        read = teaching.curriculum.folder.read
        context = Context(Look(teaching.curriculum.theme, subject.colour, subject.pattern), Media(read))
        counted = RENDERERS["booklet", "pdf"](artifacts[0].document, context)
        fields, lessons = read_topic(root / topic.file)
        slides = {n: plain_slides(lesson, words_of(fields, n), folder) for n, lesson in enumerate(lessons, 1)}
        booklet = partial(naive.booklet, fields, lessons, folder)
        yield Made(artifacts, replace(context, pages=counted.pages), read, slides, booklet)


def _in_turns(ours: Sequence[Callable[[], object]], theirs: Sequence[Callable[[], object]], runs: int) -> tuple[float, float]:
    """The medians of the seconds of two works that are done in turns, so that a machine that slows down slows both."""
    taken = [(_once(ours), _once(theirs)) for _ in range(runs + 1)][1:]
    return median(each[0] for each in taken), median(each[1] for each in taken)


def _seconds(work: Sequence[Callable[[], object]], runs: int) -> float:
    """The median of the seconds that all the work takes, after it was done once to warm up."""
    return median([_once(work) for _ in range(runs + 1)][1:])


def _once(work: Sequence[Callable[[], object]]) -> float:
    """The seconds that all the work takes, with no garbage of others."""
    gc.collect()
    start = time.perf_counter()
    for each in work:
        each()
    return time.perf_counter() - start


def _against(name: str, theirs: float | None, ours: float, need: float) -> Measure:
    return Measure(name, None, "times faster", need) if theirs is None else at_least(name, theirs / ours, "times faster", need)
