"""The one thread that writes: what queued while the last commit ran is committed together."""

import asyncio
import queue
import sqlite3
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from dajeong.storage.errors import StorageUnavailable
from dajeong.storage.sqlite.connection import FileConnection
from dajeong.storage.sqlite.problems import closed, unavailable

T = TypeVar("T")
Work = Callable[[FileConnection], Any]

# Bounds how long the first of a group waits for the last.
LARGEST_GROUP = 500


@dataclass(slots=True)
class _Job:
    """Something to write, and whom to tell."""

    work: Work
    loop: asyncio.AbstractEventLoop
    done: asyncio.Future[Any]
    then: Callable[[Any], None]
    outcome: Any = None
    problem: BaseException | None = None


class Writer:
    """Runs jobs one after the other, each in its savepoint, a group in one durable commit."""

    def __init__(self, connection: FileConnection, *, before_commit: Callable[[], None] = lambda: None) -> None:
        self._connection = connection
        self._before_commit = before_commit
        self._queue: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="dajeong-writer", daemon=True)

    def start(self) -> None:
        """Start the thread."""
        self._thread.start()

    async def write(self, work: Callable[[FileConnection], T], then: Callable[[T], None] = lambda _: None) -> T:
        """Return what ``work`` returns once it is on disk; ``then`` is told in the event loop even if the caller went away.

        Raises what ``work`` raises (its own changes are undone, its neighbours' are not) and StorageUnavailable.
        """
        if self._closed:
            raise closed()
        loop = asyncio.get_running_loop()
        job = _Job(work, loop, loop.create_future(), then)
        self._queue.put(job)
        outcome: T = await job.done
        return outcome

    async def close(self) -> None:
        """Write what was accepted, then end the thread."""
        self._closed = True
        self._queue.put(None)
        await asyncio.to_thread(self._thread.join)

    def _run(self) -> None:
        going = True
        while going:
            waiting: list[_Job | None] = [self._queue.get()]
            try:
                while len(waiting) < LARGEST_GROUP:
                    waiting.append(self._queue.get_nowait())
            except queue.Empty:
                pass
            group = [job for job in waiting if job is not None]
            going = len(group) == len(waiting)
            if group:
                self._commit(group)
        self._connection.close()

    def _commit(self, group: list[_Job]) -> None:
        try:
            raw = self._connection.raw()
            raw.execute("BEGIN IMMEDIATE")
            for job in group:
                _in_savepoint(raw, job, self._connection)
            self._before_commit()
            raw.execute("COMMIT")
        except BaseException as problem:
            self._undo()
            for job in group:
                job.problem = unavailable(problem) or problem
        for loop in {job.loop for job in group}:
            # The loop of a test or a stopped server may be gone; then nobody waits any more.
            if not loop.is_closed():
                loop.call_soon_threadsafe(_tell, [job for job in group if job.loop is loop])

    def _undo(self) -> None:
        try:
            raw = self._connection.raw()
            if raw.in_transaction:
                raw.execute("ROLLBACK")
        except (sqlite3.Error, StorageUnavailable):
            # A connection that cannot even undo is thrown away; SQLite undoes what it left when it is opened again.
            self._connection.close()


def _in_savepoint(raw: sqlite3.Connection, job: _Job, connection: FileConnection) -> None:
    raw.execute("SAVEPOINT job")
    try:
        job.outcome = job.work(connection)
    except BaseException as problem:
        # A full or broken disk is everybody's problem: the group fails as one.
        if unavailable(problem) is not None or not raw.in_transaction:
            raise
        job.problem = problem
        raw.execute("ROLLBACK TO job")
    raw.execute("RELEASE job")


def _tell(jobs: list[_Job]) -> None:
    for job in jobs:
        if job.problem is None:
            job.then(job.outcome)
        if job.done.done():
            continue
        if job.problem is None:
            job.done.set_result(job.outcome)
        else:
            job.done.set_exception(job.problem)
