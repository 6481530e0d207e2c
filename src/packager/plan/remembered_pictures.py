"""What was found in the files of pictures, kept as long as their size and times stay: most are not even opened again."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from packager.checks.picture_files import Fault, FaultKind
from packager.checks.pictures import picture_fault
from packager.plan.last_build import Signature, moment, settled, signature
from packager.plan.remembered import Remembered
from packager.source.files import OutsideRoot, SourceFolder

_NAME = "pictures"


class RememberedPictures:
    """The faults and digests of pictures. `fault_of` stands for `picture_fault`, `digest_of` for reading and digesting one."""

    def __init__(self, remembered: Remembered, folder: SourceFolder) -> None:
        self._remembered, self._folder, self._root = remembered, folder, str(folder.inside(""))
        self._before = remembered.item(_NAME, self._root)
        self._known: dict[str, list[Any]] = {}
        """By path: the signature, the fault as kind and message or None, and the digest in hexadecimal or None."""
        self._is_new = False

    def fault_of(self, folder: SourceFolder, path: str) -> Fault | None:
        """As `picture_fault`."""
        seen = self._signature(path)
        known = self._of(path, seen)
        if known is not None:
            return Fault(FaultKind[known[1][0]], known[1][1]) if known[1] else None
        fault = picture_fault(folder, path)
        if seen is not None and seen == self._signature(path):
            self._known[path] = [seen, [fault.kind.name, fault.message] if fault else None, None]
            self._is_new = True
        return fault

    def digest_of(self, path: str) -> bytes:
        """The digest (sha256) of a picture; raises as reading it does."""
        known = self._of(path, self._signature(path))
        if known is not None and known[2]:
            return bytes.fromhex(known[2])
        digest = sha256(self._folder.read(path)).digest()
        if known is not None and known[0] == self._signature(path):
            self._known[path], self._is_new = [*known[:2], digest.hex()], True
        return digest

    def keep(self) -> None:
        """What was found in this run is known to the next; files that may change again unseen are looked at again."""
        if self._is_new or self._known.keys() != self._before.keys():
            stood = settled({path: known[0] for path, known in self._known.items()}, moment())
            self._remembered.keep(_NAME, {path: self._known[path] for path in stood}, self._root)

    def _of(self, path: str, seen: Signature | None) -> list[Any] | None:
        """What is known of a file as it stands."""
        if path not in self._known and _is_sound(self._before.get(path)):
            self._known[path] = self._before[path]
        known = self._known.get(path)
        return known if known is not None and seen is not None and known[0] == seen else None

    def _signature(self, path: str) -> Signature | None:
        try:
            return signature(str(self._folder.inside(path)))
        except (OSError, OutsideRoot, ValueError):
            return None


def _is_sound(known: Any) -> bool:
    """Whether something kept has the form in which it is kept."""
    try:
        seen, fault, digest = known
        numbers = len(seen) == 3 and all(type(each) is int for each in seen)
        told = fault is None or (fault[0] in FaultKind.__members__ and isinstance(fault[1], str))
        return numbers and told and (digest is None or len(bytes.fromhex(digest)) == 32)
    except (TypeError, ValueError, IndexError, KeyError):
        return False
