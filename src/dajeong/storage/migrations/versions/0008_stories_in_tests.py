"""Stories of drafts lie in ``tests/``, where `dajeong test` looks for them. Published versions stay as they were."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_drafts = sa.table("drafts", sa.column("playbook", sa.Text), sa.column("path", sa.Text), sa.column("text", sa.Text))
_BEFORE, _NOW = "stories/", "tests/"


def upgrade() -> None:
    connection = op.get_bind()
    rows = connection.execute(sa.select(_drafts)).all()
    # Paths of deleted files are taken too: their rows count the revisions.
    taken = {(row.playbook, row.path) for row in rows}
    for row in rows:
        if not row.path.startswith(_BEFORE):
            continue
        path = _NOW + row.path.removeprefix(_BEFORE)
        while (row.playbook, path) in taken:
            path = path.removesuffix(".yaml") + "-story.yaml"
        taken.add((row.playbook, path))
        here = (_drafts.c.playbook == row.playbook) & (_drafts.c.path == row.path)
        connection.execute(_drafts.update().where(here).values(path=path))
