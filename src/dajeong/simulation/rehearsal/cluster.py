"""Plays a rehearsal on a Dask cluster that somebody else started."""

from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import closing
from functools import partial
from importlib import import_module
from typing import Any, ClassVar

from dajeong.errors import DajeongError
from dajeong.simulation.rehearsal.result import Result
from dajeong.simulation.rehearsal.run import Recipe, handed_out, play_for, to_the_end

# Conversations on their way to each worker thread, so that a far worker does not wait for the next.
_AHEAD = 16
# A worker that goes is not the end: its conversations are given to another, so often.
_RETRIES = 3
_SECONDS_TO_CONNECT = 10


class ClusterMissing(DajeongError):
    """There is no cluster to play on."""

    code: ClassVar[str] = "cluster_missing"
    status: ClassVar[int] = 503


def rehearse_on(address: str, recipe: Recipe, numbers: Sequence[int]) -> Generator[Result, None, None]:
    """Play these conversations on the cluster whose scheduler is at ``address`` (tcp://host:port); as `rehearse`.

    Raises ClusterMissing, PlayersDied. Every worker needs this version of the package, with the models in its own place.
    """
    try:
        dask: Any = import_module("distributed")
    except ImportError:
        raise ClusterMissing("A cluster needs the extra `cluster`: pip install 'dajeong[cluster]'.") from None
    with _connected(dask, address) as client:

        def play(left: Sequence[int]) -> Iterator[Result]:
            threads, there = _ready(client, address, recipe)
            submit = partial(client.get_executor(retries=_RETRIES).submit, play_for, there)
            with closing(handed_out(submit, left, threads * _AHEAD)) as results:
                yield from results

        # What a killed worker alone held comes back as cancelled.
        yield from to_the_end(play, numbers, (dask.scheduler.KilledWorker, CancelledError))


def _connected(dask: Any, address: str) -> Any:
    try:
        return dask.Client(address, timeout=_SECONDS_TO_CONNECT, set_as_default=False)
    except ValueError:
        raise ClusterMissing(f"{address} is no address of a scheduler: write it as tcp://host:8786.") from None
    except OSError:
        raise ClusterMissing(f"No scheduler answers at {address}. Start one with `dask scheduler`.") from None


def _ready(client: Any, address: str, recipe: Recipe) -> tuple[int, Any]:
    """Return how many threads there are, and the recipe as it lies with their workers."""
    try:
        threads = sum(client.nthreads().values())
        if not threads:
            raise ClusterMissing(f"The scheduler at {address} has no workers. Start some with `dask worker {address}`.")
        return threads, client.scatter(recipe, broadcast=True, hash=False, timeout=_SECONDS_TO_CONNECT)
    except (OSError, CancelledError):
        raise ClusterMissing(
            f"The scheduler at {address} went away. What was played is kept: the same command goes on."
        ) from None
