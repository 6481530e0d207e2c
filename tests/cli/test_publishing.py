"""The publisher's path as a newcomer walks it: keys, licence, bundle, verify, changes."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from tests.builders import write_curriculum
from tests.bundle.publisher import Publisher
from tests.command import Outcome, packager

SCHOOL = "St Mary’s <b>Primary</b> 🏫"


@pytest.fixture(autouse=True)
def secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PACKAGER_PASSPHRASE", "correct horse")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_curriculum(tmp_path, {})
    Publisher(tmp_path).built()
    assert packager("keys", "new", "--out", tmp_path / "keys").code == 0
    return tmp_path


def issue(root: Path, **changed: str) -> Outcome:
    options = {
        "school": SCHOOL,
        "urn": "123456",
        "pupils": "210",
        "subjects": "history",
        "years": "3-4",
        "from": "2026-09-01",
        "until": "2027-08-31",
        "key": str(root / "keys/publisher.key"),
        "out": str(root / "licence.txt"),
    }
    pairs = [part for name, value in {**options, **changed}.items() for part in (f"--{name}", value)]
    return packager("licence", "issue", "--root", root, *pairs)


def bundle(root: Path, *more: object, out: str = "bundle.zip") -> Outcome:
    """Without a catalogue: this build has no sources."""
    given = ("--key", root / "keys/publisher.key", "--out", root / out, "--today", "2026-10-01", "--no-catalogue")
    return packager("bundle", "--root", root, *given, *more)


def verify(root: Path, today: str = "2026-10-01") -> Outcome:
    return packager("verify", root / "bundle.zip", "--key", root / "keys/publisher.pub", "--today", today)


def test_the_whole_path(root: Path) -> None:
    assert issue(root).out.startswith(f"wrote {root}/licence.txt: licence L-123456-")
    made = bundle(root, "--licence", root / "licence.txt")
    assert made.code == 0 and "7 files for 1 topic" in made.out and SCHOOL in made.out
    found = verify(root)
    assert found.code == 0
    for part in ("genuine: signed by", "complete: 7 files", f"for: {SCHOOL} (URN 123456)", "valid: from 2026-09-01 until 2027-08-31"):
        assert part in found.out
    assert bundle(root, "--licence", root / "licence.txt", "--version", "2", "--since", root / "bundle.zip", out="new.zip").code == 0
    assert "What changed from version 1 to 2" in packager("changes", root / "bundle.zip", root / "new.zip").out


def test_an_expired_bundle_is_genuine_and_exits_1(root: Path) -> None:
    issue(root)
    bundle(root, "--licence", root / "licence.txt")
    found = verify(root, "2027-09-01")
    assert found.code == 1 and found.out.startswith("genuine") and "not in date: the licence ended on 2027-08-31" in found.out


def test_a_key_is_locked_and_its_passphrase_is_never_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    private = root / "keys/publisher.key"
    assert stat.S_IMODE(private.stat().st_mode) == 0o600
    monkeypatch.setenv("PACKAGER_PASSPHRASE", "wrong horse")
    refused = issue(root)
    assert refused.code == 1 and refused.err == f"Error: the passphrase does not open `{private}`\n"
    assert not (root / "licence.txt").exists()
    for value, why in (("", "PACKAGER_PASSPHRASE is empty"), (None, "the key needs a passphrase: set PACKAGER_PASSPHRASE")):
        monkeypatch.setenv("PACKAGER_PASSPHRASE", value) if value is not None else monkeypatch.delenv("PACKAGER_PASSPHRASE")
        assert why in issue(root).err


def test_no_private_key_is_in_a_bundle(root: Path) -> None:
    bundle(root, "--all")
    content = (root / "bundle.zip").read_bytes()
    lines = (root / "keys/publisher.key").read_bytes().splitlines()
    assert not any(line in content for line in lines if len(line) > 20) and b"PRIVATE KEY" not in content


@pytest.mark.parametrize(
    ("changed", "code", "why"),
    [
        ({"subjects": "histori"}, 2, "no subject `histori`: did you mean `history`?"),
        ({"years": "3-9"}, 2, "no year `5`: known are 3, 4"),
        ({"years": "x"}, 2, "`x` is no year: write 3-6, or 3,5"),
        ({"from": "soon"}, 2, "does not match the format"),
        ({"until": "2026-08-31"}, 1, "the licence would end on 2026-08-31, before it begins on 2026-09-01"),
        ({"urn": "12"}, 1, "a school's URN has six digits"),
        ({"school": " "}, 1, "the school has no name"),
        ({"school": "x" * 301}, 1, "longer than 300 characters"),
        ({"number": "a b"}, 1, "a licence number has"),
        ({"key": "/nowhere"}, 1, "`/nowhere` is no key file"),
    ],
)
def test_a_licence_that_cannot_be_is_refused(changed: dict[str, str], code: int, why: str, root: Path) -> None:
    refused = issue(root, **changed)
    assert refused.code == code and why in refused.err
    assert not (root / "licence.txt").exists()


@pytest.mark.parametrize(
    ("options", "why"),
    [
        ([], "say what to bundle"),
        (["--all", "--year", "3"], "--all stands alone"),
        (["--for", "parents", "--all"], "'parents' is not one of"),
    ],
)
def test_wrong_usage_exits_2(options: list[str], why: str, root: Path) -> None:
    refused = bundle(root, *options)
    assert refused.code == 2 and why in refused.err


def test_what_is_refused_is_said_in_one_sentence_and_leaves_nothing(root: Path) -> None:
    (root / "licence.txt").write_text("no licence")
    for options in (["--year", "9"], ["--licence", root / "licence.txt"], ["--all", "--since", root / "licence.txt"]):
        refused = bundle(root, *options)
        assert refused.code == 1 and refused.err.startswith("Error: ") and refused.err.count("\n") == 1
    assert {path.name for path in root.iterdir()} == {"build", "curriculum", "units", "keys", "licence.txt"}


def test_a_bundle_of_what_was_never_built_is_refused(root: Path) -> None:
    refused = bundle(root, "--all", "--build", root / "none")
    assert refused.code == 1 and "cannot read" in refused.err


def test_changes_are_written_in_three_forms(root: Path) -> None:
    for name, starts in (("text", b"Small: What changed"), ("json", b"{"), ("docx", b"PK")):
        assert packager("changes", root / "build", root / "build", "--format", name, "--out", root / "notes").code == 0
        assert (root / "notes").read_bytes().startswith(starts)
    assert packager("changes", root / "build", root / "build", "--format", "docx").code == 2
    assert json.loads(packager("changes", root / "build", root / "build", "--format", "json").out)["changes"] == []
