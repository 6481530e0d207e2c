"""Zip archives whose bytes depend on nothing but their content."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_FIRST = "[Content_Types].xml"
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first date that a zip archive can hold."""


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """The parts as an archive: content types first, the others by name, all of one date."""
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name in sorted(parts, key=lambda name: (name != _FIRST, name)):
            info = ZipInfo(name, _EARLIEST)
            info.create_system = 0
            info.compress_type = ZIP_STORED if name.endswith((".png", ".jpg", ".jpeg")) else ZIP_DEFLATED
            archive.writestr(info, parts[name])
    return out.getvalue()


def rezipped(content: bytes) -> bytes:
    """An archive written again, so that the day on which it was written leaves no trace."""
    with ZipFile(BytesIO(content)) as archive:
        return zipped({name: archive.read(name) for name in archive.namelist()})
