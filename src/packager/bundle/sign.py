"""A publisher's keys: Ed25519 (RFC 8032), the private one in a PEM file that a passphrase locks."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from packager.bundle.refused import Refused

KEY_FILE, PUBLIC_FILE = "publisher.key", "publisher.pub"
LARGEST_KEY_FILE = 16_384
Ask = Callable[[], str]
"""Gives the passphrase; called only where one is needed."""


def new_keys(folder: Path, passphrase: str | None) -> tuple[Path, Path]:
    """The files of a new pair of keys in `folder`, readable by their owner alone; unlocked without a passphrase."""
    if passphrase == "":
        raise Refused("the passphrase is empty")
    if _is_built(folder.absolute()):
        raise Refused(f"`{folder}` is a folder of built files, which are given away: keep keys elsewhere")
    files = folder / KEY_FILE, folder / PUBLIC_FILE
    if standing := next((file for file in files if os.path.lexists(file)), None):
        raise Refused(f"`{standing}` is there already")
    key = Ed25519PrivateKey.generate()
    lock: KeySerializationEncryption = BestAvailableEncryption(passphrase.encode()) if passphrase else NoEncryption()
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, lock)
    public = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    for file, content in zip(files, (private, public), strict=True):
        _write(file, content)
    return files


def _is_built(folder: Path) -> bool:
    """Whether a folder is, or lies in, one that a build writes."""
    real = folder.resolve()
    return any((place / "index.json").exists() or _is_default(place) for place in (real, *real.parents))


def _is_default(place: Path) -> bool:
    return place.name == "build" and (place.parent / "curriculum").is_dir()


def _write(file: Path, content: bytes) -> None:
    """A new file of mode 0600 from its first moment; no part of it stays where that fails."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        raise Refused(f"cannot write `{file}`: {error.strerror}") from error
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.write(content)
    except OSError as error:
        with suppress(OSError):
            file.unlink()
        raise Refused(f"cannot write `{file}`: {error.strerror}") from error


def private_key(file: Path, ask: Ask) -> Ed25519PrivateKey:
    """The key in a `.key` file; asks for the passphrase only where the file is locked."""
    content = _read(file)
    try:
        try:
            key = load_pem_private_key(content, None)
        except TypeError:  # it is locked
            key = load_pem_private_key(content, ask().encode())
    except (ValueError, TypeError, UnsupportedAlgorithm):
        locked = b"ENCRYPTED PRIVATE KEY" in content
        raise Refused(f"the passphrase does not open `{file}`" if locked else f"`{file}` holds no private key") from None
    if not isinstance(key, Ed25519PrivateKey):
        raise Refused(f"`{file}` holds a key of another kind; `packager keys new` makes one")
    return key


def public_key(file: Path) -> Ed25519PublicKey:
    """The key in a `.pub` file."""
    content = _read(file)
    if b"PRIVATE KEY" in content:
        raise Refused(f"`{file}` is a private key: give the `.pub` file beside it")
    try:
        key = load_pem_public_key(content)
    except (ValueError, UnsupportedAlgorithm):
        raise Refused(f"`{file}` holds no public key") from None
    if not isinstance(key, Ed25519PublicKey):
        raise Refused(f"`{file}` holds a key of another kind")
    return key


def _read(file: Path) -> bytes:
    try:
        if not file.is_file() or file.stat().st_size > LARGEST_KEY_FILE:
            raise Refused(f"`{file}` is no key file")
        return file.read_bytes()
    except OSError as error:
        raise Refused(f"cannot read `{file}`: {error.strerror}") from error


def key_id(key: Ed25519PublicKey) -> str:
    """The short name of a key: the first 16 digits of the sha256 of its 32 bytes."""
    return sha256(key.public_bytes(Encoding.Raw, PublicFormat.Raw)).hexdigest()[:16]


def is_signed(key: Ed25519PublicKey, signature: bytes, content: bytes) -> bool:
    """Whether `signature` is this key's for `content`."""
    try:
        key.verify(signature, content)
    except InvalidSignature:
        return False
    return True
