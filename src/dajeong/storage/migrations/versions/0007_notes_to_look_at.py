"""Notes whose own words must be looked at because their customer was forgotten, and which drafts were tried."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("notes", sa.Column("forgotten_at", sa.BigInteger))
    op.add_column("notes", sa.Column("looked_at", sa.BigInteger))
    op.add_column("notes", sa.Column("looked_by", sa.Text))
    op.create_table(
        "tried",
        sa.Column("playbook", sa.Text, primary_key=True),
        sa.Column("at", sa.BigInteger, nullable=False),
    )
