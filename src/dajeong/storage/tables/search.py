"""The list of conversations, as it is searched."""

from sqlalchemy import BigInteger, Column, Index, Integer, Table, Text

from dajeong.storage.tables.metadata import metadata

summaries = Table(
    "summaries",
    metadata,
    # The position of the conversation's first event.
    Column("number", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("conversation", Text, nullable=False),
    Column("last_at", BigInteger, nullable=False),
    Column("channel", Text, nullable=False),
    Column("playbook", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("outcome", Text, nullable=False),
    # Words between blanks, so that one of them is found by LIKE.
    Column("scenarios", Text, nullable=False),
    Column("feelings", Text, nullable=False),
    # Holds a line that was said: goes when its customer is forgotten.
    Column("row", Text, nullable=False),
    Index("summaries_of_conversation", "conversation", unique=True),
    # Everything a list is filtered by, so that counting reads no rows.
    Index(
        "summaries_newest",
        *("last_at", "number", "channel", "playbook", "version", "language", "outcome", "scenarios", "feelings"),
    ),
)
