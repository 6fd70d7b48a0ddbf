"""Drafts of playbooks, which change file by file without anybody overwriting what they have not seen."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from dajeong.conversation.frozen import Frozen
from dajeong.storage.database import Database, write_anew
from dajeong.storage.errors import NameTaken, RevisionConflict
from dajeong.storage.file_text import check_file
from dajeong.storage.micros import from_micros, to_micros
from dajeong.storage.statements import keep_row
from dajeong.storage.tables.playbooks import drafts, publications, tried


class DraftFile(Frozen):
    """One file of a draft. ``revision`` counts its changes from 1; send it back when you change the file."""

    path: str
    text: str
    revision: int
    at: datetime


class DraftStore:
    """The draft of every playbook, on both databases."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def names(self) -> list[str]:
        """Return the names of all playbooks that have a draft, sorted."""
        chosen = select(drafts.c.playbook).where(drafts.c.text.is_not(None)).distinct()
        return sorted(await self._database.read(lambda connection: connection.execute(chosen).scalars().all()))

    async def of(self, name: str) -> dict[str, DraftFile]:
        """Return the draft's files by path, in order of path; nothing for an unknown playbook."""
        chosen = select(drafts).where(drafts.c.playbook == name, drafts.c.text.is_not(None)).order_by(drafts.c.path)

        def work(connection: Connection) -> dict[str, DraftFile]:
            return {row.path: _file(row) for row in connection.execute(chosen)}

        return await self._database.read(work)

    async def save(self, name: str, path: str, text: str, *, revision: int, at: datetime) -> DraftFile:
        """Write one file over the ``revision`` the writer saw (0: there was none) and return it.

        Raises RevisionConflict when the file is at another revision, UnfitText for a text with a NUL character.
        """
        check_file(path, text)

        def work(connection: Connection) -> DraftFile:
            newest = _seen(connection, name, path, revision)
            return _written(connection, name, path, text, newest + 1, at)

        return await write_anew(self._database, work)

    async def remove(self, name: str, path: str, *, revision: int, at: datetime) -> None:
        """Delete one file. Raises RevisionConflict when it is at another revision."""

        def work(connection: Connection) -> None:
            newest = _seen(connection, name, path, revision)
            _write(connection, name, path, None, newest + 1, at)

        await write_anew(self._database, work)

    async def begin(self, name: str, files: Mapping[str, str], *, at: datetime) -> None:
        """Make the first draft of a new playbook. Raises NameTaken when there is one of this name."""
        for path, text in files.items():
            check_file(path, text)

        def work(connection: Connection) -> None:
            for table in (drafts, publications):
                if connection.execute(select(table.c.at).where(table.c.playbook == name).limit(1)).first() is not None:
                    raise NameTaken("There is a playbook of this name already. Choose another name.")
            for path, text in sorted(files.items()):
                _write(connection, name, path, text, 1, at)

        await write_anew(self._database, work)

    async def replace(self, name: str, files: Mapping[str, str], *, at: datetime) -> dict[str, DraftFile]:
        """Make the draft these files (path -> text), all or nothing; a file that stays the same keeps its revision."""
        for path, text in files.items():
            check_file(path, text)

        def work(connection: Connection) -> dict[str, DraftFile]:
            chosen = select(drafts).where(drafts.c.playbook == name).with_for_update()
            known: dict[str, Any] = {row.path: row for row in connection.execute(chosen)}
            for path, row in known.items():
                if path not in files and row.text is not None:
                    _write(connection, name, path, None, row.revision + 1, at)
            done = {}
            for path, text in sorted(files.items()):
                old = known.get(path)
                if old is not None and old.text == text:
                    done[path] = _file(old)
                else:
                    done[path] = _written(connection, name, path, text, old.revision + 1 if old else 1, at)
            return done

        return await write_anew(self._database, work)

    async def tried_at(self, name: str) -> datetime | None:
        """Return since when somebody has played the customer with the draft, None while nobody has."""
        chosen = select(tried.c.at).where(tried.c.playbook == name)
        at = await self._database.read(lambda connection: connection.execute(chosen).scalar())
        return None if at is None else from_micros(at)

    async def tell_tried(self, name: str, *, at: datetime) -> None:
        """Keep that somebody has played the customer with the draft; only the first time is written."""
        if await self.tried_at(name) is None:
            keep, row = keep_row(tried, self._database.speaks), {"playbook": name, "at": to_micros(at)}
            await write_anew(self._database, lambda connection: connection.execute(keep, row))


def _file(row: Any) -> DraftFile:
    return DraftFile(path=row.path, text=row.text, revision=row.revision, at=from_micros(row.at))


def _seen(connection: Connection, playbook: str, path: str, revision: int) -> int:
    """Return the row's newest revision when ``revision`` is what a reader sees now (a deleted file shows 0)."""
    chosen = select(drafts).where(drafts.c.playbook == playbook, drafts.c.path == path).with_for_update()
    row = connection.execute(chosen).one_or_none()
    visible = 0 if row is None or row.text is None else row.revision
    if visible != revision:
        raise RevisionConflict(path, visible)
    return row.revision if row else 0


def _written(connection: Connection, playbook: str, path: str, text: str, revision: int, at: datetime) -> DraftFile:
    _write(connection, playbook, path, text, revision, at)
    return DraftFile(path=path, text=text, revision=revision, at=from_micros(to_micros(at)))


def _write(connection: Connection, playbook: str, path: str, text: str | None, revision: int, at: datetime) -> None:
    row = {"playbook": playbook, "path": path, "text": text, "revision": revision, "at": to_micros(at)}
    if revision == 1:
        connection.execute(insert(drafts), row)
    else:
        connection.execute(drafts.update().where(drafts.c.playbook == playbook, drafts.c.path == path).values(row))
