"""Did you mean: the known name nearest to an unknown one."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(unknown: str, known: Iterable[str]) -> str | None:
    """A hint naming the known word nearest to `unknown`, or None where none is near."""
    near = get_close_matches(unknown, list(known), n=1, cutoff=0.6)
    return f"did you mean `{near[0]}`?" if near else None
