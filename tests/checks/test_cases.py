"""Every case of `cases/`: what is found is what the comments in the case say, no more and no less."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from packager.checks.run import CHECK_RULES, run_checks
from packager.diagnostics.diagnostic import Diagnostic
from packager.diagnostics.rule import Rule
from packager.model.load import load
from packager.model.rules import MODEL_RULES
from packager.source.files import SourceFolder
from packager.source.rules import SOURCE_RULES
from tests.checks.case import read_case, write_case

CASES = sorted(Path(__file__).with_name("cases").rglob("*.yaml"))
RULES = (*SOURCE_RULES, *MODEL_RULES, *CHECK_RULES)

BACKGROUND = frozenset({"VOC004"})
"""What is wrong with most small cases, whose chapters are a sentence long: only cases named for it look at it."""


def findings(root: Path) -> list[Diagnostic]:
    loaded, found = load(SourceFolder(root))
    return found + (run_checks(loaded) if loaded else [])


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path, tmp_path: Path) -> None:
    case = read_case(path.read_text(encoding="utf-8"))
    write_case(case, tmp_path)
    found = [d for d in findings(tmp_path) if d.code not in BACKGROUND or d.code in (path.stem[:6], *(e.code for e in case.expected))]
    unexpected = [f"{d.span}: {d.code}: {d.message} ({d.hint})" for d in found if not any(e.fits(d) for e in case.expected)]
    unfound = [e for e in case.expected if not any(e.fits(d) for d in found)]
    assert (unexpected, unfound) == ([], [])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_each_rule_has_a_case_that_fires_and_one_that_is_silent(rule: Rule) -> None:
    code = rule.code
    cases = [read_case(path.read_text(encoding="utf-8")) for path in CASES if path.stem.startswith(f"{code}-")]
    assert any(e.code == code for case in cases for e in case.expected), "no case fires"
    assert any(not case.expected for case in cases), "no case is silent"


def test_cases_are_named_for_a_rule() -> None:
    known = {rule.code for rule in RULES}
    assert [path.name for path in CASES if path.stem.partition("-")[0] not in known or path.parent.name != path.stem[:3]] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rules_are_explained(rule: Rule) -> None:
    page = rule.page
    assert re.fullmatch("[A-Z]{3}[0-9]{3}", rule.code) and re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", rule.name)
    assert page.strip().splitlines()[0].endswith((".", ",")) or len(page.split()) > 15


def test_no_code_and_no_name_is_given_twice() -> None:
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)
