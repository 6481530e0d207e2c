"""An archive has one form, and the reader accepts no other."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterable
from io import BytesIO
from zlib import crc32

import pytest

from packager.bundle.archive import CENTRAL, END, ArchiveWriter, Member, directory, local_header
from packager.bundle.names import check_names, clash, fault_of_name
from packager.bundle.read_archive import Damaged, content_of, digest_of, read_members, room
from packager.bundle.refused import Refused

FILES = {"a.txt": b"first", "packs/b.txt": b"", "packs/c.txt": b"third" * 9, "manifest.json": b"{}", "manifest.sig": b"x" * 64}


def written(files: dict[str, bytes] | None = None) -> bytes:
    out = BytesIO()
    archive = ArchiveWriter(out)
    for name, content in (FILES if files is None else files).items():
        archive.add(name, (content,), crc32(content))
    archive.close()
    return out.getvalue()


def laid_out(members: Iterable[tuple[str, bytes]]) -> bytes:
    """An archive in the right form, whatever its names are."""
    body, listed = b"", list[Member]()
    for name, content in members:
        member = Member(name, len(content), crc32(content), len(body))
        body += local_header(member) + content
        listed.append(member)
    return body + directory(listed)


def read(content: bytes) -> dict[str, bytes]:
    file = BytesIO(content)
    return {member.name: content_of(file, member) for member in read_members(file)}


def refusal(content: bytes) -> str:
    with pytest.raises(Damaged) as refused:
        read(content)
    return str(refused.value)


def test_what_was_written_is_read_back() -> None:
    assert read(written()) == FILES


def test_two_archives_of_the_same_files_are_the_same_bytes() -> None:
    assert written() == written()


def test_any_program_can_unpack_it() -> None:
    with zipfile.ZipFile(BytesIO(written())) as archive:
        assert archive.testzip() is None
        assert {info.filename: archive.read(info) for info in archive.infolist()} == FILES
        assert {(info.date_time, info.compress_type, info.extra, info.comment) for info in archive.infolist()} == {
            ((1980, 1, 1, 0, 0, 0), zipfile.ZIP_STORED, b"", b"")
        }


def test_a_digest_is_that_of_the_bytes() -> None:
    file = BytesIO(written())
    members = {member.name: member for member in read_members(file)}
    assert digest_of(file, members["a.txt"], room()) == "a7937b64b8caa58f03721bb6bacf5c78cb235febe0e70b1b84cd99541461a08e"


def test_every_changed_byte_outside_the_files_is_refused() -> None:
    content = written()
    inside = {m.data + n for m in read_members(BytesIO(content)) for n in range(m.size)}
    for place in set(range(len(content))) - inside:
        for changed in (content[place] ^ 1, content[place] ^ 0x80):
            try:
                found = read_members(BytesIO(content[:place] + bytes([changed]) + content[place + 1 :]))
            except Damaged:
                continue
            # A checksum that is changed in both headers would be one form too: only the manifest can tell.
            pytest.fail(f"byte {place} was changed and nobody minded: {found}")


def test_every_truncated_archive_is_refused() -> None:
    content = written()
    for length in range(len(content)):
        refusal(content[:length])


@pytest.mark.parametrize("added", [b"x", b"PK\x05\x06" + bytes(18), b"\0" * 100])
def test_bytes_before_behind_or_between_are_refused(added: bytes) -> None:
    content = written()
    end = content.index(b"PK\x01\x02")
    for spoilt in (added + content, content + added, content[:end] + added + content[end:]):
        refusal(spoilt)


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("../evil.txt", "leads out of the bundle"),
        ("packs/../../evil.txt", "leads out of the bundle"),
        ("/etc/passwd", "leads out of the bundle"),
        ("\\\\server\\share", "leads out of the bundle"),
        ("C:/evil.txt", "leads out of the bundle"),
        ("packs\\evil.txt", "is not a name that every computer accepts"),
        ("packs/./evil.txt", "is not a name that every computer accepts"),
        ("packs//evil.txt", "is not a name that every computer accepts"),
        ("packs/", "is not a name that every computer accepts"),
        ("nul.txt", "is not a name that every computer accepts"),
        ("packs/COM1", "is not a name that every computer accepts"),
        ("evil.txt.", "is not a name that every computer accepts"),
        ("evil ", "is not a name that every computer accepts"),
        ("a?.txt", "is not a name that every computer accepts"),
        ("caf\xe9.txt", "is not a name that every computer accepts"),
        (".hidden", "is not a name that every computer accepts"),
        ("a" * 161, "is longer than 160 characters"),
        ("publisher.key", "is the name of a private key"),
    ],
)
def test_unsafe_names_are_neither_written_nor_read(name: str, why: str) -> None:
    assert fault_of_name(name) == why
    with pytest.raises(Refused, match=why):
        check_names([name])
    if name.isascii():
        refusal(laid_out([(name, b"")]))


@pytest.mark.parametrize("names", [("a.txt", "a.txt"), ("A.txt", "a.txt"), ("a", "a/b"), ("A/b", "a")])
def test_names_that_clash_are_refused(names: tuple[str, str]) -> None:
    assert clash(names)
    assert "two files in it are named" in refusal(laid_out((name, b"") for name in names))


def test_files_in_another_order_are_refused() -> None:
    assert "not in the order" in refusal(laid_out([("b.txt", b""), ("a.txt", b"")]))


def test_files_that_overlap_are_refused() -> None:
    first = Member("a.txt", 40, 0, 0)
    second = Member("b.txt", 0, 0, 10)
    body = local_header(first) + bytes(40)
    assert "do not follow one another" in refusal(body + directory([first, second])[:-6] + struct.pack("<LH", len(body), 0))


def test_a_packed_bomb_is_refused_before_it_is_unpacked() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", bytes(50_000_000))
    assert len(out.getvalue()) < 100_000
    assert "not stored as the packager stores it" in refusal(out.getvalue())


def test_a_file_that_declares_four_gigabytes_is_refused_before_it_is_read() -> None:
    body, size = local_header(Member("a.txt", 2**32 - 1, 0, 0)), 2**32 - 1
    entry = CENTRAL.pack(b"PK\x01\x02", 20, 10, 0, 0, 0, 0x21, 0, size, size, 5, 0, 0, 0, 0, 0, 0) + b"a.txt"
    end = END.pack(b"PK\x05\x06", 0, 0, 1, 1, len(entry), len(body), 0)
    assert "do not follow one another" in refusal(body + entry + end)


def test_a_bundle_that_would_be_too_large_for_an_archive_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("packager.bundle.archive.LARGEST_ARCHIVE", 2**24 + 50)
    with pytest.raises(Refused, match="larger than a zip archive can be"):
        written()
