"""SQLite: one process, one writer thread, a few reading ones."""

from dajeong.storage.sqlite.database import SqliteDatabase
from dajeong.storage.sqlite.opening import open_sqlite

__all__ = ["SqliteDatabase", "open_sqlite"]
