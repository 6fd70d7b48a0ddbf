"""Plays a rehearsal on a Dask cluster that somebody else started."""

from collections.abc import Iterator, Sequence
from functools import partial
from importlib import import_module
from typing import Any, ClassVar

from dajeong.errors import DajeongError
from dajeong.simulation.rehearsal.result import Result
from dajeong.simulation.rehearsal.run import Recipe, handed_out, play_for

# Conversations on their way to each worker thread, so that a far worker does not wait for the next.
_AHEAD = 16
# A worker that goes is not the end: its conversations are given to another, so often.
_RETRIES = 3
_SECONDS_TO_CONNECT = 15


class ClusterMissing(DajeongError):
    """There is no cluster to play on."""

    code: ClassVar[str] = "cluster_missing"
    status: ClassVar[int] = 503


def rehearse_on(address: str, recipe: Recipe, numbers: Sequence[int]) -> Iterator[Result]:
    """Play these conversations on the cluster whose scheduler is at ``address`` (tcp://host:port); as `rehearse`.

    Raises ClusterMissing. Every worker needs this version of the package, with the models in its own place.
    """
    try:
        dask: Any = import_module("distributed")
    except ImportError:
        raise ClusterMissing("A cluster needs the extra `cluster`: pip install 'dajeong[cluster]'.") from None
    try:
        client = dask.Client(address, timeout=_SECONDS_TO_CONNECT, set_as_default=False)
    except OSError:
        raise ClusterMissing(f"No scheduler answers at {address}. Start one with `dask scheduler`.") from None
    with client:
        threads = sum(client.nthreads().values())
        if not threads:
            raise ClusterMissing(f"The scheduler at {address} has no workers. Start some with `dask worker {address}`.")
        there = client.scatter(recipe, broadcast=True)
        executor = client.get_executor(retries=_RETRIES)
        yield from handed_out(partial(executor.submit, play_for, there), numbers, threads * _AHEAD)
