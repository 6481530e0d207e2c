"""A value is put into a YAML text; every other line stays as its author wrote it."""

from __future__ import annotations

import difflib

import pytest

from packager.source.edit_yaml import CannotEdit, with_value

PATH = ("year-3", "autumn-1", "history")


def changed(text: str) -> list[str]:
    """The lines that differ once `year-3/autumn-1/history` is `u/t`, as a diff without context."""
    lines = difflib.unified_diff(text.splitlines(keepends=True), with_value(text, PATH, "u/t").splitlines(keepends=True), n=0)
    return [line.rstrip("\r\n") for line in lines if not line.startswith(("---", "+++", "@@"))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", ["+year-3:", "+  autumn-1:", "+    history: u/t"], id="an empty file"),
        pytest.param("year-4: {}\n", ["+year-3:", "+  autumn-1:", "+    history: u/t"], id="a year that is missing"),
        pytest.param("year-3:\n  spring-1: {}\n", ["+  autumn-1:", "+    history: u/t"], id="a half-term that is missing"),
        pytest.param("year-3:\n  autumn-1:\n    art: a/b\n", ["+    history: u/t"], id="a subject that is missing"),
        pytest.param("year-3:\n  autumn-1:\n", ["-  autumn-1:", "+  autumn-1: {history: u/t}"], id="nothing behind the colon"),
        pytest.param("year-3:\n  autumn-1: {}\n", ["-  autumn-1: {}", "+  autumn-1: {history: u/t}"], id="an empty mapping"),
        pytest.param(
            "year-3:\n  autumn-1: { art:  a/b }  # note\n",
            ["-  autumn-1: { art:  a/b }  # note", "+  autumn-1: { art:  a/b, history: u/t }  # note"],
            id="a flow mapping keeps its spaces and its comment",
        ),
        pytest.param(
            "year-3:\n  autumn-1: {history: {planned: 'A: b'}, art: a/b}\n",
            ["-  autumn-1: {history: {planned: 'A: b'}, art: a/b}", "+  autumn-1: {history: u/t, art: a/b}"],
            id="a planned topic in flow style",
        ),
        pytest.param(
            "year-3:\n  autumn-1:\n    history:  # see: below\n      planned: A\n      question: B?\n\n    # art\n    art: a/b\n",
            ["-    history:  # see: below", "-      planned: A", "-      question: B?", "+    history: u/t"],
            id="a planned topic on lines of its own",
        ),
        pytest.param(
            "year-3:\n   autumn-1:\n         art: x", ["-         art: x", "+         art: x", "+         history: u/t"], id="no line end"
        ),
    ],
)
def test_only_the_line_of_the_value_changes(text: str, expected: list[str]) -> None:
    assert changed(text) == expected


def test_line_ends_of_windows_and_a_byte_order_mark_stay() -> None:
    text = "\ufeffyear-3:\r\n  autumn-1:\r\n    art: é\r\n"
    assert with_value(text, PATH, "u/t") == text + "    history: u/t\r\n"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("year-3: &same\n  autumn-1: {art: x}\nyear-4: *same\n", id="an anchor that is used elsewhere"),
        pytest.param("year-4: &same {autumn-1: {}}\nyear-3: *same\n", id="an alias"),
        pytest.param("- year-3\n", id="a list"),
        pytest.param("year-3: {autumn-1\n", id="no YAML"),
    ],
)
def test_what_cannot_be_changed_alone_is_refused(text: str) -> None:
    with pytest.raises(CannotEdit):
        with_value(text, PATH, "u/t")
