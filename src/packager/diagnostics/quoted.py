"""Authors' text inside a message."""

from __future__ import annotations

LONGEST = 60


def quoted(text: str) -> str:
    """`text` in backticks, on one line and cut to 60 characters."""
    line = " ".join(text[: 4 * LONGEST].split())
    return f"`{line}`" if len(line) <= LONGEST and len(text) <= 4 * LONGEST else f"`{line[: LONGEST - 1]}…`"
