"""The clock of the design: what has come due is brought back to its conversation."""

import asyncio
from collections.abc import Callable
from datetime import datetime

import structlog

from dajeong.errors import DajeongError
from dajeong.runtime.runtime import Runtime

_log = structlog.get_logger(__name__)
# How often the due table is looked at, in seconds: silences are measured in minutes.
TICK = 1.0


class Timekeeper:
    """Looks at the due table and lets time pass where it has."""

    def __init__(self, runtime: Runtime, clock: Callable[[], datetime]) -> None:
        self._runtime = runtime
        self._clock = clock

    async def tick(self, now: datetime | None = None) -> int:
        """Act on everything due at ``now`` and return how much there was."""
        rows = await self._runtime.log.due_before(now or self._clock())
        for row in rows:
            try:
                await self._runtime.pass_time(row.conversation, row.why, row.until)
            except DajeongError as problem:
                _log.warning("time.failed", conversation=row.conversation, code=problem.code)
        return len(rows)

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
