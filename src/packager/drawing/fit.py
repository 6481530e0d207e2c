"""Trying until something fits: smaller text, then fewer steps."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from packager.drawing.shapes import Trouble
from packager.model.drawings import Step

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Fitted(Generic[T]):
    """What was made, and what had to be left out for it."""

    made: T | None
    troubles: tuple[Trouble, ...] = ()


def sizes(usual: float, least: float) -> Iterator[float]:
    """The sizes of text to try, the largest first."""
    size = usual
    while size > least:
        yield size
        size *= 0.94
    yield least


def fit_steps(steps: Sequence[Step], tried: Callable[[Sequence[Step]], T | None]) -> Fitted[T]:
    """What `tried` makes of as many of the first steps as it can; the others are reported."""
    for count in range(len(steps), 0, -1):
        made = tried(steps[:count])
        if made is not None:
            left = range(count, len(steps))
            return Fitted(made, tuple(Trouble("labels-left-out", ("steps", i), f"no room for `{_called(steps[i])}`") for i in left))
    return Fitted(None, tuple(Trouble("labels-left-out", ("steps", i), f"no room for `{_called(s)}`") for i, s in enumerate(steps)))


def _called(step: Step) -> str:
    return step.name or step.text
