"""Keeps a second process away from a SQLite database, and tells it why."""

import fcntl
import os
from pathlib import Path

from dajeong.storage.errors import DatabaseInUse, StorageUnavailable


class FileLock:
    """A lock beside the database; the system lets go of it when the process ends, however it ends."""

    def __init__(self, database: Path) -> None:
        self._path = database.with_name(database.name + ".lock")
        self._file: int | None = None

    def acquire(self) -> None:
        """Take the lock. Raises DatabaseInUse when another process has it."""
        try:
            file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as problem:
            raise StorageUnavailable(
                f"The folder of the database cannot be written ({problem.strerror}): make it, or name another one."
            ) from problem
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(file)
            raise DatabaseInUse(
                f"Another process is using {self._path.name.removesuffix('.lock')}. SQLite serves one process: stop the other "
                "one, or give both a PostgreSQL address (postgresql://...), because more than one process needs PostgreSQL."
            ) from None
        self._file = file

    def release(self) -> None:
        """Let go. The file stays: deleting it would let two processes hold two locks."""
        if self._file is not None:
            os.close(self._file)
            self._file = None
