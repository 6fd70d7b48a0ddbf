"""The first tables: the log, what stands beside it, and what the team wrote."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_COUNT = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _make_log()
    _make_beside_the_log()
    _make_vault()
    _make_playbooks()


def _make_log() -> None:
    op.create_table(
        "events",
        sa.Column("position", _COUNT, primary_key=True, autoincrement=False),
        sa.Column("conversation", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("message", sa.Text),
        sa.Column("customer", sa.Text),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_index("events_in_order", "events", ["conversation", "version"], unique=True)
    with_message, with_customer = sa.text("message IS NOT NULL"), sa.text("customer IS NOT NULL")
    op.create_index(
        "events_message_once",
        "events",
        ["conversation", "message"],
        unique=True,
        sqlite_where=with_message,
        postgresql_where=with_message,
    )
    op.create_index(
        "events_of_customer", "events", ["customer"], sqlite_where=with_customer, postgresql_where=with_customer
    )


def _make_beside_the_log() -> None:
    op.create_table(
        "inbox",
        sa.Column("conversation", sa.Text, primary_key=True),
        sa.Column("customer", sa.Text, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("holder", sa.Text, nullable=False),
        sa.Column("closed", sa.Boolean, nullable=False),
        sa.Column("last_at", sa.BigInteger, nullable=False),
        sa.Column("row", sa.Text, nullable=False),
    )
    op.create_index("inbox_newest", "inbox", ["closed", "holder", "last_at"])
    op.create_index("inbox_of_customer", "inbox", ["customer", "last_at"])
    op.create_table(
        "due",
        sa.Column("conversation", sa.Text, primary_key=True),
        sa.Column("until", sa.BigInteger, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
    )
    op.create_index("due_next", "due", ["until"])
    op.create_table(
        "access_tokens",
        sa.Column("digest", sa.Text, primary_key=True),
        sa.Column("conversation", sa.Text, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
    )
    op.create_index("access_tokens_of_conversation", "access_tokens", ["conversation"])


def _make_vault() -> None:
    op.create_table(
        "vault",
        sa.Column("number", _COUNT, primary_key=True, autoincrement=True),
        sa.Column("reference", sa.Text, nullable=False, unique=True),
        sa.Column("conversation", sa.Text, nullable=False),
        sa.Column("token", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("sealed", sa.Text, nullable=False),
        sa.Column("valid", sa.Boolean),
        sa.Column("last_four", sa.Text),
    )
    op.create_index("vault_token_once", "vault", ["conversation", "token"], unique=True)
    op.create_index("vault_value_once", "vault", ["conversation", "digest"], unique=True)


def _make_playbooks() -> None:
    op.create_table(
        "drafts",
        sa.Column("playbook", sa.Text, primary_key=True),
        sa.Column("path", sa.Text, primary_key=True),
        sa.Column("text", sa.Text),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "snapshots",
        sa.Column("version", sa.Text, primary_key=True),
        sa.Column("path", sa.Text, primary_key=True),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_table(
        "publications",
        sa.Column("number", _COUNT, primary_key=True, autoincrement=True),
        sa.Column("playbook", sa.Text, nullable=False),
        sa.Column("version", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
    )
    op.create_index("publications_newest", "publications", ["playbook", "number"])
    op.create_table(
        "recalls",
        sa.Column("playbook", sa.Text, primary_key=True),
        sa.Column("version", sa.Text, primary_key=True),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
    )
