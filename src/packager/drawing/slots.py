"""Labels above and below a bar, each with its pin, so that none overlaps another and no stem runs through one."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf

from packager.drawing.spread import Item, spread

MOST_TRIED = 400
"""How many arrangements are tried before the labels count as not fitting."""
_HAIR = 1e-6


@dataclass(frozen=True, slots=True)
class Flag:
    """A label `width` wide whose pin stands at `pin`; `reach` is how far it would rather begin before its pin."""

    pin: float
    width: float
    reach: float
    inset: float
    """How far its pin must stay from its ends."""
    top: bool = False
    """Whether it must stand above the bar."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a label goes: above the bar or below, in which row from the bar, and where it begins."""

    above: bool
    row: int
    left: float = 0.0


@dataclass(frozen=True, slots=True)
class Room:
    """The room for labels: from 0 to `width`, `rows` on each side, `gap` between two, pins `dot` apart at least."""

    width: float
    rows: tuple[int, int]
    gap: float
    dot: float


@dataclass(frozen=True, slots=True)
class _Row:
    """How far a row is taken, from the left: whether there is a label in it, and whether all in it fits."""

    end: float = -inf
    labelled: bool = False
    fits: bool = True

    def with_stem(self, pin: float, gap: float) -> _Row:
        """The row with the stem of a label in a farther one."""
        return _Row(pin, self.labelled, self.fits and self.end + gap <= pin + _HAIR)

    def with_label(self, item: Item, gap: float) -> _Row:
        """The row with one label more."""
        begin = max(item.low, self.end + gap)
        return _Row(begin + item.size, True, self.fits and begin <= item.high + _HAIR)


@dataclass(frozen=True, slots=True)
class _Sides:
    """The rows above the bar and below it, each with its last pin."""

    rows: tuple[tuple[_Row, ...], tuple[_Row, ...]]
    pins: tuple[float, float] = (-inf, -inf)

    def with_flag(self, flag: Flag, slot: Slot, room: Room) -> _Sides | None:
        """Both sides with one flag more; None where it does not fit."""
        side = 0 if slot.above else 1
        if flag.pin - self.pins[side] < room.dot:
            return None
        rows = list(self.rows[side])
        rows[: slot.row] = [row.with_stem(flag.pin, room.gap) for row in rows[: slot.row]]
        rows[slot.row] = rows[slot.row].with_label(_item(flag, True, room), room.gap)
        if any(row.labelled and not row.fits for row in rows[: slot.row + 1]):
            return None
        if slot.above:
            return _Sides((tuple(rows), self.rows[1]), (flag.pin, self.pins[1]))
        return _Sides((self.rows[0], tuple(rows)), (self.pins[0], flag.pin))


def place(flags: Sequence[Flag], room: Room) -> list[Slot] | None:
    """A slot for each of the flags, which come in the order of their pins; None where they do not fit."""
    chosen: list[Slot] = []
    sides = [_Sides(((_Row(),) * room.rows[0], (_Row(),) * room.rows[1]))]
    untried: list[Iterator[Slot]] = []
    for _ in range(MOST_TRIED):
        if len(chosen) == len(flags):
            return settle(flags, chosen, room)
        if len(untried) == len(chosen):
            untried.append(_slots(flags[len(chosen)], chosen, room))
        slot = next(untried[-1], None)
        if slot is None:
            untried.pop()
            if not chosen:
                return None
            chosen.pop()
            sides.pop()
        elif with_flag := sides[-1].with_flag(flags[len(chosen)], slot, room):
            chosen.append(slot)
            sides.append(with_flag)
    return None


def _slots(flag: Flag, chosen: Sequence[Slot], room: Room) -> Iterator[Slot]:
    """The slots to try, the other side than the last label's first."""
    if flag.top:
        yield from (Slot(True, row) for row in range(room.rows[0]))
        return
    above = not chosen[-1].above if chosen else True
    for row in range(max(room.rows)):
        for side in (above, not above):
            if row < room.rows[0 if side else 1]:
                yield Slot(side, row)


def _lefts(flags: Sequence[Flag], slots: Sequence[Slot], above: bool, room: Room) -> dict[int, float] | None:
    """Where each label on one side begins; None where they do not fit."""
    here = [i for i, slot in enumerate(slots) if slot.above is above]
    if any(flags[b].pin - flags[a].pin < room.dot for a, b in itertools.pairwise(here)):
        return None
    lefts: dict[int, float] = {}
    for row in {slots[i].row for i in here}:
        ids = [i for i in here if slots[i].row >= row]
        begins = spread([_item(flags[i], slots[i].row == row, room) for i in ids], room.gap)
        if begins is None:
            return None
        lefts.update((i, left) for i, left in zip(ids, begins, strict=True) if slots[i].row == row)
    return lefts


def _item(flag: Flag, label: bool, room: Room) -> Item:
    """The label of a flag, or its stem on the way to a farther row."""
    if not label:
        return Item(0, flag.pin, flag.pin, flag.pin)
    inset = min(flag.inset, flag.width / 2)
    low, high = max(0.0, flag.pin - flag.width + inset), min(flag.pin - inset, room.width - flag.width)
    return Item(flag.width, flag.pin - flag.reach, low, max(high, low) if flag.width <= room.width else low - 1)


def settle(flags: Sequence[Flag], slots: Sequence[Slot], room: Room) -> list[Slot] | None:
    """The slots with the places at which their labels begin; None where one does not fit its slot."""
    lefts: dict[int, float] = {}
    for above in (True, False):
        side = _lefts(flags, slots, above, room)
        if side is None:
            return None
        lefts.update(side)
    return [Slot(slot.above, slot.row, lefts[i]) for i, slot in enumerate(slots)]
