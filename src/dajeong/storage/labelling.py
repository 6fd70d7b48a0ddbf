"""The queue of messages worth labelling and the labels they got: places in the log, and nobody's words."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Subquery,
    and_,
    case,
    delete,
    exists,
    func,
    insert,
    or_,
    select,
    tuple_,
)

from dajeong.conversation.labelling import KeptLabel, QueueRow, Reason, Whose
from dajeong.conversation.reading import Emotion, Language
from dajeong.storage.database import Database
from dajeong.storage.followers import begin, move, position_of
from dajeong.storage.micros import from_micros, to_micros
from dajeong.storage.statements import keep_row
from dajeong.storage.tables.learning import label_queue, labels

# Where a page ends: score, conversation and version of its last row.
After = tuple[int, str, int]


class LabelStore:
    """Fits `QueueRows` and `LabelRows` of ``learning``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def position(self, follower: str) -> int | None:
        """Return how far a follower has read, None for a new one."""
        return await position_of(self._database, follower)

    async def advance(self, follower: str, *, before: int, now: int, rows: Mapping[str, Sequence[QueueRow]]) -> bool:
        """Write every row of these conversations anew and move from ``before`` to ``now``, all in one commit.

        Returns False and changes nothing when the follower stands elsewhere: another process went on meanwhile.
        """
        values = [_queue_values(row) for own in rows.values() for row in own]

        def work(connection: Connection) -> bool:
            if not move(connection, follower, before=before, now=now):
                return False
            connection.execute(delete(label_queue).where(label_queue.c.conversation.in_(list(rows))))
            if values:
                connection.execute(insert(label_queue), values)
            return True

        return await self._database.write(work)

    async def restart(self, follower: str) -> None:
        """Let a follower begin at the beginning, with an empty queue. Labels stay."""

        def work(connection: Connection) -> None:
            begin(connection, self._database.speaks, follower)
            connection.execute(delete(label_queue))

        await self._database.write(work)

    async def page(
        self,
        *,
        by: str,
        whose: Whose,
        most_of_one: int,
        bonus: Mapping[Emotion, int],
        reason: Reason | None = None,
        language: Language | None = None,
        playbook: str | None = None,
        after: After | None = None,
        limit: int = 20,
    ) -> list[tuple[int, QueueRow]]:
        """Return (score, row), the highest score first. Of one conversation, and of messages that are nearly copies, no more
        than ``most_of_one`` are listed or labelled already. ``bonus`` is added to the priority by the emotion that was read.
        """
        filters = _filters(reason, language, playbook)
        listed = _listed(by, whose, most_of_one, bonus, filters).subquery()
        kept = select(listed)
        if after is not None:
            place = tuple_(listed.c.conversation, listed.c.version) > tuple_(after[1], after[2])
            kept = kept.where(or_(listed.c.score < after[0], and_(listed.c.score == after[0], place)))
        kept = kept.order_by(listed.c.score.desc(), listed.c.conversation, listed.c.version).limit(limit)
        rows = await self._database.read(lambda connection: connection.execute(kept).mappings().all())
        return [(int(row["score"]), _queue_row(row)) for row in rows]

    async def total(
        self,
        *,
        by: str,
        whose: Whose,
        most_of_one: int,
        bonus: Mapping[Emotion, int],
        reason: Reason | None = None,
        language: Language | None = None,
        playbook: str | None = None,
    ) -> int:
        """Return how many rows all pages of a list have together."""
        listed = _listed(by, whose, most_of_one, bonus, _filters(reason, language, playbook)).subquery()
        counted = select(func.count()).select_from(listed)
        return await self._database.read(lambda connection: int(connection.execute(counted).scalar_one()))

    async def row(self, conversation: str, version: int) -> QueueRow | None:
        """Return one row of the queue, or None."""
        wanted = select(label_queue).where(label_queue.c.conversation == conversation, label_queue.c.version == version)
        found = await self._database.read(lambda connection: connection.execute(wanted).mappings().first())
        return None if found is None else _queue_row(found)

    async def reasons(self) -> dict[tuple[Reason, ...], int]:
        """Return how many messages are in the queue, by their reasons together."""
        counted = select(label_queue.c.reasons, func.count()).group_by(label_queue.c.reasons)
        rows = await self._database.read(lambda connection: connection.execute(counted).all())
        return {tuple(reasons.split()): number for reasons, number in rows}

    async def emotions(self) -> dict[Emotion, int]:
        """Return how many labels name each emotion."""
        counted = select(labels.c.emotion, func.count()).where(labels.c.emotion.is_not(None)).group_by(labels.c.emotion)
        return dict(await self._database.read(lambda connection: [tuple(row) for row in connection.execute(counted)]))

    async def read_as(self) -> dict[tuple[str, int], Emotion]:
        """Return the emotion that was read in each message of the queue with a label, by conversation and version."""
        places = (label_queue.c.conversation, label_queue.c.version)
        same = and_(labels.c.conversation == places[0], labels.c.version == places[1])
        found = select(*places, label_queue.c.emotion).where(exists().where(same))
        rows = await self._database.read(lambda connection: connection.execute(found).all())
        return {(conversation, version): emotion for conversation, version, emotion in rows}

    async def put(self, label: KeptLabel) -> None:
        """Keep a label; the same person's earlier one of this message is replaced."""
        keep = keep_row(labels, self._database.speaks)
        values = label.model_dump() | {"at": to_micros(label.at)}

        def work(connection: Connection) -> None:
            connection.execute(keep, values)

        await self._database.write(work)

    async def take_back(self, conversation: str, version: int, by: str) -> bool:
        """Remove a person's label of a message; return whether there was one."""
        own = delete(labels).where(
            labels.c.conversation == conversation, labels.c.version == version, labels.c.by == by
        )
        return await self._database.write(lambda connection: connection.execute(own).rowcount) > 0

    async def labels(self, *, conversation: str | None = None, since: datetime | None = None) -> list[KeptLabel]:
        """Return labels in the order of their places, each message's oldest first."""
        chosen = select(labels).order_by(labels.c.conversation, labels.c.version, labels.c.at, labels.c.by)
        if conversation is not None:
            chosen = chosen.where(labels.c.conversation == conversation)
        if since is not None:
            chosen = chosen.where(labels.c.at >= to_micros(since))
        rows = await self._database.read(lambda connection: connection.execute(chosen).mappings().all())
        return [KeptLabel(**{**row, "at": from_micros(row["at"])}) for row in rows]


def _of(by: str, whose: Whose) -> list[ColumnElement[bool]]:
    """Return the conditions that choose the rows of a list."""
    same = and_(labels.c.conversation == label_queue.c.conversation, labels.c.version == label_queue.c.version)
    mine = exists().where(same, labels.c.by == by)
    others = exists().where(same, labels.c.by != by, labels.c.verdict != "skipped")
    if whose == "mine":
        return [mine]
    return [~mine, others] if whose == "others" else [~mine, ~others]


def _filters(reason: Reason | None, language: Language | None, playbook: str | None) -> list[ColumnElement[bool]]:
    filters: list[ColumnElement[bool]] = [label_queue.c.reasons.like(f"% {reason} %")] if reason else []
    filters += [label_queue.c.language == language] if language else []
    return filters + ([label_queue.c.playbook == playbook] if playbook else [])


def _listed(
    by: str, whose: Whose, most_of_one: int, bonus: Mapping[Emotion, int], filters: Sequence[ColumnElement[bool]]
) -> Select[Any]:
    """Return the rows of a list with their scores."""
    score = (label_queue.c.priority + case(dict(bonus), value=label_queue.c.emotion, else_=0)).label("score")
    ranked = _ranked(score, [*_of(by, whose), *filters]).subquery()
    if whose != "open":
        return select(ranked)
    return select(ranked).where(ranked.c.of_conversation <= most_of_one, ranked.c.of_likeness <= most_of_one)


def _ranked(score: Any, chosen: Sequence[ColumnElement[bool]]) -> Select[Any]:
    """Return the chosen rows, each with its number among those of its conversation and of its kind, labelled ones counted."""

    def number(column: Any, labelled: Any) -> Any:
        best_first = (score.desc(), label_queue.c.conversation, label_queue.c.version)
        return func.row_number().over(partition_by=column, order_by=best_first) + func.coalesce(labelled, 0)

    columns = label_queue.c
    of_conversation, of_likeness = _labelled_of("conversation"), _labelled_of("likeness")
    return (
        select(
            label_queue,
            score,
            number(columns.conversation, of_conversation.c.labelled).label("of_conversation"),
            number(columns.likeness, of_likeness.c.labelled).label("of_likeness"),
        )
        .outerjoin(of_conversation, of_conversation.c.conversation == columns.conversation)
        .outerjoin(of_likeness, of_likeness.c.likeness == columns.likeness)
        .where(*chosen)
    )


def _labelled_of(name: str) -> Subquery:
    """Return how many messages of the queue are labelled, by one of its columns."""
    same = and_(labels.c.conversation == label_queue.c.conversation, labels.c.version == label_queue.c.version)
    labelled = exists().where(same, labels.c.verdict != "skipped")
    column = label_queue.c[name]
    return select(column, func.count().label("labelled")).where(labelled).group_by(column).subquery()


def _queue_values(row: QueueRow) -> dict[str, Any]:
    return row.model_dump() | {"at": to_micros(row.at), "reasons": f" {' '.join(row.reasons)} "}


def _queue_row(found: Any) -> QueueRow:
    own = {name: found[name] for name in QueueRow.model_fields}
    return QueueRow(**own | {"at": from_micros(found["at"]), "reasons": tuple(found["reasons"].split())})
