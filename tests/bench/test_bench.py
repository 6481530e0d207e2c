"""The shape of what `python -m tests.bench` prints, measured on one tiny topic."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.bench.measure import Measure, at_least, at_most
from tests.builders import write_curriculum
from tests.packs import REPOSITORY


def test_the_bench_prints_measures_as_json(tmp_path: Path) -> None:
    write_curriculum(tmp_path, {})
    command = [sys.executable, "-m", "tests.bench", "cold", "--root", tmp_path, "--runs", "1"]
    printed = json.loads(subprocess.run(command, cwd=REPOSITORY, check=True, capture_output=True, text=True).stdout)
    by_name = {measure["name"]: measure for measure in printed["measures"]}
    assert all(set(measure) == {"name", "value", "unit", "need", "reached"} for measure in by_name.values())
    for name in ("check", "build", "naive-build"):
        assert by_name[f"{name}-seconds"]["value"] > 0
        assert 10 < by_name[f"{name}-peak-memory"]["value"] < 1500
    assert by_name["build-files"]["value"] >= 5
    assert by_name["naive-build-files"]["value"] == 3


def test_a_measure_may_say_what_is_needed() -> None:
    assert Measure("check seconds", 1.5, "s").as_dict() == {
        "name": "check-seconds",
        "value": 1.5,
        "unit": "s",
        "need": None,
        "reached": None,
    }
    assert at_most("check seconds", 1.5, "s", 1.0).as_dict()["reached"] is False
    assert at_least("precision", 0.98, "share", 0.97).as_dict()["reached"] is True
