"""Plays a whole rehearsal: on the cores of this machine or on a cluster, each finished conversation handed over at once."""

import multiprocessing
import os
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass
from typing import ClassVar

from dajeong.errors import DajeongError
from dajeong.simulation.rehearsal.result import Result
from dajeong.simulation.rehearsal.troupe import Programme, Troupe
from dajeong.simulation.trying import MakeRuntime
from dajeong.understanding.reader import EncodingReader

# Conversations handed out ahead, for each worker: enough that none waits, few enough that a stop is quick.
_AHEAD = 4
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
    make_reader: Callable[[], EncodingReader]
    make_runtime: MakeRuntime


# The troupe of this process: readers and playbooks are loaded once.
_here: dict[str, Troupe] = {}


def join(recipe: Recipe) -> None:
    """Make this process ready to play."""
    for troupe in _here.values():
        troupe.close()
    _here.clear()
    _here[recipe.key] = Troupe(recipe.programme, recipe.make_reader(), recipe.make_runtime)


def play_here(number: int) -> Result:
    """Play one conversation with the troupe that is ready."""
    [troupe] = _here.values()
    return troupe.play(number)


def play_for(recipe: Recipe, number: int) -> Result:
    """Play one conversation, making the troupe ready first where it is another's."""
    if recipe.key not in _here:
        join(recipe)
    return play_here(number)


def rehearse(recipe: Recipe, numbers: Sequence[int], *, workers: int | None = None) -> Generator[Result, None, None]:
    """Play these conversations of a programme on the cores of this machine, and yield each as it ends.

    A worker that is killed loses at most what it was playing, which is played again. Raises PlayersDied.
    """
    many = workers or os.cpu_count() or 1
    left = list(numbers)
    deaths = 0
    while left:
        done: set[int] = set()
        try:
            with _pool(recipe, min(many, len(left))) as pool:
                for result in handed_out(_submitting(pool), left, many * _AHEAD):
                    done.add(result.number)
                    yield result
        except BrokenExecutor:
            deaths = 0 if done else deaths + 1
            if deaths >= _MOST_DEATHS:
                raise PlayersDied(
                    f"The processes that play were ended {deaths} times without finishing a conversation; the machine may be "
                    "out of memory. Try --workers 1."
                ) from None
        left = [number for number in left if number not in done]


def handed_out(submit: Callable[[int], "Future[Result]"], numbers: Sequence[int], ahead: int) -> Iterator[Result]:
    """Hand conversations out, ``ahead`` at a time, and yield them as they end."""
    waiting = iter(numbers)
    playing: set[Future[Result]] = set()
    try:
        while True:
            while len(playing) < ahead and (number := next(waiting, None)) is not None:
                playing.add(submit(number))
            if not playing:
                return
            ended, playing = wait(playing, return_when=FIRST_COMPLETED)
            for future in ended:
                yield future.result()
    finally:
        for future in playing:
            future.cancel()


def _submitting(pool: Executor) -> Callable[[int], "Future[Result]"]:
    return lambda number: pool.submit(play_here, number)


def _pool(recipe: Recipe, workers: int) -> Executor:
    # A fresh process each: what runs in this one (threads, an event loop) is not to be copied half-way.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, mp_context=context, initializer=join, initargs=(recipe,))
