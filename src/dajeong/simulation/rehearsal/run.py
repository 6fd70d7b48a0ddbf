"""Plays a whole rehearsal on the cores of this machine, each finished conversation handed over at once."""

import logging
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, ProcessPoolExecutor, wait
from contextlib import closing
from dataclasses import dataclass
from typing import ClassVar

import structlog

from dajeong.errors import DajeongError
from dajeong.simulation.rehearsal.result import Result
from dajeong.simulation.rehearsal.troupe import Programme, Troupe
from dajeong.simulation.staging import MakeRuntime
from dajeong.understanding import TrainedReader

# Conversations handed out ahead, for each worker: while a disk takes a few seconds to keep one, the players go on.
_AHEAD = 32
# A worker that dies so often without a conversation between two deaths will not stop dying.
_MOST_DEATHS = 3


class PlayersDied(DajeongError):
    """The processes that play keep dying."""

    code: ClassVar[str] = "players_died"
    status: ClassVar[int] = 500


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a process needs to play along; everything in it can be sent to another process or machine.

    ``key`` tells one recipe from another.
    """

    key: str
    programme: Programme
    make_reader: Callable[[], TrainedReader]
    make_runtime: MakeRuntime


# The troupe of this process, by its recipe's key: readers and playbooks are loaded once.
_here: dict[str, Troupe] = {}
# A troupe has one event loop and one reader; threads would only take turns at the interpreter.
_one_at_a_time = threading.Lock()


def play_for(recipe: Recipe, number: int) -> Result:
    """Play one conversation in this process, making the troupe ready first where it is another's."""
    with _one_at_a_time:
        if recipe.key not in _here:
            for troupe in _here.values():
                troupe.close()
            _here.clear()
            _here[recipe.key] = Troupe(recipe.programme, recipe.make_reader(), recipe.make_runtime)
        return _here[recipe.key].play(number)


def rehearse(recipe: Recipe, numbers: Sequence[int], *, workers: int | None = None) -> Generator[Result, None, None]:
    """Play these conversations of a programme on the cores of this machine, and yield each as it ends.

    A worker that is killed loses at most what it was playing, which is played again. Raises PlayersDied.
    """
    many = workers or os.cpu_count() or 1

    def play(left: Sequence[int]) -> Iterator[Result]:
        # Copies of a fresh process that has read the code once: what runs in this one (threads, an event loop) is not to be
        # copied half-way.
        fresh, players = multiprocessing.get_context("forkserver"), min(many, len(left))
        fresh.set_forkserver_preload([recipe.make_runtime.__module__])
        pool = ProcessPoolExecutor(players, mp_context=fresh, initializer=_begin, initargs=(recipe,))
        try:
            with closing(handed_out(lambda number: pool.submit(_play, number), left, players * _AHEAD)) as results:
                yield from results
        finally:
            pool.shutdown(cancel_futures=True)

    yield from to_the_end(play, numbers, (BrokenExecutor,))


def to_the_end(
    play: Callable[[Sequence[int]], Iterator[Result]], numbers: Sequence[int], deaths: tuple[type[BaseException], ...]
) -> Generator[Result, None, None]:
    """Play, and after a death among the players what is left again. Raises PlayersDied when they do not stop dying."""
    left, in_a_row = list(numbers), 0
    while left:
        done: set[int] = set()
        try:
            for result in play(left):
                done.add(result.number)
                yield result
        except deaths:
            in_a_row = 0 if done else in_a_row + 1
            if in_a_row >= _MOST_DEATHS:
                raise PlayersDied(
                    f"The processes that play were ended {in_a_row} times without finishing a conversation; the machine "
                    "may be out of memory. Try fewer workers, e.g. --workers 1."
                ) from None
        left = [number for number in left if number not in done]


def handed_out(
    submit: Callable[[int], "Future[Result]"], numbers: Sequence[int], ahead: int
) -> Generator[Result, None, None]:
    """Hand conversations out, ``ahead`` at a time, and yield them as they end; those that ended well before a failure is raised."""
    waiting = iter(numbers)
    playing: set[Future[Result]] = set()
    try:
        while True:
            while len(playing) < ahead and (number := next(waiting, None)) is not None:
                playing.add(submit(number))
            if not playing:
                return
            ended, playing = wait(playing, return_when=FIRST_COMPLETED)
            for future in sorted(ended, key=_failed):
                yield future.result()
    finally:
        for future in playing:
            future.cancel()


def _failed(future: "Future[Result]") -> bool:
    return future.cancelled() or future.exception() is not None


# What the pool of this process plays.
_booked: list[Recipe] = []


def _begin(recipe: Recipe) -> None:
    be_worker()
    _booked[:] = [recipe]


def be_worker() -> None:
    """Make a worker of this process: it says only what went wrong, leaves Ctrl-C to its parent and ends with it."""
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        # A parent that was killed tells nobody to stop.
        os._exit(0)


def _play(number: int) -> Result:
    [recipe] = _booked
    return play_for(recipe, number)
