"""The queue of messages worth a label, the labels, and the trainings."""

from sqlalchemy import BigInteger, Column, Index, Integer, Table, Text

from dajeong.storage.tables.metadata import metadata

label_queue = Table(
    "label_queue",
    metadata,
    Column("conversation", Text, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("at", BigInteger, nullable=False),
    Column("language", Text, nullable=False),
    Column("playbook", Text, nullable=False),
    Column("playbook_version", Text, nullable=False),
    Column("emotion", Text, nullable=False),
    Column("intent", Text),
    # Words between blanks, so that one of them is found by LIKE.
    Column("reasons", Text, nullable=False),
    Column("priority", Integer, nullable=False),
    Column("likeness", Text, nullable=False),
    Index("label_queue_by_likeness", "likeness"),
)

labels = Table(
    "labels",
    metadata,
    Column("conversation", Text, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("by", Text, primary_key=True),
    Column("at", BigInteger, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("emotion", Text),
    Column("body", Text, nullable=False),
)

operations = Table(
    "operations",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("started_at", BigInteger, nullable=False),
    # When its process was last alive: one that says nothing any more was lost with it.
    Column("seen_at", BigInteger, nullable=False),
    Column("detail", Text, nullable=False),
    Index("operations_newest", "kind", "started_at"),
)
