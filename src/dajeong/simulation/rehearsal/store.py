"""A rehearsal on disk: every finished conversation at once on a spool, and all of them as Parquet in the end."""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import ClassVar, Self

from pydantic import ValidationError

from dajeong.errors import DajeongError
from dajeong.simulation.rehearsal.result import Result
from dajeong.simulation.rehearsal.troupe import Programme

_SPOOL, _TOLD, _PARQUET = "conversations.jsonl", "programme.json", "conversations.parquet"


class OtherRehearsal(DajeongError):
    """The folder holds a rehearsal of something else."""

    code: ClassVar[str] = "other_rehearsal"
    status: ClassVar[int] = 409


class RehearsalInUse(DajeongError):
    """Another process plays into the same folder."""

    code: ClassVar[str] = "rehearsal_in_use"
    status: ClassVar[int] = 409


class NotKept(DajeongError):
    """The folder could not be written: the disk is full, or not ours to write on."""

    code: ClassVar[str] = "rehearsal_not_kept"
    status: ClassVar[int] = 507


def digest(programme: Programme, reader: str) -> str:
    """Return what a programme read by ``reader`` is known by: the same always has the same conversations."""
    told = json.dumps([programme.model_dump(mode="json"), reader], sort_keys=True, ensure_ascii=False)
    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


class RunFolder:
    """Where a rehearsal is kept. Enter it with ``with``; a process killed meanwhile leaves whole lines and perhaps a torn one.

    With ``again`` it begins anew, whatever was played into it before.
    """

    def __init__(self, path: Path, programme: Programme, reader: str, *, again: bool = False) -> None:
        self.path = path
        self._again = again
        self._told = {
            "digest": digest(programme, reader),
            "customers": programme.customers,
            "seed": programme.seed,
            "reader": reader,
        }

    def __enter__(self) -> Self:
        """Open the folder, new or as it was left. Raises OtherRehearsal, RehearsalInUse, NotKept."""
        with self._writing():
            self.path.mkdir(parents=True, exist_ok=True)
            self._lock = self._locked()
            try:
                self._begin()
                self._spool = os.open(self.path / _SPOOL, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o644)
            except BaseException:
                os.close(self._lock)
                raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.close(self._spool)
        os.close(self._lock)

    def keep(self, result: Result) -> None:
        """Keep one conversation; once this returns, the end of the process does not lose it. Raises NotKept."""
        line = memoryview((result.model_dump_json() + "\n").encode())
        with self._writing():
            whole = os.fstat(self._spool).st_size
            try:
                while line:
                    line = line[os.write(self._spool, line) :]
            except OSError:
                os.ftruncate(self._spool, whole)
                raise

    def kept(self) -> Iterator[Result]:
        """The conversations kept so far, in the order they ended."""
        return kept_in(self.path)

    def finish(self) -> Path:
        """Write all conversations as Parquet, by number; return the file. Raises NotKept."""
        done, making = self.path / _PARQUET, self.path / f"{_PARQUET}.making"
        # Only here: who serves customers and never ends a rehearsal does not carry a database of columns about.
        from dajeong.simulation.rehearsal.columns import to_parquet

        with self._writing():
            os.fsync(self._spool)
            try:
                to_parquet(self.path / _SPOOL, making, sorting=self.path / "sorting")
                making.replace(done)
            finally:
                making.unlink(missing_ok=True)
        return done

    def _locked(self) -> int:
        """Take the folder for this process; the system lets go of it when the process ends, however it ends."""
        folder = os.open(self.path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(folder)
            raise RehearsalInUse(
                f"Another process is playing into {self.path}. Wait for it, or give this one a folder of its own."
            ) from None
        return folder

    def _begin(self) -> None:
        told = self.path / _TOLD
        if self._again:
            for name in (_TOLD, _SPOOL, _PARQUET):
                (self.path / name).unlink(missing_ok=True)
        elif told.exists() and _digest_in(told) != self._told["digest"]:
            raise OtherRehearsal(
                f"{self.path} holds a rehearsal of another playbook, other customers, another seed or another reader. "
                "Give another folder."
            )
        _write(told, json.dumps(self._told, indent=1) + "\n")
        self._mend()

    def _mend(self) -> None:
        """Take out what is no conversation: a line that was being written when the process ended, what a crash left."""
        spool = self.path / _SPOOL
        if not spool.exists():
            return
        with spool.open("rb") as lines:
            sound = all(line.endswith(b"\n") and _result(line) is not None for line in lines)
        if not sound:
            _write(spool, "".join(f"{each.model_dump_json()}\n" for each in kept_in(self.path)))

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Say in one sentence why the folder cannot be written, and that nothing is lost."""
        try:
            yield
        except OSError as problem:
            why = getattr(problem, "strerror", None) or "the disk may be full"
            raise NotKept(
                f"{self.path} cannot be written ({why}). What was played until now is kept: make room or mend it, and start "
                "the same rehearsal again to go on."
            ) from problem


def is_run_folder(path: Path) -> bool:
    """Whether a folder holds a rehearsal."""
    return (path / _TOLD).is_file()


def kept_in(path: Path) -> Iterator[Result]:
    """The conversations kept in a folder. Lines that are none are left out: they are played again."""
    spool = path / _SPOOL
    if not spool.exists():
        return
    with spool.open("rb") as lines:
        for line in lines:
            if line.endswith(b"\n") and (result := _result(line)) is not None:
                yield result


def _result(line: bytes) -> Result | None:
    try:
        return Result.model_validate_json(line)
    except ValidationError:
        return None


def _digest_in(told: Path) -> str | None:
    try:
        return str(json.loads(told.read_bytes())["digest"])
    except (ValueError, TypeError, KeyError):
        return None


def _write(path: Path, text: str) -> None:
    """Write whole or not at all: the process may end in the middle."""
    making = path.with_name(f"{path.name}.making")
    try:
        making.write_text(text, "utf-8")
        making.replace(path)
    finally:
        making.unlink(missing_ok=True)
