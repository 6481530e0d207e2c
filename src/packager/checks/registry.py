"""What a rule is made of: a generator of findings, whose docstring is the page that explains it."""

from __future__ import annotations

import inspect
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Generic, TypeVar

from packager.diagnostics.diagnostic import Diagnostic, Severity
from packager.diagnostics.rule import Rule
from packager.diagnostics.span import Span

S = TypeVar("S")
T = TypeVar("T")

MOST_FINDINGS = 100
"""How many findings of one rule are shown for one file: more are one mistake made by a machine."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check yields; its rule adds the code, the name and, where none is given, the severity.

    `related` are (place, what is there) pairs.
    """

    span: Span
    message: str
    hint: str | None = None
    related: tuple[tuple[Span, str], ...] = ()
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Check(Generic[S]):
    """A rule with the function that finds its faults in an `S`: in a Curriculum, or in what is worked out from one."""

    rule: Rule
    function: Callable[[S], Iterator[Finding]]

    def run(self, subject: S) -> Iterator[Diagnostic]:
        """The findings of this rule, at most `MOST_FINDINGS` for each file."""
        shown: Counter[str] = Counter()
        for finding in self.function(subject):
            shown[finding.span.file] += 1
            if shown[finding.span.file] <= MOST_FINDINGS:
                found = self.rule.found(finding.span, finding.message, finding.hint, finding.related)
                yield replace(found, severity=finding.severity) if finding.severity else found


def check(code: str, name: str, severity: Severity = Severity.ERROR) -> Callable[[Callable[[S], Iterator[Finding]]], Check[S]]:
    """Makes a generator function into a Check; its docstring becomes the page of the rule."""

    def decorate(function: Callable[[S], Iterator[Finding]]) -> Check[S]:
        page = inspect.cleandoc(function.__doc__ or "") + "\n"
        return Check(Rule(code, name, severity, page), function)

    return decorate


def first_few(findings: Iterable[T]) -> Iterator[T]:
    """The first `MOST_FINDINGS`; the work for the others, such as looking for a similar name, is not done."""
    return islice(findings, MOST_FINDINGS)
