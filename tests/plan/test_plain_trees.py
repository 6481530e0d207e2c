"""Trees that were kept from run to run are those that reading the file anew would give."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from packager.plan.plain_trees import plain_tree, tree_of
from packager.source.read_yaml import read_yaml
from packager.source.tree import Mark, Path, Tree

SOURCE = """\
title: "Rome: the city"   # a remark
empty:
list: [the river, &flood "  the flood"]
again: *flood
block:
  - pause: |
      a flood?

      Yes.
  - text: >-
      folded
      lines
"""
VALUES = st.recursive(
    st.none() | st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", min_size=1, max_size=3), inner, max_size=3),
    max_leaves=10,
)


def fresh(content: bytes) -> Tree:
    tree, found = read_yaml("a.yaml", content)
    assert tree is not None and not found
    return tree


def kept(content: bytes) -> Tree:
    tree = tree_of("a.yaml", content, plain_tree(fresh(content)))
    assert tree is not None
    return tree


def paths(mark: Mark, above: Path = ()) -> list[Path]:
    return [above, *(path for key, (_, _, inner) in mark.inside.items() for path in paths(inner, (*above, key)))]


def assert_alike(content: bytes) -> None:
    one, other = fresh(content), kept(content)
    assert (one.file, one.data, one.text) == (other.file, other.data, other.text)
    assert isinstance(one.mark, Mark)
    for path in (*paths(one.mark), ("not", "there")):
        assert (one.span(path), one.span(path, key=True)) == (other.span(path), other.span(path, key=True))
        assert one.span_in(path, 3) == other.span_in(path, 3)


@pytest.mark.parametrize(
    "text", [SOURCE, SOURCE.replace("\n", "\r\n"), f"\ufeff{SOURCE}", "a: b"], ids=["plain", "Windows", "mark", "short"]
)
def test_data_text_and_places_are_those_of_the_file(text: str) -> None:
    assert_alike(text.encode())


@given(st.dictionaries(st.text("abc", min_size=1, max_size=3), VALUES, min_size=1, max_size=4), st.booleans())
def test_whatever_a_file_holds(data: dict[str, object], flow: bool) -> None:
    assert_alike(yaml.safe_dump(data, allow_unicode=True, default_flow_style=flow).encode())


def test_places_are_found_only_when_one_is_asked_for() -> None:
    tree = tree_of("a.yaml", b"a: b", json.dumps({"a": "not in the file"}).encode())
    assert tree is not None and tree.data == {"a": "not in the file"} and str(tree.span(("a",))) == "a.yaml:1:4"


@pytest.mark.parametrize("tree", [fresh, kept])
def test_what_was_let_go_is_found_again(tree: Callable[[bytes], Tree]) -> None:
    whole, left = fresh(SOURCE.encode()), tree(SOURCE.encode())
    left.let_go()
    for path in paths(whole.mark):
        assert (left.span(path), left.span_in(path, 2)) == (whole.span(path), whole.span_in(path, 2))
    assert (left.data, left.text) == (whole.data, whole.text)


def test_a_tree_without_its_content_holds_what_it_has() -> None:
    tree = Tree("a.yaml", {"a": "b"}, Mark(1, 1))
    tree.let_go()
    assert (tree.data, tree.mark, tree.text) == ({"a": "b"}, Mark(1, 1), "")


@pytest.mark.parametrize("plain", [b"", b"{", b"[]", b"null", b'"text"', b"\xff", b"[" * 100_000])
def test_what_is_no_data_of_a_file_counts_as_not_there(plain: bytes) -> None:
    assert tree_of("a.yaml", b"a: b", plain) is None
