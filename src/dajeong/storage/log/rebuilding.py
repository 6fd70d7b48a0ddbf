"""The tables beside the log, written again from the log."""

from sqlalchemy import Connection, delete, insert, select

from dajeong.conversation.conversation import Conversation
from dajeong.conversation.events import EVENT
from dajeong.conversation.fold import after
from dajeong.conversation.inbox import inbox_row
from dajeong.storage.database import Database
from dajeong.storage.log.append import inbox_values
from dajeong.storage.log.event_log import Waits
from dajeong.storage.micros import from_micros, to_micros
from dajeong.storage.tables.log import due, events, inbox

# Conversations written in one commit: appends wait for no longer than this takes.
AT_ONCE = 50


async def rebuild_inbox(database: Database) -> int:
    """Write every inbox row again; return how many conversations there are."""
    seen, last = 0, ""
    while names := await _names(database, last):

        def work(connection: Connection, names: list[str] = names) -> None:
            connection.execute(delete(inbox).where(inbox.c.conversation.in_(names)))
            rows = [inbox_values(inbox_row(folded(connection, name))) for name in names]
            connection.execute(insert(inbox), rows)

        await database.write_to_log(work)
        seen, last = seen + len(names), names[-1]
    return seen


async def rebuild_due(database: Database, waits: Waits) -> int:
    """Write again what is due; return how many conversations wait."""
    waiting, last = 0, ""
    while names := await _names(database, last):

        def work(connection: Connection, names: list[str] = names) -> int:
            connection.execute(delete(due).where(due.c.conversation.in_(names)))
            found = [(name, waits(folded(connection, name))) for name in names]
            rows = [
                {"conversation": name, "until": to_micros(each.until), "why": each.why} for name, each in found if each
            ]
            if rows:
                connection.execute(insert(due), rows)
            return len(rows)

        waiting, last = waiting + await database.write_to_log(work), names[-1]
    return waiting


def folded(connection: Connection, conversation: str) -> Conversation:
    """Return the conversation as the log tells it."""
    found = connection.execute(
        select(events.c.at, events.c.body).where(events.c.conversation == conversation).order_by(events.c.version)
    )
    state = Conversation(conversation)
    for at, body in found:
        state = after(state, EVENT.validate_json(body), from_micros(at))
    return state


async def _names(database: Database, last: str) -> list[str]:
    page = (
        select(events.c.conversation)
        .where(events.c.conversation > last, events.c.version == 1)
        .order_by(events.c.conversation)
        .limit(AT_ONCE)
    )
    return await database.read(lambda connection: list(connection.execute(page).scalars()))
