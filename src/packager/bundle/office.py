"""Rewrites some parts of an Office file, a zip archive (ECMA-376-2, annex C); all others are copied as they are packed."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from operator import itemgetter
from struct import Struct
from struct import error as StructError
from typing import NamedTuple
from xml.sax.saxutils import escape

from packager.bundle.mark import Mark
from packager.bundle.pieces import Content, Piece, Pieces

_LOCAL, _CENTRAL, _END = Struct("<4s5H3L2H"), Struct("<4s6H3L5H2L"), Struct("<4s4H2LH")
_LENGTHS, _LENGTHS_AT = Struct("<2H"), 26
_OFFSET, _OFFSET_AT = Struct("<L"), 42
_STORED, _DEFLATED = 0, 8
_DATE = 0x21
LARGEST_PART = 64 * 1024 * 1024
_FAST = 1
"""The level of compression: small parts gain little from more, and every school waits for it."""
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_CUSTOM = "docProps/custom.xml"
_SET = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set that properties made by users belong to ([MS-OLEPS] 2.18)."""


class OfficeFile:
    """The parts of an Office file. What is put in it takes the place of a part, or is added at the end."""

    def __init__(self, content: Content) -> None:
        self.content, self.changed = content, dict[str, Packed]()
        self.entries, self.directory = _entries(content)

    def names(self, start: str, end: str = ".xml") -> list[str]:
        """The parts in one folder, in the order in which they stand in the file."""
        return [name for name in self.entries if name.startswith(start) and name.endswith(end) and "/" not in name[len(start) :]]

    def raw(self, name: str) -> bytes:
        """The bytes of a part as they are packed: where these are equal, so are the parts."""
        return self._raw(self.entries[name])

    def part(self, name: str, most: int = LARGEST_PART) -> bytes | None:
        """The bytes of a part, or as many of its first; None where there is no such part."""
        if name in self.changed:
            return self.changed[name].content
        if name not in self.entries:
            return None
        entry = self.entries[name]
        if entry.method == _STORED:
            return self._raw(entry)[:most]
        if entry.method != _DEFLATED or entry.size > LARGEST_PART:
            raise ValueError(name)
        return zlib.decompressobj(-15).decompress(self._raw(entry), min(most, entry.size) or 1)

    def put(self, name: str, content: bytes | Packed) -> None:
        """The part `name` becomes `content`."""
        self.changed[name] = content if isinstance(content, Packed) else packed(content)

    def insert(self, name: str, before: bytes, added: bytes) -> None:
        """`added` stands in a part before the last place of `before`; raises ValueError where there is no such place."""
        content = self.part(name) or b""
        at = content.rfind(before)
        if at < 0:
            raise ValueError(name)
        self.put(name, content[:at] + added + content[at:])

    def relate(self, source: str, identity: str, kind: str, target: str, content_type: str) -> None:
        """A new part `target` that `source` (or the package, where that is empty) refers to as `identity`."""
        folder, _, file = source.rpartition("/")
        shown = target.removeprefix(f"{folder}/") if folder else target
        relations = f"{folder}/_rels/{file}.rels".lstrip("/")
        relation = f'<Relationship Id="{identity}" Type="{_OFFICE}/relationships/{kind}" Target="{shown}"/>'
        self.insert(relations, b"</Relationships>", relation.encode())
        override = f'<Override PartName="/{target}" ContentType="{content_type}"/>'
        self.insert("[Content_Types].xml", b"</Types>", override.encode())

    def whole(self) -> Pieces:
        """The file with what was put in it. Parts that stay are not copied: they are stretches of the old file."""
        out, directory, start, shift = list[Piece](), bytearray(), 0, 0
        view = memoryview(self.content)
        for entry in self.entries.values():
            if entry.name not in self.changed:
                directory += entry.listed
                if shift:
                    _OFFSET.pack_into(directory, len(directory) - len(entry.listed) + _OFFSET_AT, entry.at + shift)
                continue
            out.append(view[start : entry.at])
            header, listed = _headers(entry.name, self.changed[entry.name], entry.at + shift)
            raw = self.changed[entry.name].raw
            out += [header, raw]
            directory += listed
            start = entry.data(self.content) + entry.packed
            shift += len(header) + len(raw) - (start - entry.at)
        out.append(view[start : self.directory])
        at = self.directory + shift
        for name in (name for name in self.changed if name not in self.entries):
            header, listed = _headers(name, self.changed[name], at)
            out += [header, self.changed[name].raw]
            directory += listed
            at += len(header) + len(self.changed[name].raw)
        count = len(self.entries.keys() | self.changed.keys())
        return (*out, bytes(directory), _END.pack(b"PK\x05\x06", 0, 0, count, count, len(directory), at, 0))

    def _raw(self, entry: Entry) -> bytes:
        start = entry.data(self.content)
        return self.content[start : start + entry.packed]


@dataclass(frozen=True, slots=True)
class Packed:
    """A part and how it is packed."""

    content: bytes
    raw: bytes
    crc: int


def packed(content: bytes) -> Packed:
    """A part, packed."""
    squeezer = zlib.compressobj(_FAST, zlib.DEFLATED, -15)
    return Packed(content, squeezer.compress(content) + squeezer.flush(), zlib.crc32(content))


class Entry(NamedTuple):
    """What a central directory says of a part: `at` is where its local header begins, `listed` the entry itself."""

    name: str
    method: int
    packed: int
    size: int
    at: int
    listed: bytes

    def data(self, content: Content) -> int:
        """Where the bytes of the part begin."""
        name, extra = _LENGTHS.unpack_from(content, self.at + _LENGTHS_AT)
        return self.at + _LOCAL.size + int(name) + int(extra)


def _headers(name: str, part: Packed, at: int) -> tuple[bytes, bytes]:
    """What stands before a part, and its entry in the central directory."""
    encoded, flags = name.encode(), 0 if name.isascii() else 0x800
    sizes = (part.crc, len(part.raw), len(part.content), len(encoded))
    local = _LOCAL.pack(b"PK\x03\x04", 20, flags, _DEFLATED, 0, _DATE, *sizes, 0)
    listed = _CENTRAL.pack(b"PK\x01\x02", 20, 20, flags, _DEFLATED, 0, _DATE, *sizes, 0, 0, 0, 0, 0, at)
    return local + encoded, listed + encoded


def _entries(content: Content) -> tuple[dict[str, Entry], int]:
    """What the central directory lists, in the order of the parts, and where it begins; raises ValueError where there is none."""
    end = content.rfind(b"PK\x05\x06")
    if end < 0 or end + _END.size > len(content):
        raise ValueError("no zip archive")
    *_, count, _, start, _ = _END.unpack_from(content, end)
    found, at = list[Entry](), start
    try:
        for _ in range(count):
            _, _, _, _, method, _, _, _, packed_size, size, length, extra, comment, _, _, _, offset = _CENTRAL.unpack_from(content, at)
            until = at + _CENTRAL.size + length
            name = content[at + _CENTRAL.size : until].decode()
            found.append(Entry(name, method, packed_size, size, offset, content[at : until + extra + comment]))
            at = until + extra + comment
    except StructError as error:
        raise ValueError("its directory breaks off") from error
    found.sort(key=itemgetter(4))
    return {entry.name: entry for entry in found}, start


def stamp_properties(file: OfficeFile, mark: Mark) -> None:
    """Name and number stand in the properties: as two of their own, and in the description (ECMA-376-1, 22.3; ECMA-376-2, 11)."""
    said = escape(mark.sentence).encode()
    core = file.part("docProps/core.xml")
    if core and b"</dc:description>" in core:
        file.insert("docProps/core.xml", b"</dc:description>", (b". " if b"<dc:description></dc:desc" not in core else b"") + said)
    elif core:
        file.insert("docProps/core.xml", b"</cp:coreProperties>", b"<dc:description>" + said + b"</dc:description>")
    named = {"Licensed to": mark.school, "Licence number": mark.number}
    own = file.part(_CUSTOM)
    first = 2 if own is None else 2 + own.count(b"<property ")
    lines = "".join(_property(name, value, n) for n, (name, value) in enumerate(named.items(), first))
    if own is None:
        file.put(_CUSTOM, _custom(lines))
        kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
        file.relate("", "rIdLicence", "custom-properties", _CUSTOM, kind)
    else:
        file.insert(_CUSTOM, b"</Properties>", lines.encode())


def _property(name: str, value: str, number: int) -> str:
    value = escape(value)
    return (
        f'<property xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes" fmtid="{_SET}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{value}</vt:lpwstr></property>"
    )


def _custom(lines: str) -> bytes:
    declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f'{declared}\n<Properties xmlns="{_OFFICE}/custom-properties">{lines}</Properties>'.encode()
