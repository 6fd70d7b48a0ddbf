"""Following the log: from a position on, for as long as somebody reads."""

from collections.abc import AsyncGenerator

from dajeong.conversation.events import Recorded
from dajeong.storage.log.event_log import EventLog

# A bell can be lost with a connection; the log cannot. So look without being rung, now and then.
LOOK_EVERY = 2.0


async def tail(
    log: EventLog, after_position: int, *, conversation: str | None = None, look_every: float = LOOK_EVERY
) -> AsyncGenerator[list[Recorded], None]:
    """Yield the events above ``after_position`` in pages, each event once and in order; an empty page after a look (``look_every``
    seconds) that found nothing.
    """
    with log.subscribe(conversation) as bell:
        while True:
            while page := await log.follow(after_position, conversation=conversation):
                yield page
                after_position = page[-1].position
            if not await bell.wait(look_every):
                yield []
