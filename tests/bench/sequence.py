"""What it takes to load, sequence, check and compose a synthetic curriculum of 72 topics, and how well words are found.

Each run is a process of its own, which first reads the same YAML with `yaml.CSafeLoader`. The clock starts
when everything is imported and counts the processor's time, not the wall's, so that other work on the
machine weighs less. The stages are timed where `pipeline.check` calls them; then every document is composed and
fingerprinted, and at last the first stages run again with what a store remembers of unchanged sources.
"""

from __future__ import annotations

import gc
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from packager import pipeline
from packager.checks.run import run_checks
from packager.model.curriculum import Curriculum
from packager.model.load import load
from packager.plan.artifact import Artifact
from packager.plan.fingerprint import digests_of, fingerprint
from packager.plan.remembered import Remembered
from packager.plan.remembered_pictures import RememberedPictures
from packager.plan.store import Store
from packager.plan.wanted import EDITIONS, wanted
from packager.sequence.sequenced import Sequenced, sequence
from packager.sequence.teaching import teach
from packager.source.files import SourceFolder
from tests.bench.measure import Measure, Setting, at_least, at_most
from tests.bench.synthetic import MOST_TOPICS, write_synthetic
from tests.packs import REPOSITORY
from tests.sequence.gold import measure

STAGES = {"load": "load", "sequence": "sequence", "check": "run_checks"}
"""Each stage, and what `pipeline` calls it."""
AFTER = {
    "compose": "compose all documents",
    "fingerprint": "fingerprint all files",
    "load again": "load what is remembered",
    "sequence again": "sequence what is remembered",
    "check again": "check with pictures remembered",
}
"""What is timed after them, and what it is called."""
_SIZES = (MOST_TOPICS // 4, MOST_TOPICS // 2, MOST_TOPICS)
_LEAST_RUNS = 5

Times = dict[str, float]


def measures(setting: Setting) -> Iterator[Measure]:
    """Seconds at 72 topics and their ratio to bare reading, growth from 18 and 36 topics, precision and recall."""
    runs = max(_LEAST_RUNS, setting.runs)
    with TemporaryDirectory() as place:
        roots = {size: Path(place, str(size)) for size in _SIZES}
        for size, root in roots.items():
            write_synthetic(root, size)
        taken = {size: [_in_a_process(root) for _ in range(runs)] for size, root in roots.items()}
    yield from _at_full_size(taken[MOST_TOPICS])
    for small, large in pairwise(_SIZES):
        growth = _middle(taken[large], _whole) / _middle(taken[small], _whole)
        yield at_most(f"sequence growth from {small} to {large} topics", growth, "ratio", 2.2)
    yield from _matching()


def _at_full_size(taken: list[Times]) -> Iterator[Measure]:
    for stage in ("read", *STAGES):
        name = "reading YAML alone" if stage == "read" else stage
        yield Measure(f"{name} of {MOST_TOPICS} topics", _middle(taken, lambda times, stage=stage: times[stage]), "s")
    for stage, name in AFTER.items():
        yield Measure(f"{name} of {MOST_TOPICS} topics", _middle(taken, lambda times, stage=stage: times[stage]), "s")
    for stage in ("load", "sequence"):
        faster = _middle(taken, lambda times, stage=stage: times[stage] / times[f"{stage} again"])
        yield Measure(f"{stage} of {MOST_TOPICS} topics to the same with what is remembered", faster, "ratio")
    ratio = _middle(taken, lambda times: _whole(times) / times["read"])
    yield at_most(f"load sequence check of {MOST_TOPICS} topics to reading YAML alone", ratio, "ratio", 6)


def _matching() -> Iterator[Measure]:
    curriculum, _ = load(SourceFolder(REPOSITORY))
    assert curriculum is not None
    reached = measure(curriculum)
    yield Measure("matching labelled sentences", reached.sentences, "sentences")
    yield at_least("matching precision", reached.precision, "share", 0.97)
    yield at_least("matching recall", reached.recall, "share", 0.97)


def _middle(taken: list[Times], value: Callable[[Times], float]) -> float:
    return median(value(times) for times in taken)


def _whole(times: Times) -> float:
    return sum(times[stage] for stage in STAGES)


def _in_a_process(root: Path) -> Times:
    command = [sys.executable, "-m", "tests.bench.sequence", str(root)]
    times: Times = json.loads(subprocess.run(command, cwd=REPOSITORY, check=True, capture_output=True, text=True).stdout)
    return times


def _times(root: Path) -> Times:
    """Seconds of reading alone, and of each stage of `pipeline.check`."""
    start = time.process_time()
    for file in sorted(root.rglob("*.yaml")):
        yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)
    times = {"read": time.process_time() - start}
    for stage, name in STAGES.items():
        vars(pipeline)[name] = _timed(vars(pipeline)[name], stage, times)
    checked = pipeline.check(root)
    assert checked.sequenced is not None and not any(finding.is_error for finding in checked.found)
    gc.disable()  # as `pipeline.check` does: the search for garbage would be measured, not the work
    artifacts = _timed(_all_artifacts, "compose", times)(checked.sequenced)
    _timed(_fingerprints, "fingerprint", times)(checked.sequenced.curriculum, artifacts)
    with TemporaryDirectory() as place:
        _again(root, Store(Path(place)), {})
        _again(root, Store(Path(place)), times)
    return times


def _all_artifacts(sequenced: Sequenced) -> list[Artifact]:
    """Every file of every topic in every edition, with its document."""
    teaching = teach(sequenced)
    return [artifact for topic in sequenced.curriculum.topics.values() for artifact in wanted(teaching, topic, EDITIONS)]


def _fingerprints(curriculum: Curriculum, artifacts: list[Artifact]) -> list[str]:
    digests = digests_of(curriculum.folder.read)
    return [fingerprint(each.told, curriculum.theme, digests, f"{each.format} {each.edition}", {}) for each in artifacts]


def _again(root: Path, store: Store, times: Times) -> None:
    """The stages of `pipeline.check` with what a store remembers, which then remembers what they found out."""
    folder, remembered = SourceFolder(root), Remembered(store, "us")
    remembered.recall_lemmas()
    pictures = RememberedPictures(remembered, folder)
    curriculum, _ = _timed(load, "load again", times)(folder, remembered.read)
    sequenced = _timed(sequence, "sequence again", times)(curriculum, remembered.scan)
    _timed(run_checks, "check again", times)(curriculum, sequenced, (), pictures.fault_of)
    remembered.keep_lemmas()
    pictures.keep()


def _timed(work: Callable[..., Any], stage: str, times: Times) -> Callable[..., Any]:
    def timed(*arguments: Any) -> Any:
        start = time.process_time()
        result = work(*arguments)
        times[stage] = times.get(stage, 0) + time.process_time() - start
        return result

    return timed


if __name__ == "__main__":
    json.dump(_times(Path(sys.argv[1])), sys.stdout)
