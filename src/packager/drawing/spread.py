"""Things along a line, pushed apart until none overlaps another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    """Something `size` long that would begin at `wish` and must begin between `low` and `high`."""

    size: float
    wish: float
    low: float
    high: float


def spread(items: Sequence[Item], gap: float) -> list[float] | None:
    """Where each item begins, in the order given and `gap` apart; None where they do not fit."""
    latest: list[float] = []
    limit = float("inf")
    for item in reversed(items):
        latest.append(min(item.high, limit - item.size - gap))
        limit = latest[-1]
    begins: list[float] = []
    for item, last in zip(items, reversed(latest), strict=True):
        first = max(item.low, begins[-1] + items[len(begins) - 1].size + gap) if begins else item.low
        if first > last + 1e-6:
            return None
        begins.append(min(max(item.wish, first), last))
    return begins
