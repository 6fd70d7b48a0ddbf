"""The statements of the busy roads, written once and turned into each database's own SQL."""

from functools import cache
from typing import Any, Literal

from sqlalchemy import Select, Table, bindparam, delete, func, insert, literal_column, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.sql.dml import UpdateBase

from dajeong.storage.tables.log import due, events, inbox, vault

Speaks = Literal["sqlite", "postgresql"]
Statement = Select[Any] | UpdateBase

_EVENT = (events.c.position, events.c.conversation, events.c.version, events.c.at, events.c.body)

ADD_EVENT = insert(events)
CLEAR_DUE = delete(due).where(due.c.conversation == bindparam("conversation"))
LAST_POSITION = select(func.coalesce(func.max(events.c.position), literal_column("0")))
VERSION = select(func.coalesce(func.max(events.c.version), literal_column("0"))).where(
    events.c.conversation == bindparam("conversation")
)
REPEAT = select(events.c.version).where(
    events.c.conversation == bindparam("conversation"), events.c.message == bindparam("message")
)
READ: Select[Any] = (
    select(*_EVENT)
    .where(events.c.conversation == bindparam("conversation"), events.c.version > bindparam("after"))
    .order_by(events.c.version)
)
FOLLOW: Select[Any] = (
    select(*_EVENT)
    .where(events.c.position > bindparam("after"))
    .order_by(events.c.position)
    .limit(bindparam("most"))
    .offset(literal_column("0"))
)
# Ordered by version, which is the order of positions within a conversation, so that its own index is used.
FOLLOW_ONE: Select[Any] = (
    select(*_EVENT)
    .where(events.c.conversation == bindparam("conversation"), events.c.position > bindparam("after"))
    .order_by(events.c.version)
    .limit(bindparam("most"))
    .offset(literal_column("0"))
)
DUE_BEFORE: Select[Any] = (
    select(due.c.conversation, due.c.until, due.c.why)
    .where(due.c.until <= bindparam("now"))
    .order_by(due.c.until, due.c.conversation)
    .limit(bindparam("most"))
    .offset(literal_column("0"))
)
NEXT_DUE = select(func.min(due.c.until))
_SEALED = [column for column in vault.columns if column.name != "number"]
SEALED: Select[Any] = select(*_SEALED).where(vault.c.reference == bindparam("reference"))
SEALED_OF: Select[Any] = (
    select(*_SEALED).where(vault.c.conversation == bindparam("conversation")).order_by(vault.c.number)
)
INBOX_OF = select(inbox.c.row).where(inbox.c.conversation == bindparam("conversation"))


def keep_row(table: Table, speaks: Speaks) -> Statement:
    """Return the statement that writes a row, or writes it again when its key is there."""
    if speaks == "sqlite":
        lite = sqlite.insert(table)
        news = {column.name: lite.excluded[column.name] for column in table.columns if not column.primary_key}
        return lite.on_conflict_do_update(index_elements=list(table.primary_key.columns), set_=news)
    post = postgresql.insert(table)
    news = {column.name: post.excluded[column.name] for column in table.columns if not column.primary_key}
    return post.on_conflict_do_update(index_elements=list(table.primary_key.columns), set_=news)


@cache
def sql(statement: Statement, speaks: Speaks) -> str:
    """Return the SQL with named parameters: ``:name`` for sqlite3, ``%(name)s`` for psycopg."""
    # SQLAlchemy ships its dialects' constructors without types.
    dialect = sqlite.dialect(paramstyle="named") if speaks == "sqlite" else PGDialect_psycopg()  # type: ignore[no-untyped-call]
    return str(statement.compile(dialect=dialect))


@cache
def keep_sql(table: Table, speaks: Speaks) -> str:
    """Return the SQL of `keep_row`."""
    return sql(keep_row(table, speaks), speaks)
