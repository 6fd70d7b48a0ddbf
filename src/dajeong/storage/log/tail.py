"""Following the log: from a position on, for as long as somebody reads."""

from collections.abc import AsyncIterator

from dajeong.conversation.events import Recorded
from dajeong.storage.log.event_log import EventLog

# A bell can be lost with a connection; the log cannot. So look without being rung, now and then.
LOOK_EVERY = 2.0


async def tail(
    log: EventLog, after_position: int, *, conversation: str | None = None, look_every: float = LOOK_EVERY
) -> AsyncIterator[Recorded]:
    """Yield every event above ``after_position``, in order, each once, and wait (seconds between looks) for more."""
    with log.subscribe(conversation) as bell:
        while True:
            found = await log.follow(after_position, conversation=conversation)
            for recorded in found:
                yield recorded
                after_position = recorded.position
            if not found:
                await bell.wait(look_every)
