"""The tables, the same on SQLite and PostgreSQL, one file a subject. Times are microseconds, as in `micros`."""

from dajeong.storage.tables import learning, log, playbooks, search, team
from dajeong.storage.tables.metadata import metadata

__all__ = ["learning", "log", "metadata", "playbooks", "search", "team"]
