"""A file in pieces, so that what stays of it need not be copied before it is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from mmap import mmap

Content = bytes | mmap
"""A whole file: in memory, or as it lies on the disk."""
Piece = Content | memoryview
Pieces = tuple[Piece, ...]
_SMALL = 1 << 16


def size_of(pieces: Iterable[Piece]) -> int:
    """How many bytes the pieces have in all."""
    return sum(map(len, pieces))


def in_runs(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The same bytes in fewer pieces: small ones that follow one another are put together."""
    run = list[Piece]()
    for piece in pieces:
        if len(piece) < _SMALL:
            run.append(piece)
            continue
        if run:
            yield b"".join(run)
            run = []
        yield piece
    if run:
        yield b"".join(run)
