"""The follower that keeps the list of conversations and the index of their words up with the log."""

import asyncio
from collections.abc import Sequence

import structlog

from dajeong.conversation import Recorded
from dajeong.conversation.events import CustomerForgotten
from dajeong.conversation.summary import lines_said, summary
from dajeong.errors import DajeongError
from dajeong.language.grams import grams
from dajeong.storage import EventLog
from dajeong.storage.search import Listed, SearchStore

_log = structlog.get_logger(__name__)
# Another number makes every installation write its list anew: what is kept of a conversation has changed.
FOLLOWER = "search/1"
EVENTS_AT_ONCE = 500
# Seconds: a list may be half a second behind, and many turns become one commit. Where much is said, it is further behind:
# it works a fifth of the time at most, because answering comes first.
GATHER = 0.5
_REST = 4.0
_LONGEST_REST = 30.0
LOOK_EVERY = 5.0


class SearchList:
    """Follows the log. A conversation is always listed from all of its events, so a repeat changes nothing."""

    def __init__(self, log: EventLog, rows: SearchStore) -> None:
        self._log = log
        self._rows = rows

    async def catch_up(self) -> int:
        """Read on to the end of the log and return the position reached."""
        before = await self._rows.position(FOLLOWER)
        if before is None:
            await self._rows.restart(FOLLOWER)
            before = 0
        while found := await self._log.follow(before, limit=EVENTS_AT_ONCE):
            now = found[-1].position
            names = dict.fromkeys(each.conversation for each in found)
            # One after the other: the events of fifty long conversations at once would fill the memory.
            rows = [await asyncio.to_thread(listed, await self._log.read(name)) for name in names]
            moved = await self._rows.advance(FOLLOWER, before=before, now=now, listed=rows)
            # Where it did not move, another process went on meanwhile: we go on from where it stands.
            before = now if moved else await self._rows.position(FOLLOWER) or 0
        return before

    async def rebuild(self) -> int:
        """Write the whole list again from the log and return the position reached."""
        await self._rows.restart(FOLLOWER)
        return await self.catch_up()

    async def run(self) -> None:
        """Follow for ever; a database that is away for a while is waited for."""
        with self._log.subscribe() as bell:
            while True:
                began = asyncio.get_running_loop().time()
                try:
                    await self.catch_up()
                except DajeongError as problem:
                    _log.warning("search.waits", code=problem.code)
                except Exception as problem:
                    _log.error("search.broke", error=type(problem).__name__)
                await asyncio.sleep(pause(GATHER, took=asyncio.get_running_loop().time() - began))
                await bell.wait(LOOK_EVERY)


def pause(least: float, *, took: float) -> float:
    """How long a follower rests after work that took so long, in seconds."""
    return max(least, min(_REST * took, _LONGEST_REST))


def listed(events: Sequence[Recorded]) -> Listed:
    """Return what is kept of a conversation for lists and search, from all of its events in order."""
    forgotten = any(isinstance(each.event, CustomerForgotten) for each in events)
    words = () if forgotten else grams("\n".join(lines_said(events)))
    return Listed(events[0].position, summary(events), words)
