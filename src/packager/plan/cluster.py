"""Work on a Dask cluster, for whoever has one: `pip install packager[cluster]`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from packager.plan.executor import Job, Result, WorkerDied

_AHEAD = 2
"""Jobs per thread of the cluster that wait there, so that no worker is ever idle and memory stays bounded."""


class NoCluster(Exception):
    """The cluster cannot be reached, or what is needed for it is not installed; the message says which."""


class Cluster:
    """The workers behind a scheduler at `tcp://host:port`. They need the packager installed, and no file of ours."""

    shares_disk = False

    def __init__(self, address: str, patience: str = "10s") -> None:
        try:
            from distributed import Client
        except ImportError as error:
            raise NoCluster("a cluster needs `dask.distributed`: install `packager[cluster]`") from error
        try:
            self.client: Any = Client(address, timeout=patience, set_as_default=False)
        except (OSError, ValueError, TimeoutError) as error:
            raise NoCluster(f"no cluster answers at `{address}`: {error}") from error

    def run(self, work: Callable[[Job], Result], jobs: Iterable[Job]) -> Iterator[Result]:
        """The results as they come; raises WorkerDied. The scheduler gives the jobs of a dead worker to another."""
        from distributed import KilledWorker, as_completed

        waiting = iter(jobs)
        running: Any = as_completed(loop=self.client.loop)
        room = _AHEAD * max(1, sum(self.client.nthreads().values()))
        in_hand = sum(self._submit(work, job, running) for _, job in zip(range(room), waiting, strict=False))
        while in_hand:
            future = next(running)
            try:
                result: Result = future.result()
            except KilledWorker as error:
                raise WorkerDied(f"a worker of the cluster died again and again: {error}") from error
            in_hand -= 1
            in_hand += sum(self._submit(work, job, running) for _, job in zip(range(1), waiting, strict=False))
            yield result

    def close(self) -> None:
        """Leaves the cluster."""
        self.client.close()

    def _submit(self, work: Callable[[Job], Result], job: Job, running: Any) -> int:
        running.add(self.client.submit(work, job, pure=False, retries=1))
        return 1
