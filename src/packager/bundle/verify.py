"""Is a bundle genuine, complete and in date? Works offline, with nothing but the publisher's public key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO, Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from packager.bundle.archive import MANIFEST, SIGNATURE, Member
from packager.bundle.licence import Licence, opened
from packager.bundle.look_inside import Found, look_inside
from packager.bundle.manifest import LARGEST_MANIFEST, Listed, Manifest, manifest_in
from packager.bundle.names import shown
from packager.bundle.read_archive import Damaged, content_of, digest_of, read_members, room
from packager.bundle.refused import Refused
from packager.bundle.sign import is_signed, key_id


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is known of a bundle. `doubt` says why it is not genuine; `outdated` why its licence does not hold today."""

    doubt: str | None
    altered: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    manifest: Manifest | None = None
    licence: Licence | None = None
    outdated: str | None = None

    @property
    def is_good(self) -> bool:
        """Whether the bundle is genuine, complete and in date."""
        return not (self.doubt or self.altered or self.missing or self.added or self.outdated)


def verify(place: Path, key: Ed25519PublicKey, today: date) -> Verdict:
    """The verdict on a bundle; raises Refused where there is no file to look at."""
    if not place.is_file():
        raise Refused(f"cannot read `{place}`: there is no such file")
    try:
        with place.open("rb") as file:
            return _verdict(file, key, today)
    except OSError as error:
        raise Refused(f"cannot read `{place}`: {error.strerror}") from error


def _verdict(file: IO[bytes], key: Ed25519PublicKey, today: date) -> Verdict:
    try:
        members = {member.name: member for member in read_members(file)}
        content = _manifest_bytes(file, members)
        signature = content_of(file, members[SIGNATURE]) if members[SIGNATURE].size == 64 else b""
    except Damaged as damage:
        return _explained(file, key, str(damage))
    if not is_signed(key, signature, content):
        return Verdict("its manifest was altered, or signed with another key than this one")
    try:
        manifest = manifest_in(content)
        licence = _licence(manifest, key)
    except (ValueError, Refused) as fault:
        return Verdict(str(fault))
    altered, missing, added = _compared(file, members, manifest)
    doubt = "some of its files are not those that the publisher signed" if altered or missing or added else None
    return Verdict(doubt, altered, missing, added, manifest, licence, licence.fault_on(today) if licence else None)


def _manifest_bytes(file: IO[bytes], members: dict[str, Member]) -> bytes:
    for name in (MANIFEST, SIGNATURE):
        if name not in members:
            raise Damaged(f"it has no {name}")
    if members[MANIFEST].size > LARGEST_MANIFEST:
        raise Damaged(f"its {MANIFEST} is larger than any can be")
    return content_of(file, members[MANIFEST])


def _licence(manifest: Manifest, key: Ed25519PublicKey) -> Licence | None:
    held = manifest.said.get("licence")
    return opened(str(held["token"]), key) if held else None


def _compared(file: IO[bytes], members: dict[str, Member], manifest: Manifest) -> tuple[tuple[str, ...], ...]:
    """The files that are altered, missing and added. A file whose size or checksum differs need not be read."""
    there = {name: member for name, member in members.items() if name not in (MANIFEST, SIGNATURE)}
    signed, block = {entry.path: entry for entry in manifest.files}, room()
    altered = (name for name, member in there.items() if name in signed and not _is_same(file, member, signed[name], block))
    return tuple(altered), tuple(n for n in signed if n not in there), tuple(n for n in there if n not in signed)


def _is_same(file: IO[bytes], member: Member, entry: Listed, block: memoryview) -> bool:
    return (member.size, member.crc) == (entry.bytes, entry.crc32) and digest_of(file, member, block) == entry.sha256


def _explained(file: IO[bytes], key: Ed25519PublicKey, damage: str) -> Verdict:
    """The verdict on an archive that is not in its one form: not genuine, with what can still be told of its files."""
    found = look_inside(file)
    if found is None or not is_signed(key, found.signature, found.manifest):
        return Verdict(damage)
    try:
        manifest = manifest_in(found.manifest)
        licence = _licence(manifest, key)
    except (ValueError, Refused):
        return Verdict(damage)
    altered, missing, added = _told(found, manifest.files)
    return Verdict(damage, altered, missing, added, manifest, licence)


def _told(found: Found, files: Iterable[Listed]) -> tuple[tuple[str, ...], ...]:
    signed = {entry.path: entry for entry in files}
    altered = (name for name, entry in signed.items() if name in found.sizes and not found.is_same(entry))
    added = (shown(name) for name in found.sizes if name not in signed and name not in (MANIFEST, SIGNATURE))
    return tuple(altered), tuple(name for name in signed if name not in found.sizes), tuple(added)


def as_text(verdict: Verdict, key: Ed25519PublicKey) -> str:
    """The verdict in plain words, a line each."""
    return "\n".join(_lines(verdict, key)) + "\n"


def _lines(verdict: Verdict, key: Ed25519PublicKey) -> Iterable[str]:
    v = verdict
    said = v.manifest.said if v.manifest else {}
    yield f"not genuine: {v.doubt}" if v.doubt else f"genuine: signed by {said['publisher'] or 'its publisher'} with the key {key_id(key)}"
    if v.manifest is None:
        return
    for word, names in (("altered", v.altered), ("missing", v.missing), ("added", v.added)):
        yield from (f"{word}: {name}" for name in names)
    whole = not (v.altered or v.missing or v.added)
    yield f"complete: {len(v.manifest.files)} files, none altered, missing or added" if whole else "not complete as the publisher signed it"
    yield f"holds: {said['title']}, version {said['version'] or 'none'}, for {said['for']}: {_scope(said)}"
    yield from _holder(v)


def _scope(said: Mapping[str, Any]) -> str:
    return f"{', '.join(said['subjects'])}; {', '.join(f'Year {year}' for year in said['years'])}"


def _holder(verdict: Verdict) -> Iterable[str]:
    licence = verdict.licence
    if licence is None:
        yield "for: no one school"
        return
    yield f"for: {licence.school} (URN {licence.urn}), licence {licence.number}, {licence.pupils} pupils"
    days = f"from {licence.first_day} until {licence.last_day}"
    yield f"not in date: {verdict.outdated}" if verdict.outdated else f"valid: {days}"
