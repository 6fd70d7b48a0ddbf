"""The list of conversations, and the index of the words in them."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "summaries",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True, autoincrement=False),
        sa.Column("conversation", sa.Text, nullable=False),
        sa.Column("last_at", sa.BigInteger, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("playbook", sa.Text, nullable=False),
        sa.Column("version", sa.Text, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("outcome", sa.Text, nullable=False),
        sa.Column("scenarios", sa.Text, nullable=False),
        sa.Column("feelings", sa.Text, nullable=False),
        sa.Column("row", sa.Text, nullable=False),
    )
    op.create_index("summaries_of_conversation", "summaries", ["conversation"], unique=True)
    op.create_index(
        "summaries_newest",
        "summaries",
        ["last_at", "number", "channel", "playbook", "version", "language", "outcome", "scenarios", "feelings"],
    )
    if op.get_bind().dialect.name == "sqlite":
        # Only which conversations have a gram is asked, never where: no positions, no sizes.
        op.execute(
            "CREATE VIRTUAL TABLE summary_grams USING fts5"
            "(grams, detail = none, columnsize = 0, tokenize = 'unicode61 remove_diacritics 0')"
        )
    else:
        op.create_table(
            "summary_grams",
            sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
            sa.Column("grams", postgresql.TSVECTOR, nullable=False),
        )
        op.create_index("summary_grams_index", "summary_grams", ["grams"], postgresql_using="gin")
