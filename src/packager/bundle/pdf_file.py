"""Reads what a stamp needs of the PDF files that a build makes, and adds objects at their end (ISO 32000-1, 7.5).

Those files have one classic cross-reference table, no encryption and no object streams. Anything else is
refused with ValueError; a general reader would spend more time than all the rest of a bundle.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from packager.bundle.pieces import Content

_REFERENCE = re.compile(rb"(\d+) 0 R")
_TRAILER = re.compile(rb"trailer\s*<<(.*)>>\s*startxref\s+(\d+)\s+%%EOF\s*\Z", re.DOTALL)
_SECTION = re.compile(rb"xref\s+0 (\d+)\s*?\r?\n")
_IDENTITY = re.compile(rb"/ID\s*\[\s*(\([^()\\]*\)|<[0-9A-Fa-f]*>)")
_LINE, _TAIL, _DEEPEST = 20, 2048, 32


class PdfFile:
    """A PDF file, and the objects that are to be added to it or to say something new."""

    def __init__(self, content: Content) -> None:
        self.content, self.bodies = content, dict[int, bytes]()
        found = _TRAILER.search(content, max(0, len(content) - _TAIL))
        if found is None or b"/Prev" in found[1] or b"/Encrypt" in found[1]:
            raise ValueError("its trailer is of another kind")
        self.trailer, self.table = found[1], int(found[2])
        section = _SECTION.match(content, self.table)
        if section is None:
            raise ValueError("its table of objects is of another kind")
        self.size, self.lines = int(section[1]), section.end()
        self.reserved = self.size - 1

    def _line(self, number: int) -> bytes:
        """Where the table says that an object stands."""
        at = self.lines + _LINE * number
        return self.content[at : at + 10]

    def object(self, number: int) -> bytes:
        """The text of an object: of a stream its dictionary alone."""
        at = int(self._line(number)) if number < self.size else -1
        head = b"%d 0 obj" % number
        end = self.content.find(b"endobj", at)
        if at < 0 or end < 0 or self.content[at : at + len(head)] != head:
            raise ValueError(f"object {number} is not where it should be")
        return self.content[at + len(head) : end].partition(b"stream")[0].strip()

    def stream(self, number: int) -> bytes:
        """The bytes of a stream that is not packed."""
        at = int(self._line(number))
        text = self.content[at : self.content.find(b"endobj", at)]
        dictionary, _, rest = text.partition(b"stream")
        if not text.startswith(b"%d 0 obj" % number) or b"/Filter" in dictionary or not rest:
            raise ValueError(f"object {number} is packed, or not where it should be")
        return rest.rpartition(b"endstream")[0].strip(b"\r\n")

    def root(self, name: bytes) -> int:
        """The number of the object that the trailer calls `name`."""
        return reference(self.trailer, name)

    def pages(self) -> Iterator[int]:
        """The numbers of the pages in their order (7.7.3)."""
        yield from self._kids(reference(self.object(self.root(b"/Root")), b"/Pages"), 0)

    def _kids(self, number: int, depth: int) -> Iterator[int]:
        node = self.object(number)
        if b"/Kids" not in node:
            yield number
            return
        if depth > _DEEPEST:
            raise ValueError("its pages are nested too deep")
        for kid in _REFERENCE.findall(node.partition(b"/Kids")[2].partition(b"]")[0]):
            yield from self._kids(int(kid), depth + 1)

    def reserve(self) -> int:
        """The number of a new object, which will say something later."""
        self.reserved += 1
        return self.reserved

    def add(self, body: bytes) -> int:
        """The number of a new object."""
        number = self.reserve()
        self.bodies[number] = body
        return number

    def change(self, number: int, body: bytes) -> None:
        """The object says something new."""
        self.bodies[number] = body

    def same(self) -> tuple[bytes | slice, ...]:
        """The file, as it was, with the new objects behind it (7.5.6)."""
        return slice(0, len(self.content)), b"\n", *(_object(number, body) for number, body in self.bodies.items())

    def update(self) -> Update:
        """The rest of the update, once all its objects are known."""
        offsets, at = dict[int, int](), len(self.content) + 1
        for number, body in self.bodies.items():
            offsets[number] = at
            at += len(_object(number, body))
        return Update(at, offsets, self.reserved + 1, (self.root(b"/Root"), self.root(b"/Info")), self.table, self.trailer)


@dataclass(frozen=True, slots=True)
class Update:
    """An update of a file that lacks its last objects: where they will begin, and what its tables will say."""

    at: int
    offsets: dict[int, int]
    size: int
    roots: tuple[int, int]
    table: int
    trailer: bytes

    def with_objects(self, bodies: Mapping[int, bytes], identity: bytes) -> bytes:
        """The last objects, and the tables behind them; the file's own identity keeps its first half (14.4)."""
        out, offsets, at = list[bytes](), dict(self.offsets), self.at
        for number, body in bodies.items():
            offsets[number] = at
            out.append(_object(number, body))
            at += len(out[-1])
        own = sha256(self.trailer + identity).digest()[:16].hex().encode()
        standing = _IDENTITY.search(self.trailer)
        first = standing[1] if standing else b"<%b>" % own
        said = (self.size, *self.roots, first, own, self.table)
        trailer = b"trailer\n<</Size %d/Root %d 0 R/Info %d 0 R/ID[%b<%b>]/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (*said, at)
        return b"".join((*out, _table(offsets), trailer))


def stream(content: bytes, rest: str = "") -> bytes:
    """The text of a stream with `rest` in its dictionary."""
    return f"<</Length {len(content)}{rest}>>\nstream\n".encode() + content + b"\nendstream"


def _object(number: int, body: bytes) -> bytes:
    return b"%d 0 obj\n%b\nendobj\n" % (number, body)


def reference(body: bytes, name: bytes) -> int:
    """The object that a dictionary calls `name`, which must be there exactly once."""
    found = re.findall(re.escape(name) + rb"\s+(\d+) 0 R", body)
    if len(found) != 1 or body.count(name) != 1:
        raise ValueError(f"{name.decode()} is not where it should be")
    return int(found[0])


def _table(offsets: dict[int, int]) -> bytes:
    """The cross-reference section (7.5.4): one subsection a run of numbers."""
    lines, numbers = [b"xref\n"], sorted(offsets)
    for index, number in enumerate(numbers):
        if index == 0 or numbers[index - 1] != number - 1:
            length = 1
            while index + length < len(numbers) and numbers[index + length] == number + length:
                length += 1
            lines.append(b"%d %d\n" % (number, length))
        lines.append(b"%010d 00000 n\r\n" % offsets[number])
    return b"".join(lines)
