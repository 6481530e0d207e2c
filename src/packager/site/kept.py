"""Pages that were made before, so that they need not be made again while nothing has changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import sha256
from io import BytesIO

from deflate import crc32

from packager.bundle.archive import ArchiveWriter
from packager.bundle.read_archive import content_of, read_members
from packager.plan.last_build import made_by
from packager.plan.store import Store


def kept_files(store: Store, made_of: bytes, make: Callable[[], Mapping[str, bytes]]) -> Mapping[str, bytes]:
    """The files that `make` gives, or gave before of the same by the same packager."""
    key = sha256(b"\n".join((repr(made_by()).encode(), made_of))).hexdigest()
    found = store.get(key)
    if found is not None:
        return _unpacked(found)
    files = make()
    store.put(key, _packed(files))
    return files


def _packed(files: Mapping[str, bytes]) -> bytes:
    """Files as an archive in the form of a bundle."""
    out = BytesIO()
    archive = ArchiveWriter(out)
    for name, content in sorted(files.items()):
        archive.add(name, (content,), crc32(content))
    archive.close()
    return out.getvalue()


def _unpacked(content: bytes) -> dict[str, bytes]:
    file = BytesIO(content)
    return {member.name: content_of(file, member) for member in read_members(file)}
