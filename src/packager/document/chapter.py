"""A lesson's chapter as blocks: prose, figures and drawings in order, each new word marked once.

Booklets print the blocks; decks show the same blocks in passages.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import singledispatchmethod
from typing import Any, TypeVar

from packager.document import markup
from packager.document.nodes import (
    Block,
    BulletList,
    Drawing,
    Figure,
    Heading,
    Image,
    Paragraph,
    Pause,
    Quotation,
    Run,
    Runs,
    Source,
    Style,
    Table,
)
from packager.model import blocks as written
from packager.model import drawings, picture
from packager.model.lesson import Lesson
from packager.model.picture import Picture
from packager.model.topic import Topic
from packager.sequence.matching import Matcher
from packager.source.files import beside

T = TypeVar("T")
LABELS = {"map": "Map", "timeline": "Timeline", "diagram": "Diagram", "figure": "Picture"}


def chapter_blocks(topic: Topic, lesson: Lesson) -> tuple[Block, ...]:
    """The blocks of a lesson's chapter. Labels are numbered through the topic: `Map 1`, `Picture 3`."""
    return tuple(_Chapter(topic, lesson).blocks())


class Chapters:
    """The chapters of a topic as blocks, and whatever else several documents show, worked out once for all of them."""

    def __init__(self, topic: Topic) -> None:
        self.topic = topic
        self._blocks: dict[int, tuple[Block, ...]] = {}
        self._rest: dict[Any, Any] = {}

    def of(self, lesson: Lesson) -> tuple[Block, ...]:
        """The blocks of a lesson's chapter, as `chapter_blocks` gives them."""
        if lesson.number not in self._blocks:
            self._blocks[lesson.number] = chapter_blocks(self.topic, lesson)
        return self._blocks[lesson.number]

    def once(self, work: Callable[[Topic], T]) -> T:
        """What `work` makes of the topic."""
        if work not in self._rest:
            self._rest[work] = work(self.topic)
        found: T = self._rest[work]
        return found


def image(file: str, shown: Picture) -> Image:
    """A picture named in `file`, with its path from the root."""
    return Image(beside(file, shown.image), shown.alt, shown.credit.line)


def _count_before(topic: Topic, lesson: Lesson) -> Counter[str]:
    earlier = (block.kind for other in topic.lessons if other.number < lesson.number for block in other.chapter)
    return Counter(kind for kind in earlier if kind in LABELS)


@dataclass
class _Chapter:
    """Walks one chapter; `waiting` holds the terms whose introduction has not been met yet."""

    topic: Topic
    lesson: Lesson
    counts: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.counts = _count_before(self.topic, self.lesson)
        terms = self.topic.introduced_in(self.lesson.number)
        self.waiting = {term.term: term for term in terms}
        self.matcher = Matcher((term.term, term) for term in terms)

    def blocks(self) -> Iterator[Block]:
        made_of = self._block  # looked up once: to bind a function of this kind takes longer than to call it
        for number, block in enumerate(self.lesson.chapter, 1):
            kind = block.kind
            yield from made_of(getattr(block, kind), f"lesson-{self.lesson.number}/chapter/{number}", kind)

    def _label(self, kind: str) -> str:
        self.counts[kind] += 1
        return f"{LABELS[kind]} {self.counts[kind]}"

    @singledispatchmethod
    def _block(self, content: str, where: str, kind: str) -> Iterator[Block]:
        if kind == "heading":
            yield Heading(where, content)
            return
        for number, piece in enumerate(markup.parse(content), 1):
            runs = tuple(self._marked(runs) for runs in piece.runs)
            here = f"{where}/{number}"
            if piece.kind == "paragraph":
                yield Paragraph(here, runs[0])
            else:
                yield (BulletList if piece.kind == "list" else Quotation)(here, runs)

    @_block.register
    def _(self, content: picture.Figure, where: str, kind: str) -> Iterator[Block]:
        yield Figure(where, self._label(kind), image(self.lesson.file, content), content.caption)

    @_block.register
    def _(self, content: drawings.Drawn, where: str, kind: str) -> Iterator[Block]:
        credit = getattr(content, "credit", None)
        yield Drawing(
            id=where,
            kind=kind,
            label=self._label(kind),
            title=content.title,
            alt=content.alt,
            caption=content.caption or content.title,
            credit=credit.line if credit else "",
            model=content,  # type: ignore[arg-type]  # Drawn's subclasses are exactly the union
            image=self._labelled(content),
        )

    @_block.register
    def _(self, content: written.Table, where: str, kind: str) -> Iterator[Block]:
        yield Table(where, content.title, content.columns, content.rows)

    @_block.register
    def _(self, content: written.Source, where: str, kind: str) -> Iterator[Block]:
        paragraphs = tuple(runs for piece in markup.parse(content.text) for runs in piece.runs)
        yield Source(where, paragraphs, _attribution(content))

    @_block.register
    def _(self, content: written.Pause, where: str, kind: str) -> Iterator[Block]:
        yield Pause(where, content.ask, content.how, content.answer)

    def _labelled(self, content: drawings.Drawn) -> Image | None:
        if not isinstance(content, drawings.Labelled):
            return None
        return Image(beside(self.lesson.file, content.image), content.alt, content.credit.line if content.credit else "")

    def _marked(self, runs: Runs) -> Runs:
        return tuple(part for run in runs for part in self._split(run)) if self.waiting else runs

    def _split(self, run: Run) -> Iterator[Run]:
        """The run with each waiting term, at its first place, as a run of its own and its respelling behind it."""
        matches = self.matcher.matches(run.text)
        if not matches:
            yield run
            return
        end = 0
        for match in matches:
            term = self.waiting.pop(match.key, None)
            if term is None:
                continue
            if match.start > end:
                yield replace(run, text=run.text[end : match.start])
            yield Run(run.text[match.start : match.end], Style.TERM)
            if term.say:
                yield Run(f" ({term.say})", Style.SAY)
            end = match.end
        if end < len(run.text):
            yield replace(run, text=run.text[end:])


def _attribution(source: written.Source) -> str:
    """Where a source comes from and its date, as one phrase."""
    return f"{source.from_.rstrip('.')}, {source.date}" if source.date else source.from_
