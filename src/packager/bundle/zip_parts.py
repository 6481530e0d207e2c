"""The parts of an Office file as they lie in its zip archive (PKWARE, APPNOTE 6.3.3), read and written raw.

Of an archive that another program wrote nothing is asked but what every reader needs: its central directory.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from struct import Struct
from struct import error as StructError
from typing import NamedTuple

from deflate import DeflateError, crc32, deflate_compress, deflate_decompress

from packager.bundle.pieces import Content

LARGEST_PART = 64 * 1024 * 1024
END = Struct("<4s4H2LH")
_LOCAL, _CENTRAL = Struct("<4s5H3L2H"), Struct("<4s6H3L5H2L")
_LISTED = Struct("<10xH8x2L3H8xL")
"""Of an entry of the directory: method, packed and real size, lengths of name, extra field and comment, place."""
_LISTED_SIZE = _CENTRAL.size
_LENGTHS, _LENGTHS_AT = Struct("<2H"), 26
_OFFSET, _OFFSET_AT = Struct("<L"), 42
_STORED, _DEFLATED = 0, 8
_DATE = 0x21
_FAST = 1
"""The level of compression: small parts gain little from more, and every school waits for it."""


class Packed(NamedTuple):
    """A part and how it is packed."""

    content: bytes
    raw: bytes
    crc: int


def packed(content: bytes) -> Packed:
    """A part, packed: libdeflate gives the same bytes on every machine."""
    return Packed(content, bytes(deflate_compress(content, _FAST)), crc32(content))


class Entry(NamedTuple):
    """What a central directory says of a part: `at` is where its local header begins, `start` and `stop` where its entry does and ends."""

    at: int
    name: str
    method: int
    packed: int
    size: int
    start: int
    stop: int

    def raw(self, content: Content) -> bytes:
        """The bytes of the part as they are packed."""
        name, extra = _LENGTHS.unpack_from(content, self.at + _LENGTHS_AT)
        start = self.at + _LOCAL.size + name + extra
        return content[start : start + self.packed]

    def unpacked(self, content: Content, most: int) -> bytes:
        """The bytes of the part, or as many of its first; raises ValueError where it cannot be unpacked."""
        raw = self.raw(content)
        if self.method == _STORED:
            return raw[:most]
        if self.method != _DEFLATED or self.size > LARGEST_PART:
            raise ValueError(self.name)
        if most < self.size:
            return zlib.decompressobj(-15).decompress(raw, most)
        try:
            return bytes(deflate_decompress(raw, self.size)) if self.size else b""
        except DeflateError as error:
            raise ValueError(self.name) from error


def headers(name: str, part: Packed, at: int) -> tuple[bytes, bytes]:
    """What stands before a part, and its entry in the central directory."""
    encoded, flags = name.encode(), 0 if name.isascii() else 0x800
    sizes = (part.crc, len(part.raw), len(part.content), len(encoded))
    local = _LOCAL.pack(b"PK\x03\x04", 20, flags, _DEFLATED, 0, _DATE, *sizes, 0)
    listed = _CENTRAL.pack(b"PK\x01\x02", 20, 20, flags, _DEFLATED, 0, _DATE, *sizes, 0, 0, 0, 0, 0, at)
    return local + encoded, listed + encoded


@dataclass(frozen=True, slots=True)
class Listing:
    """A central directory in the order of the parts: its bytes, its entries, and where it begins in the file."""

    content: bytes
    entries: tuple[Entry, ...]
    at: int

    def moved(self, entries: Iterable[Entry], shift: int, target: bytearray) -> None:
        """In `target`, a copy of the directory, the entries say that their parts stand `shift` bytes further on."""
        for entry in entries:
            _OFFSET.pack_into(target, entry.start + _OFFSET_AT, entry.at + shift)


def listing_of(content: Content) -> Listing:
    """What the central directory lists; raises ValueError where there is none."""
    end = content.rfind(b"PK\x05\x06")
    if end < 0 or end + END.size > len(content):
        raise ValueError("no zip archive")
    *_, count, length, start, _ = END.unpack_from(content, end)
    listed = content[start : start + length]
    try:
        entries = _entries(listed, count)
    except StructError as error:
        raise ValueError("its directory breaks off") from error
    places = [entry.at for entry in entries]
    if places != sorted(places):
        listed = b"".join(listed[entry.start : entry.stop] for entry in sorted(entries))
        entries = _entries(listed, count)
    return Listing(listed, tuple(entries), start)


def _entries(listed: bytes, count: int) -> list[Entry]:
    found, at, read = list[Entry](), 0, _LISTED.unpack_from
    for _ in range(count):
        method, small, size, name, extra, comment, place = read(listed, at)
        until = at + _LISTED_SIZE + name
        stop = until + extra + comment
        found.append(Entry._make((place, listed[at + _LISTED_SIZE : until].decode(), method, small, size, at, stop)))
        at = stop
    return found
