"""Who may open a conversation: the one who holds its token."""

from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from dajeong.storage.database import Database
from dajeong.storage.digest import digest_of
from dajeong.storage.micros import to_micros
from dajeong.storage.tables.log import access_tokens


class AccessTokens:
    """Tokens of conversations, kept only as digests. Whoever makes a token makes it long and unguessable (32 random bytes)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def grant(self, token: str, conversation: str, *, at: datetime) -> None:
        """Let the holder of ``token`` open the conversation. Raises ValueError for a token that is short or was granted before."""
        if len(token) < 20:
            raise ValueError("A token this short can be guessed.")
        row = {"digest": digest_of(token), "conversation": conversation, "at": to_micros(at)}

        def work(connection: Connection) -> None:
            known = select(access_tokens.c.conversation).where(access_tokens.c.digest == row["digest"])
            if connection.execute(known).scalar() is not None:
                raise ValueError("This token was granted before.")
            connection.execute(insert(access_tokens), row)

        await self._database.write(work)

    async def conversation_of(self, token: str) -> str | None:
        """Return the conversation the token opens, None for an unknown or revoked one."""
        found = select(access_tokens.c.conversation).where(access_tokens.c.digest == digest_of(token))
        return await self._database.read(lambda connection: connection.execute(found).scalar())

    async def opens(self, token: str, conversation: str) -> bool:
        """Return whether the token opens this conversation; nobody learns whether the conversation exists."""
        return await self.conversation_of(token) == conversation

    async def revoke(self, conversation: str) -> None:
        """Let no token open the conversation any more."""
        gone = delete(access_tokens).where(access_tokens.c.conversation == conversation)

        def work(connection: Connection) -> None:
            connection.execute(gone)

        await self._database.write(work)
