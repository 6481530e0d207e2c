"""All families of rules, and the one function that runs them."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from packager.checks import (
    allowances,
    building,
    chapters,
    coverage,
    drawings,
    media,
    punctuation,
    quiz,
    reading,
    references,
    spelling,
    structure,
    taught,
    text,
    theme,
    vocabulary,
    word_forms,
    word_use,
)
from packager.checks.allowances import Weighed, weigh
from packager.checks.pictures import FaultOf, look_at_pictures
from packager.checks.printed import printed
from packager.checks.reading import CountOf, Read, count
from packager.diagnostics.diagnostic import Diagnostic, Severity, in_order
from packager.model.curriculum import Curriculum
from packager.model.rules import MODEL_RULES
from packager.sequence.sequenced import Sequenced, sequence
from packager.source.rules import SOURCE_RULES

OF_CURRICULUM = (
    *references.CHECKS,
    *structure.CHECKS,
    *chapters.CHECKS,
    *quiz.CHECKS,
    *vocabulary.CHECKS,
    *coverage.CHECKS,
    *drawings.CHECKS,
    *theme.CHECKS,
)
"""Rules that look at the curriculum alone."""

OF_PROSE = reading.CHECKS
"""Rules that look at how much is to be read."""

OF_TEXTS = (*text.CHECKS, *spelling.CHECKS, *punctuation.CHECKS)
"""Rules that look at every text that is printed."""

OF_SEQUENCE = (*word_use.CHECKS, *word_forms.CHECKS, *building.CHECKS, *taught.CHECKS)
"""Rules that look at the teaching order too."""

OF_PICTURES = media.CHECKS
"""Rules that look at the picture files too."""

OF_ALLOWANCES = allowances.CHECKS
"""Rules that look at what the others found."""

_JUDGING = (quiz, vocabulary, reading, spelling, punctuation, coverage, word_use, word_forms, building, taught)
"""Families whose errors do not keep a topic from being built: a curriculum may allow them."""

CHECK_RULES = tuple(check.rule for check in (*OF_CURRICULUM, *OF_PROSE, *OF_TEXTS, *OF_SEQUENCE, *OF_PICTURES, *OF_ALLOWANCES))


def run_checks(
    curriculum: Curriculum,
    sequenced: Sequenced | None = None,
    later: Collection[str] = (),
    fault_of: FaultOf | None = None,
    count_of: CountOf = count,
) -> list[Diagnostic]:
    """Every finding about a curriculum that could be read, in order, without those that an author allows.

    `sequenced` is the curriculum in time, where it has been worked out already; `later` are the codes
    of rules that speak only in a build; `fault_of` stands for `picture_fault`, `count_of` for counting a chapter.
    """
    found = [diagnostic for check in OF_CURRICULUM for diagnostic in check.run(curriculum)]
    prose = Read(curriculum, count_of)
    found += [diagnostic for check in OF_PROSE for diagnostic in check.run(prose)]
    texts = printed(curriculum)
    found += [diagnostic for check in OF_TEXTS for diagnostic in check.run(texts)]
    in_time = sequenced or sequence(curriculum)
    found += [diagnostic for check in OF_SEQUENCE for diagnostic in check.run(in_time)]
    pictures = look_at_pictures(curriculum, fault_of)
    found += [diagnostic for check in OF_PICTURES for diagnostic in check.run(pictures)]
    return in_order(_weighed(curriculum, found, frozenset(later)))


def weigh_later(curriculum: Curriculum, found: Iterable[Diagnostic], codes: Collection[str]) -> list[Diagnostic]:
    """What a build found, by rules with `codes`, without what an author allows and with the severity of the policy."""
    return weigh(Weighed(curriculum, tuple(found), {}, frozenset(codes), frozenset(codes)))


def _weighed(curriculum: Curriculum, found: list[Diagnostic], later: frozenset[str]) -> list[Diagnostic]:
    rules = {rule.code: rule for rule in (*SOURCE_RULES, *MODEL_RULES, *CHECK_RULES)}
    weighed = Weighed(curriculum, tuple(found), rules, _movable(), later)
    return [*weigh(weighed), *(diagnostic for check in OF_ALLOWANCES for diagnostic in check.run(weighed))]


def _movable() -> frozenset[str]:
    judging = {check.rule.code for family in _JUDGING for check in family.CHECKS}
    checks = (*OF_CURRICULUM, *OF_PROSE, *OF_TEXTS, *OF_SEQUENCE, *OF_PICTURES)
    return frozenset(judging | {check.rule.code for check in checks if check.rule.severity is Severity.WARNING})
