"""Which names a bundle may hold: ASCII, short, safe to unpack, and none that Windows refuses."""

from __future__ import annotations

import re
from collections.abc import Iterable

from packager.bundle.refused import Refused

LONGEST_NAME = 160
"""Windows refuses paths over 260 characters, and a bundle is often unpacked deep inside a shared drive."""
_PART = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9 ._-]*[A-Za-z0-9_-])?")
# Microsoft, "Naming Files, Paths, and Namespaces": device names are refused with any ending behind them.
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
_SECRET = (".key", ".pem", ".p8", ".pfx")


def fault_of_name(name: str) -> str | None:
    """Why a bundle must not hold a file of this name, or None where it may."""
    if len(name) > LONGEST_NAME:
        return f"is longer than {LONGEST_NAME} characters"
    if name.startswith(("/", "\\")) or ":" in name or ".." in re.split(r"[/\\]", name):
        return "leads out of the bundle"
    parts = name.split("/")
    if not all(_PART.fullmatch(part) for part in parts) or any(_DEVICE.fullmatch(part) for part in parts):
        return "is not a name that every computer accepts"
    if name.lower().endswith(_SECRET):
        return "is the name of a private key"
    return None


def clash(names: Iterable[str]) -> str | None:
    """The first name that is there twice, capital letters aside, or that is both a file and a folder; or None."""
    seen = set[str]()
    for name in names:
        if name.lower() in seen:
            return name
        seen.add(name.lower())
    folders = {name.rsplit("/", depth)[0] for name in seen for depth in range(1, name.count("/") + 1)}
    return min(folders & seen, default=None)


def check_names(names: Iterable[str]) -> None:
    """Raises Refused for the first name that a bundle must not hold."""
    listed = list(names)
    for name in listed:
        if fault := fault_of_name(name):
            raise Refused(f"the name `{shown(name)}` {fault}")
    if twice := clash(listed):
        raise Refused(f"two files would be named `{shown(twice)}`")


def shown(name: str) -> str:
    """A name from an archive, which anyone may have made, as it can be printed: no control characters, not too long."""
    line = "".join(c if c.isprintable() else "?" for c in name[:LONGEST_NAME])
    return line if len(name) <= LONGEST_NAME else f"{line[:80]}…"
