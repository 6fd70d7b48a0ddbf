"""Long operations, so that every process can say how one is getting on."""

from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Connection, insert, select, update

from dajeong.conversation.frozen import Frozen
from dajeong.storage.database import Database
from dajeong.storage.micros import from_micros, to_micros
from dajeong.storage.tables.learning import operations

State = Literal["running", "done", "failed"]


class Operation(Frozen):
    """One operation. ``detail`` is a sentence for people; ``seen_at`` is when its process was last alive."""

    id: str
    kind: str
    state: State
    by: str
    started_at: datetime
    seen_at: datetime
    detail: str = ""


class OperationStore:
    """Operations of every process on this database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def begin(self, operation: Operation, *, alive_since: datetime) -> bool:
        """Keep a new operation, or return False when one of its kind runs and was seen since ``alive_since``."""
        running = select(operations.c.id).where(
            operations.c.kind == operation.kind,
            operations.c.state == "running",
            operations.c.seen_at >= to_micros(alive_since),
        )

        def work(connection: Connection) -> bool:
            if connection.execute(running).first() is not None:
                return False
            connection.execute(insert(operations), _values(operation))
            return True

        # In the log's turn, so that two processes cannot both begin.
        return await self._database.write_to_log(work)

    async def go_on(self, operation: Operation) -> None:
        """Keep how an operation stands now."""
        news = update(operations).where(operations.c.id == operation.id).values(_values(operation))

        def work(connection: Connection) -> None:
            connection.execute(news)

        await self._database.write(work)

    async def of(self, id: str) -> Operation | None:
        """Return one operation, or None."""
        found = await self._found(select(operations).where(operations.c.id == id))
        return found[0] if found else None

    async def newest(self, kind: str, *, limit: int = 20) -> list[Operation]:
        """Return the newest operations of a kind, the newest first."""
        chosen = select(operations).where(operations.c.kind == kind)
        return await self._found(chosen.order_by(operations.c.started_at.desc(), operations.c.id).limit(limit))

    async def _found(self, chosen: Any) -> list[Operation]:
        rows = await self._database.read(lambda connection: connection.execute(chosen).mappings().all())
        times = ("started_at", "seen_at")
        return [
            Operation(**{name: from_micros(value) if name in times else value for name, value in row.items()})
            for row in rows
        ]


def _values(operation: Operation) -> dict[str, Any]:
    return operation.model_dump() | {
        "started_at": to_micros(operation.started_at),
        "seen_at": to_micros(operation.seen_at),
    }
