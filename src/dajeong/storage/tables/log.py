"""The log, what is kept with its conversations, and how far its followers have read."""

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, Table, Text

from dajeong.storage.tables.metadata import metadata

events = Table(
    "events",
    metadata,
    # Assigned by the one who holds the log's turn, so it has no gaps and follows the order of commits.
    Column("position", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("conversation", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("kind", Text, nullable=False),
    # The channel's id of a customer's message: a repeat is found by it.
    Column("message", Text),
    # Only on the first event, so that forgetting finds every conversation in the log itself.
    Column("customer", Text),
    # JSON text, because PostgreSQL's jsonb refuses characters that customers send.
    Column("body", Text, nullable=False),
    Index("events_in_order", "conversation", "version", unique=True),
)
Index(
    "events_message_once",
    events.c.conversation,
    events.c.message,
    unique=True,
    sqlite_where=events.c.message.is_not(None),
    postgresql_where=events.c.message.is_not(None),
)
Index(
    "events_of_customer",
    events.c.customer,
    sqlite_where=events.c.customer.is_not(None),
    postgresql_where=events.c.customer.is_not(None),
)

inbox = Table(
    "inbox",
    metadata,
    Column("conversation", Text, primary_key=True),
    # What lists are filtered and ordered by; everything else is in the row.
    Column("customer", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("holder", Text, nullable=False),
    Column("closed", Boolean, nullable=False),
    Column("last_at", BigInteger, nullable=False),
    Column("row", Text, nullable=False),
    Index("inbox_newest", "closed", "holder", "last_at"),
    Index("inbox_of_customer", "customer", "last_at"),
)

due = Table(
    "due",
    metadata,
    Column("conversation", Text, primary_key=True),
    Column("until", BigInteger, nullable=False),
    Column("why", Text, nullable=False),
    Index("due_next", "until"),
)

vault = Table(
    "vault",
    metadata,
    # The order in which they came; tokens of a conversation are numbered by it.
    Column("number", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
    Column("reference", Text, nullable=False, unique=True),
    Column("conversation", Text, nullable=False),
    Column("token", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("sealed", Text, nullable=False),
    Column("valid", Boolean),
    Column("last_four", Text),
    Index("vault_token_once", "conversation", "token", unique=True),
    Index("vault_value_once", "conversation", "digest", unique=True),
)

access_tokens = Table(
    "access_tokens",
    metadata,
    # SHA-256 of the token: whoever reads the table cannot open a conversation with it.
    Column("digest", Text, primary_key=True),
    Column("conversation", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Index("access_tokens_of_conversation", "conversation"),
)

followers = Table(
    "followers",
    metadata,
    Column("name", Text, primary_key=True),
    # Everything up to here is in the follower's own table.
    Column("position", BigInteger, nullable=False),
)
