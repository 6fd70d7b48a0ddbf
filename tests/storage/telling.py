"""Short ways to let things happen in a log."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from dajeong.conversation import Conversation, InboxRow, fold, inbox_row
from dajeong.conversation import after as folded_after
from dajeong.conversation.events import ConversationStarted, CustomerWrote, Event, Recorded
from dajeong.storage import KEEP, EventLog
from dajeong.storage.log import Due
from dajeong.storage.log.append import DueChange

NOON = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)


def started(customer: str = "손님-1", channel: str = "web") -> ConversationStarted:
    return ConversationStarted(
        channel=channel, customer=customer, playbook="parcel", playbook_version="v1", language="ko"
    )


def wrote(message: str, text: str = "택배가 아직 안 왔어요") -> CustomerWrote:
    return CustomerWrote(message=message, text=text)


def minutes(number: float) -> datetime:
    """So many minutes after noon."""
    return NOON + timedelta(minutes=number)


def row_after(known: Sequence[Recorded], conversation: str, events: Sequence[Event], at: datetime) -> InboxRow:
    """The inbox row as it stands once these events have happened."""
    state: Conversation = fold(conversation, known)
    for event in events:
        state = folded_after(state, event, at)
    return inbox_row(state)


async def tell(
    log: EventLog, conversation: str, *events: Event, at: datetime = NOON, due: DueChange = KEEP
) -> list[Recorded]:
    """Append to the conversation wherever it stands."""
    known = await log.read(conversation)
    row = row_after(known, conversation, events, at)
    return await log.append(conversation, events, after=len(known), at=at, inbox=row, due=due)


async def tell_at(
    log: EventLog, conversation: str, version: int, *events: Event, at: datetime = NOON
) -> list[Recorded]:
    """Append as somebody who last saw ``version``."""
    known = (await log.read(conversation))[:version]
    row = row_after(known, conversation, events, at)
    # Somebody ahead of the log has a row to match, whatever is in it.
    row = row.model_copy(update={"version": version + len(events)})
    return await log.append(conversation, events, after=version, at=at, inbox=row)


def silence(conversation: Conversation) -> Due | None:
    """A designed wait, simple enough to be right: three minutes after the newest event, never once it is closed."""
    if conversation.closed or conversation.forgotten or conversation.last_at is None:
        return None
    return Due(conversation.last_at + timedelta(minutes=3), "silence")
