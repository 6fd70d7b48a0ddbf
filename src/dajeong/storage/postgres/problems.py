"""What PostgreSQL's errors mean for the one who called."""

import asyncio

import psycopg
from psycopg_pool import PoolClosed, PoolTimeout

from dajeong.storage.errors import StorageUnavailable

_AWAY = (
    # The connection broke, the server is starting or stopping, its disk is full, a lock was not given in time.
    psycopg.OperationalError,
    psycopg.InterfaceError,
    psycopg.errors.IdleInTransactionSessionTimeout,
    psycopg.errors.ReadOnlySqlTransaction,
    PoolTimeout,
    PoolClosed,
    TimeoutError,
    asyncio.TimeoutError,
    OSError,
)


def unavailable(problem: BaseException) -> StorageUnavailable | None:
    """Return the error to raise instead when the database is to blame, None when it is not."""
    if isinstance(problem, StorageUnavailable):
        return problem
    problem = getattr(problem, "orig", None) or problem
    if not isinstance(problem, _AWAY):
        return None
    state = getattr(problem, "sqlstate", None)
    said = f" (PostgreSQL says {state}.)" if state else ""
    if isinstance(problem, psycopg.errors.DiskFull):
        meaning = "The disk of the database is full: make room on it."
    elif isinstance(problem, psycopg.errors.LockNotAvailable):
        meaning = "Another program holds the log locked."
    else:
        meaning = "The database does not answer."
    return StorageUnavailable(f"{meaning} Ask again in a moment: what was acknowledged is safe.{said}")
