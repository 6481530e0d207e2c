"""Keys: locked, the owner's alone, and never told."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from packager.bundle.refused import Refused
from packager.bundle.sign import is_signed, key_id, new_keys, private_key, public_key


def not_asked() -> str:
    raise AssertionError("nobody is asked for the passphrase of a key that is not locked")


def test_a_pair_of_keys_belongs_together(tmp_path: Path) -> None:
    private, public = new_keys(tmp_path / "keys", "secret")
    key = private_key(private, lambda: "secret")
    assert key_id(key.public_key()) == key_id(public_key(public))
    assert is_signed(public_key(public), key.sign(b"said"), b"said")
    assert not is_signed(public_key(public), key.sign(b"said"), b"sung")


def test_both_files_are_the_owners_alone_and_the_private_one_is_locked(tmp_path: Path) -> None:
    private, public = new_keys(tmp_path, "secret")
    assert [stat.S_IMODE(file.stat().st_mode) for file in (private, public)] == [0o600, 0o600]
    assert private.read_text().startswith("-----BEGIN ENCRYPTED PRIVATE KEY-----")
    assert public.read_text().startswith("-----BEGIN PUBLIC KEY-----")


def test_a_key_without_a_passphrase_is_made_only_on_request(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="the passphrase is empty"):
        new_keys(tmp_path, "")
    private, _ = new_keys(tmp_path, None)
    assert private_key(private, not_asked)


def test_no_key_is_overwritten(tmp_path: Path) -> None:
    private, _ = new_keys(tmp_path, "secret")
    before = private.read_bytes()
    with pytest.raises(Refused, match="is there already"):
        new_keys(tmp_path, "other")
    assert private.read_bytes() == before


@pytest.mark.parametrize("folder", ["build", "build/keys", "out/packs"])
def test_no_key_is_written_among_built_files(folder: str, tmp_path: Path) -> None:
    (tmp_path / "curriculum").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "out/index.json").write_text("{}")
    with pytest.raises(Refused, match="folder of built files"):
        new_keys(tmp_path / folder, "secret")


def test_a_wrong_passphrase_is_refused_and_not_repeated(tmp_path: Path) -> None:
    private, _ = new_keys(tmp_path, "secret")
    with pytest.raises(Refused) as refused:
        private_key(private, lambda: "geheim")
    assert str(refused.value) == f"the passphrase does not open `{private}`"


def test_files_that_are_no_keys_are_refused(tmp_path: Path) -> None:
    private, public = new_keys(tmp_path, None)
    other = generate_private_key(SECP256R1())
    wrong, wrong_public, text = tmp_path / "wrong.key", tmp_path / "wrong.pub", tmp_path / "text"
    wrong.write_bytes(other.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    wrong_public.write_bytes(other.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
    text.write_text("no key")
    for file, why in (
        (wrong, "another kind"),
        (text, "holds no private key"),
        (public, "holds no private key"),
        (tmp_path, "is no key file"),
    ):
        with pytest.raises(Refused, match=why):
            private_key(file, not_asked)
    for file, why in ((wrong_public, "another kind"), (text, "holds no public key"), (private, "give the `.pub` file")):
        with pytest.raises(Refused, match=why):
            public_key(file)
