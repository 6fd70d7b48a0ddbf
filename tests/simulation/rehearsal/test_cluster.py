"""A rehearsal on a Dask cluster: a real scheduler and two workers, which may be killed."""

import asyncio
import os
import signal
import socket
import time
from collections.abc import Iterator
from itertools import islice
from typing import Any

import pytest
from distributed import LocalCluster, Scheduler

from dajeong.simulation.rehearsal import Result
from dajeong.simulation.rehearsal.cluster import ClusterMissing, rehearse_on
from tests.simulation.rehearsal.small_rehearsal import played, recipe


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    with LocalCluster(n_workers=2, threads_per_worker=2, dashboard_address=None) as found:  # type: ignore[no-untyped-call]
        yield found


def in_order(results: list[Result]) -> list[str]:
    return [each.model_dump_json() for each in sorted(results, key=lambda each: each.number)]


def test_a_cluster_plays_what_one_process_plays_also_with_several_threads_to_a_worker(cluster: Any) -> None:
    found = list(rehearse_on(cluster.scheduler_address, recipe(), range(12)))
    assert in_order(found) == [each.model_dump_json() for each in played()]


def test_a_killed_worker_of_the_cluster_loses_no_finished_conversation_and_the_rest_is_played(cluster: Any) -> None:
    playing = rehearse_on(cluster.scheduler_address, recipe(24, key="killed"), range(24))
    found = list(islice(playing, 2))
    os.kill(next(iter(cluster.workers.values())).process.pid, signal.SIGKILL)
    found += playing
    assert in_order(found) == [each.model_dump_json() for each in played(24)]


def test_no_scheduler_is_told_in_a_sentence_within_fifteen_seconds() -> None:
    began = time.monotonic()
    with pytest.raises(ClusterMissing, match=r"No scheduler answers at tcp://.*dask scheduler"):
        next(rehearse_on(f"tcp://127.0.0.1:{free_port()}", recipe(), range(1)))
    assert time.monotonic() - began < 15


@pytest.mark.parametrize("address", ["nonsense://a:1", "tcp://127.0.0.1:port"])
def test_what_is_no_address_is_told_in_a_sentence(address: str) -> None:
    with pytest.raises(ClusterMissing, match="tcp://"):
        next(rehearse_on(address, recipe(), range(1)))


async def test_a_scheduler_without_workers_is_told_in_a_sentence() -> None:
    async with Scheduler(port=0, dashboard_address=None, host="127.0.0.1") as lonely:

        def play() -> None:
            next(rehearse_on(lonely.address, recipe(), range(1)))

        with pytest.raises(ClusterMissing, match="dask worker"):
            await asyncio.to_thread(play)
