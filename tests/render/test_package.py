"""Packages of Open XML: whole zip archives whose bytes depend on nothing but their members."""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from packager.render.package import FIRST, Member, kept, package, packed, stored

XML = b"<a>" + b"the river rose and fell; " * 40 + b"</a>"
DIGEST = "d6e93cfbc2cbc3003de6cc1c4cca46dec117d9de5a5d02ffdc2a69ff9bf3baea"
TYPES = packed(FIRST, b"<Types/>")


def test_a_package_is_a_whole_zip_with_its_members_in_order() -> None:
    with ZipFile(BytesIO(package([TYPES, packed("ppt/b.xml", XML), stored("ppt/a.png", b"picture"), packed("c.xml", b"")]))) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [FIRST, "ppt/b.xml", "ppt/a.png", "c.xml"]
        assert [archive.read(name) for name in archive.namelist()] == [b"<Types/>", XML, b"picture", b""]


def test_only_what_becomes_smaller_is_deflated() -> None:
    with ZipFile(BytesIO(package([TYPES, packed("b.xml", XML), stored("a.png", XML), packed("c.xml", b"<c/>")]))) as archive:
        assert [info.compress_type for info in archive.infolist()] == [ZIP_STORED, ZIP_DEFLATED, ZIP_STORED, ZIP_STORED]


def test_no_day_and_no_machine_leaves_a_trace() -> None:
    with ZipFile(BytesIO(package([TYPES, packed("b.xml", XML)]))) as archive:
        for info in archive.infolist():
            assert (info.date_time, info.create_system, info.external_attr, info.extra) == ((1980, 1, 1, 0, 0, 0), 0, 0, b"")


def test_the_bytes_are_those_of_the_lock() -> None:
    """Another version of libdeflate may pack otherwise: then every fingerprint of a build changes with the lock."""
    path = "".join(f'<a:lnTo><a:pt x="{n * n % 7919}" y="{n * 31 % 4001}"/></a:lnTo>' for n in range(2000))
    assert sha256(packed("b.xml", path.encode()).content).hexdigest() == DIGEST


def test_a_kept_member_is_packed_once() -> None:
    assert kept("b.xml", XML) is kept("b.xml", bytes(bytearray(XML)))
    assert kept("b.xml", XML) == packed("b.xml", XML)


@pytest.mark.parametrize("members", [[], [packed("b.xml", XML)], [TYPES, TYPES], [TYPES, packed("b.xml", XML), packed("B.xml", XML)]])
def test_a_package_that_office_programs_would_refuse_is_never_written(members: list[Member]) -> None:
    with pytest.raises(ValueError, match="has each part once"):
        package(members)
