"""A bundle is genuine and complete, or `verify` says in plain words what is wrong with it."""

from __future__ import annotations

import json
import zipfile
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from packager.bundle.archive import MANIFEST, SIGNATURE, Member, directory, local_header
from packager.bundle.read_archive import content_of, read_members
from packager.bundle.refused import Refused
from packager.bundle.verify import Verdict, as_text, verify
from tests.bundle.publisher import KEY, LICENCE, OTHER_KEY, TODAY, Publisher

PUBLIC = KEY.public_key()


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    publisher = Publisher(tmp_path_factory.mktemp("publisher")).built()
    return publisher.bundled(licence=publisher.licensed()).read_bytes()


def checked(place: Path, content: bytes, today: date = TODAY) -> Verdict:
    file = place / "checked.zip"
    file.write_bytes(content)
    return verify(file, PUBLIC, today)


def files_of(content: bytes) -> dict[str, bytes]:
    file = BytesIO(content)
    return {member.name: content_of(file, member) for member in read_members(file)}


def laid_out(files: dict[str, bytes]) -> bytes:
    """An archive in its one form, with whatever is in it."""
    body, members = b"", list[Member]()
    for name, content in files.items():
        members.append(Member(name, len(content), crc32(content), len(body)))
        body += local_header(members[-1]) + content
    return body + directory(members)


def rezipped(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The files as another program would zip them."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def test_a_genuine_bundle_is_told_in_plain_words(tmp_path: Path, bundle: bytes) -> None:
    verdict = checked(tmp_path, bundle)
    assert verdict.is_good
    assert as_text(verdict, PUBLIC).splitlines() == [
        "genuine: signed by The publisher with the key 56475aa75463474c",
        "complete: 7 files, none altered, missing or added",
        "holds: Small, version 1, for everyone: history; Year 3",
        "for: St Mary’s (URN 123456), licence L-1, 210 pupils",
        "valid: from 2026-09-01 until 2027-08-31",
    ]


def test_a_bundle_for_no_one_school(tmp_path: Path) -> None:
    place = Publisher(tmp_path).built().bundled()
    verdict = verify(place, PUBLIC, TODAY)
    assert verdict.is_good and verdict.licence is None
    assert "for: no one school" in as_text(verdict, PUBLIC)


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (LICENCE.first_day - timedelta(days=1), "not in date: the licence begins on 2026-09-01"),
        (LICENCE.last_day + timedelta(days=1), "not in date: the licence ended on 2027-08-31"),
    ],
)
def test_outside_its_days_a_bundle_is_genuine_but_not_good(today: date, said: str, tmp_path: Path, bundle: bytes) -> None:
    verdict = checked(tmp_path, bundle, today)
    assert not verdict.is_good and verdict.doubt is None
    text = as_text(verdict, PUBLIC)
    assert text.startswith("genuine: ") and said in text


@pytest.mark.parametrize("today", [LICENCE.first_day, LICENCE.last_day])
def test_the_first_and_the_last_day_are_included(today: date, tmp_path: Path, bundle: bytes) -> None:
    assert checked(tmp_path, bundle, today).is_good


@pytest.mark.parametrize("archived", [laid_out, rezipped], ids=["in our form", "zipped again"])
def test_altered_missing_and_added_files_are_named(archived: object, tmp_path: Path, bundle: bytes) -> None:
    files = files_of(bundle)
    files["packs/rome/rome-words.csv"] += b"more"
    del files["credits.html"]
    files = (
        {**files, "packs/extra.txt": b""} if archived is rezipped else dict(sorted({**files, "packs/extra.txt": b""}.items(), key=_place))
    )
    verdict = checked(tmp_path, archived(files))  # type: ignore[operator]
    assert (verdict.altered, verdict.missing, verdict.added) == (("packs/rome/rome-words.csv",), ("credits.html",), ("packs/extra.txt",))
    text = as_text(verdict, PUBLIC)
    assert (
        text.startswith("not genuine: ") and "altered: packs/rome/rome-words.csv\nmissing: credits.html\nadded: packs/extra.txt\n" in text
    )


def _place(named: tuple[str, bytes]) -> tuple[bool, bool, str]:
    return named[0] == SIGNATURE, named[0] == MANIFEST, named[0]


def test_a_bundle_that_was_only_zipped_again_is_not_genuine(tmp_path: Path, bundle: bytes) -> None:
    verdict = checked(tmp_path, rezipped(files_of(bundle)))
    assert not verdict.is_good and verdict.doubt
    assert not (verdict.altered or verdict.missing or verdict.added)


def test_a_manifest_signed_with_another_key_is_refused(tmp_path: Path, bundle: bytes) -> None:
    files = files_of(bundle)
    files[SIGNATURE] = OTHER_KEY.sign(files[MANIFEST])
    verdict = checked(tmp_path, laid_out(files))
    assert verdict.doubt == "its manifest was altered, or signed with another key than this one"


def test_a_manifest_of_a_forger_is_refused_whatever_it_lists(tmp_path: Path, bundle: bytes) -> None:
    files = files_of(bundle)
    said = json.loads(files[MANIFEST])
    said["licence"]["until"] = "2099-01-01"
    files[MANIFEST] = json.dumps(said).encode()
    assert not checked(tmp_path, laid_out(files)).is_good
    assert not checked(tmp_path, rezipped(files)).is_good


def test_a_sparse_file_of_ten_gigabytes_is_refused_at_once(tmp_path: Path) -> None:
    place = tmp_path / "huge.zip"
    with place.open("wb") as file:
        file.truncate(10 * 2**30)
    assert verify(place, PUBLIC, TODAY).doubt == "it is larger than any bundle"


def test_a_bomb_in_a_bundle_that_was_zipped_again_is_not_unpacked(tmp_path: Path, bundle: bytes) -> None:
    files = files_of(bundle)
    files["packs/rome/rome-words.csv"] = bytes(200_000_000)
    verdict = checked(tmp_path, rezipped(files))
    assert verdict.altered == ("packs/rome/rome-words.csv",)


@pytest.mark.parametrize("content", [b"", b"PK", b"no zip at all" * 100, b"PK\x05\x06" + bytes(18)])
def test_what_is_no_bundle_is_not_genuine(content: bytes, tmp_path: Path) -> None:
    verdict = checked(tmp_path, content)
    assert not verdict.is_good and as_text(verdict, PUBLIC).startswith("not genuine: it")


def test_a_bundle_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="cannot read"):
        verify(tmp_path / "none.zip", PUBLIC, TODAY)
    with pytest.raises(Refused, match="cannot read"):
        verify(tmp_path, PUBLIC, TODAY)


@given(data=st.data())
def test_no_changed_bytes_are_ever_genuine(data: st.DataObject, bundle: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    spoilt = bytearray(bundle)
    for _ in range(data.draw(st.integers(1, 4))):
        spoilt[data.draw(st.integers(0, len(spoilt) - 1))] = data.draw(st.integers(0, 255))
    verdict = checked(tmp_path_factory.getbasetemp(), bytes(spoilt))
    assert verdict.is_good == (spoilt == bundle)


@given(start=st.integers(0, 10_000), length=st.integers(0, 400), put=st.binary(max_size=40))
@example(start=0, length=0, put=b"x")
def test_no_cut_or_grown_bundle_is_ever_genuine(
    start: int, length: int, put: bytes, bundle: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    start %= len(bundle)
    spoilt = bundle[:start] + put + bundle[start + length :]
    assert checked(tmp_path_factory.getbasetemp(), spoilt).is_good == (spoilt == bundle)


@given(data=st.data())
def test_no_changed_members_are_ever_genuine(data: st.DataObject, bundle: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    files = files_of(bundle)
    name = data.draw(st.sampled_from(sorted(files)))
    act = data.draw(st.sampled_from(["drop", "alter", "add", "rename", "reorder", "swap"]))
    if act == "drop":
        del files[name]
    elif act == "alter":
        files[name] = data.draw(st.binary(max_size=300).filter(lambda content: content != files[name]))
    elif act == "add":
        files[data.draw(st.from_regex(r"[a-z]{1,8}\.txt", fullmatch=True).filter(lambda new: new not in files))] = b"new"
    elif act == "rename":
        files["renamed.txt"] = files.pop(name)
    elif act == "reorder":
        files = dict(reversed(files.items()))
    else:
        other = data.draw(st.sampled_from(sorted(files)).filter(lambda o: files[o] != files[name]))
        files[name], files[other] = files[other], files[name]
    for archived in (laid_out(files), laid_out(dict(sorted(files.items(), key=_place))), rezipped(files)):
        assert checked(tmp_path_factory.getbasetemp(), archived).is_good == (archived == bundle)
