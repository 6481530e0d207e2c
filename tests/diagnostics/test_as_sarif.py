"""Findings as SARIF 2.1.0."""

from __future__ import annotations

import json

from packager.diagnostics.as_sarif import as_sarif
from packager.diagnostics.diagnostic import Severity
from packager.diagnostics.rule import Rule
from packager.diagnostics.span import Span

RULE = Rule("VOC003", "used-before-introduced", Severity.WARNING, "A lesson uses a word\ntoo early.\n\nIntroduce it earlier.\n")
OTHER = Rule("VOC004", "introduced-but-absent", Severity.WARNING, "Another.\n")
FINDING = RULE.found(
    Span("units/a b/lesson-1.yaml", 6, 16),
    "`silt` is used here",
    "say it in other words",
    [(Span("units/a b/topic.yaml", 3, 5), "introduced here")],
)


def test_a_finding_is_a_result_with_its_place_and_the_other_place() -> None:
    log = as_sarif([FINDING], [OTHER, RULE])
    assert log["version"] == "2.1.0"
    assert log["runs"][0]["results"] == [
        {
            "ruleId": "VOC003",
            "level": "warning",
            "message": {"text": "`silt` is used here (hint: say it in other words)"},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": "units/a%20b/lesson-1.yaml", "uriBaseId": "SRCROOT"},
                        "region": {"startLine": 6, "startColumn": 16},
                    }
                }
            ],
            "ruleIndex": 0,
            "relatedLocations": [
                {
                    "id": 1,
                    "message": {"text": "introduced here"},
                    "physicalLocation": {
                        "artifactLocation": {"uri": "units/a%20b/topic.yaml", "uriBaseId": "SRCROOT"},
                        "region": {"startLine": 3, "startColumn": 5},
                    },
                }
            ],
        }
    ]


def test_rules_that_are_named_are_explained() -> None:
    driver = as_sarif([FINDING], [OTHER, RULE], "1.2")["runs"][0]["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("packager", "1.2")
    assert [(rule["id"], rule["name"], rule["shortDescription"]["text"]) for rule in driver["rules"]] == [
        ("VOC003", "used-before-introduced", "A lesson uses a word too early.")
    ]
    assert driver["rules"][0]["defaultConfiguration"] == {"level": "warning"}


def test_an_unknown_rule_has_no_index_and_no_findings_are_an_empty_list() -> None:
    assert "ruleIndex" not in as_sarif([FINDING])["runs"][0]["results"][0]
    assert as_sarif([])["runs"][0]["results"] == []


def test_it_is_json() -> None:
    assert json.loads(json.dumps(as_sarif([FINDING], [RULE]))) == as_sarif([FINDING], [RULE])
