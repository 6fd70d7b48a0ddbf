"""What the team wrote: drafts that change file by file, and published versions that never change."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Annotated, Any, TypeVar

from pydantic import Field
from sqlalchemy import Connection, Select, insert, select
from sqlalchemy.exc import IntegrityError

from dajeong.conversation.frozen import Frozen
from dajeong.playbook import content_version
from dajeong.storage.database import Database
from dajeong.storage.errors import NameTaken, NotKept, RevisionConflict, UnfitText
from dajeong.storage.statements import keep_row
from dajeong.storage.tables import drafts, from_micros, publications, recalls, shares, snapshots, to_micros, tried

T = TypeVar("T")


class DraftFile(Frozen):
    """One file of a draft. ``revision`` counts its changes from 1; send it back when you change the file."""

    path: str
    text: str
    revision: int
    at: datetime


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


class PlaybookStore:
    """Drafts and published versions of every playbook, on both databases."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def playbooks(self) -> list[str]:
        """Return the names of all playbooks that have a draft or were published, sorted."""

        def work(connection: Connection) -> list[str]:
            drafted = connection.execute(
                select(drafts.c.playbook).where(drafts.c.text.is_not(None)).distinct()
            ).scalars()
            published = connection.execute(select(publications.c.playbook).distinct()).scalars()
            return sorted({*drafted, *published})

        return await self._database.read(work)

    async def draft(self, name: str) -> dict[str, DraftFile]:
        """Return the draft's files by path, in order of path; nothing for an unknown playbook."""
        chosen = select(drafts).where(drafts.c.playbook == name, drafts.c.text.is_not(None)).order_by(drafts.c.path)

        def work(connection: Connection) -> dict[str, DraftFile]:
            return {row.path: _file(row) for row in connection.execute(chosen)}

        return await self._database.read(work)

    async def save(self, name: str, path: str, text: str, *, revision: int, at: datetime) -> DraftFile:
        """Write one file over the ``revision`` the writer saw (0: there was none) and return it.

        Raises RevisionConflict when the file is at another revision, UnfitText for a text with a NUL character.
        """
        _check(path, text)

        def work(connection: Connection) -> DraftFile:
            newest = _seen(connection, name, path, revision)
            return _written(connection, name, path, text, newest + 1, at)

        return await self._write(work)

    async def remove(self, name: str, path: str, *, revision: int, at: datetime) -> None:
        """Delete one file. Raises RevisionConflict when it is at another revision."""

        def work(connection: Connection) -> None:
            newest = _seen(connection, name, path, revision)
            _write(connection, name, path, None, newest + 1, at)

        await self._write(work)

    async def begin(self, name: str, files: Mapping[str, str], *, at: datetime) -> None:
        """Make the first draft of a new playbook. Raises NameTaken when there is one of this name."""
        for path, text in files.items():
            _check(path, text)

        def work(connection: Connection) -> None:
            for table in (drafts, publications):
                if connection.execute(select(table.c.at).where(table.c.playbook == name).limit(1)).first() is not None:
                    raise NameTaken("There is a playbook of this name already. Choose another name.")
            for path, text in sorted(files.items()):
                _write(connection, name, path, text, 1, at)

        await self._write(work)

    async def replace(self, name: str, files: Mapping[str, str], *, at: datetime) -> dict[str, DraftFile]:
        """Make the draft these files (path -> text), all or nothing; a file that stays the same keeps its revision."""
        for path, text in files.items():
            _check(path, text)

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

        return await self._write(work)

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

        return await self._write(work)

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

        return await self._write(work)

    async def recall(self, name: str, version: str, *, at: datetime, note: str = "") -> None:
        """Mark a version that conversations shall leave. Raises NotKept when it was never published."""
        await self._write(lambda connection: self._recall(connection, name, version, note, at))

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

        return await self._write(work)

    async def end_share(self, name: str) -> None:
        """Let all new conversations have the version in force."""
        await self._write(lambda connection: connection.execute(shares.delete().where(shares.c.playbook == name)))

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

    async def tried_at(self, name: str) -> datetime | None:
        """Return since when somebody has played the customer with the draft, None while nobody has."""
        chosen = select(tried.c.at).where(tried.c.playbook == name)
        at = await self._database.read(lambda connection: connection.execute(chosen).scalar())
        return None if at is None else from_micros(at)

    async def tell_tried(self, name: str, *, at: datetime) -> None:
        """Keep that somebody has played the customer with the draft; only the first time is written."""
        if await self.tried_at(name) is None:
            keep, row = keep_row(tried, self._database.speaks), {"playbook": name, "at": to_micros(at)}
            await self._write(lambda connection: connection.execute(keep, row))

    async def _write(self, work: Callable[[Connection], T]) -> T:
        try:
            return await self._database.write(work)
        except IntegrityError:
            # Another process wrote the same new row first: now it is there to be seen.
            return await self._database.write(work)


def version_of(files: Mapping[str, str]) -> str:
    """Return the content address of a playbook, the one it knows itself by.

    Raises UnfitText for a text with a NUL character, ValueError when there are no files.
    """
    if not files:
        raise ValueError("A playbook without files cannot be published.")
    for path, text in files.items():
        _check(path, text)
    return content_version(files)


def _check(path: str, text: str) -> None:
    if "\0" in path or "\0" in text:
        raise UnfitText(
            "A file of the playbook holds a NUL character, which no text file does. Save it as UTF-8 again."
        )
    try:
        text.encode(), path.encode()
    except UnicodeEncodeError:
        raise UnfitText("A file of the playbook is not whole Unicode text. Save it as UTF-8 again.") from None


def _file(row: Any) -> DraftFile:
    return DraftFile(path=row.path, text=row.text, revision=row.revision, at=from_micros(row.at))


def _publication(row: Any, recalled: set[str]) -> Publication:
    return Publication(
        playbook=row.playbook,
        version=row.version,
        note=row.note,
        by=row.by,
        at=from_micros(row.at),
        recalled=row.version in recalled,
    )


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
