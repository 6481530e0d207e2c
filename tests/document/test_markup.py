"""The small Markdown: four marks, and no text that fails."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from packager.document.markup import inline, parse, plain_text
from packager.document.nodes import Style


def shown(text: str) -> list[str]:
    """Each piece as `kind: text`, emphasis in underscores."""
    return [f"{piece.kind}: {' / '.join(map(_line, piece.runs))}" for piece in parse(text)]


def _line(runs: tuple[object, ...]) -> str:
    return "".join(f"_{run.text}_" if run.style is Style.EMPHASIS else run.text for run in runs)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One line.", ["paragraph: One line."]),
        ("One\nparagraph\n\nand   another", ["paragraph: One paragraph", "paragraph: and another"]),
        ("The *Iliad* is long", ["paragraph: The _Iliad_ is long"]),
        ("*The whole*", ["paragraph: _The whole_"]),
        ("2 * 3 * 4", ["paragraph: 2 * 3 * 4"]),
        ("a*b*c", ["paragraph: a*b*c"]),
        ("an *open star", ["paragraph: an *open star"]),
        (r"\*not so\*", ["paragraph: *not so*"]),
        ("- one\n- two", ["list: one / two"]),
        ("- one\n  goes on\n- two", ["list: one goes on / two"]),
        ("> quoted\n> on", ["quotation: quoted on"]),
        ("> one\n>\n> two", ["quotation: one / two"]),
        (r"\- no list", ["paragraph: - no list"]),
        ("well-known - and > so", ["paragraph: well-known - and > so"]),
        ("", []),
        (" \n \n", []),
    ],
)
def test_markup(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


@given(st.text(max_size=200) | st.text(alphabet="ab *->\\\n\r\t_`", max_size=60))
def test_no_text_fails_and_no_piece_is_empty_of_runs_by_accident(text: str) -> None:
    for piece in parse(text):
        assert piece.kind in ("paragraph", "list", "quotation")
        assert all(run.text for runs in piece.runs for run in runs)


@given(st.text(max_size=200) | st.text(alphabet="ab *->\\\n", max_size=60))
def test_words_are_kept(text: str) -> None:
    assert re.findall(r"\w+", plain_text(text)) == re.findall(r"\w+", text)


@given(st.text(alphabet=st.characters(exclude_characters="*\\->"), max_size=200))
def test_a_text_without_marks_stays_as_it_is(text: str) -> None:
    assert plain_text(text).split() == text.split()


def test_inline_joins_lines() -> None:
    assert [run.text for run in inline("one\n  two")] == ["one two"]


@pytest.mark.parametrize("part", ["*a", "*a ", "* ", "\\*", "*a\\*", "*\\", "- ", "> \n", "\n\n", "*a b", "- *a\n", "\\"])
def test_hostile_texts_end_quickly(part: str) -> None:
    start = time.process_time()
    parse(part * 100_000)
    parse("x *y" + part * 100_000)
    assert time.process_time() - start < 5
