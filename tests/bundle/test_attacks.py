"""Bad input and attack, through the commands: each is refused with one clear sentence and leaves nothing half-written."""

from __future__ import annotations

import base64
import json
import os
import struct
import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zlib import crc32

import pytest

from packager.bundle.archive import CENTRAL, END, LOCAL, Member, directory, local_header
from packager.bundle.licence import signed
from packager.bundle.licence_file import licence_text
from packager.bundle.sign import private_key
from tests.builders import write_curriculum
from tests.bundle.publisher import LICENCE, Publisher
from tests.bundle.test_choose import files as files_in
from tests.command import Outcome, packager


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A publisher with two keys, a licence and a bundle."""
    folder = tmp_path_factory.mktemp("publisher")
    write_curriculum(folder, {})
    Publisher(folder).built()
    for name in ("keys", "others"):
        assert packager("keys", "new", "--no-passphrase", "--out", folder / name).code == 0
    assert issue(folder, folder / "licence.txt").code == 0
    assert bundle(folder, folder / "licence.txt", folder / "bundle.zip").code == 0
    return folder


def issue(root: Path, out: Path, keys: str = "keys", **changed: str) -> Outcome:
    said = {"school": "St Mary’s", "urn": "123456", "pupils": "210", "subjects": "history", "years": "3-4", "from": "2026-09-01"}
    pairs = [part for name, value in {**said, "until": "2027-08-31", **changed}.items() for part in (f"--{name}", value)]
    return packager("licence", "issue", "--root", root, "--key", root / keys / "publisher.key", "--out", out, *pairs)


def bundle(root: Path, licence: Path, out: Path, *more: object, keys: str = "keys", today: str = "2026-10-01") -> Outcome:
    given = ("--licence", licence, "--key", root / keys / "publisher.key", "--out", out, "--today", today, "--no-catalogue")
    return packager("bundle", "--root", root, *given, *more)


def verify(root: Path, place: Path, today: str = "2026-10-01") -> Outcome:
    return packager("verify", place, "--key", root / "keys/publisher.pub", "--today", today)


def laid_out(members: list[tuple[str, bytes]]) -> bytes:
    """An archive in our form, whatever its names are."""
    body, listed = b"", list[Member]()
    for name, content in members:
        listed.append(Member(name, len(content), crc32(content), len(body)))
        body += local_header(listed[-1]) + content
    return body + directory(listed)


def zipped(members: list[tuple[str, bytes]]) -> bytes:
    """The same as another program writes it."""
    out = BytesIO()
    with pytest.MonkeyPatch.context() as patch, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        patch.setattr("warnings.warn", lambda *_, **__: None)
        for name, content in members:
            archive.writestr(name, content)
    return out.getvalue()


def genuine(root: Path) -> list[tuple[str, bytes]]:
    return list(files_in(root / "bundle.zip").items())


NAMES = ("../evil.txt", "..\\evil.txt", "/etc/evil.txt", "C:\\evil.txt", "packs/../../evil.txt", "CREDITS.html", "credits.html", "nul")


@pytest.mark.parametrize("archived", [laid_out, zipped], ids=["our form", "another form"])
@pytest.mark.parametrize("name", NAMES)
def test_names_that_lead_out_or_clash(name: str, archived: Callable[[list[tuple[str, bytes]]], bytes], root: Path, tmp_path: Path) -> None:
    place = tmp_path / "bundle.zip"
    place.write_bytes(archived([(name, b"evil"), *genuine(root)]))
    found = verify(root, place)
    assert found.code == 1 and found.out.startswith("not genuine: ") and found.err == ""
    assert [path.name for path in tmp_path.iterdir()] == ["bundle.zip"] and not (tmp_path.parent / "evil.txt").exists()


def bomb() -> bytes:
    """A list of files that unfolds into a thousand times its size."""
    packed = zipfile.ZipFile(out := BytesIO(), "w", zipfile.ZIP_DEFLATED)
    with packed, packed.open("manifest.json", "w", force_zip64=True) as file:
        for _ in range(64):
            file.write(bytes(1 << 20))
    return out.getvalue()


def lying() -> bytes:
    """One header that declares all that a header can."""
    most = 2**32 - 1
    local = LOCAL.pack(b"PK\x03\x04", 10, 0, 0, 0, 0x21, 0, most, most, 13, 0) + b"manifest.json"
    entry = CENTRAL.pack(b"PK\x01\x02", 20, 10, 0, 0, 0, 0x21, 0, most, most, 13, 0, 0, 0, 0, 0, 0) + b"manifest.json"
    return local + entry + END.pack(b"PK\x05\x06", 0, 0, 1, 1, len(entry), len(local), 0)


def many() -> bytes:
    """An end that declares more files and a longer list than there are bytes."""
    return b"x" * 100 + END.pack(b"PK\x05\x06", 0, 0, 65535, 65535, 2**32 - 1, 0, 0)


@pytest.mark.parametrize("make", [bomb, lying, many, lambda: b"", lambda: b"PK", lambda: bytes(1000)])
def test_bombs_and_what_is_no_bundle(make: Callable[[], bytes], root: Path, tmp_path: Path) -> None:
    (tmp_path / "bundle.zip").write_bytes(make())
    found = verify(root, tmp_path / "bundle.zip")
    assert found.code == 1 and found.out.startswith("not genuine: ") and found.out.count("\n") == 1


def test_a_file_of_ten_gigabytes(root: Path, tmp_path: Path) -> None:
    with (tmp_path / "bundle.zip").open("wb") as file:
        file.truncate(10 * 2**30)
        file.seek(10 * 2**30)
        file.write(END.pack(b"PK\x05\x06", 0, 0, 1, 1, 60, 100, 0))
    found = verify(root, tmp_path / "bundle.zip")
    assert (found.code, found.out) == (1, "not genuine: it is larger than any bundle\n")


def test_a_bundle_that_breaks_off_anywhere(root: Path, tmp_path: Path) -> None:
    whole = (root / "bundle.zip").read_bytes()
    for length in (*range(0, len(whole), 997), len(whole) - 1, len(whole) - 22):
        (tmp_path / "bundle.zip").write_bytes(whole[:length])
        found = verify(root, tmp_path / "bundle.zip")
        assert found.code == 1 and found.out.startswith("not genuine: "), length


def test_a_bundle_of_another_publisher(root: Path, tmp_path: Path) -> None:
    assert issue(root, tmp_path / "licence.txt", "others").code == 0
    assert bundle(root, tmp_path / "licence.txt", tmp_path / "bundle.zip", keys="others").code == 0
    found = verify(root, tmp_path / "bundle.zip")
    assert (found.code, found.out) == (1, "not genuine: its manifest was altered, or signed with another key than this one\n")


def encoded(value: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


def forged(root: Path, act: str) -> str:
    text = (root / "licence.txt").read_text("utf-8")
    begin, end = "-----BEGIN SCHOOL LICENCE-----", "-----END SCHOOL LICENCE-----"
    token = text.partition(begin)[2].partition(end)[0].strip()
    header, claims, signature = token.split(".")
    said = json.loads(base64.urlsafe_b64decode(claims + "=="))
    kid = json.loads(base64.urlsafe_b64decode(header + "=="))["kid"]
    made = {
        "altered": f"{header}.{encoded({**said, 'subjects': ['history', 'geography']})}.{signature}",
        "no algorithm": f"{encoded({'alg': 'none', 'typ': 'JWT', 'kid': kid})}.{claims}.",
        "cut": token[:-5],
        "two": f"{token}\n{end}\n{begin}\n{token}",
    }[act]
    return text.replace(token, made)


@pytest.mark.parametrize(
    ("act", "why"),
    [
        ("altered", "the licence was altered, or was not signed by the publisher"),
        ("no algorithm", "the licence was altered, or was not signed by the publisher"),
        ("cut", "the licence was altered, or was not signed by the publisher"),
        ("two", "this is no licence file: it holds no signed text, or more than one"),
    ],
)
def test_a_forged_licence(act: str, why: str, root: Path, tmp_path: Path) -> None:
    (tmp_path / "licence.txt").write_text(forged(root, act), "utf-8")
    found = bundle(root, tmp_path / "licence.txt", tmp_path / "bundle.zip")
    assert (found.code, found.out, found.err) == (1, "", f"Error: {why}\n")
    assert [path.name for path in tmp_path.iterdir()] == ["licence.txt"]


@pytest.mark.parametrize(
    ("today", "why"), [("2026-08-31", "the licence begins on 2026-09-01"), ("2027-09-01", "the licence ended on 2027-08-31")]
)
def test_a_licence_that_does_not_hold_today(today: str, why: str, root: Path, tmp_path: Path) -> None:
    refused = bundle(root, root / "licence.txt", tmp_path / "bundle.zip", today=today)
    assert (refused.code, refused.err) == (1, f"Error: {why}\n") and list(tmp_path.iterdir()) == []
    found = verify(root, root / "bundle.zip", today)
    assert found.code == 1 and found.out.startswith("genuine: ") and found.out.endswith(f"not in date: {why}\n")


def test_a_licence_of_another_publisher(root: Path, tmp_path: Path) -> None:
    issue(root, tmp_path / "licence.txt", "others")
    refused = bundle(root, tmp_path / "licence.txt", tmp_path / "bundle.zip")
    assert (refused.code, refused.err) == (1, "Error: the licence was not signed with this key\n")
    assert [path.name for path in tmp_path.iterdir()] == ["licence.txt"]


def test_a_licence_for_what_the_bundle_lacks(root: Path, tmp_path: Path) -> None:
    licence, key = replace(LICENCE, subjects=("history", "music")), private_key(root / "keys/publisher.key", str)
    (tmp_path / "licence.txt").write_text(licence_text(licence, signed(licence, key)), "utf-8")
    refused = bundle(root, tmp_path / "licence.txt", tmp_path / "bundle.zip")
    assert (refused.code, refused.err) == (1, "Error: licence L-1 covers music, of which there is nothing to bundle\n")
    refused = bundle(root, root / "licence.txt", tmp_path / "bundle.zip", "--subject", "geography")
    assert refused.code == 1 and "does not cover geography" in refused.err
    assert [path.name for path in tmp_path.iterdir()] == ["licence.txt"]


@pytest.mark.parametrize("school", ["O’Brien & \"Sons\" <script>alert('x')</script>", "👩🏽‍🏫 🌍", "مدرسة \u202eالنور", "x" * 300])
def test_any_school_name_goes_the_whole_way(school: str, root: Path, tmp_path: Path) -> None:
    assert issue(root, tmp_path / "licence.txt", school=school).code == 0
    assert bundle(root, tmp_path / "licence.txt", tmp_path / "bundle.zip").code == 0
    found = verify(root, tmp_path / "bundle.zip")
    assert found.code == 0 and school.replace("\u202e", "") in found.out
    page = files_in(tmp_path / "bundle.zip")["packs/rome/rome-booklet.html"].decode()
    assert "<script" not in page and "\u202e" not in page


def test_several_licences_make_a_bundle_each_or_none(root: Path, tmp_path: Path) -> None:
    for number in ("L/1", "L-2"):
        assert issue(root, tmp_path / f"{number[2:]}.txt", number=number).code == 0
    issue(root, tmp_path / "old.txt", number="L-3", until="2026-09-02")
    refused = bundle(root, tmp_path / "1.txt", tmp_path / "out", "--licence", tmp_path / "old.txt")
    assert refused.code == 1 and "ended on" in refused.err and not (tmp_path / "out").exists()
    refused = bundle(root, tmp_path / "1.txt", tmp_path / "out", "--licence", tmp_path / "1.txt")
    assert refused.code == 1 and "is given twice" in refused.err and not (tmp_path / "out").exists()
    assert bundle(root, tmp_path / "1.txt", tmp_path / "out", "--licence", tmp_path / "2.txt").code == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["L-1.zip", "L-2.zip"]
    assert all(verify(root, path).code == 0 for path in (tmp_path / "out").iterdir())


def test_a_place_that_cannot_be_written(root: Path, tmp_path: Path) -> None:
    for out in (tmp_path, Path("/proc/bundle.zip"), root / "licence.txt" / "bundle.zip"):
        refused = bundle(root, root / "licence.txt", out)
        assert refused.code == 1 and refused.err.startswith("Error: cannot write ") and refused.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_file_is_not_waited_for(root: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for place in (tmp_path / "pipe", tmp_path, tmp_path / "none.zip"):
        refused = verify(root, place)
        assert refused.code == 1 and refused.err == f"Error: cannot read `{place}`: there is no such file\n"


def test_nothing_is_written_over_a_private_key(root: Path, tmp_path: Path) -> None:
    key = root / "others/publisher.key"
    before = key.read_bytes()
    for refused in (bundle(root, root / "licence.txt", key), issue(root, key), packager("keys", "new", "--out", root / "others")):
        assert refused.code == 1 and refused.err.count("\n") == 1
    changes = packager("changes", root / "build", root / "build", "--out", key)
    assert changes.code == 1 and "is a private key" in changes.err
    assert key.read_bytes() == before and sorted(path.name for path in key.parent.iterdir()) == ["publisher.key", "publisher.pub"]


def test_an_index_that_somebody_edited_packs_nothing_from_elsewhere(root: Path, tmp_path: Path) -> None:
    publisher = Publisher(tmp_path).built()
    (tmp_path / "secret.csv").write_bytes(b"secret")
    index = json.loads((publisher.build / "index.json").read_text("utf-8"))
    for path in ("../secret.csv", str(tmp_path / "secret.csv"), "packs/../../secret.csv"):
        next(entry for entry in index["artifacts"] if entry["topic"] == "history/rome")["path"] = path
        (publisher.build / "index.json").write_text(json.dumps(index), "utf-8")
        refused = bundle(root, root / "licence.txt", tmp_path / "bundle.zip", "--build", publisher.build)
        assert refused.code == 1 and "leads out of" in refused.err and not (tmp_path / "bundle.zip").exists()


def test_a_damaged_office_file_is_refused(root: Path, tmp_path: Path) -> None:
    for content in (b"", b"PK\x05\x06" + bytes(18), struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 9, 9, 900, 2**32 - 1, 0)):
        publisher = Publisher(tmp_path).built({"packs/rome/rome.pptx": ("history/rome", "deck", "teachers", content)})
        refused = bundle(root, root / "licence.txt", tmp_path / "bundle.zip", "--build", publisher.build)
        assert (refused.code, refused.err) == (1, "Error: `packs/rome/rome.pptx` cannot be stamped: build it again\n")
        assert not (tmp_path / "bundle.zip").exists()
