"""Research notes, what they are about, and the pages that show them to others; links are kept as digests only."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, case, delete, func, insert, select, update

from dajeong.conversation.note import Handout, HandoutBody, Note, NotedPlace, NoteText
from dajeong.storage.database import Database
from dajeong.storage.digest import digest_of
from dajeong.storage.errors import NotKept, RevisionConflict
from dajeong.storage.log.blanking import FORGOTTEN
from dajeong.storage.micros import from_micros, to_micros
from dajeong.storage.tables.log import events
from dajeong.storage.tables.team import handouts, note_places, notes

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

        def work(connection: Connection) -> Any:
            connection.execute(insert(notes), row | {"body": text.model_dump_json()})
            _link(connection, id, text, at)
            return _row(connection, id)

        return _note(await self._database.write(work))

    async def change(self, id: str, text: NoteText, *, revision: int, at: datetime) -> Note:
        """Write a note over the ``revision`` the writer saw. Raises NotKept, RevisionConflict."""

        def work(connection: Connection) -> Any:
            _seen(connection, id, revision)
            _write(connection, id, text, revision + 1, at)
            connection.execute(delete(note_places).where(note_places.c.note == id))
            _link(connection, id, text, at)
            return _row(connection, id)

        return _note(await self._database.write(work))

    async def to_look_at(self, *, first_by: str = "", limit: int = 4) -> tuple[int, list[Note]]:
        """Return how many notes wait for a look because their customer was forgotten, and some: those of ``first_by`` first."""
        waits = and_(notes.c.forgotten_at.is_not(None), notes.c.looked_at.is_(None))
        order = (case((notes.c.by == first_by, 0), else_=1), notes.c.forgotten_at, notes.c.id)
        chosen = select(notes).where(waits).order_by(*order).limit(limit)
        counted = select(func.count()).select_from(notes).where(waits)

        def work(connection: Connection) -> tuple[int, list[Note]]:
            return connection.execute(counted).scalar_one(), [_note(row) for row in connection.execute(chosen)]

        return await self._database.read(work)

    async def looked(self, id: str, *, revision: int, by: str, at: datetime, blank_with: str | None = None) -> Note:
        """Keep who has looked at the note that was seen; with ``blank_with`` its text goes and this is its title.

        Pages that were given out under the note's own title are called that too.

        Raises NotKept, RevisionConflict.
        """

        def work(connection: Connection) -> Any:
            seen = _note(_seen(connection, id, revision))
            if blank_with is not None:
                left = NoteText.model_validate(seen.model_dump(include=set(NoteText.model_fields)))
                _write(connection, id, left.model_copy(update={"title": blank_with, "text": ""}), revision + 1, at)
                _retitle(connection, id, seen.title, blank_with)
            told = {"looked_at": to_micros(at), "looked_by": by}
            connection.execute(update(notes).where(notes.c.id == id, notes.c.forgotten_at.is_not(None)).values(told))
            return _row(connection, id)

        return _note(await self._database.write(work))

    async def remove(self, id: str, *, revision: int) -> None:
        """Delete the note that was seen. Raises NotKept, RevisionConflict."""

        def work(connection: Connection) -> None:
            _seen(connection, id, revision)
            connection.execute(delete(note_places).where(note_places.c.note == id))
            connection.execute(delete(notes).where(notes.c.id == id))

        await self._database.write(work)

    async def give(
        self, id: str, text: HandoutBody, token: str, *, by: str, at: datetime, expires_at: datetime
    ) -> Handout:
        """Keep a page that ``token`` opens. Raises ValueError for a token that can be guessed."""
        if len(token) < 20:
            raise ValueError("A token this short can be guessed.")
        row = {
            "id": id,
            "digest": digest_of(token),
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
            handouts.c.digest == digest_of(token),
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


def _row(connection: Connection, id: str) -> Any:
    return connection.execute(select(notes).where(notes.c.id == id)).one()


def _write(connection: Connection, id: str, text: NoteText, revision: int, at: datetime) -> None:
    news = {"changed_at": to_micros(at), "revision": revision, "body": text.model_dump_json()}
    connection.execute(update(notes).where(notes.c.id == id).values(news))


def _retitle(connection: Connection, note: str, title: str, new: str) -> None:
    for row in connection.execute(select(handouts.c.id, handouts.c.body)).all():
        body = HandoutBody.model_validate_json(row.body)
        if note in body.notes and body.title == title:
            news = body.model_copy(update={"title": new}).model_dump_json()
            connection.execute(update(handouts).where(handouts.c.id == row.id).values(body=news))


def _link(connection: Connection, id: str, text: NoteText, at: datetime) -> None:
    conversations = {*text.conversations, *(quote.conversation for quote in text.quotes)}
    _tell_forgotten(connection, id, conversations, at)
    targets = {f"conversation {each}" for each in conversations}
    targets |= {_target(place) for place in text.places} | {
        _target(place.model_copy(update={"step": ""})) for place in text.places
    }
    if targets:
        connection.execute(insert(note_places), [{"note": id, "target": target} for target in sorted(targets)])


def _tell_forgotten(connection: Connection, id: str, conversations: set[str], at: datetime) -> None:
    """Mark a note that is about a customer who was forgotten before: one that was deleted and is brought back, say."""
    gone = select(events.c.conversation).where(
        events.c.conversation.in_(conversations), events.c.version == 1, events.c.customer == FORGOTTEN
    )
    if conversations and connection.execute(gone.limit(1)).first() is not None:
        news = notes.c.id == id, notes.c.forgotten_at.is_(None)
        connection.execute(update(notes).where(*news).values(forgotten_at=to_micros(at)))


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
        forgotten_at=_moment(row.forgotten_at),
        looked_at=_moment(row.looked_at),
        looked_by=row.looked_by,
        **text.model_dump(),
    )


def _moment(micros: int | None) -> datetime | None:
    return None if micros is None else from_micros(micros)


def _handout(row: Any) -> Handout:
    text = HandoutBody.model_validate_json(row.body)
    return Handout(
        id=row.id,
        by=row.by,
        at=from_micros(row.at),
        expires_at=from_micros(row.expires_at),
        revoked_at=_moment(row.revoked_at),
        **text.model_dump(),
    )
