"""Work in processes beside this one: results as they come, one retry for what a dying worker held."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from packager.plan.executor import Executor, InProcess, Processes, WorkerDied


def doubled(number: int) -> int:
    return 2 * number


def who(_: int) -> int:
    return os.getpid()


def share(_: int) -> str:
    return os.environ.get("RAYON_NUM_THREADS", "")


def wrong(number: int) -> int:
    raise ValueError(f"no {number}")


def dies_once(flag: Path) -> str:
    if not flag.exists():
        flag.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return flag.name


def dies(_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize("executor", [InProcess(), Processes(2)])
def test_every_job_has_its_result(executor: Executor) -> None:
    assert sorted(executor.run(doubled, range(20))) == list(range(0, 40, 2))


@pytest.mark.parametrize("executor", [InProcess(), Processes(2)])
def test_no_jobs_are_no_results(executor: Executor) -> None:
    assert list(executor.run(doubled, ())) == []


def test_work_is_done_in_other_processes_each_with_its_share() -> None:
    assert os.getpid() not in set(Processes(2).run(who, range(8)))
    assert set(Processes(64).run(share, range(2))) == {"1"}


def test_one_job_is_not_worth_a_process() -> None:
    assert list(Processes(2).run(who, [1])) == [os.getpid()]


def test_jobs_are_made_only_as_there_is_room_for_them() -> None:
    made = 0

    def jobs() -> Iterator[int]:
        nonlocal made
        while made < 100:
            made += 1
            yield made

    results = Processes(2).run(doubled, jobs())
    next(results)
    assert made < 10
    assert len(list(results)) == 99


def test_a_worker_that_dies_costs_one_retry(tmp_path: Path) -> None:
    flags = [tmp_path / name for name in "abcdef"]
    for flag in flags[1:]:
        flag.touch()
    assert sorted(Processes(2).run(dies_once, flags)) == list("abcdef")


def test_a_job_that_kills_its_worker_again_is_an_error() -> None:
    with pytest.raises(WorkerDied, match="a worker process died 2 times over "):
        list(Processes(2).run(dies, ["`history/rome`", "`history/greece`"]))


def test_a_fault_in_the_work_is_told_as_it_is() -> None:
    with pytest.raises(ValueError, match="no 1"):
        list(Processes(2).run(wrong, [1, 1]))
