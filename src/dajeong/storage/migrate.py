"""Brings a database to the tables of this version, at every start."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

MIGRATIONS = Path(__file__).parent / "migrations"
# The newest migration, here so that a start with nothing to do need not load Alembic.
NEWEST = "0008"


def migrate(connection: Connection) -> None:
    """Run the migrations that are missing, inside the caller's transaction.

    Raises alembic.util.CommandError when the database comes from a newer version than this one.
    """
    if inspect(connection).has_table("alembic_version"):
        current = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        if current == NEWEST:
            return
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
