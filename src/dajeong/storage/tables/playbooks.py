"""Drafts of playbooks, and the versions that were published."""

from sqlalchemy import BigInteger, Column, Index, Integer, Table, Text

from dajeong.storage.tables.metadata import metadata

drafts = Table(
    "drafts",
    metadata,
    Column("playbook", Text, primary_key=True),
    Column("path", Text, primary_key=True),
    # None: deleted. The revision goes on counting, so that nobody's old one fits a new file by chance.
    Column("text", Text),
    Column("revision", Integer, nullable=False),
    Column("at", BigInteger, nullable=False),
)

# Since when somebody has played the customer with a draft; a playbook nobody has tried has no row.
tried = Table(
    "tried",
    metadata,
    Column("playbook", Text, primary_key=True),
    Column("at", BigInteger, nullable=False),
)

snapshots = Table(
    "snapshots",
    metadata,
    Column("version", Text, primary_key=True),
    Column("path", Text, primary_key=True),
    Column("text", Text, nullable=False),
)

publications = Table(
    "publications",
    metadata,
    Column("number", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
    Column("playbook", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Index("publications_newest", "playbook", "number"),
)

recalls = Table(
    "recalls",
    metadata,
    Column("playbook", Text, primary_key=True),
    Column("version", Text, primary_key=True),
    Column("note", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
)

shares = Table(
    "shares",
    metadata,
    Column("playbook", Text, primary_key=True),
    Column("version", Text, nullable=False),
    # Of new conversations.
    Column("percent", Integer, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
)
