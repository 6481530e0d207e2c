"""Where work is done: in this process, in processes beside it, or on a cluster. Work is a function and plain data.

Each gives the results as they come. A worker that dies costs its jobs one retry; the second time is an error.
"""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from itertools import chain, islice
from multiprocessing.connection import wait as wait_for
from typing import Protocol, TypeVar

Job = TypeVar("Job")
Result = TypeVar("Result")
TRIES = 2
"""How often a job is begun before it counts as what kills its worker."""


class WorkerDied(Exception):
    """A job's worker died as often as it was tried; the message says where."""


class Executor(Protocol):
    """Does jobs in any order; `shares_disk` tells whether the workers see our files."""

    shares_disk: bool

    def run(self, work: Callable[[Job], Result], jobs: Iterable[Job]) -> Iterator[Result]:
        """The result of each job, in the order in which they are done; jobs are taken as there is room for them."""


class InProcess:
    """One job after the other, here."""

    shares_disk = True

    def run(self, work: Callable[[Job], Result], jobs: Iterable[Job]) -> Iterator[Result]:
        """The results in the order of the jobs."""
        return map(work, jobs)


class Processes:
    """`count` processes on this machine, each with its share of the processors for what is parallel in itself.

    `needed` are the modules that the work needs: they are imported once for all processes. For one job none is begun.
    """

    shares_disk = True

    def __init__(self, count: int, needed: tuple[str, ...] = ()) -> None:
        self.count, self.needed = count, needed

    def run(self, work: Callable[[Job], Result], jobs: Iterable[Job]) -> Iterator[Result]:
        """The results as they come; raises WorkerDied."""
        first = tuple(islice(jobs := iter(jobs), 2))
        if len(first) < 2:
            yield from map(work, first)
            return
        lost: deque[Tried[Job]] = deque()
        waiting = chain(first, jobs)
        while True:
            pool, running = self._pool(), dict[Future[Result], Tried[Job]]()
            try:
                yield from self._through(pool, work, waiting, lost, running)
                return
            except BrokenProcessPool as error:
                lost.extend(_retried(each, error) for each in running.values())
            finally:
                pool.shutdown(wait=False, cancel_futures=True)

    def _through(
        self,
        pool: ProcessPoolExecutor,
        work: Callable[[Job], Result],
        waiting: Iterator[Job],
        lost: deque[Tried[Job]],
        running: dict[Future[Result], Tried[Job]],
    ) -> Iterator[Result]:
        while True:
            while len(running) < 2 * self.count and (taken := lost.popleft() if lost else _next(waiting)):
                running[pool.submit(_done, work, taken[0])] = taken
            if not running:
                return
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                result = future.result()
                del running[future]
                yield result

    def _pool(self) -> ProcessPoolExecutor:
        """Processes that begin afresh: threads of this one, of which some libraries have many, do not live through a fork."""
        method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
        context = multiprocessing.get_context(method)
        context.set_forkserver_preload(list(self.needed))
        return ProcessPoolExecutor(self.count, context, _begin, (max(1, usable_processors() // self.count),))


Tried = tuple[Job, int]


def usable_processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _next(waiting: Iterator[Job]) -> Tried[Job] | None:
    for job in waiting:
        return job, 1
    return None


def _retried(tried: Tried[Job], error: BrokenProcessPool) -> Tried[Job]:
    job, tries = tried
    if tries >= TRIES:
        raise WorkerDied(f"a worker process died {TRIES} times over {job}; there may be too little memory for --jobs") from error
    return job, tries + 1


def _begin(threads: int) -> None:
    """A worker leaves Ctrl-C to its parent, ends with it, and takes no more threads than its share."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ["RAYON_NUM_THREADS"] = str(threads)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _done(work: Callable[[Job], Result], job: Job) -> Result:
    """The result of a job in a worker, which then holds no more memory than it needs for the next."""
    try:
        return work(job)
    finally:
        with suppress(OSError, AttributeError, TypeError):  # a C library that has no such thing
            ctypes.CDLL(None).malloc_trim(0)  # of glibc, malloc_trim(3): what was let go goes back to the system


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait_for([parent.sentinel])
        os._exit(1)
