"""PostgreSQL: many processes, each committing what queued while its last commit ran."""

from dajeong.storage.postgres.database import PostgresDatabase
from dajeong.storage.postgres.opening import open_postgres

__all__ = ["PostgresDatabase", "open_postgres"]
