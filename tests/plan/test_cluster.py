"""A build on a Dask cluster: its workers see none of our files, and one of them may die in mid-topic."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from packager.plan.cluster import Cluster, NoCluster
from tests.builders import TOPIC, lesson_text, write_curriculum
from tests.packs import built_files

distributed = pytest.importorskip("distributed", reason="the extra `cluster` is not installed")
COMMAND = [sys.executable, "-c", "from packager.cli.entry import main; main()", "build"]
START = """
import sys
from distributed import LocalCluster
if __name__ == "__main__":
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        print(cluster.scheduler_address, *(worker.pid for worker in cluster.workers.values()), flush=True)
        sys.stdin.readline()
"""
TOPICS = {
    "curriculum/map.yaml": "year-3: {autumn-1: {history: history/rome}, autumn-2: {history: history/greece}}\n",
    f"{TOPIC}/lesson-2.yaml": lesson_text("The river"),
    "units/history/greece/topic.yaml": "title: Greece\n",
    "units/history/greece/lesson-1.yaml": lesson_text("Islands"),
}


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[int]]]:
    """The address of a cluster of two workers, and their processes."""
    script = tmp_path / "cluster.py"
    script.write_text(START)
    running = subprocess.Popen(
        [sys.executable, script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert running.stdout is not None
    address, *workers = running.stdout.readline().split()
    try:
        yield address, [int(each) for each in workers]
    finally:
        running.communicate("\n", timeout=60)


def contents(out: Path) -> dict[str, bytes]:
    return {path: (out / path).read_bytes() for path in sorted(built_files(out))}


def test_a_worker_killed_in_mid_topic_costs_a_retry_and_no_byte_differs(tmp_path: Path, cluster: tuple[str, list[int]]) -> None:
    address, workers = cluster
    root = tmp_path / "root"
    write_curriculum(root, TOPICS)
    subprocess.run([*COMMAND, "--root", root, "--out", tmp_path / "alone", "--jobs", "1"], check=True, capture_output=True)
    build = subprocess.Popen(
        [*COMMAND, "--root", root, "--out", tmp_path / "out", "--cluster", address],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    wait_until_busy(address, build)
    os.kill(workers[0], signal.SIGKILL)
    _, err = build.communicate(timeout=300)
    assert (build.returncode, "Traceback" in err) == (0, False), err
    assert contents(tmp_path / "out") == contents(tmp_path / "alone")


def wait_until_busy(address: str, build: subprocess.Popen[str]) -> None:
    """Until a worker has begun a topic."""
    with distributed.Client(address, set_as_default=False) as client:
        while build.poll() is None and not any(client.processing().values()):
            time.sleep(0.02)


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "nonsense://"])
def test_where_no_cluster_answers_it_is_said(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NoCluster, match=f"no cluster answers at `{address}`"):
        Cluster(address, patience="1s")
