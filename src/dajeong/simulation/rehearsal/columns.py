"""The conversations of a rehearsal as a table of columns, to count by."""

from pathlib import Path

import duckdb

_FEELINGS = "STRUCT(anger DOUBLE, worry DOUBLE)"
# Told and not guessed from what is there, so that every rehearsal's file has the same columns.
_COLUMNS = {
    "number": "BIGINT",
    "customer": "VARCHAR",
    "seed": "BIGINT",
    "leaving": "VARCHAR",
    "turns": "BIGINT",
    "seconds": "DOUBLE",
    "began": _FEELINGS,
    "ended": _FEELINGS,
    "mood_began": "DOUBLE",
    "mood_ended": "DOUBLE",
    "reached": "BOOLEAN",
    "steps": "VARCHAR[]",
    "stood_at": "VARCHAR",
    "events": "BIGINT",
    "verdicts": "STRUCT(name VARCHAR, judged VARCHAR, why VARCHAR, event BIGINT, detail VARCHAR)[]",
    "lines": "JSON",
}
# Flat columns to count by; the whole of a conversation stands beside them as JSON.
_SELECT = f"""
    SELECT number, customer, seed, leaving, turns, seconds, reached, mood_began, mood_ended, stood_at, steps, events,
           began.anger AS anger_began, began.worry AS worry_began, ended.anger AS anger_ended, ended.worry AS worry_ended,
           verdicts, lines
    FROM read_json(?, format = 'newline_delimited', columns = {_COLUMNS}, maximum_object_size = 16777216)
    ORDER BY number
"""


def to_parquet(spool: Path, made: Path, *, sorting: Path) -> None:
    """Write the results on a spool (a JSON object a line) as Parquet, by number. Raises OSError.

    What does not fit into memory is sorted in the folder ``sorting``.
    """
    bounds: dict[str, str | bool | int | float | list[str]] = {"memory_limit": "512MB", "temp_directory": str(sorting)}
    try:
        with duckdb.connect(config=bounds) as db:
            db.execute(f"COPY ({_SELECT}) TO '{_quoted(made)}' (FORMAT parquet, COMPRESSION zstd)", [str(spool)])
    except duckdb.Error as problem:
        # Its own kinds of errors tell apart less than it seems: a full disk comes as an error of input and output, too.
        raise OSError("The table could not be written.") from problem


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
