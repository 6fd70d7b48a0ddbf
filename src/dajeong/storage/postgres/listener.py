"""Hears what other processes appended. It only wakes: a notification that is lost costs time, never an event."""

import asyncio
import contextlib
import json
from collections.abc import Awaitable, Callable
from typing import Any

from psycopg import AsyncConnection

from dajeong.storage.log.wakes import Wakes
from dajeong.storage.postgres.problems import unavailable
from dajeong.storage.postgres.turn import ANY, CHANNEL

TRY_AGAIN_AFTER = 1.0


class Listener:
    """One task on one connection that rings this process's bells."""

    def __init__(self, connect: Callable[[], Awaitable[AsyncConnection[Any]]], wakes: Wakes) -> None:
        self._connect = connect
        self._wakes = wakes
        self._task = asyncio.create_task(self._run(), name="dajeong-listener")

    async def close(self) -> None:
        """Stop listening."""
        self._task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._task

    async def _run(self) -> None:
        while True:
            try:
                async with await self._connect() as connection:
                    await connection.execute(f"LISTEN {CHANNEL}")
                    # Whatever was said while nobody listened is missed: let everybody look.
                    self._wakes.ring_all()
                    async for note in connection.notifies():
                        self._hear(note.payload)
            except Exception as problem:
                if unavailable(problem) is None:
                    raise
            await asyncio.sleep(TRY_AGAIN_AFTER)

    def _hear(self, payload: str) -> None:
        if payload == ANY:
            self._wakes.ring_all()
        else:
            self._wakes.ring(json.loads(payload))
