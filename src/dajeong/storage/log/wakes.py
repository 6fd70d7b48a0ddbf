"""Bells that ring when something new is in the log. A bell only wakes: what is new is read from the log by position."""

import asyncio
from collections.abc import Iterable
from types import TracebackType
from typing import Self


class Bell:
    """One listener's bell, for one conversation or for all. Open it before the first read, so that nothing falls between."""

    def __init__(self, wakes: "Wakes", conversation: str | None) -> None:
        self._wakes = wakes
        self._conversation = conversation
        self._rung = asyncio.Event()

    def ring(self) -> None:
        """Say that there is something new; only from the event loop the bell belongs to."""
        self._rung.set()

    async def wait(self, timeout: float | None = None) -> bool:
        """Return True once something may be new since the last wait, False after ``timeout`` seconds without."""
        try:
            await asyncio.wait_for(self._rung.wait(), timeout)
        except TimeoutError:
            return False
        self._rung.clear()
        return True

    def __enter__(self) -> Self:
        self._wakes.add(self, self._conversation)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._wakes.remove(self, self._conversation)


class Wakes:
    """All bells of one process, by conversation, so that a thousand idle screens cost an append nothing."""

    def __init__(self) -> None:
        self._bells: dict[str | None, set[Bell]] = {}

    def bell(self, conversation: str | None = None) -> Bell:
        """Return a bell for one conversation, or for every one."""
        return Bell(self, conversation)

    def add(self, bell: Bell, conversation: str | None) -> None:
        """Hang the bell up."""
        self._bells.setdefault(conversation, set()).add(bell)

    def remove(self, bell: Bell, conversation: str | None) -> None:
        """Take the bell down."""
        hanging = self._bells.get(conversation, set())
        hanging.discard(bell)
        if not hanging:
            self._bells.pop(conversation, None)

    def ring(self, conversations: Iterable[str]) -> None:
        """Ring for these conversations, and for those who listen to every one."""
        for conversation in (None, *conversations):
            for bell in self._bells.get(conversation, ()):
                bell.ring()

    def ring_all(self) -> None:
        """Ring every bell: we cannot tell what was missed."""
        for hanging in self._bells.values():
            for bell in hanging:
                bell.ring()
