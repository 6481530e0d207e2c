"""`packager explain` and `packager schema`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from packager.pipeline import RULES
from tests.builders import write_curriculum
from tests.command import packager


@pytest.mark.parametrize("code", ["SRC002", "src002", "duplicate-key"])
def test_a_rule_is_explained_by_its_code_or_name(code: str) -> None:
    outcome = packager("explain", code)
    assert outcome.code == 0
    assert outcome.out.startswith("SRC002 duplicate-key (error)\n\nOne mapping holds the same key twice")


def test_every_rule_has_a_page() -> None:
    for code in RULES:
        assert len(packager("explain", code).out.split()) > 20, code


def test_without_a_code_all_rules_are_listed() -> None:
    outcome = packager("explain")
    assert outcome.code == 0
    assert [line.split()[0] for line in outcome.out.splitlines()] == sorted(RULES)


def test_an_unknown_rule_is_wrong_usage_and_the_nearest_is_named() -> None:
    outcome = packager("explain", "SRC02")
    assert outcome.code == 2
    assert "did you mean `SRC0" in outcome.err


def test_schemas_are_written_into_the_curriculum(tmp_path: Path) -> None:
    write_curriculum(tmp_path, {})
    assert packager("schema", "--root", tmp_path).code == 0
    written = {path.name: json.loads(path.read_text("utf-8")) for path in (tmp_path / "curriculum/schema").iterdir()}
    kinds = ("coverage", "curriculum", "lesson", "map", "theme", "topic", "unit")
    assert sorted(written) == [f"{kind}.schema.json" for kind in kinds]
    assert all(schema["$schema"] == "https://json-schema.org/draft/2020-12/schema" for schema in written.values())
    assert packager("check", "--root", tmp_path).out == "no findings\n"


def test_the_schemas_that_are_shipped_are_those_that_are_written(tmp_path: Path) -> None:
    write_curriculum(tmp_path, {})
    packager("schema", "--root", tmp_path)
    shipped = Path(__file__).parents[2] / "curriculum/schema"
    for path in (tmp_path / "curriculum/schema").iterdir():
        assert (shipped / path.name).read_text("utf-8") == path.read_text("utf-8"), "run `packager schema`"
