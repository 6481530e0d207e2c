"""Results kept by digest: what is damaged counts as not there, what cannot be written is no error."""

from __future__ import annotations

import os
import time
from hashlib import sha256
from pathlib import Path

import pytest

from packager.plan.store import Store

KEY = sha256(b"made from").hexdigest()


def only_file(folder: Path) -> Path:
    [file] = [path for path in folder.rglob("*") if path.is_file()]
    return file


def test_what_was_put_can_be_got(tmp_path: Path) -> None:
    store = Store(tmp_path)
    assert store.get(KEY) is None
    store.put(KEY, b"result")
    assert store.get(KEY) == b"result"


@pytest.mark.parametrize("damage", [lambda content: content[:-1], lambda content: b"", lambda content: content[:40] + b"x" + content[41:]])
def test_a_damaged_item_is_not_there(tmp_path: Path, damage: object) -> None:
    store = Store(tmp_path)
    store.put(KEY, b"a result of some length")
    file = only_file(tmp_path)
    file.write_bytes(damage(file.read_bytes()))  # type: ignore[operator]
    assert store.get(KEY) is None


def test_a_store_that_cannot_be_written_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("in the way")
    store = Store(tmp_path)
    store.put(KEY, b"result")
    assert store.get(KEY) is None


def test_what_nobody_asks_for_leaves_after_a_month(tmp_path: Path) -> None:
    store, old = Store(tmp_path), time.time() - 40 * 86_400
    used, unused = (sha256(name).hexdigest() for name in (b"used", b"unused"))
    for key in (used, unused):
        store.put(key, b"result")
        os.utime(store.folder / key[:2] / key[2:], (old, old))
    assert store.get(used) == b"result"
    store.forget_unused()
    assert (store.get(used), store.get(unused)) == (b"result", None)


def test_nothing_is_created_before_there_is_an_output_folder(tmp_path: Path) -> None:
    store = Store(tmp_path / "build")
    store.put(KEY, b"result")
    assert (store.get(KEY), (tmp_path / "build").exists()) == (b"result", False)
    (tmp_path / "build").mkdir()
    store.settle()
    assert Store(tmp_path / "build").get(KEY) == b"result"
