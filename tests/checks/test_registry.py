"""What a rule is made of, and how its findings become diagnostics."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import FrozenInstanceError

import pytest

from packager.checks.registry import MOST_FINDINGS, Check, Finding, check
from packager.checks.run import CHECK_RULES
from packager.diagnostics.diagnostic import Severity
from packager.diagnostics.rule import Rule
from packager.diagnostics.span import Span


@check("XYZ001", "word-too-short", Severity.WARNING)
def word_too_short(words: list[str]) -> Iterator[Finding]:
    """A word has fewer than three letters.

    Write a longer one.
    """
    for number, word in enumerate(words, 1):
        if len(word) < 3:
            yield Finding(Span("words", number), f"`{word}` is short", related=((Span("words"), "the first word"),))


def test_a_rule_takes_its_page_from_the_docstring() -> None:
    assert isinstance(word_too_short, Check)
    rule = word_too_short.rule
    assert (rule.code, rule.name, rule.severity) == ("XYZ001", "word-too-short", Severity.WARNING)
    assert rule.page == "A word has fewer than three letters.\n\nWrite a longer one.\n"


def test_findings_are_stamped_by_their_rule() -> None:
    (found,) = word_too_short.run(["long", "at"])
    assert (found.code, found.severity, found.span.line, found.message) == ("XYZ001", Severity.WARNING, 2, "`at` is short")
    assert [(related.message, related.span) for related in found.related] == [("the first word", Span("words"))]


def test_one_file_shows_at_most_a_hundred_findings_of_a_rule() -> None:
    assert len(list(word_too_short.run(["a"] * 1000))) == MOST_FINDINGS


def test_a_rule_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        word_too_short.rule = CHECK_RULES[0]  # type: ignore[misc]


@pytest.mark.parametrize("rule", CHECK_RULES, ids=lambda rule: rule.code)
def test_pages_read_as_pages(rule: Rule) -> None:
    first, *rest = rule.page.split("\n\n")
    assert first[0].isupper() and first.endswith((".", ".\n")) and rest, "what it finds, then why it matters or how to mend it"
    assert all(len(line) <= 120 for line in rule.page.splitlines())
