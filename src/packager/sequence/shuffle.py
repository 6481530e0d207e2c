"""An order that looks mixed and never changes: quizzes must not reshuffle between builds."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import TypeVar

T = TypeVar("T")


def shuffled(items: Sequence[T], seed: str) -> tuple[T, ...]:
    """The items in an order that depends only on `seed` and on what they say, not on where they stood."""
    return tuple(sorted(items, key=lambda item: sha256(f"{seed}|{item}".encode()).digest()))
