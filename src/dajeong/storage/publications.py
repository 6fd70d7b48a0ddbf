"""Published versions of playbooks, which never change: which is in force, which were recalled, which is tried beside it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any

from pydantic import Field
from sqlalchemy import Connection, Select, insert, select

from dajeong.conversation.frozen import Frozen
from dajeong.playbook import content_version
from dajeong.storage.database import Database, write_anew
from dajeong.storage.errors import NotKept
from dajeong.storage.file_text import check_file
from dajeong.storage.micros import from_micros, to_micros
from dajeong.storage.statements import keep_row
from dajeong.storage.tables.playbooks import publications, recalls, shares, snapshots


class Publication(Frozen):
    """A version as it was put in force, newest use. ``recalled``: conversations shall leave it at their next step."""

    playbook: str
    version: str
    note: str
    by: str
    at: datetime
    recalled: bool = False


class Share(Frozen):
    """A second version that ``percent`` of new conversations get, until another one is put in force."""

    version: str
    percent: Annotated[int, Field(ge=1, le=99)]
    by: str
    at: datetime


class PublicationStore:
    """The published versions of every playbook, on both databases."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def names(self) -> list[str]:
        """Return the names of all playbooks that were published, sorted."""
        chosen = select(publications.c.playbook).distinct()
        return sorted(await self._database.read(lambda connection: connection.execute(chosen).scalars().all()))

    async def publish(
        self, name: str, files: Mapping[str, str], *, at: datetime, note: str = "", by: str = "", percent: int = 100
    ) -> Publication:
        """Keep these files as a version, for good, and put it in force. The same files are the same version.

        With a ``percent`` below 100 the version that was in force goes on with the rest of the new conversations.

        Raises UnfitText for a text with a NUL character, ValueError when there are no files.
        """
        version = version_of(files)

        def work(connection: Connection) -> Publication:
            if connection.execute(select(snapshots.c.path).where(snapshots.c.version == version)).first() is None:
                rows = [{"version": version, "path": path, "text": text} for path, text in files.items()]
                connection.execute(insert(snapshots), rows)
            before = connection.execute(_newest(name)).scalar()
            done = _in_force(connection, name, version, note, by, at)
            if percent < 100 and before is not None and before != version:
                _shared(connection, name, before, 100 - percent, by, at)
            return done

        return await write_anew(self._database, work)

    async def put_in_force(
        self, name: str, version: str, *, at: datetime, note: str = "", by: str = "", recall: str | None = None
    ) -> Publication:
        """Put a version of this playbook in force again (a roll back), and recall another one in the same breath.

        Raises NotKept when one of them never was this playbook's own.
        """

        def work(connection: Connection) -> Publication:
            _published(connection, name, version)
            done = _in_force(connection, name, version, note, by, at)
            if recall is not None and recall != version:
                self._recall(connection, name, recall, note, at)
            return done

        return await write_anew(self._database, work)

    async def recall(self, name: str, version: str, *, at: datetime, note: str = "") -> None:
        """Mark a version that conversations shall leave. Raises NotKept when it was never published."""
        await write_anew(self._database, lambda connection: self._recall(connection, name, version, note, at))

    def _recall(self, connection: Connection, name: str, version: str, note: str, at: datetime) -> None:
        _published(connection, name, version)
        row = {"playbook": name, "version": version, "note": note, "at": to_micros(at)}
        connection.execute(keep_row(recalls, self._database.speaks), row)

    async def share(self, name: str) -> Share | None:
        """Return the second version that some new conversations get, None when all get the one in force."""
        chosen = select(shares).where(shares.c.playbook == name)
        row = await self._database.read(lambda connection: connection.execute(chosen).one_or_none())
        return Share(version=row.version, percent=row.percent, by=row.by, at=from_micros(row.at)) if row else None

    async def set_share(self, name: str, version: str, percent: int, *, at: datetime, by: str = "") -> Share:
        """Let ``percent`` of new conversations have a version. Raises NotKept when it never was this playbook's own."""
        made = Share(version=version, percent=percent, by=by, at=at)

        def work(connection: Connection) -> Share:
            _published(connection, name, version)
            _shared(connection, name, version, percent, by, at)
            return made

        return await write_anew(self._database, work)

    async def end_share(self, name: str) -> None:
        """Let all new conversations have the version in force."""
        await write_anew(
            self._database, lambda connection: connection.execute(shares.delete().where(shares.c.playbook == name))
        )

    async def current(self, name: str) -> str | None:
        """Return the version in force, None when nothing was published."""
        return await self._database.read(lambda connection: connection.execute(_newest(name)).scalar())

    async def recalled(self, name: str) -> frozenset[str]:
        """Return the versions conversations shall leave."""
        chosen = select(recalls.c.version).where(recalls.c.playbook == name)
        return frozenset(await self._database.read(lambda connection: connection.execute(chosen).scalars().all()))

    async def history(self, name: str) -> list[Publication]:
        """Return every time a version was put in force, the newest first; a version may stand there more than once."""
        chosen = select(publications).where(publications.c.playbook == name).order_by(publications.c.number.desc())
        gone = select(recalls.c.version).where(recalls.c.playbook == name)

        def work(connection: Connection) -> list[Publication]:
            recalled = set(connection.execute(gone).scalars())
            return [_publication(row, recalled) for row in connection.execute(chosen)]

        return await self._database.read(work)

    async def files(self, name: str, version: str) -> dict[str, str]:
        """Return the files of a version exactly as they were published. Raises NotKept for one this playbook never had."""
        chosen = select(snapshots.c.path, snapshots.c.text).where(snapshots.c.version == version)

        def work(connection: Connection) -> dict[str, str]:
            _published(connection, name, version)
            return {row.path: row.text for row in connection.execute(chosen.order_by(snapshots.c.path))}

        return await self._database.read(work)


def version_of(files: Mapping[str, str]) -> str:
    """Return the content address of a playbook, the one it knows itself by.

    Raises UnfitText for a text with a NUL character, ValueError when there are no files.
    """
    if not files:
        raise ValueError("A playbook without files cannot be published.")
    for path, text in files.items():
        check_file(path, text)
    return content_version(files)


def _publication(row: Any, recalled: set[str]) -> Publication:
    return Publication(
        playbook=row.playbook,
        version=row.version,
        note=row.note,
        by=row.by,
        at=from_micros(row.at),
        recalled=row.version in recalled,
    )


def _published(connection: Connection, playbook: str, version: str) -> None:
    chosen = select(publications.c.number).where(publications.c.playbook == playbook, publications.c.version == version)
    if connection.execute(chosen.limit(1)).first() is None:
        raise NotKept(f"The playbook {playbook} has no published version {version}. Look at its versions first.")


def _newest(playbook: str) -> Select[str]:
    chosen = select(publications.c.version).where(publications.c.playbook == playbook)
    return chosen.order_by(publications.c.number.desc()).limit(1)


def _shared(connection: Connection, playbook: str, version: str, percent: int, by: str, at: datetime) -> None:
    connection.execute(shares.delete().where(shares.c.playbook == playbook))
    row = {"playbook": playbook, "version": version, "percent": percent, "by": by, "at": to_micros(at)}
    connection.execute(insert(shares), row)


def _in_force(connection: Connection, playbook: str, version: str, note: str, by: str, at: datetime) -> Publication:
    row = {"playbook": playbook, "version": version, "note": note, "by": by, "at": to_micros(at)}
    connection.execute(insert(publications), row)
    gone = recalls.delete().where(recalls.c.playbook == playbook, recalls.c.version == version)
    # What is put in force again is wanted again.
    connection.execute(gone)
    # A second version was compared with the one that was in force.
    connection.execute(shares.delete().where(shares.c.playbook == playbook))
    return Publication(playbook=playbook, version=version, note=note, by=by, at=from_micros(to_micros(at)))
