"""What can still be told of an archive that another program wrote: which files are as they were signed.

Nothing here makes a bundle genuine. Sizes that an archive declares are bounded before anything is unpacked.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from struct import error as StructError
from typing import IO
from zipfile import BadZipFile, LargeZipFile, ZipFile

from packager.bundle.archive import END, LARGEST_ARCHIVE, MANIFEST, SIGNATURE
from packager.bundle.manifest import LARGEST_MANIFEST, Listed

_LONGEST_DIRECTORY = 16 * 1024 * 1024
_LONGEST_COMMENT = 65_535
_BLOCK = 1 << 20
# What zipfile raises for archives that are damaged, locked, or of a kind that it does not know.
_FAULTS = (BadZipFile, LargeZipFile, zlib.error, StructError, NotImplementedError, RuntimeError, EOFError, ValueError, KeyError, OSError)


@dataclass(frozen=True, slots=True)
class Found:
    """The manifest and signature of an archive, and the declared size of every file by its name."""

    archive: ZipFile
    manifest: bytes
    signature: bytes
    sizes: Mapping[str, int]

    def is_same(self, entry: Listed) -> bool:
        """Whether a file is as it was signed; no more is unpacked than was signed."""
        if self.sizes.get(entry.path) != entry.bytes:
            return False
        digest, left = sha256(), entry.bytes + 1
        try:
            with self.archive.open(entry.path) as file:
                while left > 0 and (block := file.read(min(_BLOCK, left))):
                    digest.update(block)
                    left -= len(block)
        except _FAULTS:
            return False
        return left == 1 and digest.hexdigest() == entry.sha256


def look_inside(file: IO[bytes]) -> Found | None:
    """What is found in an archive that has a manifest and a signature, or None."""
    try:
        if not _is_bounded(file):
            return None
        archive = ZipFile(file)
        sizes = {info.filename: info.file_size for info in archive.infolist()}
        manifest, signature = _read(archive, MANIFEST, LARGEST_MANIFEST), _read(archive, SIGNATURE, 64)
    except _FAULTS:
        return None
    return Found(archive, manifest, signature, sizes) if len(signature) == 64 else None


def _is_bounded(file: IO[bytes]) -> bool:
    """Whether the file and its directory are no larger than those of any bundle."""
    size = file.seek(0, os.SEEK_END)
    tail = min(size, END.size + _LONGEST_COMMENT)
    file.seek(size - tail)
    end = file.read(tail)
    at = end.rfind(b"PK\x05\x06")
    if size > LARGEST_ARCHIVE or at < 0 or at + END.size > len(end):
        return False
    length: int = END.unpack_from(end, at)[5]
    return length <= _LONGEST_DIRECTORY


def _read(archive: ZipFile, name: str, longest: int) -> bytes:
    if archive.getinfo(name).file_size > longest:
        raise ValueError(name)
    with archive.open(name) as file:
        return file.read(longest + 1)
