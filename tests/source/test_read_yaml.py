"""YAML text to a Tree: what is kept, what is refused and where, and that nothing makes the reader fail."""

from __future__ import annotations

import time
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from packager.source.read_yaml import LARGEST_FILE, read_yaml
from packager.source.tree import Path, Tree

BILLION_LAUGHS = "a: &a [x, x]\n" + "".join(
    f"{after}: &{after} [*{before}, *{before}, *{before}, *{before}]\n"
    for before, after in zip("abcdefghijkl", "bcdefghijklm", strict=True)
)


def read(text: str | bytes) -> tuple[Tree | None, list[tuple[str, int, int]]]:
    """The tree, and code, line and column of each finding."""
    tree, found = read_yaml("a.yaml", text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
    return tree, [(d.code, d.span.line, d.span.column) for d in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: 1.50\nb: 012\nc: 1e3\nd: 0x1F", {"a": "1.50", "b": "012", "c": "1e3", "d": "0x1F"}, id="numbers stay text"),
        pytest.param("a: no\nb: on\nc: Yes\nd: true", {"a": "no", "b": "on", "c": "Yes", "d": "true"}, id="the Norway problem"),
        pytest.param("a: 12:30\nb: 2024-01-01", {"a": "12:30", "b": "2024-01-01"}, id="times and dates stay text"),
        pytest.param("a: null\nb: ~\nc:\nd: 'null'\ne: ''", {"a": None, "b": None, "c": None, "d": "null", "e": ""}, id="null"),
        pytest.param("1: a\nno: b\nnull: c", {"1": "a", "no": "b", "null": "c"}, id="keys are texts"),
        pytest.param("a: مرحبا\nb: \u202b\u202c🙂👩‍🌾", {"a": "مرحبا", "b": "\u202b\u202c🙂👩‍🌾"}, id="right to left and emoji"),
        pytest.param("a: &x [1, 2]\nb: *x", {"a": ["1", "2"], "b": ["1", "2"]}, id="aliases"),
        pytest.param("a: |\n  one\n  two\nb: >\n  one\n  two\n", {"a": "one\ntwo\n", "b": "one two\n"}, id="blocks"),
        pytest.param("a: b\r\nc: d\r\n", {"a": "b", "c": "d"}, id="Windows lines"),
        pytest.param("\ufeffa: b", {"a": "b"}, id="byte order mark"),
        pytest.param("<<: {a: b}", {"<<": {"a": "b"}}, id="merge keys mean nothing"),
        pytest.param("a: {}\nb: []", {"a": {}, "b": []}, id="empty collections"),
    ],
)
def test_what_is_written_is_kept(text: str, expected: dict[str, Any]) -> None:
    tree, found = read(text)
    assert tree is not None
    assert (tree.data, found) == (expected, [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("title: [a, b\n\n", ("SRC001", 1, 8), id="cut off in a list"),
        pytest.param("title: 'a", ("SRC001", 1, 8), id="cut off in a text"),
        pytest.param("a:\n\tb: c", ("SRC001", 2, 1), id="tab"),
        pytest.param("a: b: c", ("SRC001", 1, 5), id="colon"),
        pytest.param("a: @b", ("SRC001", 1, 4), id="reserved sign"),
        pytest.param("? [a]\n: b", ("SRC001", 1, 3), id="list as a key"),
        pytest.param("*a : b", ("SRC001", 1, 1), id="alias as a key"),
        pytest.param("a: b\n---\nc: d", ("SRC001", 2, 1), id="two documents"),
        pytest.param("a: b\na: c", ("SRC002", 2, 1), id="duplicate key"),
        pytest.param("a: 1\n'a': 2", ("SRC002", 2, 1), id="duplicate key, quoted"),
        pytest.param(b"a: b\nc: caf\xe9", ("SRC003", 2, 7), id="latin-1"),
        pytest.param("a: b".encode("utf-16"), ("SRC003", 1, 1), id="utf-16"),
        pytest.param(b"a: \xf0\x9f\x98", ("SRC003", 1, 4), id="cut off in a character"),
        pytest.param(BILLION_LAUGHS, ("SRC004", 8, 20), id="billion laughs"),
        pytest.param("a: &a [*a]", ("SRC004", 1, 8), id="alias of itself"),
        pytest.param("a: *b", ("SRC004", 1, 4), id="alias of nothing"),
        pytest.param("a: " + "[" * 41 + "]" * 41, ("SRC004", 1, 44), id="too deep"),
        pytest.param("a: " + "[" * 100_000, ("SRC004", 1, 44), id="far too deep"),
        pytest.param("a: !!python/object/apply:os.system [ls]", ("SRC005", 1, 4), id="python tag"),
        pytest.param("a: !secret b", ("SRC005", 1, 4), id="private tag"),
        pytest.param("!!set {a, b}", ("SRC005", 1, 1), id="set"),
        pytest.param("a: b\x07", ("SRC006", 1, 5), id="control character"),
        pytest.param("a: b\x00", ("SRC006", 1, 5), id="nought"),
        pytest.param('a: "\\x1b[31m"', ("SRC006", 1, 4), id="escaped control character"),
        pytest.param('"\\x07": a', ("SRC006", 1, 1), id="control character in a key"),
        pytest.param('a: "\\uFFFF"', ("SRC006", 1, 4), id="noncharacter"),
        pytest.param('a: "\\uD83D"', ("SRC001", 1, 7), id="escaped lone surrogate"),
        pytest.param("a: \ud83d", ("SRC003", 1, 4), id="lone surrogate"),
        pytest.param(b"a" * (LARGEST_FILE + 1), ("SRC007", 1, 1), id="too large"),
        pytest.param("a: [" + "b, " * 100_000 + "]", ("SRC007", 1, 299_999), id="too many values"),
        pytest.param("", ("SRC008", 1, 1), id="empty"),
        pytest.param("# nothing\n", ("SRC008", 1, 1), id="only a comment"),
        pytest.param("---\n...\n", ("SRC008", 1, 1), id="an empty document"),
        pytest.param("- a\n- b", ("SRC008", 1, 1), id="list"),
        pytest.param("a", ("SRC008", 1, 1), id="text"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_place(text: str | bytes, expected: tuple[str, int, int]) -> None:
    tree, found = read(text)
    assert tree is None
    assert found == [expected]


def test_a_very_long_text_is_kept_and_named() -> None:
    tree, found = read(f"a: {'x' * 100_000}")
    assert tree is not None and len(tree.data["a"]) == 100_000
    assert found == [("SRC009", 1, 4)]


def test_all_faults_of_a_file_are_named_up_to_a_hundred() -> None:
    assert read("a: !x 1\nb: !y 2\na: 3")[1] == [("SRC005", 1, 4), ("SRC005", 2, 4), ("SRC002", 3, 1)]
    assert len(read("a: b\n" * 1000)[1]) == 100


@pytest.mark.parametrize(
    ("path", "key", "place"),
    [
        ((), False, (1, 1)),
        (("title",), False, (1, 8)),
        (("title",), True, (1, 1)),
        (("list", 1), False, (4, 5)),
        (("list", 1), True, (4, 5)),
        (("flow", "b"), False, (5, 17)),
        (("flow", "b"), True, (5, 14)),
        (("block",), False, (6, 8)),
        (("title", "text"), False, (1, 8)),
        (("list", 7), False, (3, 3)),
        (("missing",), False, (1, 1)),
    ],
)
def test_every_key_and_value_has_its_place(path: Path, key: bool, place: tuple[int, int]) -> None:
    tree, _ = read("title: Rome\nlist:\n  - a\n  - b\nflow: {a: 1, b: 2}\nblock: |\n  text\n")
    assert tree is not None
    span = tree.span(path, key=key)
    assert (span.line, span.column) == place


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a: b\n" * 400_000, id="one key again and again"),
        pytest.param("- a\n" * 490_000, id="a long list"),
        pytest.param("a: [" + "[], " * 450_000 + "]", id="many lists"),
        pytest.param("a: '" + "\\x07" * 400_000 + "'", id="a text that looks escaped"),
        pytest.param("a: " + "&a " * 600_000, id="many anchors"),
        pytest.param("[" * 1_900_000, id="open brackets"),
        pytest.param("? " * 900_000, id="complex keys"),
        pytest.param("a: !" + "x" * 1_900_000 + " b", id="a long tag"),
        pytest.param(BILLION_LAUGHS * 3, id="billions of laughs"),
    ],
)
def test_hostile_files_end_quickly(text: str) -> None:
    start = time.process_time()
    read(text)
    assert time.process_time() - start < 10


yaml_like = st.text(alphabet=st.sampled_from("ab:-?[]{}&*!|>'\"%@`#,~ \n\t\\01xué🙂\x07\x85\u2028\ufeff\ufffe"), max_size=60)


@given(st.text(max_size=80) | yaml_like)
@example("a: &a b\nc: *a")
@settings(max_examples=300)
def test_no_text_makes_the_reader_fail(text: str) -> None:
    tree, found = read_yaml("a.yaml", text.encode("utf-8", "surrogatepass"))
    assert (tree is None) == any(d.is_error for d in found)
    lines = text.count("\n") + text.count("\r") + text.count("\x85") + text.count("\u2028") + text.count("\u2029") + 2
    assert all(1 <= d.span.line <= lines and d.span.column >= 1 for d in found)


@given(st.binary(max_size=80))
def test_no_bytes_make_the_reader_fail(content: bytes) -> None:
    tree, found = read_yaml("a.yaml", content)
    assert (tree is None) == any(d.is_error for d in found)


printable = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co", "Zl", "Zp")), max_size=20)
plain = st.recursive(printable, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(printable, inner, max_size=4), max_leaves=12)


@given(st.dictionaries(printable, plain, max_size=5), st.booleans())
@settings(max_examples=200)
def test_what_yaml_writes_is_read_back_in_its_place(data: dict[str, Any], flow: bool) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, default_flow_style=flow, sort_keys=False)
    tree, found = read(text)
    assert tree is not None and tree.data == data and found == []
    lines = text.split("\n")
    for path, value in _leaves(data, ()):
        span = tree.span(path)
        rest = lines[span.line - 1][span.column - 1 :].lstrip("'\"?&| >-")
        assert rest.startswith(value[:1].strip()) or "\\" in rest or value[:1] in "'\"?&| >-" or value != value.strip()


def _leaves(value: Any, path: Path) -> list[tuple[Path, str]]:
    if isinstance(value, str):
        return [(path, value)]
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    return [leaf for key, inner in pairs for leaf in _leaves(inner, (*path, key))]
