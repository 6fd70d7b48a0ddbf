"""Conversations are answered behind the channel's back: it has its receipt, and the answer comes when it comes."""

import asyncio

import structlog

from dajeong.errors import DajeongError
from dajeong.runtime.runtime import Runtime

_log = structlog.get_logger(__name__)


class Answering:
    """Answers conversations in the background, one task each; a message that comes meanwhile is answered too."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._again: set[str] = set()

    def wake(self, conversation: str) -> None:
        """See to it that the conversation is answered soon."""
        running = self._tasks.get(conversation)
        # A task that is done but not yet taken off the list answers nothing any more.
        if running is not None and not running.done():
            self._again.add(conversation)
            return
        task = asyncio.create_task(self._answer(conversation))
        self._tasks[conversation] = task
        task.add_done_callback(lambda done: self._ended(conversation, done))

    def _ended(self, conversation: str, task: asyncio.Task[None]) -> None:
        if self._tasks.get(conversation) is task:
            del self._tasks[conversation]

    async def settle(self) -> None:
        """Wait until nothing is being answered; for a calm shutdown."""
        while self._tasks:
            await asyncio.gather(*self._tasks.values(), return_exceptions=True)

    async def _answer(self, conversation: str) -> None:
        while True:
            self._again.discard(conversation)
            try:
                await self._runtime.answer(conversation)
            except DajeongError as problem:
                # The turn stays owed in the due table and is tried again.
                _log.warning("answer.failed", conversation=conversation, code=problem.code)
            except Exception as problem:
                _log.error("answer.broke", conversation=conversation, error=type(problem).__name__)
            if conversation not in self._again:
                return
