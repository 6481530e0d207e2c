"""Prose on slides: cut at the ends of sentences, by measured text, into as few slides as hold it, evenly filled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from packager.document.nodes import BulletList, Paragraph, Prose, Quotation, Source
from packager.render.deck import Line, Tone, Words, line
from packager.render.pptx.divide import QUOTATION, Unit, Whole, divided
from packager.render.pptx.fit import POINTS, Setter, ems
from packager.render.pptx.layout import Place
from packager.render.pptx.sentences import cut, ends
from packager.render.pptx.slide_maker import words

_APART = 16.0
"""The space between a quotation and the prose around it, in points."""


@dataclass(frozen=True, slots=True)
class Portion:
    """What one slide shows of a passage, and the part of its place that it fills; `blocks` are the ids of the blocks it shows."""

    lines: tuple[Line, ...]
    blocks: tuple[str, ...]
    share: float = 0.0


def portions(prose: Sequence[Prose], setter: Setter, place: Place, last: Place | None = None) -> tuple[list[Portion], set[str]]:
    """A passage cut into portions for `place`, the last for `last`, beside a picture, if that is given.

    Also the ids of blocks with a sentence that no slide holds, which had to be cut inside.
    """
    narrow = last or place
    blocks, lines = list[str](), list[Line]()
    for block in prose:
        for paragraph in _of_block(block):
            blocks.append(block.id)
            lines.append(_spaced(_joined(paragraph.words), paragraph.level, lines))
    share = setter.height(lines, narrow, narrow.box.w) / (narrow.box.h * POINTS)
    if share <= 1:
        return [Portion(tuple(lines), tuple(dict.fromkeys(blocks)), share)], set()
    units = [
        unit for n, (block, paragraph) in enumerate(zip(blocks, lines, strict=True)) for unit in _units(block, n, paragraph, setter, narrow)
    ]
    slides = divided(Whole(units, lines), setter, place, narrow)
    return [_portion(units[part.start : part.stop], lines, share) for part, share in slides], {unit.block for unit in units if unit.is_part}


def _portion(units: Sequence[Unit], paragraphs: Sequence[Line], share: float) -> Portion:
    """The units as paragraphs, the sentences of each joined again."""
    lines = list[Line]()
    for number, group in groupby(units, lambda unit: unit.paragraph):
        first, *_ = listed = list(group)
        whole = paragraphs[number]
        lines.append(_spaced(_trimmed(cut(whole.words, first.start, listed[-1].end)), whole.level, lines))
    return Portion(tuple(lines), tuple(dict.fromkeys([unit.block for unit in units])), share)


def _spaced(words: tuple[Words, ...], level: int, above: Sequence[Line]) -> Line:
    """A paragraph below others."""
    return Line(words, level, _APART if above and (above[-1].level < QUOTATION) != (level < QUOTATION) else None)


def _joined(stretches: Iterable[Words]) -> tuple[Words, ...]:
    """The stretches without the space behind them, those of one style as one."""
    joined: list[Words] = []
    for part in stretches:
        if joined and _style(joined[-1]) == _style(part):
            joined[-1] = Words(joined[-1].text + part.text, *_style(part))
        else:
            joined.append(part)
    return _trimmed(tuple(joined))


def _trimmed(stretches: tuple[Words, ...]) -> tuple[Words, ...]:
    if not stretches or not stretches[-1].text[-1:].isspace():
        return stretches
    *before, last = stretches
    return (*before, Words(last.text.rstrip(), *_style(last)))


def _style(part: Words) -> tuple[bool, bool, Tone | None, str | None]:
    return part.bold, part.italic, part.tone, part.language


def _of_block(block: Prose) -> Iterator[Line]:
    """The paragraphs of a block."""
    if isinstance(block, Paragraph):
        yield Line(words(block.runs))
    elif isinstance(block, BulletList):
        yield from (Line(words(runs), 2) for runs in block.items)
    elif isinstance(block, Quotation | Source):
        yield from (Line(words(runs), QUOTATION) for runs in block.paragraphs)
    if isinstance(block, Source) and block.attribution:
        yield line(block.attribution[0].upper() + block.attribution[1:], QUOTATION + 1)


def _units(block: str, number: int, paragraph: Line, setter: Setter, place: Place) -> Iterator[Unit]:
    """The sentences of a paragraph, one longer than a slide in parts that a slide can hold."""
    level = place.level(paragraph.level)
    room, most = ems(place.box.w * POINTS, level), int(place.box.h * POINTS // level.pitch)
    fits, start = setter.measured(paragraph.words, level).count(room) <= most, 0
    for end in ends(paragraph.text):
        broken = [] if fits else setter.measured(cut(paragraph.words, start, end), level).lines(room)
        if len(broken) <= most:
            yield Unit(block, number, start, end, paragraph.level)
        else:
            yield from (Unit(block, number, *part, paragraph.level, True) for part in _parts(paragraph.text, start, end, broken, most))
        start = end


def _parts(text: str, start: int, end: int, broken: Sequence[str], most: int) -> Iterator[tuple[int, int]]:
    """Where parts of a sentence of too many lines begin and end, each of at most so many."""
    at = start
    for first in range(0, len(broken), most):
        reached = at
        for piece in broken[first : first + most]:
            reached = text.index(piece, reached) + len(piece)
        reached = end if first + most >= len(broken) else end - len(text[reached:end].lstrip())
        yield at, reached
        at = reached
