"""The event log: what happened, in order, only ever appended to."""

from dajeong.storage.log.append import KEEP, Due
from dajeong.storage.log.event_log import DueRow, EventLog
from dajeong.storage.log.memory_log import MemoryLog
from dajeong.storage.log.tail import tail

__all__ = ["KEEP", "Due", "DueRow", "EventLog", "MemoryLog", "tail"]
