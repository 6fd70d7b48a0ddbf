"""Where it is kept: the event log, playbooks, vault rows and access tokens, in SQLite or PostgreSQL. The only SQL."""

from dajeong.storage.errors import AlreadyRecorded, StorageUnavailable, VersionConflict
from dajeong.storage.log import KEEP, EventLog, MemoryLog
from dajeong.storage.storage import Storage, open_storage

__all__ = [
    "KEEP",
    "AlreadyRecorded",
    "EventLog",
    "MemoryLog",
    "Storage",
    "StorageUnavailable",
    "VersionConflict",
    "open_storage",
]
