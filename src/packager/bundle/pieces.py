"""A file in pieces, so that what stays of it need not be copied before it is written."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from mmap import mmap
from zlib import crc32

Content = bytes | mmap
"""A whole file: in memory, or as it lies on the disk."""
Piece = Content | memoryview
Pieces = tuple[Piece, ...]


def size_of(pieces: Iterable[Piece]) -> int:
    """How many bytes the pieces have in all."""
    return sum(map(len, pieces))


def digests_of(pieces: Iterable[Piece]) -> tuple[int, str]:
    """The CRC-32 of the whole, and its sha256 in hexadecimal."""
    crc, digest = 0, sha256()
    for piece in pieces:
        digest.update(piece)
        crc = crc32(piece, crc)
    return crc, digest.hexdigest()
