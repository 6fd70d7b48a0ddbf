"""Forgetting a customer: the one exception to a log that only grows."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from dajeong.conversation.events import EVENT, CustomerForgotten, Recorded
from dajeong.conversation.inbox import inbox_row
from dajeong.storage.database import Database
from dajeong.storage.grams import drop_grams, purge_grams
from dajeong.storage.log.append import event_row, inbox_values
from dajeong.storage.log.blanking import FORGOTTEN, blanked
from dajeong.storage.log.rebuilding import folded
from dajeong.storage.micros import to_micros
from dajeong.storage.statements import Speaks
from dajeong.storage.tables.learning import label_queue, labels
from dajeong.storage.tables.log import access_tokens, due, events, followers, inbox, vault
from dajeong.storage.tables.search import summaries
from dajeong.storage.tables.team import note_places, notes


async def forget(database: Database, customer: str, *, at: datetime, reason: str) -> list[str]:
    """Blank the customer's words in every conversation, drop what belongs to them, and leave a mark in the log.

    All in one commit. The conversations stay without a way back to the person (GDPR art. 17; 개인정보 보호법 제21조, 제36조):
    asking again finds nothing. Rows in backups and in PostgreSQL's own journal follow the retention of those.
    """

    def work(connection: Connection) -> list[str]:
        whose = select(events.c.conversation).where(events.c.customer == customer, events.c.version == 1)
        theirs = list(connection.execute(whose.order_by(events.c.position)).scalars())
        for conversation in theirs:
            _blank(connection, conversation)
            _mark(connection, conversation, CustomerForgotten(reason=reason), at)
        if theirs:
            _unlist(connection, database.speaks, theirs)
            _tell_notes(connection, theirs, at)
        return theirs

    return await database.write_to_log(work)


def _blank(connection: Connection, conversation: str) -> None:
    rows = connection.execute(
        select(events.c.position, events.c.body).where(events.c.conversation == conversation)
    ).all()
    blank = [
        {"place": position, "news": EVENT.dump_json(blanked(EVENT.validate_json(body))).decode()}
        for position, body in rows
    ]
    connection.execute(
        update(events).where(events.c.position == bindparam("place")).values(body=bindparam("news")), blank
    )
    connection.execute(
        update(events)
        .where(events.c.conversation == conversation, events.c.customer.is_not(None))
        .values(customer=FORGOTTEN)
    )
    for table in (vault, access_tokens, due, label_queue, labels):
        connection.execute(delete(table).where(table.c.conversation == conversation))


def _unlist(connection: Connection, speaks: Speaks, conversations: list[str]) -> None:
    """Take conversations out of the list and the index of words; the list's follower puts them back without words."""
    # Whoever is writing the list now has finished once this is ours, so nothing comes after the deletion.
    connection.execute(select(followers.c.position).where(followers.c.name.like("search/%")).with_for_update())
    listed = summaries.c.conversation.in_(conversations)
    numbers = list(connection.execute(select(summaries.c.number).where(listed)).scalars())
    connection.execute(delete(summaries).where(listed))
    drop_grams(connection, speaks, numbers)
    purge_grams(connection, speaks)


def _tell_notes(connection: Connection, conversations: list[str], at: datetime) -> None:
    """Have people look at the notes about these conversations: only they know whether their own words tell who it was."""
    targets = [f"conversation {each}" for each in conversations]
    about = select(note_places.c.note).where(note_places.c.target.in_(targets))
    news = {"forgotten_at": to_micros(at), "looked_at": None, "looked_by": None}
    connection.execute(update(notes).where(notes.c.id.in_(about)).values(news))


def _mark(connection: Connection, conversation: str, event: CustomerForgotten, at: datetime) -> None:
    newest = select(func.max(events.c.version)).where(events.c.conversation == conversation)
    version: int = connection.execute(newest).scalar_one()
    position: int = connection.execute(select(func.max(events.c.position))).scalar_one()
    mark = Recorded(conversation=conversation, version=version + 1, at=at, event=event, position=position + 1)
    connection.execute(insert(events), event_row(mark))
    row = inbox_values(inbox_row(folded(connection, conversation)))
    connection.execute(update(inbox).where(inbox.c.conversation == conversation).values(row))
