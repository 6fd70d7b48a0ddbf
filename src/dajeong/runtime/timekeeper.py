"""The clock of the design: what has come due is brought back to its conversation."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

import structlog

from dajeong.errors import DajeongError
from dajeong.runtime.runtime import Runtime
from dajeong.storage.log import DueRow

_log = structlog.get_logger(__name__)
# How often the due table is looked at, in seconds: silences are measured in minutes.
TICK = 1.0
# What comes due again and again, because it breaks every time, is left alone for longer and longer (seconds).
LONGEST_REST = 600.0
MANY = 1_000


class Timekeeper:
    """Looks at the due table and lets time pass where it has."""

    def __init__(self, runtime: Runtime, clock: Callable[[], datetime]) -> None:
        self._runtime = runtime
        self._clock = clock
        # Conversation -> the moment that was acted on, how often, and when to try again.
        self._tried: dict[str, tuple[datetime, int, datetime]] = {}

    async def tick(self, now: datetime | None = None) -> int:
        """Act on everything due at ``now`` and return how much there was."""
        now = now or self._clock()
        rows = await self._runtime.log.due_before(now, limit=MANY)
        # One that is new is not kept waiting by those that were tried before.
        tried = {row.conversation: self._tried[row.conversation] for row in rows if row.conversation in self._tried}
        self._tried = tried
        for row in sorted(rows, key=lambda row: row.conversation in tried):
            await self._act(row, now)
        return len(rows)

    async def _act(self, row: DueRow, now: datetime) -> None:
        until, times, again = self._tried.get(row.conversation, (row.until, 0, now))
        if until == row.until and now < again:
            return
        times = times + 1 if until == row.until else 1
        rest = timedelta(seconds=min(2.0 ** min(times, 10), LONGEST_REST))
        self._tried[row.conversation] = (row.until, times, now + rest)
        try:
            await self._runtime.pass_time(row.conversation, row.why, row.until)
        except DajeongError as problem:
            _log.warning("time.failed", conversation=row.conversation, code=problem.code)
        except Exception as problem:
            _log.error("time.broke", conversation=row.conversation, error=type(problem).__name__)

    async def run(self) -> None:
        """Tick for ever; a database that is away for a while is waited for."""
        while True:
            try:
                await self.tick()
            except DajeongError as problem:
                _log.warning("time.waits", code=problem.code)
            except Exception as problem:
                _log.error("time.broke", error=type(problem).__name__)
            await asyncio.sleep(TICK)
