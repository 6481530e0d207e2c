"""A topic's files in one zip, those of pupils and of teachers in folders of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import sha256
from io import BytesIO
from zipfile import ZipFile, ZipInfo

from packager.document.catalogue import Catalogue, CatalogueTopic
from packager.plan.record import Entry
from packager.render.html.paths import folder_of

Read = Callable[[str], bytes]
_FOLDERS = {"pupils": "for-pupils", "teachers": "for-teachers"}
NOTE = "read-me.txt"


def pack_key(catalogue: Catalogue, topic: CatalogueTopic, entries: Iterable[Entry]) -> str:
    """What changes when the zip would."""
    listed = [f"{_inside(entry)} {entry.sha256}" for entry in entries]
    return sha256("\n".join([_note(catalogue, topic), *listed]).encode()).hexdigest()


def pack_zip(catalogue: Catalogue, topic: CatalogueTopic, entries: Iterable[Entry], read: Read) -> bytes:
    """The zip: stored, in the order of names, dated 1980-01-01, so that the same files give the same bytes."""
    folder = folder_of(topic)
    sources = {f"{folder}/{_inside(entry)}": entry.path for entry in entries}
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name in sorted((f"{folder}/{NOTE}", *sources)):
            member = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            member.create_system = 3
            member.external_attr = 0o644 << 16
            archive.writestr(member, read(sources[name]) if name in sources else _note(catalogue, topic).encode())
    return out.getvalue()


def pack_size(catalogue: Catalogue, topic: CatalogueTopic, entries: Iterable[Entry]) -> int:
    """The size of the zip in bytes, known before it is made: nothing in it is compressed."""
    folder, listed = folder_of(topic), list(entries)
    sizes = [(f"{folder}/{NOTE}", len(_note(catalogue, topic).encode()))]
    sizes += [(f"{folder}/{_inside(entry)}", entry.bytes) for entry in listed]
    return _END + sum(_HEADERS + 2 * len(name) + size for name, size in sizes)


_HEADERS, _END = 30 + 46, 22
"""PKWARE, APPNOTE 6.3.3: what stands before a file and in the directory, without its name; and the directory's end."""


def _inside(entry: Entry) -> str:
    """Where a file stands in the zip: in the folder of those whom it is for."""
    return f"{_FOLDERS.get(entry.audience, _FOLDERS['teachers'])}/{entry.path.rpartition('/')[2]}"


def _note(catalogue: Catalogue, topic: CatalogueTopic) -> str:
    imprint = topic.imprint
    version = f"Version {catalogue.version}\r\n" if catalogue.version else ""
    rights = f"{imprint.rights}\r\n" if imprint.rights else ""
    place = f"{imprint.subject_title}, Year {imprint.year}, {imprint.half_term}"
    return (
        f"{imprint.title}: {place}\r\n{imprint.programme}\r\n{version}{rights}\r\n"
        "for-pupils    what pupils may have: it holds no answers\r\n"
        "for-teachers  slides and guides: they HOLD ANSWERS, so keep them where pupils cannot read them\r\n"
    )
