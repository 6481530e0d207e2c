"""Open XML packages as zip archives, written raw: the same bytes on any day and any machine (ECMA-376-2, 7.3).

A member is finished once and may stand in any number of packages, so that what comes from a template is
compressed once for all decks and booklets. Names of sections are those of PKWARE's APPNOTE 6.3.10.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from struct import Struct
from typing import Final, NamedTuple

from deflate import crc32, deflate_compress

FIRST: Final = "[Content_Types].xml"
"""The member with which a package begins, so that a reader of a stream knows its parts as they come."""
LEVEL: Final = 1
"""Of libdeflate: half of the time that zlib takes at its own level 1, and smaller. Each further level costs more than it saves."""
_STORED, _DEFLATED = 0, 8
_NEEDED: Final = 20
"""Version 2.0 of the format: folders and deflate (4.4.3)."""
_FLAGS: Final = 0
"""Names are ASCII, sizes stand before the content, nothing is encrypted (4.4.4)."""
_TIME, _DATE = 0, 1 << 5 | 1
"""Midnight of 1980-01-01, the earliest that a zip can hold, in the form of MS-DOS (4.4.6)."""
_SHARED: Final = Struct("<5H3L2H")
"""What a member's two headers have in common: from the version needed to the length of the extra field (4.3.7, 4.3.12)."""
_LOCAL: Final = b"PK\x03\x04"
_ENTRY: Final = b"PK\x01\x02" + _NEEDED.to_bytes(2, "little")
_ATTRIBUTES: Final = bytes(10)
"""No comment, the first disk, and no attributes, as of a member made by MS-DOS (4.4.2, 4.4.11 to 4.4.15)."""
_LOCAL_SIZE = 30
_END: Final = Struct("<4s4H2LH")
"""The end of the central directory (4.3.16)."""


class Member(NamedTuple):
    """A finished member: its name, what both of its headers say, and its content as it stands in the archive."""

    name: bytes
    shared: bytes
    content: bytes


def packed(name: str, content: bytes, level: int = LEVEL) -> Member:
    """A part of XML, deflated where that makes it smaller (4.4.5); `level` is libdeflate's, for what is packed once and kept.

    libdeflate gives the same bytes on every processor; the zlib of Python's builds, isa-l and zlib-ng do not.
    """
    smaller = bytes(deflate_compress(content, level))
    if len(smaller) < len(content):
        return _member(name, _DEFLATED, content, smaller)
    return stored(name, content)


@lru_cache(maxsize=4096)
def kept(name: str, content: bytes) -> Member:
    """A small part that many packages have in common, such as relationships: packed once."""
    return packed(name, content)


def stored(name: str, content: bytes) -> Member:
    """A picture or font, which is compressed already: as it is."""
    return _member(name, _STORED, content, content)


def _member(name: str, method: int, content: bytes, written: bytes) -> Member:
    encoded = name.encode("ascii")
    shared = _SHARED.pack(_NEEDED, _FLAGS, method, _TIME, _DATE, crc32(content), len(written), len(content), len(encoded), 0)
    return Member(encoded, shared, written)


def package(members: Iterable[Member]) -> bytes:
    """The archive of the members in the order in which they are given; the first is that of the content types.

    Raises ValueError where it is not, or where a name stands twice: office programs would call the file damaged.
    """
    pieces: list[bytes] = []
    directory: list[bytes] = []
    names: set[bytes] = set()
    offset = 0
    for name, shared, content in members:
        names.add(name.lower())
        pieces += (_LOCAL, shared, name, content)
        directory += (_ENTRY, shared, _ATTRIBUTES, offset.to_bytes(4, "little"), name)
        offset += _LOCAL_SIZE + len(name) + len(content)
    count = len(pieces) // 4
    if not pieces or pieces[2] != FIRST.encode() or len(names) != count:
        raise ValueError(f"a package begins with {FIRST} and has each part once (ECMA-376-2, 6.2.2.3 and 7.2.3)")
    size = sum(map(len, directory))
    return b"".join((*pieces, *directory, _END.pack(b"PK\x05\x06", 0, 0, count, count, size, offset, 0)))
