"""A connection to a SQLite file that notices when the file under it is taken away."""

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import StaticPool

from dajeong.storage.sqlite.problems import gone

BUSY_MS = 5_000


class FileConnection:
    """One raw connection with SQLAlchemy's view of it; made again when the file was replaced. For one thread at a time."""

    def __init__(self, path: Path, *, writes: bool) -> None:
        self._path = path
        self._writes = writes
        self._raw: sqlite3.Connection | None = None
        self._view: Connection | None = None
        self._file: tuple[int, int] | None = None

    def raw(self) -> sqlite3.Connection:
        """Return the connection. Raises StorageUnavailable when the file is not there."""
        try:
            found = os.stat(self._path)
        except OSError as problem:
            self.close()
            raise gone() from problem
        if self._raw is None or self._file != (found.st_dev, found.st_ino):
            self.close()
            raw = self._opened()
            # Made now, because SQLAlchemy rolls back once when it first sees a connection.
            self._view = _view(raw)
            self._raw, self._file = raw, (found.st_dev, found.st_ino)
        return self._raw

    def view(self) -> Connection:
        """Return SQLAlchemy's view of the same connection, inside the same transaction."""
        self.raw()
        assert self._view is not None
        return self._view

    def _opened(self) -> sqlite3.Connection:
        # mode=rw: an empty database in place of a lost one would look as if nothing had ever happened.
        raw = sqlite3.connect(
            f"file:{quote(str(self._path.absolute()))}?mode=rw",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            timeout=BUSY_MS / 1000,
        )
        try:
            raw.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
            if self._writes:
                raw.execute("PRAGMA journal_mode = WAL")
                raw.execute("PRAGMA synchronous = FULL")
                # What is forgotten must not stay readable in the file.
                raw.execute("PRAGMA secure_delete = ON")
            else:
                raw.execute("PRAGMA query_only = ON")
        except sqlite3.Error:
            raw.close()
            raise
        return raw

    def close(self) -> None:
        """Close it; the next use opens it again."""
        raw, self._raw, self._view = self._raw, None, None
        if raw is not None:
            raw.close()


def _view(raw: sqlite3.Connection) -> Connection:
    engine = create_engine(
        "sqlite://",
        creator=lambda: raw,
        poolclass=StaticPool,
        pool_reset_on_return=None,
        isolation_level="AUTOCOMMIT",
    )
    view = engine.connect()
    # SQLAlchemy shall believe that a transaction is always open: ours is begun and ended beside it.
    view.begin()
    return view
