"""The very letter of a text in its file, in every style of YAML."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from packager.source.read_yaml import read_yaml
from packager.source.tree import Path, Tree

SOURCE = """\
plain: the flood came
several: the river
  and the flood came
literal: |
  The river.

    The flood came.
folded: >-
  The river
  and the flood

  came.
double: "a \\"river\\" \\u00e9 and\\tthe flood"
escaped: "the\\nriver and \\
  the flood"
single: 'it''s the river''s flood'
anchored: &here |
   the flood
alias: *here
list: [the river, "  the flood"]
block:
  - pause: a flood?
"""


def read(text: str) -> Tree:
    tree, found = read_yaml("a.yaml", text.encode())
    assert tree is not None and not found
    return tree


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        (("plain",), 1, 12),
        (("several",), 3, 11),
        (("literal",), 7, 9),
        (("folded",), 10, 11),
        (("double",), 13, 38),
        (("escaped",), 15, 7),
        (("single",), 16, 29),
        (("anchored",), 18, 8),
        (("alias",), 18, 8),
        (("list", 1), 20, 26),
        (("block", 0, "pause", "ask"), 22, 14),
    ],
)
def test_a_word_is_found_on_its_line_and_column(path: Path, line: int, column: int) -> None:
    tree = read(SOURCE)
    value = tree.data
    for segment in path:
        value = value[segment] if not isinstance(value, str) else value
    text = str(value).strip()
    span = tree.span_in(path, text.index("flood"))
    assert (span.line, span.column) == (line, column)
    assert SOURCE.splitlines()[line - 1][column - 1 :].startswith("flood")


def test_without_the_text_of_the_file_the_value_begins_it() -> None:
    tree = read(SOURCE)
    assert str(Tree("a.yaml", tree.data, tree.mark).span_in(("plain",), 4)) == "a.yaml:1:8"


def test_what_is_no_text_has_its_own_place() -> None:
    tree = read(SOURCE)
    assert tree.span_in(("list",), 3) == tree.span(("list",))
    assert tree.span_in(("missing", "field"), 3) == tree.span()


@given(st.text(min_size=1, max_size=60), st.sampled_from(["|", ">", '"', "'", None]), st.integers(0, 60))
def test_no_text_can_fail(value: str, style: str | None, offset: int) -> None:
    written = yaml.dump({"a": {"b": value}}, default_style=style, allow_unicode=True)
    tree, _ = read_yaml("a.yaml", written.encode("utf-8", "replace"))
    if tree:
        assert tree.span_in(("a", "b"), offset).line <= written.count("\n") + 1 + sum(map(written.count, "\r\x85\u2028\u2029"))
