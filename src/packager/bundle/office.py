"""Rewrites some parts of an Office file, a zip archive (ECMA-376-2, annex C); all others are copied as they are packed."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field
from functools import partial
from xml.sax.saxutils import escape

from packager.bundle.blank import Blank, Done
from packager.bundle.mark import Mark
from packager.bundle.pieces import Content, Piece, Pieces
from packager.bundle.zip_parts import END, LARGEST_PART, Entry, Packed, headers, listing_of, packed

Fill = Callable[[Mark], bytes]
TYPES = "[Content_Types].xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_CORE, _CUSTOM = "docProps/core.xml", "docProps/custom.xml"
_SET = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set that properties made by users belong to ([MS-OLEPS] 2.18)."""
_LARGEST_KNOWN = 64 * 1024


@dataclass(frozen=True, slots=True)
class Known:
    """What was found out of parts, by how they are packed: the files of one build share many."""

    contents: dict[bytes, bytes] = field(default_factory=dict)
    parts: dict[tuple[bytes, Hashable], Packed] = field(default_factory=dict)
    hides: dict[bytes, bool] = field(default_factory=dict)


class OfficeFile:
    """The parts of an Office file: some become something else, and some will once a school is known."""

    def __init__(self, content: Content, known: Known | None = None) -> None:
        self.content, self.known = content, known or Known()
        self.changed, self.slots = dict[str, Packed](), dict[str, tuple[Hashable, Fill]]()
        self.listing = listing_of(content)
        self.entries = {entry.name: entry for entry in self.listing.entries}

    def names(self, folder: str) -> list[str]:
        """The parts of XML in a folder, in the order in which they stand in the file."""
        return [name for name in self.entries if name.startswith(folder) and name.endswith(".xml") and name.rfind("/") < len(folder)]

    def raw(self, name: str) -> bytes:
        """The bytes of a part as they are packed: where these are equal, so are the parts."""
        return self.entries[name].raw(self.content)

    def part(self, name: str, most: int = LARGEST_PART) -> bytes | None:
        """The bytes of a part, or as many of its first; None where there is no such part."""
        if name in self.changed:
            return self.changed[name].content
        return self.entries[name].unpacked(self.content, most) if name in self.entries else None

    def put(self, name: str, content: bytes) -> None:
        """The part `name` becomes `content`."""
        self.changed[name] = packed(content)

    def insert(self, name: str, before: bytes, added: bytes) -> None:
        """`added` stands in a part before the last place of `before`; raises ValueError where there is no such place."""
        key = self.raw(name) if name not in self.changed and name in self.entries else b"", (before, added)
        found = self.known.parts.get(key) if key[0] else None
        made = found or packed(inserted(self.part(name) or b"", before, added))
        if key[0] and len(made.content) <= _LARGEST_KNOWN:
            self.known.parts[key] = made
        self.changed[name] = made

    def relate(self, source: str, identity: str, kind: str, target: str, content_type: str) -> None:
        """A new part `target` that `source` (or the package, where that is empty) refers to as `identity`."""
        folder, _, file = source.rpartition("/")
        shown = target.removeprefix(f"{folder}/") if folder else target
        relations = f"{folder}/_rels/{file}.rels".lstrip("/")
        relation = f'<Relationship Id="{identity}" Type="{_OFFICE}/relationships/{kind}" Target="{shown}"/>'
        self.insert(relations, b"</Relationships>", relation.encode())
        override = f'<Override PartName="/{target}" ContentType="{content_type}"/>'
        self.insert(TYPES, b"</Types>", override.encode())

    def add_later(self, name: str, fill: Fill) -> None:
        """A new part will be what `fill` says, the same in every file of that kind."""
        self.slots[name] = name, fill

    def change_later(self, name: str, how: Hashable, fill: Callable[[bytes, Mark], bytes]) -> None:
        """A part will become what `fill` makes of it; `how` tells apart what is done to equal parts."""
        raw = self.raw(name)
        if raw not in self.known.contents:
            self.known.contents[raw] = self.part(name) or b""
        self.slots[name] = (raw, how), partial(fill, self.known.contents[raw])

    def blank(self) -> Blank:
        """The file, ready for a school's licence. Parts that stay are not copied: they are stretches of the old file.

        The list of content types comes first, as it does in what office programs write.
        """
        same, directory, at = list[bytes | slice](), list[bytes](), 0
        for name in sorted(self.changed, key=lambda name: name != TYPES):
            part = self.changed[name]
            header, listed = headers(name, part, at)
            same += (header, part.raw)
            directory.append(listed)
            at += len(header) + len(part.raw)
        old, moved, stretches, count = self.listing, bytearray(self.listing.content), list[slice](), len(self.changed)
        for run, end in self._runs():
            old.moved(run, at - run[0].at, moved)
            stretches.append(slice(run[0].start, run[-1].stop))
            same.append(slice(run[0].at, end))
            at, count = at + end - run[0].at, count + len(run)
        directory += [bytes(moved[stretch]) for stretch in stretches]
        return Blank(tuple(same), partial(_rest, tuple(self.slots.items()), b"".join(directory), count, at))

    def _runs(self) -> Iterator[tuple[list[Entry], int]]:
        """The parts that stay, in runs of neighbours, each with the place where it ends."""
        run = list[Entry]()
        for entry in self.listing.entries:
            if entry.name not in self.changed and entry.name not in self.slots:
                run.append(entry)
            elif run:
                yield run, entry.at
                run = []
        if run:
            yield run, self.listing.at


def _rest(slots: tuple[tuple[str, tuple[Hashable, Fill]], ...], directory: bytes, count: int, at: int, mark: Mark, done: Done) -> Pieces:
    """The parts that show the licence, from `at` on, and the whole directory behind them."""
    out, listing = list[Piece](), [directory]
    for name, (key, fill) in slots:
        if key not in done:
            done[key] = packed(fill(mark))
        header, listed = headers(name, done[key], at)
        out += (header, done[key].raw)
        listing.append(listed)
        at += len(header) + len(done[key].raw)
    whole, count = b"".join(listing), count + len(slots)
    return (b"".join((*out, whole, END.pack(b"PK\x05\x06", 0, 0, count, count, len(whole), at, 0))),)


def inserted(content: bytes, before: bytes, added: bytes) -> bytes:
    """`added` before the last place of `before`; raises ValueError where there is no such place."""
    at = content.rfind(before)
    if at < 0:
        raise ValueError(before.decode())
    return content[:at] + added + content[at:]


def stamp_properties(file: OfficeFile) -> None:
    """Name and number will stand in the properties: as two of their own, and in the description (ECMA-376-1, 22.3; ECMA-376-2, 11)."""
    if _CORE in file.entries:
        file.change_later(_CORE, "described", _described)
    if _CUSTOM in file.entries:
        file.change_later(_CUSTOM, "named", lambda own, mark: inserted(own, b"</Properties>", _named(mark, 2 + own.count(b"<property "))))
        return
    file.add_later(_CUSTOM, _custom)
    kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    file.relate("", "rIdLicence", "custom-properties", _CUSTOM, kind)


def _described(core: bytes, mark: Mark) -> bytes:
    """The properties with the licence at the end of the description, or as one where there is none."""
    said = escape(mark.sentence).encode()
    core = core.replace(b"<dc:description/>", b"<dc:description></dc:description>")
    at = core.rfind(b"</dc:description>")
    if at < 0:
        return inserted(core, b"</cp:coreProperties>", b"<dc:description>" + said + b"</dc:description>")
    return core[:at] + (b"" if core[:at].endswith(b"<dc:description>") else b". ") + said + core[at:]


def _named(mark: Mark, first: int) -> bytes:
    named = {"Licensed to": mark.school, "Licence number": mark.number}
    return "".join(_property(name, value, n) for n, (name, value) in enumerate(named.items(), first)).encode()


def _property(name: str, value: str, number: int) -> str:
    value = escape(value)
    return (
        f'<property xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes" fmtid="{_SET}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{value}</vt:lpwstr></property>"
    )


def _custom(mark: Mark) -> bytes:
    declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f'{declared}\n<Properties xmlns="{_OFFICE}/custom-properties">'.encode() + _named(mark, 2) + b"</Properties>"
