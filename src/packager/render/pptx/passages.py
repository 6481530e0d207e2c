"""Prose on slides: cut at the ends of sentences, by measured text, into as few slides as hold it, evenly filled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from packager.document.nodes import BulletList, Paragraph, Prose, Quotation, Source
from packager.render.deck import Line, Words, line
from packager.render.pptx.bench import words
from packager.render.pptx.fit import POINTS, Setter
from packager.render.pptx.layout import Place
from packager.render.pptx.sentences import cut, sentences

_SLIDE, _LONE, _INSIDE, _QUOTED, _FILLED = 10_000.0, 8_000.0, 60.0, 12_000.0, 1_000.0
"""What a slide costs, a lone line, a cut inside a paragraph, one inside a quotation, and a slide that is full."""
_QUOTATION, _ATTRIBUTION = 3, 4
"""The levels of words of somebody else, and of where they come from."""
_APART = 16.0
"""The space between a quotation and the prose around it, in points."""
_IMPOSSIBLE = float("inf")


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence: its block, the number of its paragraph, and whether it begins it."""

    block: str
    paragraph: int
    words: tuple[Words, ...]
    level: int
    first: bool


@dataclass(frozen=True, slots=True)
class Portion:
    """What one slide shows of a passage; `blocks` are the ids of the blocks it shows, in order."""

    lines: tuple[Line, ...]
    blocks: tuple[str, ...]


def portions(prose: Sequence[Prose], setter: Setter, place: Place, last: Place | None = None) -> tuple[list[Portion], set[str]]:
    """A passage cut into portions for `place`, the last for `last`, beside a picture, if that is given.

    Also the ids of blocks with a sentence that no slide holds, which had to be cut inside.
    """
    narrow = last or place
    whole = list(_units(prose))
    units = tuple(piece for unit in whole for piece in _held(unit, setter, narrow))
    broken = {unit.block for unit in whole if unit not in units}
    starts = _best(units, setter, place, narrow)
    return [_portion(units[i:j]) for i, j in zip(starts, [*starts[1:], len(units)], strict=True)], broken


def _best(units: tuple[Unit, ...], setter: Setter, place: Place, last: Place) -> list[int]:
    """The positions at which portions begin, so that their cost is least."""
    total = len(units)
    best: list[tuple[float, int]] = [(0.0, total)] * (total + 1)
    for start in reversed(range(total)):
        options: list[tuple[float, int]] = []
        for end in range(start + 1, total + 1):
            cost = _cost(units, start, end, setter, last if end == total else place)
            if cost == _IMPOSSIBLE and options:
                break
            options.append((cost + best[end][0], end))
        best[start] = min(options)
    starts, at = [], 0
    while at < total:
        starts.append(at)
        at = best[at][1]
    return starts


def _cost(units: tuple[Unit, ...], start: int, end: int, setter: Setter, place: Place) -> float:
    lines = _lines(units[start:end])
    share = setter.height(lines, place, place.box.w) / (place.box.h * POINTS)
    if share > 1 and end - start > 1:
        return _IMPOSSIBLE
    cost = _SLIDE + _FILLED * share * share
    opens = not units[start].first
    closes = end < len(units) and not units[end].first
    if opens and _alone(lines[0], setter, place):
        cost += _LONE
    if closes and _alone(lines[-1], setter, place):
        cost += _LONE
    return cost + _INSIDE * closes + (_parted(units[end - 1], units[end]) if end < len(units) else 0)


def _parted(before: Unit, after: Unit) -> float:
    """What it costs more to part two sentences: a quotation stays whole and with its attribution."""
    if after.level == _ATTRIBUTION:
        return 2 * _LONE
    return _QUOTED if before.block == after.block and after.level == _QUOTATION else 0


def _alone(paragraph: Line, setter: Setter, place: Place) -> bool:
    return setter.count(paragraph, place.level(paragraph.level), place.box.w * POINTS) < 2


def _portion(units: Sequence[Unit]) -> Portion:
    return Portion(_lines(units), tuple(dict.fromkeys(unit.block for unit in units)))


def _lines(units: Sequence[Unit]) -> tuple[Line, ...]:
    """The units as paragraphs, the sentences of each joined again."""
    joined: dict[int, list[Unit]] = {}
    for unit in units:
        joined.setdefault(unit.paragraph, []).append(unit)
    lines: list[Line] = []
    for group in joined.values():
        level = group[0].level
        before = _APART if lines and (lines[-1].level < _QUOTATION) != (level < _QUOTATION) else None
        lines.append(Line(_trimmed([w for unit in group for w in unit.words]), level, before))
    return tuple(lines)


def _trimmed(stretches: list[Words]) -> tuple[Words, ...]:
    last = stretches[-1]
    merged: list[Words] = []
    for part in [*stretches[:-1], Words(last.text.rstrip(), last.bold, last.italic, last.tone)]:
        before = merged[-1] if merged else None
        if before and (before.bold, before.italic, before.tone) == (part.bold, part.italic, part.tone):
            merged[-1] = Words(before.text + part.text, part.bold, part.italic, part.tone)
        else:
            merged.append(part)
    return tuple(merged)


def _units(prose: Sequence[Prose]) -> Iterator[Unit]:
    number = 0
    for block in prose:
        for paragraph in _paragraphs(block):
            for position, sentence in enumerate(sentences(paragraph.words)):
                yield Unit(block.id, number, sentence, paragraph.level, position == 0)
            number += 1


def _paragraphs(block: Prose) -> Iterator[Line]:
    if isinstance(block, Paragraph):
        yield Line(words(block.runs))
    elif isinstance(block, BulletList):
        yield from (Line(words(runs), 2) for runs in block.items)
    elif isinstance(block, Quotation | Source):
        yield from (Line(words(runs), _QUOTATION) for runs in block.paragraphs)
    if isinstance(block, Source) and block.attribution:
        yield line(block.attribution[0].upper() + block.attribution[1:], _ATTRIBUTION)


def _held(unit: Unit, setter: Setter, place: Place) -> Iterator[Unit]:
    """The unit, or pieces of it that a slide can hold where it is longer than one."""
    level = place.level(unit.level)
    most = int(place.box.h * POINTS // level.pitch)
    broken = setter.broken(Line(unit.words), level, place.box.w * POINTS)
    if len(broken) <= most:
        yield unit
        return
    text = "".join(part.text for part in unit.words)
    at = 0
    for first in range(0, len(broken), most):
        end = at
        for piece in broken[first : first + most]:
            end = text.index(piece, end) + len(piece)
        end = len(text) if first + most >= len(broken) else end + (len(text[end:]) - len(text[end:].lstrip()))
        yield Unit(unit.block, unit.paragraph, cut(unit.words, at, end), unit.level, unit.first and first == 0)
        at = end
