"""A file that is written as a whole or not at all."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import IO

from packager.bundle.refused import Refused

_BEGINNING = 4096


class WholeFile:
    """A context that gives a file to write; `target` becomes it at the end, and stays as it was where anything fails."""

    def __init__(self, target: Path) -> None:
        self.target, self.temporary = target, target.with_name(f".{target.name}.part")

    def __enter__(self) -> IO[bytes]:
        if _is_private_key(self.target):
            raise Refused(f"`{self.target}` is a private key, which nothing takes the place of")
        try:
            self.target.parent.mkdir(parents=True, exist_ok=True)
            self.file = self.temporary.open("wb")
        except OSError as error:
            raise Refused(f"cannot write `{self.target}`: {error.strerror}") from error
        return self.file

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: object) -> None:
        try:
            self.file.close()
            if kind is None:
                self.temporary.replace(self.target)
        except OSError as problem:
            error = problem
        if error is not None:
            with suppress(OSError):
                self.temporary.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise Refused(f"cannot write `{self.target}`: {error.strerror}") from error


def _is_private_key(place: Path) -> bool:
    """Whether a file holds what nobody can make again."""
    try:
        with place.open("rb") as file:
            return b"PRIVATE KEY-----" in file.read(_BEGINNING)
    except OSError:
        return False
