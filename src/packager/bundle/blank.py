"""A file that is ready for a school's licence: what is the same for every school comes first, what is not comes last.

So the first is arranged and digested once, and each school costs no more than the rest and the writing.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from deflate import crc32

from packager.bundle.mark import Mark
from packager.bundle.pieces import Content, Pieces, in_runs, size_of
from packager.bundle.zip_parts import Packed

if TYPE_CHECKING:
    from hashlib import _Hash

Done = dict[Hashable, Packed]
"""Parts that were made for one school already: files of one build share many."""
Rest = Callable[[Mark, Done], Pieces]


@dataclass(frozen=True, slots=True)
class Blank:
    """A file in its two halves: `same` is bytes, and slices that stand for stretches of the built file."""

    same: tuple[bytes | slice, ...]
    rest: Rest | None = None

    def pieces(self, content: Content) -> Pieces:
        """The half that is the same for every school, from the built file."""
        view = memoryview(content)
        return tuple(in_runs(view[part] if isinstance(part, slice) else part for part in self.same))


@dataclass(frozen=True, slots=True)
class Digest:
    """What is known of the first bytes of a file: how many, their CRC-32, and the sha256 as far as it goes."""

    size: int
    crc: int
    sha: _Hash

    def then(self, rest: Pieces) -> Digest:
        """The same with further bytes."""
        sha, crc = self.sha.copy(), self.crc
        for piece in rest:
            sha.update(piece)
            crc = crc32(piece, crc)
        return Digest(self.size + size_of(rest), crc, sha)


def digest_of(pieces: Pieces) -> Digest:
    """The digest of all that there is so far."""
    return Digest(0, 0, sha256()).then(pieces)


def plain(content: Content) -> Blank:
    """A file that shows no licence."""
    return Blank((slice(0, len(content)),))
