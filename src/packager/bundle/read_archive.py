"""The strict reader: an archive is either byte for byte in its one form, or it is refused.

Nothing that the archive declares is trusted before it is bounded by the size of the file. An archive holds
nothing compressed, so it cannot unfold into more than it is.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from hashlib import sha256
from itertools import pairwise
from typing import IO

from packager.bundle.archive import CENTRAL, END, LARGEST_ARCHIVE, LOCAL, MOST_FILES, Member, directory, local_header, place
from packager.bundle.names import LONGEST_NAME, clash, fault_of_name, shown

_BLOCK = 1 << 18


class Damaged(Exception):
    """An archive is not as the packager writes it; the message says where, in one sentence."""


def read_members(file: IO[bytes]) -> tuple[Member, ...]:
    """The files of an archive; raises Damaged unless every byte outside them is as `archive.py` would write it."""
    size = file.seek(0, os.SEEK_END)
    if size > LARGEST_ARCHIVE:
        raise Damaged("it is larger than any bundle")
    listed = _directory(file, size)
    members = tuple(_members(listed))
    start = size - len(listed)
    _check_names([member.name for member in members])
    if any(member.end > start for member in members) or [m.offset for m in members] != [0, *(m.end for m in members[:-1])]:
        raise Damaged("its files do not follow one another as they should")
    if directory(members) != listed:
        raise Damaged("its list of files is not as the packager writes it")
    for member in members:
        _check_header(file, member)
    return members


def _directory(file: IO[bytes], size: int) -> bytes:
    """The central directory with its end, at the very end of the file."""
    if size < END.size:
        raise Damaged("it is no bundle, or only the beginning of one")
    file.seek(size - END.size)
    mark, *_, count, length, start, _ = END.unpack(_exactly(file, END.size))
    if mark != b"PK\x05\x06":
        raise Damaged("it is no bundle, or only a part of one, or something was added at its end")
    most = (CENTRAL.size + LONGEST_NAME) * min(count, MOST_FILES)
    if start + length + END.size != size or length > most:
        raise Damaged("its list of files is not where it should be")
    file.seek(start)
    return _exactly(file, length + END.size)


def _members(listed: bytes) -> Iterator[Member]:
    at, end = 0, len(listed) - END.size
    while at < end:
        if at + CENTRAL.size > end:
            raise Damaged("its list of files breaks off")
        mark, *fields = CENTRAL.unpack_from(listed, at)
        method, crc, packed, size, length, offset = fields[3], fields[6], fields[7], fields[8], fields[9], fields[15]
        name = listed[at + CENTRAL.size : at + CENTRAL.size + length].decode("latin-1")
        if fault := fault_of_name(name):
            raise Damaged(f"the name `{shown(name)}` {fault}")
        if mark != b"PK\x01\x02" or method != 0 or packed != size:
            raise Damaged(f"`{shown(name)}` is not stored as the packager stores it")
        yield Member(name, size, crc, offset)
        at += CENTRAL.size + length


def _check_names(names: list[str]) -> None:
    if twice := clash(names):
        raise Damaged(f"two files in it are named `{shown(twice)}`")
    if any(place(one) >= place(next_one) for one, next_one in pairwise(names)):
        raise Damaged("its files are not in the order in which the packager writes them")


def _check_header(file: IO[bytes], member: Member) -> None:
    expected = local_header(member)
    file.seek(member.offset)
    if _exactly(file, LOCAL.size + len(member.name)) != expected:
        raise Damaged(f"what stands before `{member.name}` is not as the packager writes it")


def _exactly(file: IO[bytes], count: int) -> bytes:
    content = file.read(count)
    if len(content) != count:
        raise Damaged("it breaks off")
    return content


def content_of(file: IO[bytes], member: Member) -> bytes:
    """The bytes of one file."""
    file.seek(member.data)
    return _exactly(file, member.size)


def room() -> memoryview:
    """Room for `digest_of`, which many files can use one after another."""
    return memoryview(bytearray(_BLOCK))


def digest_of(file: IO[bytes], member: Member, block: memoryview) -> str:
    """The sha256 of one file in hexadecimal; its bytes are read once, into `block`."""
    file.seek(member.data)
    digest, left = sha256(), member.size
    while left:
        read = file.readinto(block[:left] if left < len(block) else block)  # type: ignore[attr-defined]
        if not read:
            raise Damaged(f"`{member.name}` breaks off")
        digest.update(block[:read])
        left -= read
    return digest.hexdigest()
