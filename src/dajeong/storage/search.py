"""The list of conversations: a row and the grams of each, made from the log, found by what is asked of them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, delete, func, select, tuple_

from dajeong.conversation.events import EVENT
from dajeong.conversation.frozen import Frozen
from dajeong.conversation.reading import GROUP_OF, Emotion, Group, Language
from dajeong.conversation.summary import SPEAKER_OF, SPOKEN, SPOKEN_KINDS, Standing, Summary, shortened
from dajeong.language.grams import Sought, share_found
from dajeong.storage.database import Database
from dajeong.storage.facts import NO_SCENARIO, Fact, with_fact
from dajeong.storage.followers import begin, move, position_of
from dajeong.storage.grams import empty_grams, numbers_with, put_grams
from dajeong.storage.log.blanking import FORGOTTEN
from dajeong.storage.micros import to_micros
from dajeong.storage.statements import Speaks, keep_row
from dajeong.storage.tables.log import events
from dajeong.storage.tables.search import summaries


class Wanted(Frozen):
    """What is asked of the list; None and nothing sought ask nothing.

    ``feeling`` is an emotion or a group that was read at least once, ``outcome`` how it stands, ``scenario`` any that was
    entered (``-``: none was), ``fact`` what happened or stands, ``since`` (with it) and ``until`` (without it) bound the newest
    event.
    """

    sought: Sought = ()
    feeling: Emotion | Group | None = None
    outcome: Standing | None = None
    scenario: str | None = None
    fact: Fact | None = None
    channel: str | None = None
    playbook: str | None = None
    version: str | None = None
    language: Language | None = None
    since: datetime | None = None
    until: datetime | None = None


class Place(NamedTuple):
    """Where a page ends: the time (microseconds since 1970) and the number of its last row."""

    last_at: int
    number: int


class Found(NamedTuple):
    """A page of the list, how many rows there are in all, and where the page ends (None: nothing comes after it)."""

    rows: tuple[Summary, ...]
    total: int
    after: Place | None


class Listed(NamedTuple):
    """What is kept of one conversation: its line and the grams of what was said. ``number`` is the position it began at."""

    number: int
    summary: Summary
    grams: Sequence[str]


class SearchStore:
    """Lines of conversations, with the position of the follower that writes them in the same commits."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def position(self, follower: str) -> int | None:
        """Return how far a follower has read, None for a new one."""
        return await position_of(self._database, follower)

    async def restart(self, follower: str) -> None:
        """Let a follower begin at the beginning, with an empty list."""

        def work(connection: Connection) -> None:
            begin(connection, self._database.speaks, follower)
            connection.execute(delete(summaries))
            empty_grams(connection)

        await self._database.write(work)

    async def advance(self, follower: str, *, before: int, now: int, listed: Sequence[Listed]) -> bool:
        """Write these conversations anew and move from ``before`` to ``now``, all in one commit.

        Returns False and changes nothing when the follower stands elsewhere: another process went on meanwhile. What was read
        before its customer was forgotten is not written.
        """
        speaks = self._database.speaks
        keep = keep_row(summaries, speaks)

        def work(connection: Connection) -> bool:
            # The follower's row is held from here on; `forget` waits for it, or this waits for `forget`.
            if not move(connection, follower, before=before, now=now):
                return False
            fit = _still_fit(connection, listed)
            if fit:
                connection.execute(keep, [_values(each) for each in fit])
                put_grams(connection, speaks, {each.number: each.grams for each in fit})
            return True

        return await self._database.write(work)

    async def page(self, wanted: Wanted, *, after: Place | None = None, limit: int = 50) -> Found:
        """Return conversations, the newest activity first. Where words are sought, ``preview`` is the line that has most of them."""
        chosen = _chosen(wanted, self._database.speaks)
        places = select(summaries.c.number, summaries.c.last_at).where(*chosen)
        if after is not None:
            place = tuple_(summaries.c.last_at, summaries.c.number)
            places = places.where(place < tuple_(after.last_at, after.number))
        newest_first = (summaries.c.last_at.desc(), summaries.c.number.desc())
        # The rows themselves are read last, and only those that are shown.
        shown = places.order_by(*newest_first).limit(limit + 1).subquery()
        kept = (
            select(summaries.c.number, summaries.c.last_at, summaries.c.row)
            .join(shown, shown.c.number == summaries.c.number)
            .order_by(*newest_first)
        )
        counted = select(func.count()).select_from(summaries).where(*chosen)

        def work(connection: Connection) -> Found:
            found = connection.execute(kept).all()
            total: int = connection.execute(counted).scalar_one()
            rows = [Summary.model_validate_json(row) for _, _, row in found[:limit]]
            if wanted.sought:
                rows = _with_hits(connection, rows, wanted.sought)
            last = Place(found[limit - 1][1], found[limit - 1][0]) if len(found) > limit else None
            return Found(tuple(rows), total, last)

        return await self._database.read(work)

    async def held_by_version(self, playbook: str) -> dict[str, int]:
        """Return how many conversations stand at each version of a playbook."""
        counted = (
            select(summaries.c.version, func.count())
            .where(summaries.c.playbook == playbook)
            .group_by(summaries.c.version)
        )
        rows = await self._database.read(lambda connection: connection.execute(counted).all())
        return {version: number for version, number in rows}


def _still_fit(connection: Connection, listed: Sequence[Listed]) -> list[Listed]:
    """Leave out what was read with words that have been forgotten since."""
    names = [each.summary.id for each in listed]
    whose = select(events.c.conversation).where(
        events.c.conversation.in_(names), events.c.version == 1, events.c.customer == FORGOTTEN
    )
    forgotten = set(connection.execute(whose).scalars())
    return [
        each for each in listed if each.summary.id not in forgotten or not each.summary.preview + "".join(each.grams)
    ]


def _values(listed: Listed) -> dict[str, Any]:
    line = listed.summary
    return {
        "number": listed.number,
        "conversation": line.id,
        "last_at": to_micros(line.last_at) if line.last_at else 0,
        "channel": line.channel,
        "playbook": line.playbook,
        "version": line.version,
        "language": line.language,
        "outcome": line.standing,
        "scenarios": f" {' '.join(line.scenarios)} ",
        "feelings": f" {' '.join(dict.fromkeys([*line.felt, *(GROUP_OF[each] for each in line.felt)]))} ",
        "row": line.model_dump_json(),
    }


def _chosen(wanted: Wanted, speaks: Speaks) -> list[ColumnElement[bool]]:
    columns = summaries.c
    same = ("outcome", "channel", "playbook", "version", "language")
    chosen = [columns[name] == value for name in same if (value := getattr(wanted, name)) is not None]
    if wanted.fact is not None:
        chosen.append(columns.conversation.in_(with_fact(wanted.fact, wanted.scenario, wanted.since, wanted.until)))
    if wanted.scenario == NO_SCENARIO:
        chosen.append(columns.scenarios == "  ")
    elif wanted.scenario is not None:
        chosen.append(columns.scenarios.contains(f" {wanted.scenario} ", autoescape=True))
    if wanted.feeling is not None:
        chosen.append(columns.feelings.contains(f" {wanted.feeling} "))
    if wanted.since is not None:
        chosen.append(columns.last_at >= to_micros(wanted.since))
    if wanted.until is not None:
        chosen.append(columns.last_at < to_micros(wanted.until))
    if wanted.sought:
        # With the sum SQLite walks the newest first and stops when the page is full; else it looks up and sorts all there are.
        number = columns.number + 0 if speaks == "sqlite" else columns.number
        chosen.append(number.in_(numbers_with(wanted.sought, speaks)))
    return chosen


def _with_hits(connection: Connection, rows: Sequence[Summary], sought: Sought) -> list[Summary]:
    """Return the rows with the line of each that has most of what is sought; of equal ones the customer's first."""
    said = (
        select(events.c.conversation, events.c.version, events.c.body)
        .where(events.c.conversation.in_([row.id for row in rows]), events.c.kind.in_(SPOKEN_KINDS))
        .order_by(events.c.conversation, events.c.version)
    )
    best: dict[str, tuple[tuple[float, bool], dict[str, object]]] = {}
    for name, version, body in connection.execute(said):
        event = EVENT.validate_json(body)
        line = event.text if isinstance(event, SPOKEN) else ""
        share, by = share_found(line, sought), SPEAKER_OF[event.kind]
        fits = share, by == "customer"
        if share > 0 and (name not in best or fits > best[name][0]):
            best[name] = fits, {"preview": shortened(line), "preview_by": by, "preview_version": version}
    return [row.model_copy(update=best[row.id][1]) if row.id in best else row for row in rows]
