"""The one form that the zip archive of a bundle has (PKWARE, APPNOTE 6.3.3), and its writer.

Files stand in the order of their names, the manifest and its signature last; stored, dated 1980-01-01, without
extra fields, comments or descriptors. From names, sizes and checksums every other byte follows.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from struct import Struct
from typing import IO

from packager.bundle.pieces import Pieces, size_of
from packager.bundle.refused import Refused

MANIFEST = "manifest.json"
SIGNATURE = "manifest.sig"
LARGEST_ARCHIVE = 2**32 - 1
"""Bytes; what a zip archive without the 64-bit extension can hold."""
MOST_FILES = 65_534
LOCAL = Struct("<4s5H3L2H")
CENTRAL = Struct("<4s6H3L5H2L")
END = Struct("<4s4H2LH")
_DATE = 0x21
"""1980-01-01 in the form of MS-DOS, the first day that a zip archive can hold."""


@dataclass(frozen=True, slots=True)
class Member:
    """One file in an archive; `offset` is where its header begins."""

    name: str
    size: int
    crc: int
    offset: int

    @property
    def data(self) -> int:
        """Where the bytes of the file begin."""
        return self.offset + LOCAL.size + len(self.name)

    @property
    def end(self) -> int:
        """Where the next header begins."""
        return self.data + self.size


def place(name: str) -> tuple[int, str]:
    """Sorts names into the order of an archive."""
    return (MANIFEST, SIGNATURE).index(name) + 1 if name in (MANIFEST, SIGNATURE) else 0, name


def local_header(member: Member) -> bytes:
    """What stands before the bytes of a file (section 4.3.7)."""
    name = member.name.encode("ascii")
    return LOCAL.pack(b"PK\x03\x04", 10, 0, 0, 0, _DATE, member.crc, member.size, member.size, len(name), 0) + name


def directory(members: Iterable[Member]) -> bytes:
    """The central directory and its end, after the last file (sections 4.3.12 and 4.3.16)."""
    listed = tuple(members)
    entries = b"".join(_central(member) for member in listed)
    start = listed[-1].end if listed else 0
    return entries + END.pack(b"PK\x05\x06", 0, 0, len(listed), len(listed), len(entries), start, 0)


def _central(m: Member) -> bytes:
    name = m.name.encode("ascii")
    return CENTRAL.pack(b"PK\x01\x02", 20, 10, 0, 0, 0, _DATE, m.crc, m.size, m.size, len(name), 0, 0, 0, 0, 0, m.offset) + name


class ArchiveWriter:
    """Writes one archive, file by file in the order of their names, which are checked; raises Refused where it grows too large."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file, self.members = file, list[Member]()

    def add(self, name: str, content: Pieces, crc: int) -> Member:
        """The next file and its CRC-32."""
        last = self.members[-1] if self.members else None
        assert last is None or place(last.name) < place(name), (last, name)
        member = Member(name, size_of(content), crc, last.end if last else 0)
        if member.end > LARGEST_ARCHIVE - 2**24 or len(self.members) == MOST_FILES:
            raise Refused("the bundle would be larger than a zip archive can be: make one for each year or subject")
        self.file.write(local_header(member))
        self.file.writelines(content)
        self.members.append(member)
        return member

    def close(self) -> None:
        """The archive is complete."""
        self.file.write(directory(self.members))
