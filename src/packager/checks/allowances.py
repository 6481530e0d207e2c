"""ALW: what authors allow, and what a policy makes weigh more or less; and both where they go wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from packager.checks.registry import Finding, check
from packager.diagnostics.diagnostic import Diagnostic, Severity
from packager.diagnostics.nearest import did_you_mean
from packager.diagnostics.quoted import quoted
from packager.diagnostics.rule import Rule
from packager.diagnostics.span import Span
from packager.model.allowance import Allowance
from packager.model.curriculum import PROGRAMME_FILE, Curriculum
from packager.source.tree import Path


@dataclass(frozen=True, slots=True)
class Weighed:
    """Findings as the rules gave them, and the rules by code.

    `movable` are the codes of rules that a curriculum may allow or make weigh less: those that only
    judge. The others guard the build, which would fail on what they find. Rules of `later` stages
    speak only in a build, so nobody can tell here whether an allowance for them is needed.
    """

    curriculum: Curriculum
    found: tuple[Diagnostic, ...]
    rules: Mapping[str, Rule]
    movable: frozenset[str]
    later: frozenset[str]

    @property
    def known(self) -> frozenset[str]:
        """The codes of all rules."""
        return frozenset(self.rules) | self.later


def weigh(weighed: Weighed) -> list[Diagnostic]:
    """The findings that are not allowed, each with the severity of the policy."""
    allowed = {(file, allowance.rule) for file, _, allowance in allowances(weighed.curriculum) if allowance.rule in weighed.movable}
    policy = weighed.curriculum.programme.policy.severity
    return [_severe(weighed, diagnostic, policy) for diagnostic in weighed.found if (diagnostic.span.file, diagnostic.code) not in allowed]


def allowances(curriculum: Curriculum) -> Iterator[tuple[str, Path, Allowance]]:
    """Every allowance with its file and its path there."""
    for file, allow in _allow_fields(curriculum):
        for position, allowance in enumerate(allow):
            yield file, ("allow", position), allowance


def _allow_fields(curriculum: Curriculum) -> Iterator[tuple[str, Iterable[Allowance]]]:
    yield PROGRAMME_FILE, curriculum.programme.allow
    yield from ((unit.file, unit.allow) for unit in curriculum.units.values())
    yield from ((topic.file, topic.allow) for topic in curriculum.topics.values())
    yield from ((lesson.file, lesson.allow) for lesson in curriculum.lessons())


def _severe(weighed: Weighed, diagnostic: Diagnostic, policy: Mapping[str, str]) -> Diagnostic:
    severity = policy.get(diagnostic.code)
    if severity is None or (diagnostic.is_error and diagnostic.code not in weighed.movable):
        return diagnostic
    return replace(diagnostic, severity=Severity(severity))


@check("ALW001", "unused-allowance", Severity.WARNING)
def unused_allowance(weighed: Weighed) -> Iterator[Finding]:
    """An allowance matches no finding in its file.

    Most often the fault has been mended since. Left standing, the allowance would hide the next one.

        allow: [{rule: VOC005, because: comes back in Year 4}]     # and every word comes back already

    Delete it. An allowance covers only findings in the file that it stands in.
    """
    found = {(diagnostic.span.file, diagnostic.code) for diagnostic in weighed.found}
    for file, path, allowance in allowances(weighed.curriculum):
        if allowance.rule in weighed.movable and (file, allowance.rule) not in found:
            message = f"no finding of {quoted(allowance.rule)} in this file needs to be allowed"
            yield Finding(_at(weighed, file, (*path, "rule")), message, "delete it")


@check("ALW002", "unknown-rule")
def unknown_rule(weighed: Weighed) -> Iterator[Finding]:
    """An allowance, or `policy.severity`, names a rule that does not exist.

        allow: [{rule: VOC05, because: ...}]

    Write the code as findings show it. `packager explain CODE` tells what a rule is about.
    """
    for span, code in _named_codes(weighed):
        if code not in weighed.known:
            yield Finding(span, f"no rule has the code {quoted(code)}", did_you_mean(code.upper(), sorted(weighed.known)))


@check("ALW003", "rule-guards-the-build")
def rule_guards_the_build(weighed: Weighed) -> Iterator[Finding]:
    """An allowance, or a lower weight in `policy.severity`, is given for a rule that cannot be set aside.

    What it finds (a missing picture, a gap in the lessons, an unknown topic) could not be built. Rules
    that judge the teaching can be allowed: those on words, reading, coverage and questions, and all that
    only warn.

    Mend what the rule finds, and delete the allowance.
    """
    for file, path, allowance in allowances(weighed.curriculum):
        if allowance.rule in weighed.rules and allowance.rule not in weighed.movable:
            message = f"findings of {quoted(allowance.rule)} cannot be allowed"
            yield Finding(_at(weighed, file, (*path, "rule")), message, "mend what it finds")
    for code, severity in weighed.curriculum.programme.policy.severity.items():
        if severity == "warning" and code in weighed.rules and code not in weighed.movable:
            span = _at(weighed, PROGRAMME_FILE, ("policy", "severity", code))
            yield Finding(span, f"findings of {quoted(code)} cannot be made warnings", "take it out of `policy.severity`")


CHECKS = (unused_allowance, unknown_rule, rule_guards_the_build)


def _named_codes(weighed: Weighed) -> Iterator[tuple[Span, str]]:
    for file, path, allowance in allowances(weighed.curriculum):
        yield _at(weighed, file, (*path, "rule")), allowance.rule
    for code in weighed.curriculum.programme.policy.severity:
        yield weighed.curriculum.span(PROGRAMME_FILE, ("policy", "severity", code), key=True), code


def _at(weighed: Weighed, file: str, path: Path) -> Span:
    return weighed.curriculum.span(file, path)
