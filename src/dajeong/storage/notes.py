"""Research notes, what they are about, and the pages that show them to others; links are kept as digests only."""

from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from dajeong.conversation.note import Handout, HandoutText, Note, NotedPlace, NoteText
from dajeong.storage.database import Database
from dajeong.storage.errors import NotKept, RevisionConflict
from dajeong.storage.tables import from_micros, handouts, note_places, notes, to_micros

MOST_NOTES = 500


class NoteStore:
    """Notes and handouts, on both databases."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def notes(self, *, conversation: str | None = None, place: NotedPlace | None = None) -> list[Note]:
        """Return notes, the newest change first: all, those about a conversation, or those about a scenario or step."""
        chosen = select(notes).order_by(notes.c.changed_at.desc(), notes.c.id).limit(MOST_NOTES)
        targets = [f"conversation {conversation}"] if conversation is not None else []
        targets += [_target(place)] if place is not None else []
        for target in targets:
            chosen = chosen.where(notes.c.id.in_(select(note_places.c.note).where(note_places.c.target == target)))
        rows = await self._database.read(lambda connection: connection.execute(chosen).all())
        return [_note(row) for row in rows]

    async def some(self, ids: Sequence[str]) -> list[Note]:
        """Return these notes in this order, without those that are gone."""
        chosen = select(notes).where(notes.c.id.in_(list(ids)))
        rows = await self._database.read(lambda connection: connection.execute(chosen).all())
        found = {row.id: _note(row) for row in rows}
        return [found[id] for id in ids if id in found]

    async def add(self, id: str, text: NoteText, *, by: str, at: datetime) -> Note:
        """Keep a new note."""
        row = {"id": id, "by": by, "at": to_micros(at), "changed_at": to_micros(at), "revision": 1}

        def work(connection: Connection) -> None:
            connection.execute(insert(notes), row | {"body": text.model_dump_json()})
            _link(connection, id, text)

        await self._database.write(work)
        return Note(id=id, by=by, at=at, changed_at=at, revision=1, **text.model_dump())

    async def change(self, id: str, text: NoteText, *, revision: int, at: datetime) -> Note:
        """Write a note over the ``revision`` the writer saw. Raises NotKept, RevisionConflict."""

        def work(connection: Connection) -> Any:
            row = _seen(connection, id, revision)
            news = {"changed_at": to_micros(at), "revision": revision + 1, "body": text.model_dump_json()}
            connection.execute(update(notes).where(notes.c.id == id).values(news))
            connection.execute(delete(note_places).where(note_places.c.note == id))
            _link(connection, id, text)
            return row

        row = await self._database.write(work)
        return Note(id=id, by=row.by, at=from_micros(row.at), changed_at=at, revision=revision + 1, **text.model_dump())

    async def remove(self, id: str, *, revision: int) -> None:
        """Delete the note that was seen. Raises NotKept, RevisionConflict."""

        def work(connection: Connection) -> None:
            _seen(connection, id, revision)
            connection.execute(delete(note_places).where(note_places.c.note == id))
            connection.execute(delete(notes).where(notes.c.id == id))

        await self._database.write(work)

    async def give(
        self, id: str, text: HandoutText, token: str, *, by: str, at: datetime, expires_at: datetime
    ) -> Handout:
        """Keep a page that ``token`` opens. Raises ValueError for a token that can be guessed."""
        if len(token) < 20:
            raise ValueError("A token this short can be guessed.")
        row = {
            "id": id,
            "digest": _digest(token),
            "by": by,
            "at": to_micros(at),
            "expires_at": to_micros(expires_at),
            "revoked_at": None,
            "body": text.model_dump_json(),
        }

        def work(connection: Connection) -> None:
            connection.execute(insert(handouts), row)

        await self._database.write(work)
        return Handout(id=id, by=by, at=at, expires_at=expires_at, **text.model_dump())

    async def handouts(self) -> list[Handout]:
        """Return every page that was given out, the newest first."""
        chosen = select(handouts).order_by(handouts.c.at.desc(), handouts.c.id).limit(MOST_NOTES)
        rows = await self._database.read(lambda connection: connection.execute(chosen).all())
        return [_handout(row) for row in rows]

    async def opened_by(self, token: str, now: datetime) -> Handout | None:
        """Return the page a token opens now; None for an unknown, expired or revoked one: nobody learns which."""
        chosen = select(handouts).where(
            handouts.c.digest == _digest(token),
            handouts.c.revoked_at.is_(None),
            handouts.c.expires_at > to_micros(now),
        )
        row = await self._database.read(lambda connection: connection.execute(chosen).one_or_none())
        return None if row is None else _handout(row)

    async def revoke(self, id: str, *, at: datetime) -> None:
        """Let the link of a page open nothing from now on. Raises NotKept."""
        gone = update(handouts).where(handouts.c.id == id).values(revoked_at=to_micros(at))
        if await self._database.write(lambda connection: connection.execute(gone).rowcount) == 0:
            raise NotKept("There is no such page.")


def _seen(connection: Connection, id: str, revision: int) -> Any:
    row = connection.execute(select(notes).where(notes.c.id == id).with_for_update()).one_or_none()
    if row is None:
        raise NotKept("There is no such note. Somebody may have deleted it.")
    if row.revision != revision:
        raise RevisionConflict("The note", row.revision)
    return row


def _link(connection: Connection, id: str, text: NoteText) -> None:
    targets = {f"conversation {each}" for each in (*text.conversations, *(quote.conversation for quote in text.quotes))}
    targets |= {_target(place) for place in text.places} | {
        _target(place.model_copy(update={"step": ""})) for place in text.places
    }
    if targets:
        connection.execute(insert(note_places), [{"note": id, "target": target} for target in sorted(targets)])


def _target(place: NotedPlace) -> str:
    """Return a step's own name, or the scenario's: a note about a step is about its scenario too."""
    whole = f"scenario {place.playbook}/{place.scenario}"
    return f"{whole}/{place.step}" if place.step else whole


def _note(row: Any) -> Note:
    text = NoteText.model_validate_json(row.body)
    return Note(
        id=row.id,
        by=row.by,
        at=from_micros(row.at),
        changed_at=from_micros(row.changed_at),
        revision=row.revision,
        **text.model_dump(),
    )


def _handout(row: Any) -> Handout:
    text = HandoutText.model_validate_json(row.body)
    return Handout(
        id=row.id,
        by=row.by,
        at=from_micros(row.at),
        expires_at=from_micros(row.expires_at),
        revoked_at=None if row.revoked_at is None else from_micros(row.revoked_at),
        **text.model_dump(),
    )


def _digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()
