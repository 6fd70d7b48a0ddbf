"""How Alembic runs our migrations: on the connection `migrate` hands in, never on one of its own."""

from alembic import context

from dajeong.storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    # SQLite changes a table by making it again.
    render_as_batch=True,
    # Half a migration would be worse than none.
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
