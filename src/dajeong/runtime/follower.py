"""Lists kept beside the log: each follows it, and goes on with a conversation from where it left it."""

import asyncio
from abc import ABC, abstractmethod
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from typing import ClassVar, Generic, Protocol, TypeVar

import structlog

from dajeong.conversation import Recorded
from dajeong.conversation.events import CustomerForgotten
from dajeong.errors import DajeongError
from dajeong.storage import EventLog

_log = structlog.get_logger(__name__)
EVENTS_AT_ONCE = 500
# Seconds between two looks without being rung: a bell can be lost.
LOOK_EVERY = 5.0
# A follower works a fifth of the time at most, because answering comes first.
_REST = 4.0
_LONGEST_REST = 30.0
# Of the conversations followed last, so many events are remembered: about ten megabytes.
_WARM_EVENTS = 20_000


class Followed(Protocol):
    """What a follower knows of one conversation."""

    @property
    def version(self) -> int:
        """Up to which event it is known."""
        ...

    def add(self, recorded: Recorded) -> None:
        """Take in the next event."""
        ...


class Positions(Protocol):
    """Where a follower's place in the log is kept."""

    async def position(self, follower: str) -> int | None:
        """Return how far the follower has read, None for a new one."""
        ...

    async def restart(self, follower: str) -> None:
        """Empty its list and begin at the beginning."""
        ...


F = TypeVar("F", bound=Followed)


class Follower(ABC, Generic[F]):
    """Keeps a list up with the log. What is written of a conversation comes from all of its events, so a repeat changes nothing."""

    # Another name makes every installation write the list anew.
    name: ClassVar[str]
    # Seconds to wait for more before many turns are written in one commit: how far behind the list may be.
    gather: ClassVar[float]

    def __init__(self, log: EventLog, places: Positions) -> None:
        self._log = log
        self._places = places
        self._warm: OrderedDict[str, F] = OrderedDict()

    @abstractmethod
    def _begin(self, first: Recorded) -> F:
        """Return what is known of a conversation before its first event, which is given and not taken in yet."""

    @abstractmethod
    async def _write(self, followed: Mapping[str, F], *, before: int, now: int) -> bool:
        """Write these conversations and move from ``before`` to ``now`` in one commit; False when the follower stands elsewhere."""

    async def catch_up(self) -> int:
        """Read on to the end of the log and return the position reached."""
        before = await self._places.position(self.name)
        if before is None:
            await self._places.restart(self.name)
            before = 0
        while found := await self._log.follow(before, limit=EVENTS_AT_ONCE):
            now = found[-1].position
            moved = await self._write(await self._followed(found), before=before, now=now)
            # Where it did not move, another process went on meanwhile: we go on from where it stands.
            before = now if moved else await self._places.position(self.name) or 0
            self._cool()
        return before

    async def rebuild(self) -> int:
        """Write the whole list again from the log and return the position reached."""
        await self._places.restart(self.name)
        return await self.catch_up()

    async def run(self) -> None:
        """Follow for ever; a database that is away for a while is waited for."""
        clock = asyncio.get_running_loop().time
        with self._log.subscribe() as bell:
            while True:
                began = clock()
                try:
                    await self.catch_up()
                except DajeongError as problem:
                    _log.warning("follower.waits", follower=self.name, code=problem.code)
                except Exception as problem:
                    _log.error("follower.broke", follower=self.name, error=type(problem).__name__)
                await asyncio.sleep(max(self.gather, min(_REST * (clock() - began), _LONGEST_REST)))
                await bell.wait(LOOK_EVERY)

    async def _followed(self, found: Sequence[Recorded]) -> dict[str, F]:
        """Return the conversations of these events with all that has happened in them."""
        new: dict[str, list[Recorded]] = {}
        for each in found:
            new.setdefault(each.conversation, []).append(each)
            if isinstance(each.event, CustomerForgotten):
                # What was read before has words that are gone now.
                self._warm.pop(each.conversation, None)
        return {name: await self._gone_on(name, events) for name, events in new.items()}

    async def _gone_on(self, name: str, new: Sequence[Recorded]) -> F:
        known = self._warm.get(name)
        after = known.version if known is not None else 0
        unread = [each for each in new if each.version > after]
        if not unread and known is not None:
            return known
        if [each.version for each in unread] != list(range(after + 1, after + 1 + len(unread))):
            unread = await self._log.read(name, after=after)
        self._warm[name] = followed = await asyncio.to_thread(self._taken_in, known, unread)
        self._warm.move_to_end(name)
        return followed

    def _taken_in(self, known: F | None, unread: Sequence[Recorded]) -> F:
        followed = known if known is not None else self._begin(unread[0])
        for each in unread:
            followed.add(each)
        return followed

    def _cool(self) -> None:
        """Let go of what was followed longest ago."""
        events = sum(each.version for each in self._warm.values())
        while self._warm and events > _WARM_EVENTS:
            events -= self._warm.popitem(last=False)[1].version
