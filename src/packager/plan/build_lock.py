"""One build at a time in an output folder.

The lock is the system's own on an open file, so that it ends with the process that holds it, however that ends. The
owner's number stands in a file beside it, only to be named to whoever must wait.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from packager.plan.build_folder import CannotWrite

LOCK_FILE, OWNER_FILE = ".cache/lock", ".cache/lock-owner"


@contextmanager
def locked(out: Path) -> Iterator[None]:
    """The folder is ours meanwhile; raises CannotWrite where another build has it, or where it cannot be written."""
    lock = FileLock(out / LOCK_FILE, blocking=False)
    try:
        (out / LOCK_FILE).parent.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout as error:
        raise CannotWrite(
            f"another build is writing to `{out}`{_owner(out)}; wait until it is done, or name another folder with --out"
        ) from error
    except (OSError, NotImplementedError) as error:
        raise CannotWrite(f"cannot write `{out}`: {getattr(error, 'strerror', None) or error}") from error
    try:
        with suppress(OSError):
            (out / OWNER_FILE).write_text(str(os.getpid()), "utf-8")
        yield
    finally:
        with suppress(OSError):
            (out / OWNER_FILE).unlink(missing_ok=True)
        lock.release()


def _owner(out: Path) -> str:
    with suppress(OSError, ValueError):
        return f" (process {int((out / OWNER_FILE).read_text('utf-8'))})"
    return ""
