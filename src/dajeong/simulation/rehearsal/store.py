"""A rehearsal on disk: every finished conversation at once on a spool, and all of them as Parquet in the end."""

import json
import os
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import ClassVar, Self

import duckdb
from pydantic import ValidationError

from dajeong.errors import DajeongError
from dajeong.simulation.rehearsal.result import Result
from dajeong.simulation.rehearsal.troupe import Programme

_SPOOL, _TOLD, _PARQUET = "conversations.jsonl", "programme.json", "conversations.parquet"
# Flat columns to count by; the whole of a conversation stands beside them as JSON.
_SELECT = """
    SELECT number, customer, seed, leaving, turns, seconds, reached, mood_began, mood_ended, stood_at, steps, events,
           began.anger AS anger_began, began.worry AS worry_began, ended.anger AS anger_ended, ended.worry AS worry_ended,
           verdicts, to_json(lines) AS lines
    FROM read_json(?, format = 'newline_delimited', sample_size = -1, maximum_object_size = 67108864)
    ORDER BY number
"""


class OtherRehearsal(DajeongError):
    """The folder holds a rehearsal of something else."""

    code: ClassVar[str] = "other_rehearsal"
    status: ClassVar[int] = 409


def digest(programme: Programme, reader: str) -> str:
    """Return what a programme read by ``reader`` is known by: the same always has the same conversations."""
    told = json.dumps([programme.model_dump(mode="json"), reader], sort_keys=True, ensure_ascii=False)
    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


class RunFolder:
    """Where a rehearsal is kept. Enter it with ``with``; a process killed meanwhile leaves whole lines and perhaps a torn one."""

    def __init__(self, path: Path, programme: Programme, reader: str) -> None:
        self.path = path
        self._told = {
            "digest": digest(programme, reader),
            "customers": programme.customers,
            "seed": programme.seed,
            "reader": reader,
        }

    def __enter__(self) -> Self:
        """Open the folder, new or as it was left. Raises OtherRehearsal."""
        self.path.mkdir(parents=True, exist_ok=True)
        told = self.path / _TOLD
        if told.exists() and json.loads(told.read_text("utf-8"))["digest"] != self._told["digest"]:
            raise OtherRehearsal(
                f"{self.path} holds a rehearsal of another playbook, other customers, another seed or another reader. "
                "Give another folder."
            )
        told.write_text(json.dumps(self._told, indent=1) + "\n", "utf-8")
        self._mend()
        self._spool = (self.path / _SPOOL).open("a", encoding="utf-8")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._spool.close()

    def keep(self, result: Result) -> None:
        """Keep one conversation; once this returns, the end of the process does not lose it. Raises OSError (disk full)."""
        self._spool.write(result.model_dump_json() + "\n")
        self._spool.flush()

    def kept(self) -> Iterator[Result]:
        """The conversations kept so far, in the order they ended."""
        return kept_in(self.path)

    def finish(self) -> Path:
        """Write all conversations as Parquet, by number; return the file."""
        os.fsync(self._spool.fileno())
        done, making = self.path / _PARQUET, self.path / f"{_PARQUET}.making"
        with duckdb.connect() as db:
            db.execute(
                f"COPY ({_SELECT}) TO '{_quoted(making)}' (FORMAT parquet, COMPRESSION zstd)", [str(self.path / _SPOOL)]
            )
        making.replace(done)
        return done

    def _mend(self) -> None:
        """Cut off a line that was being written when the process ended."""
        spool = self.path / _SPOOL
        if not spool.exists():
            return
        with spool.open("rb+") as file:
            whole = 0
            for line in file:
                if not line.endswith(b"\n"):
                    break
                whole += len(line)
            file.truncate(whole)


def is_run_folder(path: Path) -> bool:
    """Whether a folder holds a rehearsal."""
    return (path / _TOLD).is_file()


def kept_in(path: Path) -> Iterator[Result]:
    """The conversations kept in a folder. Lines that are none are left out: they are played again."""
    spool = path / _SPOOL
    if not spool.exists():
        return
    with spool.open(encoding="utf-8") as lines:
        for line in lines:
            try:
                yield Result.model_validate_json(line)
            except ValidationError:
                continue


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
