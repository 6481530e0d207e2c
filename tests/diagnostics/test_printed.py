"""Findings in the three forms in which they are printed."""

from __future__ import annotations

import json

from hypothesis import example, given
from hypothesis import strategies as st

from packager.diagnostics.as_github import as_github
from packager.diagnostics.as_json import as_json
from packager.diagnostics.as_text import as_text
from packager.diagnostics.diagnostic import Diagnostic, Severity, in_order
from packager.diagnostics.nearest import did_you_mean
from packager.diagnostics.quoted import quoted
from packager.diagnostics.rule import Rule
from packager.diagnostics.span import Span

RULE = Rule("VOC002", "defined-twice", Severity.ERROR, "A topic lists the same term twice.")
SOURCE = ["title: Rome", "vocabulary:", "  - {term: forum}", "  - {term: Forum}"]


def read_line(file: str, line: int) -> str | None:
    return SOURCE[line - 1] if file == "topic.yaml" and line <= len(SOURCE) else None


def finding(message: str = "`Forum` is defined twice", file: str = "topic.yaml", line: int = 4) -> Diagnostic:
    related = [(Span(file, 3, 12), "first defined here")]
    return RULE.found(Span(file, line, 12), message, "keep one of the two", related)


def test_text_shows_place_source_other_place_and_hint() -> None:
    assert as_text([finding()], read_line) == "\n".join(
        (
            "topic.yaml:4:12: error[VOC002]: `Forum` is defined twice (defined-twice)",
            "    4 |   - {term: Forum}",
            "                   ^",
            "  topic.yaml:3:12: first defined here",
            "    3 |   - {term: forum}",
            "                   ^",
            "  hint: keep one of the two",
        )
    )


def test_text_leaves_out_what_is_not_there() -> None:
    found = Diagnostic("MED008", "unused-picture", Severity.WARNING, "nothing names `a.svg`", Span("a.svg"))
    assert as_text([found], read_line) == "a.svg:1:1: warning[MED008]: nothing names `a.svg` (unused-picture)"
    assert as_text([], read_line) == ""


def test_text_divides_findings_by_a_blank_line() -> None:
    assert as_text([finding(file="a"), finding(file="b")], read_line).count("\n\n") == 1


def test_text_cuts_long_lines_around_the_place() -> None:
    long = f"title: {'x' * 500}!{'y' * 500}"
    shown = as_text([RULE.found(Span("a", 1, 508), "m")], lambda file, line: long)
    excerpt, caret = shown.split("\n")[1:3]
    assert len(excerpt) < 120 and excerpt[caret.index("^")] == "!"


def test_text_shows_control_characters_and_never_obeys_them() -> None:
    shown = as_text([finding("`\x1b[31m\u202e\udc80` is odd")], read_line)
    assert "`<U+001B>[31m<U+202E><U+DC80>` is odd" in shown


def test_json_is_plain_data() -> None:
    assert json.loads(as_json([finding()])) == [
        {
            "code": "VOC002",
            "name": "defined-twice",
            "severity": "error",
            "message": "`Forum` is defined twice",
            "hint": "keep one of the two",
            "file": "topic.yaml",
            "line": 4,
            "column": 12,
            "related": [{"message": "first defined here", "file": "topic.yaml", "line": 3, "column": 12}],
        }
    ]
    assert as_json([]) == "[]"


def test_json_keeps_letters_readable() -> None:
    assert "Ῥώμη" in as_json([finding("`Ῥώμη`")])


def test_github_has_one_line_a_finding_and_escapes() -> None:
    found = RULE.found(Span("a,b:c.yaml", 4, 12), "100% of\nit", "keep one")
    assert (
        as_github([found, found]).split("\n")
        == ["::error file=a%2Cb%3Ac.yaml,line=4,col=12,title=VOC002 defined-twice::100%25 of%0Ait%0Ahint: keep one"] * 2
    )


@given(st.text(alphabet=st.characters(), max_size=50), st.text(alphabet=st.characters(), max_size=20))
@example("\udc80", "not-utf-8-\udc80.yaml")
def test_no_text_makes_printing_fail(message: str, file: str) -> None:
    found = [finding(message, file)]
    for printed in (as_text(found, read_line), as_json(found), as_github(found)):
        printed.encode()
    assert json.loads(as_json(found))[0]["code"] == "VOC002"
    assert "\n" not in as_github(found)


def test_findings_are_sorted_by_place_and_said_once() -> None:
    a, b, c = finding(file="a"), finding(file="b", line=2), finding(file="b", line=10)
    assert in_order([c, a, b, a]) == [a, b, c]


def test_quoted_is_one_short_line() -> None:
    assert quoted("silt") == "`silt`"
    assert quoted("two\nlines") == "`two lines`"
    assert len(quoted("x" * 1_000_000)) == 62 and quoted("x" * 1000).endswith("…`")


def test_did_you_mean_names_what_is_near_and_nothing_far() -> None:
    assert did_you_mean("histroy", ["history", "geography"]) == "did you mean `history`?"
    assert did_you_mean("music", ["history", "geography"]) is None
    assert did_you_mean("music", []) is None
