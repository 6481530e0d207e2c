"""Makes bundles: reads the chosen files, stamps them, lists them, signs the list. All or nothing is written."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import IO

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from deflate import crc32

from packager.bundle.archive import MANIFEST, SIGNATURE, ArchiveWriter
from packager.bundle.blank import Blank, Digest, Done, digest_of, plain
from packager.bundle.contents import Contents
from packager.bundle.licence import Licence
from packager.bundle.licence_file import licence_text
from packager.bundle.manifest import Listed, listed, manifest_text
from packager.bundle.mark import Mark, mark_of
from packager.bundle.names import check_names
from packager.bundle.office import Known
from packager.bundle.pages import credits_page, licence_page
from packager.bundle.pieces import Content, Pieces, size_of
from packager.bundle.reader import Reader, State
from packager.bundle.refused import Refused
from packager.bundle.sign import key_id
from packager.bundle.stamp import blank
from packager.bundle.whole_file import WholeFile
from packager.plan.content import CONTENT_FILE
from packager.plan.record import Entry

LICENCE_FILE, LICENCE_PAGE = "school-licence.txt", "licence.html"
_AT_ONCE = 16
"""Files that are looked at while the first of them is digested."""
_LONG = 1 << 16
"""Bytes that take longer to digest than another thread takes to begin."""


@dataclass(frozen=True, slots=True)
class Granted:
    """A licence with the token that proves it."""

    licence: Licence
    token: str


@dataclass(frozen=True, slots=True)
class Order:
    """What goes into bundles. `extras` are further files by their path, such as the pages of the catalogue."""

    folder: Path
    entries: tuple[Entry, ...]
    contents: Contents
    extras: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A file as far as it is the same for every school; `state` is what the disk said of it then."""

    blank: Blank
    digest: Digest
    state: State | None


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A file whose digest is asked for, or known."""

    name: str
    blank: Blank
    state: State | None
    same: Pieces
    rest: Pieces
    digest: Digest | Future[Digest]

    def prepared(self) -> _Prepared:
        """The file with its digest, which is made here where the other thread did not come to it yet."""
        known = self.digest
        if isinstance(known, Future):
            known = digest_of(self.same) if known.cancel() else known.result()
        return _Prepared(self.blank, known, self.state)


class Press:
    """Makes bundles of the same files for one school after another: what these have in common is prepared by the first."""

    def __init__(self, order: Order) -> None:
        self.order, self.reader, self.known = order, Reader(order.folder), Known()
        self.entries = {entry.path: entry for entry in order.entries}
        if len(self.entries) < len(order.entries):
            raise Refused("two files of the build have the same name: build again")
        self.prepared, self.checked = dict[tuple[str, bool], _Prepared](), list[str]()

    def pack(self, granted: Granted | None, key: Ed25519PrivateKey, target: Path) -> tuple[Listed, ...]:
        """What stands in the bundle that `target` now is; raises Refused, and `target` stays as it was, where it cannot be made."""
        given = self._same_texts | self._texts(granted)
        if clashing := next((name for name in given if name in self.entries or name in self.order.extras), None):
            raise Refused(f"two files would be named `{clashing}`")
        given |= self.order.extras
        names = sorted({*given, *self.entries})
        if names != self.checked:
            check_names((*names, MANIFEST, SIGNATURE))
            self.checked = names
        with WholeFile(target) as file:
            return self._write(file, names, given, granted, key)

    def _write(
        self, file: IO[bytes], names: list[str], given: Mapping[str, bytes], granted: Granted | None, key: Ed25519PrivateKey
    ) -> tuple[Listed, ...]:
        archive, files = ArchiveWriter(file), list[Listed]()
        for ready in self._made(names, given, mark_of(granted.licence) if granted else None):
            prepared = ready.prepared()
            if ready.name != LICENCE_PAGE and ready.name != LICENCE_FILE:
                self.prepared[ready.name, granted is not None] = prepared
            whole = prepared.digest.then(ready.rest)
            files.append(listed(archive.add(ready.name, (*ready.same, *ready.rest), whole.crc), whole.sha.hexdigest()))
        licence, token = (granted.licence, granted.token) if granted else (None, None)
        text = manifest_text(self.order.contents, files, self.entries, key_id(key.public_key()), licence, token).encode()
        for name, content in ((MANIFEST, text), (SIGNATURE, key.sign(text))):
            archive.add(name, (content,), crc32(content))
        archive.close()
        return tuple(files)

    def _made(self, names: list[str], given: Mapping[str, bytes], mark: Mark | None) -> Iterator[_Waiting]:
        """Every file as it goes into the bundle, in order. Another thread digests what is ready while the next is read."""
        done: Done = {}
        with ThreadPoolExecutor(1) as pool:
            waiting = deque[_Waiting]()
            for name in names:
                waiting.append(self._waiting(name, given.get(name), mark, done, pool))
                if len(waiting) == _AT_ONCE:
                    yield waiting.popleft()
            yield from waiting

    def _waiting(self, name: str, text: bytes | None, mark: Mark | None, done: Done, pool: ThreadPoolExecutor) -> _Waiting:
        prepared = self.prepared.get((name, mark is not None))
        state: State | None = None
        content: Content
        if text is None:
            read = self.reader.read(self.entries[name], prepared.state if prepared else None)
            content, state = read.content, read.state
        else:
            content = text
        made = prepared.blank if prepared else blank(name, content, self.known) if mark else plain(content)
        same = made.pieces(content)
        rest = made.rest(mark, done) if mark and made.rest else ()
        return _Waiting(name, made, state, same, rest, prepared.digest if prepared else _digest(same, pool))

    @cached_property
    def _same_texts(self) -> dict[str, bytes]:
        contents = self.order.contents
        return {CONTENT_FILE: contents.as_json(), "credits.html": credits_page(contents).encode()}

    def _texts(self, granted: Granted | None) -> dict[str, bytes]:
        """What is written for one school."""
        licence = granted.licence if granted else None
        own = {LICENCE_PAGE: licence_page(self.order.contents, licence).encode()}
        return own | {LICENCE_FILE: licence_text(granted.licence, granted.token).encode()} if granted else own


def _digest(pieces: Pieces, pool: ThreadPoolExecutor) -> Digest | Future[Digest]:
    """The digest of some pieces; what takes long is given to another thread."""
    return pool.submit(digest_of, pieces) if size_of(pieces) > _LONG else digest_of(pieces)
