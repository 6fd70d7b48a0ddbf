"""The rows of the vault, in the database; what is sealed in them only ``trust`` can open."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.exc import IntegrityError

from dajeong.conversation.token import SealedValue
from dajeong.storage import statements as s
from dajeong.storage.database import Database
from dajeong.storage.tables.log import vault


class DatabaseVault:
    """Fits ``trust``'s `VaultStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def put(self, entries: Sequence[SealedValue]) -> bool:
        """Store all entries durably, or none and return False when a token or digest is taken in its conversation."""
        rows = [entry.model_dump() for entry in entries]
        if not rows:
            return True

        def work(connection: Connection) -> None:
            connection.execute(insert(vault), rows)

        try:
            await self._database.write(work)
        except IntegrityError:
            return False
        return True

    async def get(self, reference: str) -> SealedValue | None:
        """Return the row of a reference, or None."""
        found = await self._database.rows(s.SEALED, reference=reference)
        return _sealed(found[0]) if found else None

    async def of(self, conversation: str) -> Sequence[SealedValue]:
        """Return every row of a conversation, oldest first."""
        return [_sealed(row) for row in await self._database.rows(s.SEALED_OF, conversation=conversation)]

    async def holds_anything(self) -> bool:
        """Return whether a value was ever sealed and is still kept."""
        found = select(vault.c.reference).limit(1)
        return await self._database.read(lambda connection: connection.execute(found).first() is not None)

    async def forget(self, conversations: Collection[str]) -> int:
        """Delete every row of these conversations and return how many there were."""
        gone = delete(vault).where(vault.c.conversation.in_(list(conversations)))
        return await self._database.write(lambda connection: connection.execute(gone).rowcount)


def _sealed(row: Any) -> SealedValue:
    reference, conversation, token, kind, digest, sealed, valid, last_four = row
    return SealedValue(
        reference=reference,
        conversation=conversation,
        token=token,
        kind=kind,
        digest=digest,
        sealed=sealed,
        # SQLite has no booleans of its own.
        valid=None if valid is None else bool(valid),
        last_four=last_four,
    )
