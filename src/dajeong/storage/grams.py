"""The index of words: the grams of every conversation, in SQLite's FTS5 and in PostgreSQL's GIN, asked in one way."""

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import Connection, Select, bindparam, column, select, table, text

from dajeong.language.grams import PREFIX, Sought
from dajeong.storage.statements import Speaks

# Not among the tables of `tables`: each database keeps it in its own way (see the migration).
_GRAMS = table("summary_grams", column("number"))


def put_grams(connection: Connection, speaks: Speaks, rows: Mapping[int, Sequence[str]]) -> None:
    """Write the grams of conversations, by number, in place of those they had."""
    if not rows:
        return
    drop_grams(connection, speaks, list(rows))
    if speaks == "sqlite":
        add = text("INSERT INTO summary_grams (rowid, grams) VALUES (:number, :grams)")
        values = [{"number": number, "grams": " ".join(grams)} for number, grams in rows.items()]
    else:
        add = text("INSERT INTO summary_grams (number, grams) VALUES (:number, array_to_tsvector(:grams))")
        values = [{"number": number, "grams": list(grams)} for number, grams in rows.items()]
    connection.execute(add, values)


def drop_grams(connection: Connection, speaks: Speaks, numbers: Collection[int]) -> None:
    """Take conversations out of the index."""
    key = "rowid" if speaks == "sqlite" else "number"
    gone = text(f"DELETE FROM summary_grams WHERE {key} IN :numbers").bindparams(bindparam("numbers", expanding=True))
    if numbers:
        connection.execute(gone, {"numbers": list(numbers)})


def purge_grams(connection: Connection, speaks: Speaks) -> None:
    """Have nothing left in the index of what was taken out of it. FTS5 keeps it until parts are merged: merge them all."""
    if speaks == "sqlite":
        connection.execute(text("INSERT INTO summary_grams (summary_grams) VALUES ('optimize')"))


def empty_grams(connection: Connection) -> None:
    """Take everything out of the index."""
    connection.execute(text("DELETE FROM summary_grams"))


def numbers_with(wanted: Sought, speaks: Speaks) -> Select[tuple[int]]:
    """Return the query for the numbers of conversations that have all that is wanted; it is not empty."""
    if speaks == "sqlite":
        match = " AND ".join(f"({' OR '.join(map(_fts5, sorted(each)))})" for each in wanted)
        found = text("summary_grams MATCH :match").bindparams(match=match)
        return select(column("rowid")).select_from(_GRAMS).where(found)
    match = " & ".join(f"({' | '.join(map(_tsquery, sorted(each)))})" for each in wanted)
    return select(_GRAMS.c.number).where(text("grams @@ CAST(:match AS tsquery)").bindparams(match=match))


def _fts5(gram: str) -> str:
    return f'"{gram.removesuffix(PREFIX)}"{" *" if gram.endswith(PREFIX) else ""}'


def _tsquery(gram: str) -> str:
    return f"'{gram.removesuffix(PREFIX)}'{':*' if gram.endswith(PREFIX) else ''}"
